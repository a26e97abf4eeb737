# SPDX-License-Identifier: GPL-3.0-or-later
"""Pure functions over dates, words and numbers: no database, no window."""
