# SPDX-License-Identifier: GPL-3.0-or-later
"""What every participation figure means. The one home of its definition: queries count what is named
here, screens, pages and files show it, and the help text repeats it."""

from dataclasses import dataclass
from enum import StrEnum

from db.rules.words import LeaderRole

LEADS = (LeaderRole.LEADER, LeaderRole.CO_LEADER, LeaderRole.PEER_LEADER)
"""Whose hours are leader hours: experts, visitors and students are there without leading."""


class Breakdown(StrEnum):
    """What one row of a summary is about. A participant has a row for each group."""

    PARTICIPANT = "participant"
    GROUP = "group"
    MONTH = "month"
    UNIT = "unit"


class Measure(StrEnum):
    """What a figure counts."""

    SESSIONS = "sessions"
    PEOPLE = "people"
    TIMES = "times"
    MINUTES = "minutes"
    SHARE = "share"


@dataclass(frozen=True)
class Figure:
    """A figure by its key, which is its column in files and a property of `Counts`.

    `formula` is told with other keys. `is_personal` figures tell of people, and are masked when they
    are small and the summary leaves the unit; how many sessions a group held tells of nobody.
    """

    key: str
    measure: Measure
    formula: str
    is_personal: bool = True


@dataclass(frozen=True)
class Counts:
    """What was counted over some sessions of a period; every rate is derived from these.

    Expected are the persons times *held* sessions inside their enrolment, and those added to one
    session. `present` to `absent` are marks of the expected; marks of anybody else are `outside`.
    Minutes are minutes attended; leader minutes the session's length times its leaders. `members`
    are the distinct persons expected, `unnamed` the visits of anonymous participants.
    """

    sessions_held: int = 0
    sessions_cancelled: int = 0
    sessions_unrecorded: int = 0
    sessions_planned: int = 0
    expected: int = 0
    present: int = 0
    late: int = 0
    notified: int = 0
    absent: int = 0
    outside: int = 0
    remote: int = 0
    head_count: int = 0
    unnamed: int = 0
    minutes: int = 0
    leader_minutes: int = 0
    goals_worked: int = 0
    members: int = 0
    participants: int = 0
    new_participants: int = 0

    @property
    def here(self) -> int:
        """Times somebody expected was there."""
        return self.present + self.late

    @property
    def away(self) -> int:
        """Times somebody expected was known to be away."""
        return self.notified + self.absent

    @property
    def unrecorded(self) -> int:
        """Times somebody was expected and nothing was marked."""
        return self.expected - self.here - self.away

    @property
    def visits(self) -> int:
        """Visits, unnamed visitors among them."""
        return self.here + self.head_count

    @property
    def anonymous_visits(self) -> int:
        """Visits by people whom nobody tells apart: they are never counted as distinct people."""
        return self.head_count + self.unnamed

    @property
    def rate(self) -> float | None:
        """Attendance rate, None where nothing was marked."""
        return share(self.here, self.here + self.away)

    @property
    def rate_without_notified(self) -> float | None:
        """The same with notified absences left out."""
        return share(self.here, self.here + self.absent)


FIGURES = (
    Figure("sessions_held", Measure.SESSIONS, "state = held", is_personal=False),
    Figure("sessions_cancelled", Measure.SESSIONS, "state = cancelled", is_personal=False),
    Figure("sessions_unrecorded", Measure.SESSIONS, "state = planned, ended", is_personal=False),
    Figure("sessions_planned", Measure.SESSIONS, "state = planned, not ended", is_personal=False),
    Figure("expected", Measure.TIMES, "persons × sessions_held, inside enrolment or added"),
    Figure("present", Measure.TIMES, "mark = present"),
    Figure("late", Measure.TIMES, "mark = late"),
    Figure("notified", Measure.TIMES, "mark = notified"),
    Figure("absent", Measure.TIMES, "mark = absent"),
    Figure("unrecorded", Measure.TIMES, "expected - present - late - notified - absent"),
    Figure("outside", Measure.TIMES, "marks of persons neither enrolled nor added"),
    Figure("remote", Measure.TIMES, "present or late, from afar"),
    Figure("head_count", Measure.TIMES, "visitors counted without a name"),
    Figure("visits", Measure.TIMES, "present + late + head_count"),
    Figure("anonymous_visits", Measure.TIMES, "head_count + visits of anonymous participants"),
    Figure("participants", Measure.PEOPLE, "distinct persons, present or late at least once"),
    Figure("new_participants", Measure.PEOPLE, "first present or late mark ever in the period"),
    Figure("minutes", Measure.MINUTES, "minutes attended"),
    Figure("leader_minutes", Measure.MINUTES, "length of session × leaders", is_personal=False),
    Figure("goals_worked", Measure.TIMES, "goals worked on at sessions"),
    Figure("rate", Measure.SHARE, "(present + late) / (present + late + notified + absent)"),
    Figure("rate_without_notified", Measure.SHARE, "(present + late) / (present + late + absent)"),
)

BY_KEY = {figure.key: figure for figure in FIGURES}

_OF_A_PERSON = (
    *("sessions_held", "expected", "present", "late", "notified", "absent", "unrecorded"),
    *("outside", "remote", "minutes", "rate", "rate_without_notified", "goals_worked"),
)

COLUMNS = {
    Breakdown.PARTICIPANT: _OF_A_PERSON,
    **dict.fromkeys(
        (Breakdown.GROUP, Breakdown.MONTH, Breakdown.UNIT), tuple(figure.key for figure in FIGURES)
    ),
}
"""The figures that fit each breakdown, in the order of files."""


def share(part: int, whole: int) -> float | None:
    """`part` / `whole`; None where there is nothing to divide by."""
    return part / whole if whole else None
