# SPDX-License-Identifier: GPL-3.0-or-later
"""Participation figures counted a second time, the slow way: loops over plain rows, no SQL."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from db.rules.figures import LEADS, Counts
from db.rules.words import LeaderRole, MarkKind, ParticipantKind, SessionState

HERE = {MarkKind.PRESENT, MarkKind.LATE}


@dataclass
class Meeting:
    id: int
    group: int
    day: date
    minutes: int
    state: SessionState
    is_over: bool
    head_count: int | None = None
    added: set[int] = field(default_factory=set)
    marks: dict[int, tuple[MarkKind, int, bool]] = field(default_factory=dict)
    worked_on: dict[int, int] = field(default_factory=dict)
    """How many goals of each person were worked on."""
    leaders: list[LeaderRole] = field(default_factory=list)


@dataclass
class World:
    kinds: dict[int, ParticipantKind] = field(default_factory=dict)
    enrolments: list[tuple[int, int, date, date | None]] = field(default_factory=list)
    """Group, participant, first and last day."""
    leaders: list[tuple[int, int, LeaderRole, date | None, date | None]] = field(
        default_factory=list
    )
    """Group, member of staff, role, first and last day."""
    meetings: list[Meeting] = field(default_factory=list)

    def expected(self, meeting: Meeting) -> set[int]:
        enrolled = {
            person
            for group, person, first, last in self.enrolments
            if group == meeting.group
            and first <= meeting.day
            and (last is None or meeting.day <= last)
        }
        return enrolled | meeting.added

    def leading(self, meeting: Meeting) -> int:
        if meeting.leaders:
            return sum(role in LEADS for role in meeting.leaders)
        return len(
            {
                who
                for group, who, role, first, last in self.leaders
                if group == meeting.group and role in LEADS
                and (first is None or first <= meeting.day) and (last is None or meeting.day <= last)
            }
        )  # fmt: skip

    def count(  # noqa: C901 - one plain walk over everything, to be read beside the SQL
        self, groups: Iterable[int], first: date, last: date, person: int | None = None
    ) -> Counts:
        groups = set(groups)
        told = dict.fromkeys(Counts.__dataclass_fields__, 0)
        came: set[int] = set()
        members: set[int] = set()
        new: set[int] = set()
        for meeting in self.meetings:
            if meeting.group not in groups or not first <= meeting.day <= last:
                continue
            if meeting.state is SessionState.CANCELLED:
                told["sessions_cancelled"] += 1
            elif meeting.state is SessionState.PLANNED:
                told["sessions_unrecorded" if meeting.is_over else "sessions_planned"] += 1
            if meeting.state is not SessionState.HELD:
                continue
            told["sessions_held"] += 1
            told["head_count"] += meeting.head_count or 0
            told["leader_minutes"] += meeting.minutes * self.leading(meeting)
            expected = self.expected(meeting)
            for who, goals in meeting.worked_on.items():
                told["goals_worked"] += goals if person in (None, who) else 0
            told["expected"] += len(expected if person is None else expected & {person})
            for who, (mark, minutes, remote) in meeting.marks.items():
                if person not in (None, who):
                    continue
                if who not in expected:
                    told["outside"] += 1
                    continue
                members.add(who)
                told[mark.value] += 1
                told["minutes"] += minutes
                if mark not in HERE:
                    continue
                told["remote"] += remote
                if self.kinds[who] is ParticipantKind.ANONYMOUS:
                    told["unnamed"] += 1
                    continue
                came.add(who)
                if not self.came_before(who, meeting.group, first):
                    new.add(who)
        told |= {"members": len(members), "participants": len(came), "new_participants": len(new)}
        return Counts(**told)

    def came_before(self, person: int, group: int, day: date) -> bool:
        return any(
            m.group == group and m.day < day and m.state is SessionState.HELD
            and m.marks.get(person, (None,))[0] in HERE
            for m in self.meetings
        )  # fmt: skip
