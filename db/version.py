# SPDX-License-Identifier: GPL-3.0-or-later
"""Which program this is. Kept here, not asked from package metadata: that costs 30 ms at start."""

VERSION = "0.1.0"
