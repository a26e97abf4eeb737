# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw rows: everybody expected at each session once, and marks of anybody else kept too."""

from datetime import date

import pytest

from db.models import Addition, Participant, SessionTag
from db.office import Office
from db.queries.records import What, records
from db.queries.skill_areas import SkillArea, skill_areas
from db.rules.periods import PeriodKind, period_of
from db.rules.words import AddedAs, MarkKind, ParticipantKind, SessionState, TagKind
from tests.factories import Maker

DAY = date(2027, 2, 2)


def rows(office: Office, what: What) -> list[dict[str, object]]:
    table = office.read(records(what=what)).table
    return [dict(zip(table.keys, row, strict=True)) for row in table.rows]


@pytest.fixture
def met(office: Office) -> tuple[Maker, int, int]:
    make = Maker(office)
    group = make.group()
    return make, group, make.session(group, DAY, state=SessionState.HELD)


def test_everybody_expected_has_one_row_and_outsiders_theirs(office: Office, met) -> None:
    make, group, session = met
    twice = make.member(group, "Aatu")
    make.enrolment(group, twice, date(2027, 2, 1))
    member, walk_in, outsider = make.member(group, "Eila"), make.participant(), make.participant()
    for person in (member, walk_in):
        make.add(Addition, session_id=session, participant_id=person, kind=AddedAs.WALK_IN)
    make.mark(session, twice, MarkKind.LATE, 100)
    make.mark(session, outsider)
    told = {row["participant_id"]: row for row in rows(office, What.MARKS)}
    assert len(rows(office, What.MARKS)) == len(told) == 4
    assert (told[twice]["mark"], told[twice]["minutes"], told[twice]["expected"]) == (
        "late",
        100,
        True,
    )
    assert (told[member]["mark"], told[member]["added_to_session"]) == (None, True)
    assert (told[walk_in]["expected"], told[walk_in]["added_to_session"]) == (True, True)
    assert (told[outsider]["expected"], told[outsider]["mark"]) == (False, "present")
    assert told[member]["starts_at"] == "2027-02-02T10:00:00+02:00"


def test_planned_and_cancelled_sessions_have_their_rows_too(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    make.member(group)
    for state in (SessionState.PLANNED, SessionState.CANCELLED):
        make.session(group, DAY, state=state)
    assert {row["session_state"] for row in rows(office, What.MARKS)} == {"planned", "cancelled"}


def test_a_name_is_what_the_kind_of_participant_has(office: Office) -> None:
    make = Maker(office)
    make.participant("Oona", "Hakala")
    make.add(Participant, kind=ParticipantKind.PSEUDONYMOUS, code="K-12")
    make.add(Participant, kind=ParticipantKind.ANONYMOUS, nickname="Lakki")
    told = [(row["name"], row["kind"]) for row in rows(office, What.PARTICIPANTS)]
    assert told == [("Oona Hakala", "named"), ("K-12", "pseudonymous"), ("", "anonymous")]


def test_rows_about_persons_say_whose_they_are(office: Office, met) -> None:
    make, group, _ = met
    oona = make.member(group)
    make.goal(oona)
    for what in (What.PARTICIPANTS, What.ENROLMENTS, What.MARKS, What.GOALS):
        assert office.read(records(what=what)).people == {oona}
    for what in (What.GROUPS, What.SESSIONS, What.GOAL_STEPS):
        assert office.read(records(what=what)).people == frozenset()


def test_skill_areas_are_counted_over_held_sessions(office: Office, met) -> None:
    make, group, session = met
    other = make.session(group, DAY, 14, state=SessionState.HELD)
    planned = make.session(group, DAY, 16)
    for where, code in ((session, "money"), (other, "money"), (other, "daily"), (planned, "daily")):
        make.add(SessionTag, session_id=where, kind=TagKind.SKILL_AREA, code=code)
    make.add(SessionTag, session_id=session, kind=TagKind.THEME, code="spring")
    quarter = period_of(PeriodKind.QUARTER, DAY)
    found = office.read(skill_areas(group_id=group, period=quarter))
    assert found == (SkillArea("money", 2), SkillArea("daily", 1))
