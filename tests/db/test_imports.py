# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers taken in: once is enough, what is there is kept, one step takes it all back."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.actions.imports import import_attendance
from db.models import Enrolment, Group, GroupSession, Mark, Participant
from db.office import Office
from db.rules.register import Register, RegisterMark, RegisterPerson, RegisterSession
from db.rules.words import MarkKind, SessionState
from db.work import nobody, query

FIRST = date(2027, 1, 4)


def register(**change) -> Register:
    given = {
        "group": "Aamukahvila",
        "people": (RegisterPerson("Ritva", "A."), RegisterPerson("Åke", "B.")),
        "sessions": (
            RegisterSession(FIRST, head_count=6),
            RegisterSession(FIRST + timedelta(3), cancelled=True),
            RegisterSession(FIRST + timedelta(6), start_minute=600, minutes=90),
        ),
        "marks": (
            RegisterMark(0, 0, MarkKind.PRESENT),
            RegisterMark(0, 2, MarkKind.LATE, late_minutes=15),
            RegisterMark(1, 2, MarkKind.NOTIFIED),
        ),
    }
    return Register(**{**given, **change})


@query(whose=nobody)
def everything(conn):
    """Every mark by name and day, every session by state, every interval."""
    marks = conn.execute(
        select(
            Participant.first_name, GroupSession.date, Mark.mark, Mark.minutes, Mark.late_minutes
        )
        .join(Participant, Participant.id == Mark.participant_id)
        .join(GroupSession, GroupSession.id == Mark.session_id)
    )
    sessions = conn.execute(
        select(Group.name, GroupSession.date, GroupSession.state, GroupSession.head_count).join(
            Group, Group.id == GroupSession.group_id
        )
    )
    intervals = conn.execute(select(Enrolment.participant_id, Enrolment.starts_on))
    return [
        sorted(map(tuple, rows), key=lambda row: row[:2]) for rows in (marks, sessions, intervals)
    ]


def take(office: Office, *registers: Register):
    return office.write(import_attendance(registers=registers))


def test_a_register_becomes_a_group_with_its_history(office: Office) -> None:
    told = take(office, register()).value
    assert (told.groups, told.people, told.sessions, told.marks, told.cancelled) == (1, 2, 3, 3, 1)
    marks, sessions, intervals = office.read(everything())
    assert marks == [
        ("Ritva", FIRST, MarkKind.PRESENT, 120, None),
        ("Ritva", date(2027, 1, 10), MarkKind.LATE, 75, 15),
        ("Åke", date(2027, 1, 10), MarkKind.NOTIFIED, 0, None),
    ]
    assert [row[2:] for row in sessions] == [
        (SessionState.HELD, 6), (SessionState.CANCELLED, None), (SessionState.HELD, None),
    ]  # fmt: skip
    assert intervals == [(1, FIRST), (2, date(2027, 1, 10))]


def test_a_second_time_adds_nothing(office: Office) -> None:
    take(office, register())
    again = take(office, register())
    assert not again.changes
    assert (again.value.marks, again.value.same, again.value.people) == (0, 3, 0)


def test_a_different_mark_in_the_office_is_kept_and_told(office: Office) -> None:
    take(office, register())
    changed = register(marks=(RegisterMark(0, 0, MarkKind.ABSENT),))
    told = take(office, changed)
    assert (told.value.kept, told.value.same) == (1, 0)
    assert not told.changes


def test_one_step_takes_it_all_back(office: Office) -> None:
    before = office.read(everything())
    done = take(office, register())
    office.replay(done.changes.reversed())
    assert office.read(everything()) == before


def test_the_group_is_known_whatever_its_letters(office: Office) -> None:
    take(office, register(group="Ääneen"))
    assert take(office, register(group="ÄÄNEEN")).value.groups == 0


def test_two_sessions_of_one_day_stay_two(office: Office) -> None:
    day = (RegisterSession(FIRST, start_minute=540), RegisterSession(FIRST, start_minute=780))
    marks = (RegisterMark(0, 0, MarkKind.PRESENT), RegisterMark(0, 1, MarkKind.ABSENT))
    twice = register(sessions=day, marks=marks)
    assert take(office, twice).value.sessions == 2
    assert not take(office, twice).changes


def test_an_earlier_sheet_begins_a_membership_earlier(office: Office) -> None:
    take(office, register())
    earlier = register(
        sessions=(RegisterSession(date(2026, 12, 1)),),
        marks=(RegisterMark(0, 0, MarkKind.PRESENT),),
    )
    take(office, earlier)
    assert office.read(everything())[2] == [(1, date(2026, 12, 1)), (2, date(2027, 1, 10))]


KINDS = st.sampled_from(MarkKind)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(cells=st.lists(st.lists(st.none() | KINDS, min_size=4, max_size=4), min_size=1, max_size=4))
@pytest.mark.parametrize("office", ["file"], indirect=True)
def test_any_register_comes_out_as_it_went_in_and_only_once(office: Office, cells) -> None:
    people = tuple(RegisterPerson(f"Nimi{n}") for n in range(len(cells)))
    sessions = tuple(RegisterSession(FIRST + timedelta(n)) for n in range(4))
    marks = tuple(
        RegisterMark(p, s, mark)
        for p, row in enumerate(cells)
        for s, mark in enumerate(row)
        if mark
    )
    one = Register("Ryhmä", people, sessions, marks)
    done = take(office, one)
    assert not take(office, one).changes
    out = {(name, day): mark for name, day, mark, *_ in office.read(everything())[0]}
    assert out == {(people[m.person].first_name, sessions[m.session].on): m.mark for m in marks}
    office.replay(done.changes.reversed())
