# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the registers of a file: titles that name groups and years, and cells that nobody needed."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.exchange.grid import Grid, Place
from desktop.exchange.register_dates import read_date
from desktop.exchange.register_draft import Draft
from desktop.exchange.register_legend import Legend
from desktop.exchange.register_shapes import Left, Note
from desktop.exchange.register_titles import labelled_name, name_in, sheet_group, stem_group
from desktop.exchange.register_words import Heading, headings, is_cancelled
from desktop.exchange.register_years import YearHint, year_hint


def title_cells(draft: Draft) -> list[tuple[Place, str]]:
    """The texts above a register, from the top, then that in its corner."""
    cells = draft.grid.cells
    above = sorted(
        place for place in cells if place[0] in draft.titles and place not in draft.taken
    )
    return [
        (place, text) for place in (*above, *draft.corner) if isinstance(text := cells[place], str)
    ]


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
    after: dict[Place, set[Heading]] = {}
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


def hint_of(draft: Draft, drafts: Iterable[Draft], stem: str) -> YearHint | None:
    """The year that a register's surroundings speak of, from the nearest to the farthest."""
    return year_hint(_texts(draft, drafts, stem))


def _texts(draft: Draft, drafts: Iterable[Draft], stem: str) -> Iterator[str]:
    cells = draft.grid.cells
    above = [place for place in sorted(cells) if place[0] in draft.titles]
    for place in (*above, *draft.corner):
        yield _as_text(cells[place])
    yield draft.grid.name
    yield stem
    for place in sorted(set(cells) - draft.taken):
        yield _as_text(cells[place])
    for other in drafts:
        yield from (str(session.read.year) for session in other.sessions if session.read.year)
        yield from (
            _as_text(other.grid.cells[place])
            for place in sorted(other.grid.cells)
            if place[0] in other.titles
        )


def _as_text(value: object) -> str:
    return (
        f"{value:g}" if isinstance(value, float) else str(value) if isinstance(value, str) else ""
    )


def heed_cancellations(drafts: Sequence[Draft], grid: Grid) -> None:
    """ "16.2. peruttu" beside a register cancels the session of that day, if nobody is marked there."""
    taken = {place for draft in drafts for place in draft.taken}
    for place, text in grid.cells.items():
        if place in taken or not isinstance(text, str) or not is_cancelled(text):
            continue
        read = read_date(text)
        for draft in drafts:
            marked = {mark.session for mark in draft.marks}
            for at, session in enumerate(draft.sessions):
                same = read and (read.day, read.month) == (session.read.day, session.read.month)
                if same and at not in marked and not session.head_count:
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
