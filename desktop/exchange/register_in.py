# SPDX-License-Identifier: GPL-3.0-or-later
"""Understands an attendance spreadsheet as leaders keep it, and tells what stayed unclear."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from db.errors import Refused, Why
from desktop.exchange import limits
from desktop.exchange.grid import Grid
from desktop.exchange.register_dates import is_week
from desktop.exchange.register_draft import Draft, MarkReader
from desktop.exchange.register_finish import finish
from desktop.exchange.register_legend import Legend, find_legend
from desktop.exchange.register_marks import hinted, token
from desktop.exchange.register_places import Years, group_names, heed_cancellations, leftovers
from desktop.exchange.register_shapes import Left, Meaning, Note, Understood, UnknownMark
from desktop.exchange.register_sheet import read_sheet
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
    return understand_grids(
        parse_sheets(path), path, mapping or {}, year, names_flipped=names_flipped
    )


def understand_grids(
    grids: Sequence[Grid],
    path: Path,
    mapping: Mapping[str, Meaning],
    year: int,
    *,
    names_flipped: bool = False,
) -> Understood:
    """The same of sheets that are read already; of `path` only the name is used."""
    seen = [grid for grid in grids if grid.cells and not grid.hidden]
    legend = find_legend(seen)
    reader = MarkReader({token(mark): meaning for mark, meaning in mapping.items()}, legend)
    sheets = [(grid, read_sheet(grid, reader)) for grid in seen]
    drafts = [draft for _, found in sheets for draft in found]
    if not drafts:
        weeks = [
            cell
            for grid in seen
            for cell in grid.addresses(p for p, v in grid.cells.items() if is_week(v))
        ]
        reason = {"reason": "week_numbers", "cells": tuple(weeks)} if weeks else {}
        raise Refused(Why.FILE_HAS_NO_REGISTER, file=path.name, **reason)
    if len(drafts) > limits.REGISTERS:
        raise Refused(Why.FILE_TOO_BIG, file=path.name)
    for grid, found in sheets:
        heed_cancellations(found, grid)
    years = Years(drafts, path.stem)
    groups = [
        finish(
            draft,
            name,
            hint=years.hint(draft),
            default_year=year,
            flipped=names_flipped,
        )
        for draft, name in zip(drafts, group_names(drafts, path.stem), strict=True)
    ]
    notes = [note for draft in drafts for note in draft.notes]
    notes += [note for grid, found in sheets if found for note in leftovers(found, grid, legend)]
    notes += [_whole(grid, Left.HIDDEN_SHEET) for grid in grids if grid.cells and grid.hidden]
    notes += [_whole(grid, Left.NOT_A_REGISTER) for grid, found in sheets if not found]
    problems = tuple(problem for draft in drafts for problem in draft.problems)
    return Understood(tuple(groups), problems, tuple(notes), tuple(_unknown(drafts, legend)))


def _whole(grid: Grid, kind: Left) -> Note:
    """A sheet that was left out, by the range of its cells."""
    rows, columns = zip(*grid.cells, strict=True)
    first, last = (min(rows), min(columns)), (max(rows), max(columns))
    return Note(kind, (grid.range(first, last),), grid.name)


def _unknown(drafts: Sequence[Draft], legend: Legend) -> Iterator[UnknownMark]:
    """The marks to ask about, each once, with all of its cells."""
    cells: dict[str, list[str]] = defaultdict(list)
    written: dict[str, str] = {}
    for draft in drafts:
        for asked in sorted(draft.unknown, key=lambda asked: asked.place):
            cells[token(asked.text)].append(draft.grid.address(asked.place))
            written.setdefault(token(asked.text), asked.text)
    for mark, text in written.items():
        said = legend.says.get(mark, "")
        yield UnknownMark(text, tuple(cells[mark]), hinted(said or mark), said)
