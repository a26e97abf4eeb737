# SPDX-License-Identifier: GPL-3.0-or-later
"""The office: its records and its rules. Knows no window, no file format, no language."""
