# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster: who is expected, what came before, and how few statements that takes."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.errors import Refused, Why
from db.log import Deed
from db.models import Addition, Entry, GoalStep, LogLine, Notice, SessionGoal
from db.office import Office
from db.queries.roster import EARLIER, roster
from db.rules.words import (
    AddedAs,
    GoalState,
    LeaderRole,
    MarkKind,
    ParticipantKind,
    Rater,
    SessionState,
    StaffRole,
)
from db.work import nobody, query
from tests.conftest import Template
from tests.factories import START, TODAY, Maker, at, plans, statements

P, L, N, A = MarkKind.PRESENT, MarkKind.LATE, MarkKind.NOTIFIED, MarkKind.ABSENT


def names(office: Office, session: int) -> list[str]:
    return [row.name.text for row in office.read(roster(session_id=session)).rows]


def test_expected_are_the_enrolled_on_that_day_and_those_added(office: Office) -> None:
    make = Maker(office)
    group, other = make.group(), make.group("Rytmiryhmä")
    make.member(group, "Oona")
    make.member(group, "Aatu", starts_on=TODAY, ends_on=TODAY)
    make.member(group, "Left", ends_on=TODAY - timedelta(days=1))
    make.member(group, "Coming", starts_on=TODAY + timedelta(days=1))
    make.member(other, "Elsewhere")
    session = make.session(group)
    ritva = make.participant("Ritva", "Aho")
    make.add(Addition, session_id=session, participant_id=ritva, kind=AddedAs.WALK_IN)
    assert names(office, session) == ["Aatu H.", "Oona H.", "Ritva A."]
    rows = office.read(roster(session_id=session)).rows
    assert [row.added for row in rows] == [None, None, AddedAs.WALK_IN]


def test_somebody_marked_stays_on_the_roster_after_leaving(office: Office) -> None:
    """Marks vanished with the membership in Nextcloud attendance #213."""
    make = Maker(office)
    group = make.group()
    session = make.session(group)
    oona = make.participant()
    make.mark(session, oona)
    assert names(office, session) == ["Oona H."]


def test_whoever_came_back_is_expected_once(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group, ends_on=TODAY)
    make.enrolment(group, oona, starts_on=TODAY)
    assert names(office, make.session(group)) == ["Oona H."]


def test_the_head_is_told_in_the_offices_own_time(office: Office) -> None:
    make = Maker(office)
    group = make.group("Arjen avaimet", strand="meri")
    raili = make.staff("Raili", "Peltola", StaffRole.NONE)
    make.leader(group, raili, LeaderRole.PEER_LEADER)
    make.leader(group, 1)
    head = office.read(roster(session_id=make.session(group, room_id=make.room()))).session
    assert (head.group, head.strand, head.place, head.minutes) == (
        "Arjen avaimet",
        "meri",
        "Kammari",
        120,
    )
    assert (head.starts_at, head.starts_at.hour, head.ends_at.hour) == (at(10), 10, 12)
    assert [(who.name, who.role) for who in head.leaders] == [
        ("Elina K.", LeaderRole.LEADER),
        ("Raili P.", LeaderRole.PEER_LEADER),
    ]


def week(n: int) -> date:
    return TODAY - timedelta(weeks=n)


def test_the_last_eight_sessions_of_the_group_oldest_first(office: Office) -> None:
    """Only this group's sessions count: Moodle #483 had other groups' in the denominator."""
    make = Maker(office)
    group, other = make.group(), make.group("Rytmiryhmä")
    oona = make.member(group, starts_on=week(9))
    veikko = make.member(group, "Veikko", "Rinne", starts_on=week(2))
    kinds = [P, P, A, N, L, None, P, P, P]
    for back, kind in zip(range(9, 0, -1), kinds, strict=True):
        held = make.session(group, week(back), state=SessionState.HELD)
        if kind:
            make.mark(held, oona, kind)
    make.session(group, week(1), hour=15, state=SessionState.CANCELLED)
    make.mark(make.session(other, week(1)), oona, A)
    make.session(group, week(-1))
    rows = office.read(roster(session_id=make.session(group))).rows
    earlier = {row.participant_id: row.earlier for row in rows}
    assert len(earlier[oona]) == EARLIER
    assert earlier[oona] == (P, A, N, L, None, P, P, P)
    assert earlier[veikko] == (*("not_expected",) * 6, None, None)


def test_two_sessions_on_one_day_come_in_their_order(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group)
    make.mark(make.session(group, TODAY, hour=8), oona, A)
    evening = make.session(group, TODAY, hour=18)
    noon = make.session(group, TODAY, hour=12)
    make.mark(noon, oona, P)
    told = {s: office.read(roster(session_id=s)).rows[0].earlier for s in (noon, evening)}
    assert told == {noon: (A,), evening: (A, P)}


def test_two_unexplained_absences_are_flagged(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    tuomo = make.member(group, "Tuomo", "Jokela")
    for back, kind in ((3, P), (2, A), (1, A)):
        make.mark(make.session(group, week(back)), tuomo, kind)
    assert office.read(roster(session_id=make.session(group))).rows[0].absences == 2


def test_goals_tell_what_was_done_today_and_the_level_before(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group)
    phone = make.goal(oona, "Hoidan puhelut itse", 2, baseline=-2)
    out = make.goal(oona, "Lähden kotoa", 1)
    make.goal(oona, "Ei ajankohtainen", 3, is_current=False)
    make.goal(oona, "Saavutettu", 4, state=GoalState.REACHED)
    before, session = make.session(group, week(1)), make.session(group)
    steps = {"participant_id": oona, "rater": Rater.WORKER}
    make.add(GoalStep, goal_id=out, session_id=before, date=week(1), level=-1, **steps)
    make.add(GoalStep, goal_id=out, session_id=session, date=TODAY, level=0, **steps)
    make.add(SessionGoal, session_id=session, goal_id=phone, participant_id=oona, planned=True)
    goals = office.read(roster(session_id=session)).rows[0].goals
    assert [(g.id, g.planned, g.worked_on, g.level, g.last_level) for g in goals] == [
        (phone, True, False, None, -2),
        (out, False, False, 0, -1),
    ]


def test_entries_of_this_session_are_counted_by_person(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona, inka = make.member(group), make.member(group, "Inka", "Mäki")
    session, other = make.session(group), make.session(group, week(1))
    for person, where in ((oona, session), (oona, session), (oona, other), (inka, other)):
        make.add(
            Entry, participant_id=person, session_id=where, date=TODAY, text="x", written_at=at(12)
        )
    rows = office.read(roster(session_id=session)).rows
    assert {row.participant_id: row.entries for row in rows} == {oona: 2, inka: 0}


def test_an_apology_in_advance_waits_beside_the_row(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona = make.member(group)
    session = make.session(group)
    make.add(Notice, session_id=session, participant_id=oona, told_at=at(8))
    row = office.read(roster(session_id=session)).rows[0]
    assert (row.told, row.mark) == (True, None)


def test_people_without_a_name_are_first_class(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    people = [make.participant("", "", ParticipantKind.ANONYMOUS) for _ in range(2)]
    people.append(make.participant("", "", ParticipantKind.PSEUDONYMOUS, code="K-17"))
    for person in people:
        make.enrolment(group, person)
    rows = office.read(roster(session_id=make.session(group))).rows
    assert [(r.name.text, r.name.number) for r in rows] == [("", 1), ("", 2), ("K-17", 0)]


def test_reading_a_roster_is_one_line_in_the_log(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    people = [make.member(group, first) for first in ("Aatu", "Oona")]
    office.read(roster(session_id=make.session(group)))

    @query(whose=nobody)
    def seen(conn) -> list[tuple[str, int]]:
        rows = conn.execute(select(LogLine.what, LogLine.people).where(LogLine.deed == Deed.VIEW))
        return [tuple(row) for row in rows]

    assert office.read(seen()) == [("roster", len(people))]


def test_a_session_that_is_gone(office: Office) -> None:
    with pytest.raises(Refused) as gone:
        office.read(roster(session_id=99))
    assert gone.value.why is Why.GONE


@pytest.mark.parametrize("size", [1, 30])
def test_four_statements_at_any_size(office: Office, size: int) -> None:
    make = Maker(office)
    group = make.group()
    for n in range(size):
        make.goal(make.member(group, f"Nimi{n}"))
    session = make.session(group)
    with statements(office) as told:
        assert len(office.read(roster(session_id=session)).rows) == size
    assert len(told) <= 4


def test_no_statement_reads_a_whole_table(empty_template: Template, tmp_path: Path) -> None:
    """SQLite began with the marks, every one of the office, where a join let it choose: the roster
    would have slowed down with the years. Rows are found by keys and indexes alone."""
    office = empty_template.open(tmp_path)
    make = Maker(office)
    group = make.group()
    make.goal(make.member(group, starts_on=START))
    session = make.session(group)
    with plans(office) as told:
        office.read(roster(session_id=session))
    office.close()
    assert told
    assert {step.split()[1] for step in told if step.startswith("SCAN")} <= {
        "office",
        "people",
        "earlier",
    }
