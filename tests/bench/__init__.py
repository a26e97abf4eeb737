# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures each hot path against its floor in the same run. A tool, not a test: `python -m tests.bench`."""
