# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the rows of a sheet that hold the dates of sessions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from desktop.exchange.grid import Value
from desktop.exchange.register_dates import DateRead, read_date, read_month
from desktop.exchange.register_marks import read_mark, token
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_view import View
from desktop.exchange.register_words import headings

_NAMES = {Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME}
# How many lines with a single date are looked into before the sheet is taken for something else.
_SINGLES = 4
_ROWS_BELOW = 40
_MONTH_ROWS_ABOVE = 3
_TITLE_ROWS = _TITLE_CELLS = 10
_MARK_LETTERS = 3
_UNKNOWN_LETTERS = 10
_MONTH_SAID = re.compile(
    r"\b([a-zåäö]+kuun?|januari|january|februari|february|august[i]?|september|october|oktober|november|december)\b"
)
_MONTH_BEFORE_YEAR = re.compile(r"\b([a-zåäö]{3,9})\.?\s20\d\d\b")


@dataclass(frozen=True)
class DateLine:
    """A row of the view and the dates in it, by column."""

    row: int
    reads: Mapping[int, DateRead]


def date_lines(view: View) -> list[list[DateLine]]:
    """Ways to read the sheet: each a list of rows with dates, from the top, that head a register each.

    Registers one under another are one way; where no row has two dates, each row with one is a way.
    """
    lines = [line for row in view.rows if (line := _line(view, row))]
    if not lines:
        return []
    most = max(len(line.reads) for line in lines)
    if most > 1:
        enough = max(2, (most + 1) // 2)
        return [
            [
                line
                for line in lines
                if len(line.reads) >= enough or _names_heading(view.cells(line.row))
            ]
        ]
    likely = (
        line for line in lines if _names_heading(view.cells(line.row)) or _marks_below(view, line)
    )
    return [[line] for line in islice(likely, _SINGLES)]


def _line(view: View, row: int) -> DateLine | None:
    cells = view.cells(row)
    reads = _reads(cells) or _days_under_months(view, row)
    line = DateLine(row, reads)
    marks = sum(_is_mark(value) for column, value in cells.items() if column not in reads)
    # A person's row may hold dates too (joined, born), among more marks; a header's letters head totals.
    usable = marks <= len(reads) and not _is_of_people(view, line)
    return line if reads and (usable or _names_heading(view.cells(line.row))) else None


def _reads(cells: Mapping[int, Value]) -> dict[int, DateRead]:
    """The dates of a row. Plain numbers count beside real dates, or rising, or beside "Nimi"."""
    month_first = _is_american(cells)
    found = {
        column: read
        for column, value in cells.items()
        if (read := read_date(value, month_first=month_first))
    }
    found = {column: read for column, read in found.items() if read.month}
    if any(not read.weak for read in found.values()):
        return found
    told = len(found) > 1 or (_names_heading(cells) and all(read.year for read in found.values()))
    return found if told and _rises(list(found.values())) else {}


def _rises(reads: Sequence[DateRead]) -> bool:
    """Whether dates follow each other, over New Year at most once."""
    days = [(read.year or 0, read.month, read.day) for read in reads]
    falls = [(one, other) for one, other in pairwise(days) if one >= other]
    return not falls or (len(falls) == 1 and falls[0][0][1] > 6 >= falls[0][1][1])


def _marks_below(view: View, line: DateLine) -> bool:
    """Whether something like marks stands below a single date, and not more dates or prose."""
    (column,) = line.reads
    below = (view.cells(row).get(column) for row in view.rows_after(line.row, _ROWS_BELOW))
    return any(
        value is not None and len(token(value)) <= _UNKNOWN_LETTERS and not read_date(value)
        for value in below
    )


def _is_american(cells: Mapping[int, Value]) -> bool:
    """Whether "1/13" stands among the dates, and nothing that only a European would write."""
    slashed = [value for value in cells.values() if isinstance(value, str) and "/" in value]
    readable = [(read_date(value), read_date(value, month_first=True)) for value in slashed]
    return any(other and not usual for usual, other in readable) and all(
        other for usual, other in readable if usual
    )


def _days_under_months(view: View, row: int) -> dict[int, DateRead]:
    """Dates of a row with the days alone, below the names of their months or a title that names one."""
    cells = view.cells(row)
    days = {
        column: read
        for column, value in cells.items()
        if (read := read_date(value)) and not read.month
    }
    if len(days) < 3:
        return {}
    months = _month_row(view, row) or _month_of_title(view, row, min(days))
    dated: dict[int, DateRead] = {}
    for column, read in days.items():
        start = max((at for at in months if at <= column), default=None)
        if start is not None:
            month, year = months[start]
            dated[column] = replace(read, month=month, year=year, weak=False)
    sound = len(dated) == len(days) and _rises(list(dated.values())) and _all_exist(dated)
    return dated if sound else {}


def _all_exist(dated: Mapping[int, DateRead]) -> bool:
    return all(read.on(read.year or 2000) for read in dated.values())


def _month_row(view: View, row: int) -> dict[int, tuple[int, int | None]]:
    for above in range(row - 1, row - 1 - _MONTH_ROWS_ABOVE, -1):
        months = {
            column: month
            for column, value in view.cells(above).items()
            if (month := read_month(value))
        }
        if months:
            return months
    return {}


def _month_of_title(view: View, row: int, first: int) -> dict[int, tuple[int, int | None]]:
    """The one month that the cells above the row, or the sheet's name, speak of."""
    found = {
        month for text in (*_texts_above(view, row), view.grid.name) for month in _months_said(text)
    }
    return {first: (found.pop(), None)} if len(found) == 1 else {}


def _texts_above(view: View, row: int) -> Iterator[str]:
    for above in islice(view.rows, _TITLE_ROWS):
        if above < row:
            cells = islice(view.cells(above).values(), _TITLE_CELLS)
            yield from (value for value in cells if isinstance(value, str))


def _months_said(text: str) -> Iterator[int]:
    lower = text.casefold()
    for word in (*_MONTH_SAID.findall(lower), *_MONTH_BEFORE_YEAR.findall(lower)):
        if month := read_month(word):
            yield month[0]


def _is_mark(value: Value) -> bool:
    """A short mark; longer words may as well head a column of totals."""
    return len(token(value)) <= _MARK_LETTERS and bool(read_mark(value))


def _is_of_people(view: View, line: DateLine) -> bool:
    """Whether the dates are said to be people's own: a heading such as "Synt." or "Aloitti" stands before them."""
    first = min(line.reads, default=0)
    before = max((column for column in view.cells(line.row) if column < first), default=None)
    return before is not None and Heading.OWN_DATE in headings(view.text(line.row, before))


def _names_heading(cells: Mapping[int, Value]) -> bool:
    """Whether one of the cells heads a column of names."""
    return any(headings(value) & _NAMES for value in cells.values() if isinstance(value, str))
