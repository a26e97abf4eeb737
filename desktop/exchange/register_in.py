# SPDX-License-Identifier: GPL-3.0-or-later
"""Understands an attendance spreadsheet as leaders keep it: groups, sessions, people and marks, and what stayed unclear."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from db.errors import Refused, Why
from desktop.exchange.grid import Grid, Place
from desktop.exchange.register_draft import Draft, MarkReader
from desktop.exchange.register_finish import finish
from desktop.exchange.register_legend import Legend, find_legend
from desktop.exchange.register_marks import hinted, token
from desktop.exchange.register_places import group_names, leftovers, titles
from desktop.exchange.register_shapes import Left, Meaning, Note, Understood, UnknownMark
from desktop.exchange.register_sheet import read_sheet
from desktop.exchange.register_years import YearHint, year_hint
from desktop.exchange.sheets_in import parse_sheets


def understand(
    path: Path,
    *,
    mapping: Mapping[str, Meaning] | None = None,
    default_year: int | None = None,
    names_flipped: bool = False,
) -> Understood:
    """What an attendance spreadsheet says. Nothing is stored.

    `mapping` tells the meaning of marks, in any case; `default_year` is taken where neither the sheet
    nor its name tells of a year (None: this year); `names_flipped` turns round the order of first and
    last names that was found. Raises Refused as `parse_sheets` does, and FILE_HAS_NO_REGISTER.
    """
    year = default_year or datetime.now(UTC).year
    return understand_grids(parse_sheets(path), path, mapping or {}, year, names_flipped=names_flipped)


def understand_grids(
    grids: Sequence[Grid], path: Path, mapping: Mapping[str, Meaning], year: int, *, names_flipped: bool = False
) -> Understood:
    """The same of sheets that are read already; of `path` only the name is used."""
    seen = [grid for grid in grids if grid.cells and not grid.hidden]
    legend = find_legend(seen)
    reader = MarkReader({token(mark): meaning for mark, meaning in mapping.items()}, legend)
    read = {grid.name: read_sheet(grid, reader) for grid in seen}
    drafts = [draft for found in read.values() for draft in found]
    if not drafts:
        raise Refused(Why.FILE_HAS_NO_REGISTER, file=path.name)
    names = group_names(drafts, path.stem)
    groups = [
        finish(draft, name, hint=_year(draft, drafts, path.stem), default_year=year, flipped=names_flipped)
        for draft, name in zip(drafts, names, strict=True)
    ]
    notes = [*_unread_sheets(grids, read), *(note for draft in drafts for note in draft.notes)]
    for grid in seen:
        if read[grid.name]:
            notes += leftovers(grid, read[grid.name], legend)
    problems = tuple(problem for draft in drafts for problem in draft.problems)
    return Understood(tuple(groups), problems, tuple(notes), tuple(_unknown(drafts, legend)))
