# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet as plain cells: what every spreadsheet format is read into before anybody tries to understand it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property


class Unread(Enum):
    """A cell that holds something, but nothing that can be read."""

    FORMULA = "formula"
    ERROR = "error"


Value = str | float | bool | date | datetime | time | Unread
Place = tuple[int, int]


def column_name(column: int) -> str:
    """Letters of a column counted from 0: "A", "Z", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True)
class Grid:
    """One sheet. `cells` holds only those with content, by (row, column) from 0; text is stripped.

    `name` is empty for a csv file, which has one sheet without a name.
    """

    name: str
    cells: Mapping[Place, Value] = field(repr=False)
    hidden: bool = False

    @cached_property
    def by_row(self) -> Mapping[int, Sequence[Place]]:
        """The places of each row with content, from left to right."""
        rows: dict[int, list[Place]] = {}
        for place in sorted(self.cells):
            rows.setdefault(place[0], []).append(place)
        return rows

    def address(self, place: Place) -> str:
        """As people write it: "Taul1!C7", or "C7" where the sheet has no name."""
        row, column = place
        cell = f"{column_name(column)}{row + 1}"
        return f"{self.name}!{cell}" if self.name else cell

    def ranges(self, places: Iterable[Place]) -> tuple[str, ...]:
        """The same, with neighbours of one row or one column drawn together: "Taul1!B16:O16"."""
        row_runs = _runs(sorted(places), lambda place: (place[0], place[1] + 1))
        column_runs = _runs(
            sorted(places, key=lambda place: place[::-1]), lambda place: (place[0] + 1, place[1])
        )
        runs = min(row_runs, column_runs, key=len)
        return tuple(self.range(first, last) for first, last in sorted(runs))

    def range(self, first: Place, last: Place) -> str:
        """A rectangle by its corners: "Taul1!A1:C7", or one cell."""
        cell = f"{column_name(last[1])}{last[0] + 1}"
        return self.address(first) + (f":{cell}" if first != last else "")

    def addresses(self, places: Iterable[Place]) -> tuple[str, ...]:
        """The addresses of cells in reading order."""
        return tuple(self.address(place) for place in sorted(places))


def _runs(
    places: Sequence[Place], following: Callable[[Place], Place]
) -> list[tuple[Place, Place]]:
    """(first, last) of each unbroken run of places."""
    runs: list[tuple[Place, Place]] = []
    for place in places:
        if runs and following(runs[-1][1]) == place:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
