# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mark means: its minutes, who is expected, absences in a row, totals and rates.

The denominator holds every stored mark, unrecorded
is counted apart, and nothing to divide by gives no rate rather than nought.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.rules.words import HERE, MarkKind

NOT_EXPECTED = "not_expected"


@dataclass(frozen=True)
class Interval:
    """One enrolment of one person: `ends_on` is the last day inside it, none means still open."""

    participant_id: int
    starts_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        """Whether `day` lies inside."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def expected(day: date, intervals: Iterable[Interval], added: Iterable[int] = ()) -> frozenset[int]:
    """Ids of those expected at a session on `day`: the enrolled, and those added to it alone."""
    return frozenset(i.participant_id for i in intervals if i.holds(day)) | frozenset(added)


def minutes_for(mark: MarkKind, length: int, late: int | None = None) -> int:
    """Minutes attended at a session of `length` minutes; 0 when away, never below 0."""
    if mark not in HERE:
        return 0
    return max(0, length - (late or 0)) if mark is MarkKind.LATE else length


def late_by(starts_at: datetime, ends_at: datetime, now: datetime) -> int | None:
    """Whole minutes since the start for somebody arriving now; None when the session is not running:
    afterwards nobody knows, and no number is made up."""
    if not starts_at <= now < ends_at:
        return None
    return int((now - starts_at).total_seconds()) // 60


def absent_in_a_row(marks: Sequence[str | None]) -> int:
    """Unexplained absences at the end of `marks` (oldest first; None is unrecorded).

    A notified absence ends the row as a visit does: the person was in touch. Sessions that were not
    recorded, or where the person was not expected, neither add to the row nor end it.
    """
    count = 0
    for mark in reversed(marks):
        if mark == MarkKind.ABSENT:
            count += 1
        elif mark not in (None, NOT_EXPECTED):
            break
    return count


@dataclass(frozen=True)
class Totals:
    """How many of each; `unrecorded` are those expected without a mark."""

    present: int = 0
    late: int = 0
    notified: int = 0
    absent: int = 0
    unrecorded: int = 0

    @property
    def here(self) -> int:
        """Named visits: present or late."""
        return self.present + self.late

    @property
    def marked(self) -> int:
        """The denominator: every stored mark."""
        return self.here + self.notified + self.absent

    @property
    def expected(self) -> int:
        """Everybody of whom a mark is or was to be made."""
        return self.marked + self.unrecorded

    @property
    def rate(self) -> float | None:
        """Visits out of all marks, 0 to 1; None without any mark."""
        return self.here / self.marked if self.marked else None

    @property
    def rate_without_notified(self) -> float | None:
        """The same with notified absences left out of the denominator."""
        told = self.here + self.absent
        return self.here / told if told else None


def totals(marks: Collection[MarkKind | None]) -> Totals:
    """Count marks; None is unrecorded."""
    count = Counter(marks)
    return Totals(
        present=count[MarkKind.PRESENT],
        late=count[MarkKind.LATE],
        notified=count[MarkKind.NOTIFIED],
        absent=count[MarkKind.ABSENT],
        unrecorded=count[None],
    )
