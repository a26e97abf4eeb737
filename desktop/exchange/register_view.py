# SPDX-License-Identifier: GPL-3.0-or-later
"""A grid seen with its dates across: as it stands, or turned when the dates run down."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from desktop.exchange.grid import Grid, Place, Value


@dataclass(frozen=True)
class View:
    """Rows and columns are those of the view; `place` gives those of the sheet."""

    grid: Grid
    turned: bool = False
    rows: dict[int, dict[int, Value]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        rows: dict[int, dict[int, Value]] = {}
        for (row, column), value in sorted(self.grid.cells.items()):
            line, at = (column, row) if self.turned else (row, column)
            rows.setdefault(line, {})[at] = value
        object.__setattr__(self, "rows", dict(sorted(rows.items())))

    @cached_property
    def last_row(self) -> int:
        """The last row with content."""
        return max(self.rows, default=-1)

    def between(self, start: int, stop: int) -> list[int]:
        """The rows with content from `start` to before `stop`."""
        return self._numbers[bisect_left(self._numbers, start) : bisect_left(self._numbers, stop)]

    def rows_after(self, row: int, count: int) -> list[int]:
        """The next rows with content, at most `count`."""
        start = bisect_right(self._numbers, row)
        return self._numbers[start : start + count]

    @cached_property
    def _numbers(self) -> list[int]:
        return list(self.rows)

    def cells(self, row: int) -> dict[int, Value]:
        """The cells of a row by column; none for an empty row."""
        return self.rows.get(row, {})

    def text(self, row: int, column: int) -> str:
        """The text of a cell; "" for an empty one and for one that is no text."""
        value = self.cells(row).get(column)
        return value if isinstance(value, str) else ""

    def place(self, row: int, column: int) -> Place:
        return (column, row) if self.turned else (row, column)

    def places(self, row: int, columns: Iterable[int]) -> set[Place]:
        return {self.place(row, column) for column in columns}

    def address(self, row: int, column: int) -> str:
        return self.grid.address(self.place(row, column))
