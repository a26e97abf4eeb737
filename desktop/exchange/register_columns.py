# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the columns with names beside the dates of a register, and what heads the others."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.exchange.grid import Value
from desktop.exchange.register_header import DateLine
from desktop.exchange.register_marks import read_mark
from desktop.exchange.register_names import clean_name, looks_like_name
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_shapes import NameOrder
from desktop.exchange.register_view import View
from desktop.exchange.register_words import headings, order_told

_HEADS_NEAR = {
    Heading.NAME,
    Heading.FIRST_NAME,
    Heading.LAST_NAME,
    Heading.CODE,
    Heading.GROUP,
    Heading.REMARKS,
    Heading.TOTALS,
}
_NAME_LIKE = {Heading.NAME, Heading.CODE}


@dataclass(frozen=True)
class NameColumns:
    """Where names stand: one column, or one for the first and one for the last name.

    `named` tells that a heading says so; `order` is that of the names, where the sheet itself tells;
    `group` is a column that tells each person's group.
    """

    columns: tuple[int, ...]
    named: bool = False
    parted: bool = False
    order: NameOrder | None = None
    group: int | None = None

    @property
    def all_columns(self) -> tuple[int, ...]:
        """The columns of names, and that of groups."""
        return self.columns if self.group is None else (*self.columns, self.group)

    def group_of(self, cells: Mapping[int, Value]) -> str:
        """The group that a person's row names; "" where there is no such column."""
        return _as_text(cells.get(self.group, "")) if self.group is not None else ""

    def label(self, cells: Mapping[int, Value]) -> str:
        """What a row is about: its name, or "Yhteensä"."""
        texts = (_as_text(cells[column]) for column in self.columns if column in cells)
        return clean_name(" ".join(filter(None, texts)))

    def parts(self, cells: Mapping[int, Value]) -> tuple[str, str] | None:
        """(first name, last name), where each has its column."""
        if not self.parted:
            return None
        first, last = (
            clean_name(_as_text(cells[column])) if column in cells else ""
            for column in self.columns
        )
        return (first, last) if first else (last, "")


def column_headings(view: View, line: DateLine, column: int) -> tuple[frozenset[Heading], str]:
    """What heads a column beside the dates: in the row of the dates, else in a row next to it."""
    for row in (line.row, line.row - 1, line.row + 1, line.row - 2):
        text = view.text(row, column)
        # Rows near the dates have labels of their own, such as "klo", in the column of names.
        if text and (row == line.row or headings(text) & _HEADS_NEAR):
            return headings(text), text
    return frozenset(), ""


def name_columns(view: View, line: DateLine, stop: int) -> NameColumns | None:
    """The columns of names between a line of dates and row `stop`, or None where nothing looks like one."""
    below = [view.cells(row) for row in view.between(line.row + 1, stop)]
    columns = sorted({column for cells in below for column in cells} - set(line.reads))
    heads = {column: column_headings(view, line, column) for column in columns}

    def headed(kind: Heading) -> int | None:
        return next((column for column in columns if kind in heads[column][0]), None)

    first, last = headed(Heading.FIRST_NAME), headed(Heading.LAST_NAME)
    if first is not None and last is not None:
        return NameColumns((first, last), named=True, parted=True, group=headed(Heading.GROUP))
    for kind in (Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME, Heading.CODE):
        column = headed(kind)
        if column is not None:
            order = order_told(heads[column][1])
            return NameColumns((column,), named=True, order=order, group=headed(Heading.GROUP))
    return _guessed(below, columns, lambda column: heads[column][0])


def _guessed(
    below: list[dict[int, Value]], columns: list[int], heads: Callable[[int], frozenset[Heading]]
) -> NameColumns | None:
    """Without a heading: where most texts could be names; two columns of single words are one name."""
    free = [
        column
        for column in columns
        if not heads(column) - _NAME_LIKE - {Heading.DATE, Heading.TOTALS}
    ]
    named = Counter(
        column for cells in below for column, value in cells.items() if _is_named(value)
    )
    likeness = {column: named[column] for column in free}
    best = max(free, key=lambda column: (likeness[column], -column), default=None)
    if best is None or not likeness[best]:
        return None
    beside = next(
        (c for c in (best - 1, best + 1) if likeness.get(c, 0) * 2 > likeness[best]), None
    )
    pair = sorted((best, beside)) if beside is not None else []
    if pair and all(_single_words(below, column) for column in pair):
        return NameColumns(tuple(pair))
    return NameColumns((best,))


def _is_named(value: Value | None) -> bool:
    named = (
        isinstance(value, str)
        and len(value) > 1
        and looks_like_name(value)
        and not value.isdecimal()
    )
    return named and read_mark(value or "") is None


def _single_words(below: list[dict[int, Value]], column: int) -> bool:
    texts = [value for cells in below if isinstance(value := cells.get(column), str)]
    alone = sum(" " not in text and text.isalpha() for text in texts)
    return alone * 3 >= len(texts) * 2


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return value
    return f"{value:g}" if isinstance(value, float) else ""
