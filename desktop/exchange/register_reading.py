# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet that has been read once and can be understood again, each time a person corrects something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.exchange.grid import Grid
from desktop.exchange.register_in import understand_grids
from desktop.exchange.register_join import joined
from desktop.exchange.register_shapes import Meaning, Understood
from desktop.exchange.sheets_in import parse_sheets


@dataclass(frozen=True)
class Corrections:
    """What a person has said of a file: what its marks mean, its year where it tells none, and that
    first and last names stand the other way round than was thought."""

    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    year: int | None = None
    flipped: bool = False


@dataclass(frozen=True)
class Reading:
    """The cells of one file."""

    path: Path
    grids: tuple[Grid, ...]

    def understood(self, corrections: Corrections, this_year: int) -> Understood:
        """What the file says, a register for each group; `this_year` is taken where nothing tells of
        one. Refused(FILE_HAS_NO_REGISTER)."""
        return joined(
            understand_grids(
                self.grids,
                self.path,
                corrections.meanings,
                corrections.year or this_year,
                names_flipped=corrections.flipped,
            )
        )


def read(path: Path) -> Reading:
    """Read a file's cells. Refused as `parse_sheets` says."""
    return Reading(path, parse_sheets(path))
