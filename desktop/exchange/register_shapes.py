# SPDX-License-Identifier: GPL-3.0-or-later
"""What was understood of an attendance spreadsheet, and what was not; every cell by its address."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Literal

from db.rules.words import MarkKind

# What a person may say that an unknown mark means.
Meaning = Literal["present", "late", "notified", "absent", "skip"]


class NameOrder(StrEnum):
    """Which comes first in a name of two words."""

    FIRST_LAST = "first_last"
    LAST_FIRST = "last_first"


class Trouble(StrEnum):
    """What could not be understood. Nothing of these cells is imported."""

    BAD_DATE = "bad_date"  # a heading that looks like a date but is none
    WEEK_NUMBER = "week_number"  # a week has no date
    NO_DATE = "no_date"  # marks in a column without a date
    NO_NAME = "no_name"  # marks in a row without a name
    SAME_NAME = "same_name"  # two people of one name; both were kept
    TWO_MARKS = "two_marks"  # two different marks for one person at one session
    MARKS_IN_CANCELLED = "marks_in_cancelled"  # somebody came to a cancelled session
    BAD_COUNT = "bad_count"  # a head count that is no number
    UNCLEAR_COUNT = "unclear_count"  # a count that may or may not include the people named
    NO_VALUE = "no_value"  # a formula without a stored value, or an error


class Left(StrEnum):
    """Why cells were left out, or taken with a reservation that a person should see."""

    TOTALS = "totals"
    REMARKS = "remarks"
    DETAILS = "details"  # leaders, topics, places, telephone numbers and the like
    LEGEND = "legend"
    TEXT = "text"
    NOT_A_REGISTER = "not_a_register"  # a whole sheet
    HIDDEN_SHEET = "hidden_sheet"
    CANCELLED_FILLER = "cancelled_filler"  # absences in the column of a cancelled session
    SAME_ROW = "same_row"  # a row that says what another has said
    YEAR_ASSUMED = "year_assumed"  # no year anywhere: the default was taken
    WEEKDAY_DIFFERS = "weekday_differs"  # the date was taken, the weekday beside it is another
    FROM_ABOVE = "from_above"  # an empty date or group, taken from the row above
    NO_MARKS = "no_marks"  # people on the list without a single mark
    SAME_DAY = "same_day"  # two sessions of one day and time, kept apart


@dataclass(frozen=True)
class Problem:
    """Cells that were not understood. `text` is a heading, never a name or a remark."""

    kind: Trouble
    cells: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class Note:
    """Cells that were left out or doubted. `text` is a heading, a year or the name of a sheet."""

    kind: Left
    cells: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class UnknownMark:
    """A mark that has to be asked about: as written, where, and what the sheet's own legend says of it."""

    text: str
    cells: tuple[str, ...]
    suggestion: MarkKind | None = None
    legend: str = ""


@dataclass(frozen=True)
class SheetSession:
    """One meeting of the group. `head_count` counts people without a name; None where nobody counted."""

    date: date
    start_time: time | None
    cancelled: bool
    head_count: int | None
    cell: str


@dataclass(frozen=True)
class SheetPerson:
    """A person as written, and split into first and last name ("" where there is but one word)."""

    name: str
    first_name: str
    last_name: str
    cell: str


@dataclass(frozen=True)
class SheetMark:
    """One mark; `person` and `session` are indexes in the group. Minutes are those attended, where told."""

    person: int
    session: int
    mark: MarkKind
    late_minutes: int | None
    minutes: int | None
    remote: bool
    cell: str


@dataclass(frozen=True)
class UnderstoodGroup:
    """One register. Several may have one name: parts of one group on several sheets."""

    name: str
    sheet: str
    name_order: NameOrder
    dates: tuple[SheetSession, ...]
    people: tuple[SheetPerson, ...]
    marks: tuple[SheetMark, ...]


@dataclass(frozen=True)
class Understood:
    """All of a file."""

    groups: tuple[UnderstoodGroup, ...]
    problems: tuple[Problem, ...] = ()
    ignored: tuple[Note, ...] = ()
    unknown: tuple[UnknownMark, ...] = field(default=())
