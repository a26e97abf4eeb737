# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the registers of a file: titles that name groups and years, and cells that nobody needed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from desktop.exchange.grid import Grid, Place
from desktop.exchange.register_dates import read_date
from desktop.exchange.register_draft import Draft, DraftSession
from desktop.exchange.register_legend import Legend
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_shapes import Left, Note
from desktop.exchange.register_titles import labelled_name, name_in, sheet_group, stem_group
from desktop.exchange.register_words import headings, is_cancelled
from desktop.exchange.register_years import YearHint, year_hint

_LONGEST_TITLE = 200
# Titles stand at the top of the space above a register, and at its left.
_TITLE_ROWS, _TITLE_CELLS = 40, 20


def title_cells(draft: Draft) -> list[tuple[Place, str]]:
    """The texts above a register, from the top, then that in its corner."""
    cells = draft.grid.cells
    above = [place for place in _above(draft) if place not in draft.taken]
    return [
        (place, text)
        for place in (*above, *draft.corner)
        if isinstance(text := cells[place], str) and len(text) <= _LONGEST_TITLE
    ]


def _above(draft: Draft) -> Iterator[Place]:
    for row in draft.titles[:_TITLE_ROWS]:
        yield from draft.grid.by_row.get(row, ())[:_TITLE_CELLS]


def group_names(drafts: Sequence[Draft], stem: str) -> list[str]:
    """The name of each draft's group: told by the list itself, a title, the sheet, or the file.

    Where several sheets have one title but names that tell groups, those are the groups.
    """
    titled = [_titled(draft) for draft in drafts]
    for at, draft in enumerate(drafts):
        others = {
            other.grid.name
            for other, title in zip(drafts, titled, strict=True)
            if title == titled[at]
        }
        if len(others) > 1 and sheet_group(draft.grid.name) and not draft.group:
            titled[at] = sheet_group(draft.grid.name)
    return [
        draft.group or title or sheet_group(draft.grid.name) or stem_group(stem)
        for draft, title in zip(drafts, titled, strict=True)
    ]


def _titled(draft: Draft) -> str:
    """The name that a title tells. Titles that do, or tell of a year, have been of use."""
    titles = title_cells(draft)
    place, name = _named_by(titles)
    draft.take(at for at, text in titles if at == place or year_hint([text]))
    return name


def _named_by(cells: list[tuple[Place, str]]) -> tuple[Place | None, str]:
    """The title with a group's name: one with a label for it, else the first that has one at all."""
    after: dict[Place, frozenset[Heading]] = {}
    for (row, column), text in cells:
        after[row, column + 1] = headings(text)
    labelled = (
        (
            place,
            labelled_name(text)
            or (text if Heading.GROUP in after.get(place, ()) and not headings(text) else ""),
        )
        for place, text in cells
    )
    plain = (
        (place, name_in(text)) for place, text in cells if not after.get(place) and _may_name(text)
    )
    return next(((place, name) for place, name in (*labelled, *plain) if name), (None, ""))


def _may_name(text: str) -> bool:
    """Not "Ohjaajat: EK, MS", "Nimi" or "Nimi / pvm"."""
    return not headings(text) and not headings(text.partition(":")[0]) - {
        Heading.NAME,
        Heading.MARK,
        Heading.TOTALS,
    }


class Years:
    """The years that a file speaks of; what no register's own titles tell is looked for farther and farther away."""

    def __init__(self, drafts: Sequence[Draft], stem: str) -> None:
        self._drafts, self._stem = drafts, stem
        self._on_sheets: dict[str, YearHint | None] = {}

    def hint(self, draft: Draft) -> YearHint | None:
        """The hint for one register."""
        cells = draft.grid.cells
        near = (_as_text(cells[place]) for place in (*_above(draft), *draft.corner))
        return (
            year_hint((*near, draft.grid.name, self._stem))
            or self._of_sheet(draft.grid)
            or self._of_file
        )

    def _of_sheet(self, grid: Grid) -> YearHint | None:
        """What stands anywhere else on the sheet."""
        if grid.name not in self._on_sheets:
            taken = {place for draft in self._drafts if draft.grid is grid for place in draft.taken}
            left = (value for place, value in sorted(grid.cells.items()) if place not in taken)
            self._on_sheets[grid.name] = year_hint(map(_as_text, left))
        return self._on_sheets[grid.name]

    @cached_property
    def _of_file(self) -> YearHint | None:
        """What the dates and titles of the other registers tell."""
        dates = (str(s.read.year) for draft in self._drafts for s in draft.sessions if s.read.year)
        titles = (
            _as_text(draft.grid.cells[place]) for draft in self._drafts for place in _above(draft)
        )
        return year_hint((*dates, *titles))


def _as_text(value: object) -> str:
    return (
        f"{value:g}" if isinstance(value, float) else str(value) if isinstance(value, str) else ""
    )


def heed_cancellations(drafts: Sequence[Draft], grid: Grid) -> None:
    """ "16.2. peruttu" beside a register cancels the session of that day, if nobody is marked there."""
    taken = {place for draft in drafts for place in draft.taken}
    by_day: dict[tuple[int, int], list[tuple[Draft, DraftSession]]] = defaultdict(list)
    for draft in drafts:
        marked = {mark.session for mark in draft.marks}
        for at, session in enumerate(draft.sessions):
            if at not in marked and not session.head_count:
                by_day[session.read.day, session.read.month].append((draft, session))
    for place, text in grid.cells.items():
        if (
            isinstance(text, str)
            and place not in taken
            and is_cancelled(text)
            and (read := read_date(text))
        ):
            for draft, session in by_day.pop((read.day, read.month), ()):
                session.cancelled = True
                draft.take([place])


def leftovers(drafts: Sequence[Draft], grid: Grid, legend: Legend) -> Iterator[Note]:
    """The cells of a sheet with registers that nothing has accounted for."""
    left = set(grid.cells) - {place for draft in drafts for place in draft.taken}
    explained = {place for place in left if (grid.name, place) in legend.cells}
    if explained:
        yield Note(Left.LEGEND, grid.ranges(explained))
    if left - explained:
        yield Note(Left.TEXT, grid.ranges(left - explained))
