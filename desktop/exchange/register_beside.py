# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts for the columns of a register that hold neither names nor dates: totals, remarks, marks without a date."""

from collections.abc import Iterable, Mapping

from desktop.exchange.grid import Unread, Value
from desktop.exchange.register_columns import NameColumns, column_headings
from desktop.exchange.register_dates import is_date_shaped, is_week
from desktop.exchange.register_draft import Draft
from desktop.exchange.register_header import DateLine
from desktop.exchange.register_marks import read_mark, token
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_settle import is_figure
from desktop.exchange.register_shapes import Left, Trouble
from desktop.exchange.register_view import View

_TOTALS = {Heading.TOTALS, Heading.COUNT, Heading.HEAD_COUNT, Heading.MARK}


def note_other_columns(
    view: View, line: DateLine, names: NameColumns, draft: Draft, rows: Iterable[int]
) -> None:
    """List what stands beside the dates in people's rows."""
    known = set(line.reads) | set(names.all_columns)
    if view.turned:
        known |= set(draft.titles)
    beside: dict[int, dict[int, Value]] = {}
    for row in rows:
        for column, value in view.cells(row).items():
            if column not in known:
                beside.setdefault(column, {})[row] = value
    for column, values in sorted(beside.items()):
        _note(view, line, draft, column, values)


def _note(
    view: View, line: DateLine, draft: Draft, column: int, values: Mapping[int, Value]
) -> None:
    kinds, text = column_headings(view, line, column)
    head = view.cells(line.row).get(column)
    places = {view.place(row, column) for row in values}
    if head is not None:
        places.add(view.place(line.row, column))
    trouble = None if kinds else _trouble(head, values)
    if trouble:
        draft.trouble(trouble, places, text)
    elif not kinds and _is_numbering(values):
        draft.take(places)
    else:
        draft.note(_left(kinds, head), places, text)


def _trouble(head: Value | None, values: Mapping[int, Value]) -> Trouble | None:
    """What is wrong with a column that nothing known heads; None where nothing in it is attendance."""
    marks = sum(read_mark(value) is not None for value in values.values())
    if head is not None and is_week(head):
        return Trouble.WEEK_NUMBER
    if head is not None and (is_date_shaped(head) or isinstance(head, Unread)):
        return Trouble.BAD_DATE
    if _is_letter(head) and all(is_figure(value) for value in values.values()):
        return None
    return Trouble.NO_DATE if marks * 2 >= len(values) and not _is_numbering(values) else None


def _left(kinds: frozenset[Heading], head: Value | None) -> Left:
    if Heading.REMARKS in kinds:
        return Left.REMARKS
    if kinds & _TOTALS or _is_letter(head):
        return Left.TOTALS
    return Left.DETAILS if kinds else Left.TEXT


def _is_letter(head: Value | None) -> bool:
    """A mark that heads the column of its total: "P", "M"."""
    return isinstance(head, str) and read_mark(head) is not None


def _is_numbering(values: Mapping[int, Value]) -> bool:
    """1, 2, 3 … before the names."""
    numbers = [token(value) for value in values.values()]
    return numbers == [str(at) for at in range(1, len(numbers) + 1)]
