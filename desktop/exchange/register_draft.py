# SPDX-License-Identifier: GPL-3.0-or-later
"""What is gathered while one register is read, before its dates have years and its people first names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import Enum

from desktop.exchange.grid import Grid, Place, Unread, Value
from desktop.exchange.register_dates import DateRead
from desktop.exchange.register_legend import Legend
from desktop.exchange.register_marks import Read, mapped, read_mark, token
from desktop.exchange.register_shapes import Left, Meaning, NameOrder, Note, Problem, Trouble


class Unmarked(Enum):
    """Why a cell with content gives no mark."""

    SKIPPED = "skipped"  # a person has said to pass over it
    UNKNOWN = "unknown"  # a person has to be asked
    NO_VALUE = "no_value"  # there is nothing to ask about


@dataclass(frozen=True)
class MarkReader:
    """Reads marks by what a person has said of them, then by the usual meanings that the legend does not deny."""

    mapping: Mapping[str, Meaning]
    legend: Legend

    def read(self, value: Value) -> Read | Unmarked:
        if isinstance(value, Unread):
            return Unmarked.NO_VALUE
        mark = token(value)
        if mark in self.mapping:
            return mapped(self.mapping[mark]) or Unmarked.SKIPPED
        read = None if self.legend.doubts(mark) else read_mark(value)
        return read or Unmarked.UNKNOWN


@dataclass
class DraftPerson:
    """A person of the list; `parts` are (first name, last name) where the sheet has a column for each."""

    name: str
    place: Place
    parts: tuple[str, str] | None = None
    group: str = ""


@dataclass
class DraftSession:
    """A meeting by its date as read."""

    read: DateRead
    place: Place
    start: time | None = None
    cancelled: bool = False
    head_count: int | None = None


@dataclass
class DraftMark:
    """A mark of a person at a session, both by index."""

    person: int
    session: int
    read: Read
    place: Place
    minutes: int | None = None


@dataclass
class DraftUnknown:
    """A mark that has to be asked about, as written."""

    person: int
    session: int
    text: str
    place: Place


@dataclass
class Draft:
    """One register of a sheet.

    `taken` are the cells that it accounts for, understood or listed. `titles` are the rows of the
    sheet above it, `corner` the cells between its dates and names, where a title may stand too.
    `read` counts the marks that were read, those of cancelled sessions too.
    """

    grid: Grid
    people: list[DraftPerson] = field(default_factory=list)
    sessions: list[DraftSession] = field(default_factory=list)
    marks: list[DraftMark] = field(default_factory=list)
    unknown: list[DraftUnknown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    taken: set[Place] = field(default_factory=set)
    corner: list[Place] = field(default_factory=list)
    titles: range = range(0)
    group: str = ""
    order: NameOrder | None = None
    headed: bool = False
    read: int = 0

    def take(self, places: Iterable[Place]) -> None:
        self.taken.update(places)

    def add(self, mark: DraftMark) -> None:
        self.marks.append(mark)
        self.read += 1

    def trouble(self, kind: Trouble, places: Iterable[Place], text: str = "") -> None:
        """List cells as not understood."""
        places = set(places)
        self.take(places)
        self.problems.append(Problem(kind, self.grid.addresses(places), text))

    def note(self, kind: Left, places: Iterable[Place], text: str = "") -> None:
        """List cells as left out."""
        places = set(places)
        self.take(places)
        self.notes.append(Note(kind, self.grid.ranges(places), text))

    @property
    def weight(self) -> int:
        """How much was understood, to choose between two ways to read a sheet."""
        return self.read + sum(session.head_count is not None for session in self.sessions)

    def is_register(self) -> bool:
        """Whether this is attendance at all, and not a rota, a plan or some other table with dates.

        Marks that are known must outnumber long unknown texts and, where no heading speaks of names,
        figures. Without any known mark, the few different short ones of a register may still be asked
        about; a rota has more.
        """
        short = [asked.text for asked in self.unknown if len(asked.text) <= 4]
        if self.weight:
            figures = sum(
                token(mark).replace(",", ".").replace(".", "", 1).isdecimal() for mark in short
            )
            certain = self.headed or figures <= self.weight
            return certain and self.weight + len(short) >= len(self.unknown) - len(short)
        if self.unknown:
            kinds = {token(mark) for mark in short}
            return (
                bool(self.people)
                and len(short) == len(self.unknown)
                and len(kinds) <= (8 if self.headed else 2)
            )
        return bool(self.people and self.sessions) and (
            self.headed or min(len(self.people), len(self.sessions)) > 1
        )
