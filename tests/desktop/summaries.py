# SPDX-License-Identifier: GPL-3.0-or-later
"""Participation summaries made by hand, for files and pages."""

from datetime import date

from db.queries.participation import GroupAbout, Participation, Row
from db.rules.figures import Breakdown, Counts
from db.rules.people import Person
from db.rules.periods import Period, PeriodKind, months, weeks
from db.rules.words import Audience, ParticipantKind
from desktop.documents.kit import Printed
from tests.factories import at

QUARTER = Period(date(2027, 1, 1), date(2027, 3, 31), PeriodKind.QUARTER)
BY = Printed("Elina K.", at(9, 5))
BIG = Counts(
    sessions_held=22, sessions_cancelled=1, expected=200, present=150, late=10, notified=20,
    absent=15, head_count=9, minutes=19080, leader_minutes=2640, goals_worked=40, members=11,
    participants=11, new_participants=6,
)  # fmt: skip
FEW = Counts(
    sessions_held=12, expected=36, present=30, absent=6, minutes=3600, members=3, participants=3,
    new_participants=3,
)  # fmt: skip
ODD = Counts(sessions_held=10, head_count=80)


def group(number: int, name: str) -> GroupAbout:
    return GroupAbout(number, name, "kuusi", "Keskusta")


def summary(*rows: tuple[str, Counts], audience=Audience.UNIT, by=Breakdown.GROUP) -> Participation:
    """A summary by group, month or participant; the first group's visits are laid out over weeks."""
    groups = [group(n, name) for n, (name, _) in enumerate(rows, 1)]
    told = [
        _row(by, n, about, counts)
        for n, (about, (_, counts)) in enumerate(zip(groups, rows, strict=True))
    ]
    outside = audience is Audience.OUTSIDE
    few = {n for n, (_, counts) in enumerate(rows, 1) if outside and counts is FEW}
    total = _total([counts for n, (_, counts) in enumerate(rows, 1) if n not in few])
    parts = list(weeks(QUARTER))[1:]
    share = total.visits // len(parts)
    chart = [
        (part, Counts(present=share, expected=share + 3, participants=9, members=9))
        for part in parts
    ]
    left = total.visits - share * (len(parts) - 1)
    chart[-1] = (parts[-1], Counts(present=left, expected=left, participants=9, members=9))
    return Participation(
        by=by, period=QUARTER, audience=audience, rows=tuple(told), total=total,
        groups=tuple(groups), mask_below=5, chart=tuple(chart), before=BIG,
        left_out=frozenset(few),
    )  # fmt: skip


def _total(rows: list[Counts]) -> Counts:
    """All together, as if nobody was in two of the rows."""
    names = Counts.__dataclass_fields__
    return Counts(**{name: sum(getattr(row, name) for row in rows) for name in names})


def _row(by: Breakdown, n: int, about: GroupAbout, counts: Counts) -> Row:
    if by is Breakdown.MONTH:
        return Row(list(months(QUARTER))[n], counts)
    if by is Breakdown.UNIT:
        return Row(QUARTER, counts, unit=about.name)
    if by is Breakdown.PARTICIPANT:
        named = Person(n + 1, ParticipantKind.NAMED, about.name, "Hakala")
        return Row(QUARTER, counts, about, about.unit, named)
    return Row(QUARTER, counts, about, about.unit)
