# SPDX-License-Identifier: GPL-3.0-or-later
"""An attendance register as it comes from outside: names and dates, no ids yet."""

from dataclasses import dataclass
from datetime import date

from db.rules.words import MarkKind


@dataclass(frozen=True)
class RegisterPerson:
    """A name in a register; `participant_id` when somebody has said who it is, `is_new` when they
    have said that it is nobody known."""

    first_name: str
    last_name: str = ""
    participant_id: int | None = None
    is_new: bool = False


@dataclass(frozen=True)
class RegisterSession:
    """A column or row of dates. `start_minute` counts from local midnight, `minutes` is the length."""

    on: date
    start_minute: int | None = None
    minutes: int | None = None
    cancelled: bool = False
    head_count: int | None = None


@dataclass(frozen=True)
class RegisterMark:
    """One mark: places of its person and session in the register's lists. Minutes as told."""

    person: int
    session: int
    mark: MarkKind
    late_minutes: int | None = None
    minutes: int | None = None
    remote: bool = False


@dataclass(frozen=True)
class Register:
    """One group's register."""

    group: str
    people: tuple[RegisterPerson, ...]
    sessions: tuple[RegisterSession, ...]
    marks: tuple[RegisterMark, ...]

    def first_marked(self, person: int) -> date | None:
        """The day of a person's first mark: before it they were not yet in the group. None without marks."""
        return min(
            (self.sessions[m.session].on for m in self.marks if m.person == person), default=None
        )
