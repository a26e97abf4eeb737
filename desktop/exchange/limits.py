# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a stranger's file is read before it is refused: far above any register, far below trouble."""

FILE_BYTES = 20 << 20
TEXT_BYTES = 8 << 20
UNPACKED_BYTES = 150 << 20
PACKED_FILES = 4000
ELEMENTS = 4_000_000
# What lies between a sheet's outermost cells; calamine holds 64 bytes for each, empty or not.
SPAN_CELLS = 2_000_000
FILLED_CELLS = 150_000
REGISTERS = 400
LETTERS = 8_000_000
CHILD_MEMORY = 400 << 20
CHILD_SECONDS = 14.0
