# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the headings of a list with one row for each mark."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from db.rules.words import MarkKind
from desktop.exchange.grid import Grid, Value
from desktop.exchange.register_dates import read_date
from desktop.exchange.register_marks import read_mark, token
from desktop.exchange.register_names import clean_name, looks_like_name
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_shapes import NameOrder
from desktop.exchange.register_view import View
from desktop.exchange.register_words import headings, order_told, plain

_ROWS = 40
_FEWEST_ROWS = 3
_MOST_ROWS = 0.7
_WORD_LETTERS = 4
_COLUMNS = (
    Heading.DATE, Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME, Heading.CODE, Heading.MARK, Heading.GROUP,
    Heading.STATE, Heading.TIME, Heading.LATE_MINUTES, Heading.MINUTES, Heading.REMOTE, Heading.HEAD_COUNT,
    Heading.COUNT,
)  # fmt: skip


@dataclass(frozen=True)
class ListHead:
    """The row of headings and the column of each; `checks` are columns that are ticked for one mark each."""

    row: int
    columns: Mapping[Heading, int]
    checks: Mapping[int, MarkKind]
    order: NameOrder | None = None

    def value(self, cells: Mapping[int, Value], kind: Heading) -> Value:
        """A row's cell under a heading; "" where either is missing."""
        column = self.columns.get(kind)
        return cells.get(column, "") if column is not None else ""

    def name(self, cells: Mapping[int, Value]) -> str:
        """A row's person as written; first and last name joined in the list's own order."""
        kinds = self.name_kinds
        columns = sorted(self.columns[kind] for kind in kinds)
        text = " ".join(_as_text(cells[column]) for column in columns if column in cells)
        return clean_name(text) or ("#" if "#" in text else "")

    def parts(self, cells: Mapping[int, Value]) -> tuple[str, str] | None:
        """(first name, last name), where each has its column."""
        if len(self.name_kinds) < 2:
            return None
        first, last = (clean_name(_as_text(self.value(cells, kind))) for kind in self.name_kinds)
        return (first, last) if first else (last, "")

    @property
    def name_kinds(self) -> tuple[Heading, ...]:
        """The headings under which names stand."""
        parted = (Heading.FIRST_NAME, Heading.LAST_NAME)
        if all(kind in self.columns for kind in parted):
            return parted
        single = (Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME, Heading.CODE)
        return next((kind,) for kind in single if kind in self.columns)


def _as_text(value: Value) -> str:
    return value if isinstance(value, str) else token(value)


def find_list_head(grid: Grid) -> ListHead | None:
    """The headings of a list: at least a date, a name and a mark, each in a column of its own."""
    for row, cells in islice(View(grid).rows.items(), _ROWS):
        texts = {column: value for column, value in cells.items() if isinstance(value, str)}
        head = _head(row, texts) if len(texts) >= 3 else None
        if head:
            return head
    return None


def guess_list_head(grid: Grid) -> ListHead | None:
    """The same without headings that anybody knows: a column of dates, one of names and one of marks."""
    rows = View(grid).rows
    tests = {Heading.DATE: _is_date, Heading.MARK: _is_mark, Heading.NAME: _is_name}
    found: dict[Heading, int] = {}
    for kind, test in tests.items():
        hits = Counter(
            column for cells in rows.values() for column, value in cells.items() if test(value)
        )
        column, count = next(iter(hits.most_common(1)), (0, 0))
        if count < max(_FEWEST_ROWS, len(rows) * _MOST_ROWS) or column in found.values():
            return None
        found[kind] = column
    first = next(row for row, cells in rows.items() if _is_date(cells.get(found[Heading.DATE], "")))
    return ListHead(first - 1, found, {})


def _is_date(value: Value) -> bool:
    read = read_date(value)
    return bool(read and read.month and not read.weak)


def _is_mark(value: Value) -> bool:
    return read_mark(value) is not None


def _is_name(value: Value) -> bool:
    return (
        isinstance(value, str) and len(value) > 2 and looks_like_name(value) and not _is_mark(value)
    )


def _head(row: int, texts: Mapping[int, str]) -> ListHead | None:
    columns = _columns(texts)
    if Heading.DATE not in columns or not set(columns) & {
        Heading.NAME,
        Heading.FIRST_NAME,
        Heading.LAST_NAME,
        Heading.CODE,
    }:
        return None
    checks = _checks(texts)
    if Heading.MARK in columns and (len(checks) < 2 or columns[Heading.MARK] not in checks):
        checks = {}
    elif len(checks) < 2:
        return None
    name = columns.get(Heading.NAME)
    return ListHead(row, columns, checks, order_told(texts[name]) if name is not None else None)


def _columns(texts: Mapping[int, str]) -> dict[Heading, int]:
    """The first column of each heading; a column serves as one thing only."""
    found: dict[Heading, int] = {}
    for column, text in texts.items():
        kinds = headings(text)
        kind = next((kind for kind in _COLUMNS if kind in kinds and kind not in found), None)
        if kind:
            found[kind] = column
    return found


def _checks(texts: Mapping[int, str]) -> dict[int, MarkKind]:
    reads = {
        column: read_mark(plain(text))
        for column, text in texts.items()
        if len(plain(text)) >= _WORD_LETTERS
    }
    return {column: read.kind for column, read in reads.items() if read}
