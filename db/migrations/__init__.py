# SPDX-License-Identifier: GPL-3.0-or-later
"""How an office's tables grow. The names stand here so that opening needs one SELECT, not Alembic."""

KNOWN = ("0001",)
HEAD = KNOWN[-1]
