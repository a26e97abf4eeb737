# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a sheet's own explanation of its marks ("x = paikalla, k = kipeä"): proposed to a person, never applied."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.exchange.grid import Grid, Place
from desktop.exchange.register_marks import hinted, read_mark, token

_EQUALS = re.compile(
    r"(?:^|[\s,;:(])(?P<mark>[^\s,;:=()]{1,8})\s*=\s*(?P<means>[^=,;()\n]+?)(?=\s*(?:[,;)\n]|$|\s\S{1,8}\s*=))"
)
_ALONE = re.compile(r"(?P<mark>\S{1,4})\s*(?::|\s[-–—→])\s+(?P<means>[^\d:]{3,40})")
_MARK_LETTERS = 4
_LONGEST = 400


@dataclass(frozen=True)
class Legend:
    """What the file says of its marks, by their token; `cells` are where it says so."""

    says: Mapping[str, str] = field(default_factory=dict)
    cells: frozenset[tuple[str, Place]] = frozenset()

    def doubts(self, mark: str) -> bool:
        """Whether the file's own words speak against the usual meaning of a mark."""
        usual, own = read_mark(mark), hinted(self.says.get(mark, ""))
        return bool(usual and own and usual.kind is not own)


def find_legend(grids: Iterable[Grid]) -> Legend:
    """The explanations of marks anywhere in the file; a later one of the same mark is not heeded."""
    says: dict[str, str] = {}
    cells: set[tuple[str, Place]] = set()
    for grid in grids:
        for place, found in _explanations(grid):
            cells.add((grid.name, place))
            for mark, means in found:
                says.setdefault(token(mark), means.strip())
    return Legend(says, frozenset(cells))


def _explanations(grid: Grid) -> Iterable[tuple[Place, list[tuple[str, str]]]]:
    lonely = _pairs(grid)
    for place, value in grid.cells.items():
        if not isinstance(value, str) or len(value) > _LONGEST:
            continue
        found = [(match["mark"], match["means"]) for match in _EQUALS.finditer(value)]
        if alone := _ALONE.fullmatch(value):
            found.append((alone["mark"], alone["means"]))
        if place in lonely:
            found.append((value, lonely[place]))
        if found := [(mark, means) for mark, means in found if hinted(means)]:
            yield place, found


def _pairs(grid: Grid) -> dict[Place, str]:
    """Marks that stand in a row with nothing but their explanation."""
    rows: dict[int, list[Place]] = {}
    for place in grid.cells:
        rows.setdefault(place[0], []).append(place)
    pairs = {}
    for places in rows.values():
        if len(places) == 2:
            mark, means = (grid.cells[place] for place in sorted(places))
            if (
                isinstance(mark, str)
                and isinstance(means, str)
                and len(mark) <= _MARK_LETTERS < len(means)
            ):
                pairs[min(places)] = means
    return pairs
