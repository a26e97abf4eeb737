# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV: UTF-8, a header of English snake_case names, numbers and dates of no language, no formulas.

Rows go through in batches and each column by what it holds: only text that people wrote is looked
at for formulas, and each different text once.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from db.rules.disclosure import Masked
from db.rules.tables import Holds, Table
from desktop.exchange.text_cells import PLACES, YES, all_guarded

BATCH = 250

Cells = Sequence[Any]


def csv_bytes(table: Table) -> bytes:
    """The whole file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.keys)
    writers = [(n, _WRITERS[c.holds]) for n, c in enumerate(table.columns) if c.holds in _WRITERS]
    for batch in _batches(table.rows):
        cells: list[Cells] = list(zip(*batch, strict=True))
        for place, write in writers:
            cells[place] = write(cells[place])
        writer.writerows(zip(*cells, strict=True))
    return file.getvalue().encode()


def _batches(rows: Sequence[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _codes(cells: Cells) -> Cells:
    """Few different ones, so looking at each kind is enough."""
    return cells if all_guarded(kinds := [*set(cells)]) is kinds else all_guarded(cells)


def _yes(cells: Cells) -> Cells:
    return [*map(YES.__getitem__, cells)]


def _shares(cells: Cells) -> Cells:
    return [f"{cell:.{PLACES}f}" if isinstance(cell, float) else _masked(cell) for cell in cells]


def _numbers(cells: Cells) -> Cells:
    if Masked not in set(map(type, cells)):
        return cells
    return [_masked(cell) for cell in cells]


def _masked(cell: object) -> object:
    return cell.code if isinstance(cell, Masked) else cell


_WRITERS: dict[Holds, Callable[[Cells], Cells]] = {
    Holds.TEXT: all_guarded,
    Holds.CODE: _codes,
    Holds.YES: _yes,
    Holds.SHARE: _shares,
    Holds.NUMBER: _numbers,
    Holds.MINUTES: _numbers,
}
