# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the program in Finnish, Swedish and English, and the tools that keep them whole."""
