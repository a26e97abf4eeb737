# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain table on its way to a file: columns that know what they hold, and rows of values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What a column's cells are. Only TEXT is written by people, so only it needs guarding against
    formulas; CODE is a word of the program, MOMENT ISO 8601 with its offset."""

    TEXT = "text"
    CODE = "code"
    ID = "id"
    NUMBER = "number"
    MINUTES = "minutes"
    SHARE = "share"
    DATE = "date"
    MOMENT = "moment"
    YES = "yes"


@dataclass(frozen=True)
class Column:
    """A column by its key, in English snake_case whatever the language."""

    key: str
    holds: Holds = Holds.TEXT


@dataclass(frozen=True)
class Table:
    """Columns and rows. A cell is text, a number, a date, True or False, `Masked`, or None for
    nothing."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[object, ...]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The header."""
        return tuple(column.key for column in self.columns)
