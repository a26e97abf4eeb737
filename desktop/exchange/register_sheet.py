# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses how a sheet is best read: as a list, with its dates across or down, as one register or several."""

from collections.abc import Iterator
from itertools import pairwise

from desktop.exchange.grid import Grid
from desktop.exchange.register_draft import Draft, MarkReader
from desktop.exchange.register_header import DateLine, date_lines
from desktop.exchange.register_list import read_list
from desktop.exchange.register_list_head import find_list_head, guess_list_head
from desktop.exchange.register_split import by_group
from desktop.exchange.register_table import read_table
from desktop.exchange.register_view import View


def read_sheet(grid: Grid, reader: MarkReader) -> list[Draft]:
    """The registers of a sheet; none where it holds something else.

    Headings of a list leave no doubt. Where dates stand across and down, the reading that gives more
    marks is right; what has neither headings nor a line of dates may still be a list.
    """
    for find in (find_list_head, None, guess_list_head):
        if find is None:
            found = max(_tables_of(grid, reader), key=_weight, default=[])
        else:
            head = find(grid)
            found = _registers(read_list(grid, head, reader)) if head else []
        if found:
            return found
    return []


def _registers(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.is_register()]


def _weight(drafts: list[Draft]) -> tuple[int, int]:
    """Rather what gives more marks; without marks, what has more places for them."""
    return sum(draft.weight for draft in drafts), sum(
        len(draft.people) * len(draft.sessions) for draft in drafts
    )


def _tables_of(grid: Grid, reader: MarkReader) -> Iterator[list[Draft]]:
    for turned in (False, True):
        view = View(grid, turned)
        for lines in date_lines(view):
            yield _registers(_tables(view, lines, reader))


def _tables(view: View, lines: list[DateLine], reader: MarkReader) -> list[Draft]:
    """A register for each line of dates, each with its own titles above it."""
    starts = [
        0,
        *(_title_start(view, above, below) for above, below in pairwise(lines)),
    ]
    ends = [*starts[1:], view.last_row + 1]
    tables = (
        read_table(view, line, range(start, end), reader)
        for line, start, end in zip(lines, starts, ends, strict=True)
    )
    return [part for table in tables if table for part in by_group(table)]


def _title_start(view: View, above: DateLine, below: DateLine) -> int:
    """Where the upper register ends: its titles reach up from a line of dates to the next empty row."""
    row = below.row
    while (
        row - 1 > above.row
        and view.cells(row - 1)
        and not set(view.cells(row - 1)) & set(below.reads)
    ):
        row -= 1
    return row if not view.cells(row - 1) else below.row
