# SPDX-License-Identifier: GPL-3.0-or-later
"""Every participation figure against an independent recount, on both storages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models import (
    Addition,
    Enrolment,
    Goal,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    Plan,
    SessionGoal,
    SessionLeader,
    Staff,
    Unit,
)
from db.office import Office
from db.queries.participation import days_with_data, groups_to_choose, participation
from db.rules.figures import Breakdown, Counts
from db.rules.periods import PeriodKind, own, period_of
from db.rules.words import (
    HERE,
    AddedAs,
    Audience,
    Counting,
    EnrolmentKind,
    GoalState,
    LeaderRole,
    MarkKind,
    Openness,
    ParticipantKind,
    SessionKind,
    SessionState,
    StaffRole,
)
from db.tx import Tx
from db.work import Do
from tests.db.queries.recount import Meeting, World
from tests.factories import Maker, at

QUARTER = period_of(PeriodKind.QUARTER, date(2027, 2, 1))
NOW = at(12, 0, date(2027, 2, 10))
DAYS = st.dates(date(2027, 1, 1), date(2027, 2, 28))
PEOPLE, GROUPS, STAFF = 3, 2, 2
WHO = st.integers(0, PEOPLE - 1)

meetings = st.fixed_dictionaries(
    {
        "group": st.integers(0, GROUPS - 1),
        "day": DAYS,
        "minutes": st.sampled_from([45, 90, 120]),
        "state": st.sampled_from([*SessionState, *[SessionState.HELD] * 3]),
        "head_count": st.none() | st.integers(0, 9),
        "added": st.sets(WHO, max_size=2),
        "marks": st.dictionaries(
            WHO, st.tuples(st.sampled_from(MarkKind), st.integers(0, 120), st.booleans())
        ),
        "worked_on": st.sets(WHO, max_size=2),
        "leaders": st.dictionaries(
            st.integers(0, STAFF - 1), st.sampled_from(LeaderRole), max_size=STAFF
        ),
    }
)
worlds = st.fixed_dictionaries(
    {
        "kinds": st.lists(st.sampled_from(ParticipantKind), min_size=PEOPLE, max_size=PEOPLE),
        "enrolments": st.lists(
            st.tuples(st.integers(0, GROUPS - 1), WHO, DAYS, st.none() | st.integers(0, 90)),
            min_size=3,
            max_size=9,
        ),
        "leaders": st.lists(
            st.tuples(
                *(st.integers(0, GROUPS - 1), st.integers(0, STAFF - 1)),
                *(st.sampled_from(LeaderRole), st.none() | DAYS, st.none() | DAYS),
            ),
            max_size=4,
        ),
        "meetings": st.lists(meetings, min_size=3, max_size=12),
    }
)


class Built:
    """A drawn world written into an office, its own groups and people beside those of others."""

    def __init__(self, tx: Tx, drawn: dict[str, object]) -> None:
        self.tx, self.world = tx, World()
        self.units = [tx.add(Unit, name=name) for name in ("Itä", "Länsi")]
        self.groups = [
            tx.add(
                Group, unit_id=self.units[n % 2], name=f"Ryhmä {n}", kind="peer",
                openness=Openness.CLOSED, counting=Counting.BOTH,
            )
            for n in range(GROUPS)
        ]  # fmt: skip
        self.staff = [
            tx.add(Staff, first_name="Mikko", last_name=str(n), role=StaffRole.LEADER)
            for n in range(STAFF)
        ]
        self.people = [self._person(n, kind) for n, kind in enumerate(drawn["kinds"])]
        for group, who, first, days in drawn["enrolments"]:
            self._enrol(self.groups[group], self.people[who], first, days)
        for group, who, role, first, last in drawn["leaders"]:
            self._leader(self.groups[group], self.staff[who], role, first, last)
        for told in drawn["meetings"]:
            self._meeting(**told)

    def _person(self, n: int, kind: ParticipantKind) -> int:
        person = self.tx.add(Participant, kind=kind, first_name=f"Nimi{n}", last_name="Suku")
        self.world.kinds[person] = kind
        return person

    def _enrol(self, group: int, person: int, first: date, days: int | None) -> None:
        last = None if days is None else first + timedelta(days=days)
        self.tx.add(
            Enrolment, group_id=group, participant_id=person, kind=EnrolmentKind.MEMBER,
            starts_on=first, ends_on=last,
        )  # fmt: skip
        self.world.enrolments.append((group, person, first, last))

    def _leader(self, group: int, who: int, role: LeaderRole, first, last) -> None:
        self.tx.add(
            GroupLeader, group_id=group, staff_id=who, role=role, starts_on=first, ends_on=last
        )
        self.world.leaders.append((group, who, role, first, last))

    def _meeting(
        self, group, day, minutes, state, head_count, added, marks, worked_on, leaders
    ) -> None:
        start = at(10, 0, day)
        end = start + timedelta(minutes=minutes)
        session = self.tx.add(
            GroupSession, group_id=self.groups[group], date=day, starts_at=start, ends_at=end,
            kind=SessionKind.REGULAR, state=state, head_count=head_count,
        )  # fmt: skip
        meeting = Meeting(session, self.groups[group], day, minutes, state, end <= NOW, head_count)
        for who in added:
            person = self.people[who]
            self.tx.add(Addition, session_id=session, participant_id=person, kind=AddedAs.WALK_IN)
            meeting.added.add(person)
        for who, (mark, told, remote) in marks.items():
            length = told if mark in HERE else 0
            key = {"session_id": session, "participant_id": self.people[who]}
            self.tx.add(Mark, **key, mark=mark, minutes=length, remote=remote)
            meeting.marks[self.people[who]] = (mark, length, remote)
        for who in worked_on:
            self._goal(session, self.people[who])
            meeting.worked_on[self.people[who]] = 1
        for who, role in leaders.items():
            self.tx.add(SessionLeader, session_id=session, staff_id=self.staff[who], role=role)
            meeting.leaders.append(role)
        self.world.meetings.append(meeting)

    def _goal(self, session: int, person: int) -> None:
        plan = self.tx.add(Plan, participant_id=person, starts_on=date(2026, 1, 1))
        common = {"participant_id": person}
        goals = [
            self.tx.add(
                Goal, plan_id=plan, position=n, title="Soitan itse", state=GoalState.LIVE,
                starts_on=date(2026, 1, 1), **common,
            )
            for n in (1, 2)
        ]  # fmt: skip
        for goal, worked in zip(goals, (True, False), strict=True):
            self.tx.add(
                SessionGoal,
                session_id=session,
                goal_id=goal,
                worked_on=worked,
                planned=True,
                **common,
            )


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=worlds, offset=st.integers(-15, 1), length=st.integers(0, 60))
def test_every_figure_is_what_a_recount_finds(office: Office, drawn, offset, length) -> None:
    built = office.write(Do("make", lambda tx: Built(tx, drawn))).value
    world, groups = built.world, built.groups
    day = drawn["meetings"][0]["day"] + timedelta(days=offset)
    period = own(day, day + timedelta(days=length))

    def ask(by: Breakdown, **more):
        asked = participation(by=by, period=period, now=NOW, groups=groups, **more)
        return office.read(asked)

    total = world.count(groups, period.first, period.last)
    by_group = ask(Breakdown.GROUP, chart=True)
    assert by_group.total == total
    found = {row.group.id: row.counts for row in by_group.rows}
    for group in groups:
        assert found.get(group, Counts()) == world.count([group], period.first, period.last)
    for part, counts in by_group.chart:
        told = world.count(groups, part.first, part.last)
        assert counts.visits == told.visits
        assert (counts.participants, counts.members) == (told.participants, told.members)
    assert sum(counts.visits for _, counts in by_group.chart) == total.visits

    by_unit = ask(Breakdown.UNIT)
    assert by_unit.total == total
    own_groups = {"Itä": groups[::2], "Länsi": groups[1::2]}
    for row in by_unit.rows:
        assert row.counts == world.count(own_groups[row.unit], period.first, period.last)

    by_month = ask(Breakdown.MONTH)
    assert by_month.total == total
    for row in by_month.rows:
        assert row.counts == world.count(groups, row.period.first, row.period.last)
    assert sum(row.counts.sessions_held for row in by_month.rows) == total.sessions_held

    by_person = ask(Breakdown.PARTICIPANT)
    shown = {(row.group.id, row.person.id): row.counts for row in by_person.rows}
    for group in groups:
        for person in built.people:
            told = world.count([group], period.first, period.last, person)
            told = replace(told, head_count=0, leader_minutes=0, members=0, participants=0)
            told = replace(told, new_participants=0, sessions_cancelled=0)
            told = replace(told, sessions_planned=0, sessions_unrecorded=0)
            if told != Counts(sessions_held=told.sessions_held):
                assert shown.pop((group, person)) == told
    assert not shown


def test_a_participant_is_counted_once_over_groups(office: Office) -> None:
    make = Maker(office)
    first, second = make.group("Aamukahvila"), make.group("Luontoaskel")
    oona = make.member(first)
    make.enrolment(second, oona)
    for group, day in ((first, date(2027, 2, 2)), (second, date(2027, 2, 3))):
        session = make.session(group, day, state=SessionState.HELD, head_count=7)
        make.mark(session, oona)
    told = office.read(participation(by=Breakdown.GROUP, period=QUARTER, now=NOW))
    assert [row.counts.participants for row in told.rows] == [1, 1]
    assert (told.total.participants, told.total.visits, told.total.head_count) == (1, 16, 14)
    assert told.total.rate == 1.0


def test_somebody_marked_at_a_session_that_was_not_held_is_still_new(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group, starts_on=date(2026, 1, 1))
    make.mark(make.session(group, date(2026, 12, 8), state=SessionState.CANCELLED), oona)
    make.mark(make.session(group, date(2027, 2, 2), state=SessionState.HELD), oona)
    told = office.read(participation(by=Breakdown.GROUP, period=QUARTER, now=NOW))
    assert told.total.new_participants == 1
    make.mark(make.session(group, date(2026, 12, 9), state=SessionState.HELD), oona)
    told = office.read(participation(by=Breakdown.GROUP, period=QUARTER, now=NOW))
    assert told.total.new_participants == 0


def test_nothing_to_divide_by_gives_no_rate(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    make.member(group)
    make.session(group, date(2027, 2, 2), state=SessionState.HELD)
    told = office.read(participation(by=Breakdown.GROUP, period=QUARTER, now=NOW))
    assert (told.total.expected, told.total.unrecorded) == (1, 1)
    assert told.total.rate is None
    assert told.total.rate_without_notified is None


def test_groups_too_few_to_tell_of_are_in_no_total_outside(office: Office) -> None:
    make = Maker(office)
    big, small = make.group("Aamukahvila"), make.group("Vertaispiiri")
    for group, people in ((big, 9), (small, 3)):
        members = [make.member(group, f"Nimi{n}") for n in range(people)]
        for day in (date(2027, 1, 20), date(2027, 2, 3)):
            session = make.session(group, day, state=SessionState.HELD)
            for member in members:
                make.mark(session, member)

    def ask(by: Breakdown):
        asked = participation(by=by, period=QUARTER, now=NOW, audience=Audience.OUTSIDE, chart=True)
        return office.read(asked)

    told = ask(Breakdown.GROUP)
    assert told.left_out == {small}
    assert told.total.visits == 18
    assert [counts.visits for _, counts in told.chart] == [9, 0, 9]
    assert [row.group.id for row in told.rows] == [big, small]
    assert sum(row.counts.visits for row in ask(Breakdown.MONTH).rows) == 18
    assert [row.counts.visits for row in ask(Breakdown.UNIT).rows] == [18]


def test_rows_about_persons_do_not_leave_the_unit(office: Office) -> None:
    asked = participation(
        by=Breakdown.PARTICIPANT, period=QUARTER, now=NOW, audience=Audience.OUTSIDE
    )
    with pytest.raises(ValueError, match="do not leave"):
        office.read(asked)


def test_an_office_without_sessions_has_no_rows(office: Office) -> None:
    told = office.read(participation(by=Breakdown.MONTH, period=QUARTER, now=NOW, chart=True))
    assert (told.rows, told.chart, told.has_data) == ((), (), False)
    assert office.read(days_with_data()).first is None
    assert office.read(groups_to_choose()) == ()


def test_the_view_of_persons_is_in_the_log(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group)
    make.mark(make.session(group, date(2027, 2, 2), state=SessionState.HELD), oona)
    asked = participation(by=Breakdown.PARTICIPANT, period=QUARTER, now=NOW)
    assert asked.whose(office.read(asked)) == {oona}
    figures = participation(by=Breakdown.GROUP, period=QUARTER, now=NOW)
    assert not figures.whose(office.read(figures))
