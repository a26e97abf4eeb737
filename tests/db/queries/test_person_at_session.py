# SPDX-License-Identifier: GPL-3.0-or-later
"""One person beside the roster."""

from datetime import date, timedelta

import pytest

from db.errors import Refused
from db.models import Entry, Plan, ServicePeriod
from db.office import Office
from db.queries.person_at_session import PersonAtSession, person_at_session
from db.rules.words import MarkKind
from tests.factories import START, TODAY, Maker, at


def ask(office: Office, session: int, person: int, staff: int | None = 1) -> PersonAtSession:
    return office.read(person_at_session(session_id=session, participant_id=person, staff_id=staff))


def test_period_and_own_words(office: Office) -> None:
    make = Maker(office)
    group, other = make.group(), make.group("Rytmiryhmä")
    oona = make.member(group)
    make.add(
        ServicePeriod,
        participant_id=oona,
        starts_on=date(2027, 1, 12),
        planned_end_on=date(2027, 6, 30),
    )
    make.add(
        ServicePeriod, participant_id=oona, starts_on=date(2025, 1, 1), ended_on=date(2025, 6, 1)
    )
    make.add(Plan, participant_id=oona, starts_on=START, main_goal="Haluan taas ihmisten ilmoille")
    for back, kind in ((400, MarkKind.PRESENT), (14, MarkKind.LATE), (7, MarkKind.ABSENT)):
        make.mark(make.session(group, TODAY - timedelta(days=back)), oona, kind)
    make.mark(make.session(other, TODAY - timedelta(days=1)), oona)
    session = make.session(group)
    make.mark(session, oona)
    told = ask(office, session, oona)
    assert (told.period_from, told.period_to) == (date(2027, 1, 12), date(2027, 6, 30))
    assert told.nth == 3
    assert told.main_goal == "Haluan taas ihmisten ilmoille"


def test_somebody_without_a_period_or_plan(office: Office) -> None:
    make = Maker(office)
    oona = make.participant()
    told = ask(office, make.session(make.group()), oona)
    assert (told.period_from, told.main_goal, told.nth, told.entries, told.last) == (
        None,
        "",
        1,
        (),
        None,
    )


def test_only_levels_with_words_have_a_meaning(office: Office) -> None:
    make = Maker(office)
    oona = make.participant()
    goal = make.goal(oona, level_0="Kaksi käyntiä viikossa", level_plus_2="Joka päivä")
    told = ask(office, make.session(make.group()), oona)
    assert told.meanings == {goal: {0: "Kaksi käyntiä viikossa", 2: "Joka päivä"}}


def test_own_entry_is_told_from_a_colleagues(office: Office) -> None:
    make = Maker(office)
    oona, mikko = make.participant(), make.staff("Mikko", "Salo")
    session = make.session(make.group())
    entry = {"participant_id": oona, "session_id": session, "date": TODAY, "written_at": at(12)}
    make.add(Entry, **entry, text="Mikon", written_by=mikko)
    own = make.add(Entry, **entry, text="Oma", written_by=1)
    told = ask(office, session, oona)
    assert [(e.text, e.initials, e.mine) for e in told.entries] == [
        ("Mikon", "MS", False),
        ("Oma", "EK", True),
    ]
    assert told.own_entry.id == own
    assert ask(office, session, oona, mikko).own_entry.text == "Mikon"


def test_the_last_entry_is_of_an_earlier_session_of_this_group(office: Office) -> None:
    make = Maker(office)
    group, other = make.group(), make.group("Rytmiryhmä")
    oona, inka = make.participant(), make.participant("Inka", "Mäki")
    day = date(2027, 4, 29)

    def entry(session: int, on: date, text: str, person: int = oona) -> None:
        make.add(
            Entry, participant_id=person, session_id=session, date=on, text=text, written_by=1,
            written_at=at(12),
        )  # fmt: skip

    entry(make.session(group, day - timedelta(days=2)), day - timedelta(days=2), "Vanhempi")
    last = make.session(group, day)
    entry(last, day, "Sopi kampaajan ajan")
    entry(last, day, "Toisen", inka)
    entry(make.session(other, TODAY - timedelta(days=1)), TODAY, "Toisessa ryhmässä")
    entry(make.session(group, TODAY + timedelta(days=2)), TODAY, "Myöhempi")
    told = ask(office, make.session(group), oona)
    assert (told.last.text, told.last.on, told.last.initials) == ("Sopi kampaajan ajan", day, "EK")
    assert told.entries == ()


def test_a_person_who_is_gone(office: Office) -> None:
    with pytest.raises(Refused):
        ask(office, Maker(office).session(Maker(office).group()), 99)
