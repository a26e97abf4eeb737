# SPDX-License-Identifier: GPL-3.0-or-later
"""A group with a weekly time, a person in it and a goal: what the simple forms do, on both storages."""

from datetime import UTC, date, datetime

import pytest

from db.actions.groups import add_group, add_room, add_staff, change_group
from db.actions.people import (
    add_participant,
    archive_participant,
    change_participant,
    end_enrolment,
    enrol,
)
from db.actions.plans import add_goal, change_goal, set_main_goal
from db.actions.schedule import add_session, add_weekly
from db.errors import Conflict, Refused, Why
from db.models import Mark
from db.office import Office
from db.queries.groups import choices, group, groups
from db.queries.namesakes import namesakes
from db.queries.people import people, person
from db.rules.words import Counting, LeaderRole, MarkKind, Openness, ParticipantKind, SessionState
from db.work import action

TUESDAY = date(2027, 5, 4)
MORNING = datetime(2027, 5, 4, 7, 0, tzinfo=UTC)


@pytest.fixture
def group_id(office: Office) -> int:
    leader = office.write(add_staff(first_name="Mikko", last_name="Salo", unit_id=1)).value
    room = office.write(add_room(unit_id=1, name="Kammari", capacity=12)).value
    return office.write(
        add_group(
            unit_id=1,
            name="  Arjen   avaimet ",
            kind="activity",
            openness=Openness.CLOSED,
            counting=Counting.NAMED,
            leaders=[(1, LeaderRole.LEADER), (leader, LeaderRole.CO_LEADER)],
            max_size=10,
            default_room_id=room,
        )
    ).value


def weekly(office: Office, group_id: int) -> int:
    return office.write(
        add_weekly(
            group_id=group_id,
            weekdays=[1, 3],
            start_minute=600,
            minutes=120,
            starts_on=TUESDAY,
            ends_on=date(2027, 5, 31),
            room_id=1,
        )
    ).value


def named(office: Office, first: str, last: str) -> int:
    return office.write(
        add_participant(kind=ParticipantKind.NAMED, first_name=first, last_name=last)
    ).value


def card(office: Office, group_id: int):
    return office.read(group(group_id=group_id, around=TUESDAY))


def test_a_group_stands_in_the_list_with_its_leaders(office: Office, group_id: int) -> None:
    weekly(office, group_id)
    row = office.read(groups(on=TUESDAY, now=MORNING))[0]
    assert (row.name, row.leaders, row.members) == ("Arjen avaimet", ("Elina K.", "Mikko S."), 0)
    assert row.next_at is not None
    assert row.next_at.isoformat() == "2027-05-04T10:00:00+03:00"


def test_a_weekly_time_makes_sessions_and_minds_ascension_day(
    office: Office, group_id: int
) -> None:
    assert weekly(office, group_id) == 7
    days = [line.starts_at.day for line in card(office, group_id).sessions]
    assert days == [4, 11, 13, 18, 20, 25, 27]


def test_a_weekly_time_is_one_undo_step(office: Office, group_id: int) -> None:
    done = office.write(
        add_weekly(
            group_id=group_id, weekdays=[0], start_minute=0, minutes=60,
            starts_on=TUESDAY, ends_on=date(2027, 6, 30),
        )
    )  # fmt: skip
    office.replay(done.changes.reversed())
    assert card(office, group_id).sessions == ()
    assert card(office, group_id).times == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"weekdays": []}, Why.NO_WEEKDAY),
        ({"minutes": 0}, Why.NUMBER_OUT_OF_RANGE),
        ({"ends_on": date(2027, 5, 3)}, Why.DATES_REVERSED),
        ({"weekdays": [3], "ends_on": date(2027, 5, 6)}, Why.NO_SESSIONS_COME),
        ({"every": 0}, Why.NUMBER_OUT_OF_RANGE),
        ({"weekdays": range(7), "ends_on": date(2037, 5, 3)}, Why.NUMBER_OUT_OF_RANGE),
    ],
)
def test_a_weekly_time_that_cannot_be_is_refused(
    office: Office, group_id: int, change, why
) -> None:
    given = {"weekdays": [1], "minutes": 60, "starts_on": TUESDAY, "ends_on": date(2027, 5, 31)}
    with pytest.raises(Refused) as caught:
        office.write(add_weekly(group_id=group_id, start_minute=600, **{**given, **change}))
    assert caught.value.why is why
    assert caught.value.facts["field"] in {"weekdays", "minutes", "every", "ends_on"}
    assert card(office, group_id).times == ()


def test_leaders_change_and_a_stale_form_is_a_conflict(office: Office, group_id: int) -> None:
    office.write(
        change_group(group_id=group_id, expect=1, name="Arki", leaders=[(1, LeaderRole.CO_LEADER)])
    )
    assert card(office, group_id).leaders == ((1, "Elina K.", LeaderRole.CO_LEADER),)
    with pytest.raises(Conflict):
        office.write(change_group(group_id=group_id, expect=1, name="Arjen"))


def test_a_nameless_group_is_refused(office: Office, group_id: int) -> None:
    with pytest.raises(Refused) as caught:
        office.write(change_group(group_id=group_id, name="  "))
    assert (caught.value.why, caught.value.facts["field"]) == (Why.NAME_MISSING, "name")


def test_somebody_may_leave_and_come_back_but_not_be_in_twice(
    office: Office, group_id: int
) -> None:
    oona = named(office, "Oona", "Hietala")
    first = office.write(
        enrol(group_id=group_id, participant_id=oona, starts_on=date(2027, 1, 12))
    ).value
    with pytest.raises(Refused) as caught:
        office.write(enrol(group_id=group_id, participant_id=oona, starts_on=TUESDAY))
    assert caught.value.why is Why.ALREADY_ENROLLED
    office.write(end_enrolment(enrolment_id=first, last_day=date(2027, 3, 31)))
    office.write(enrol(group_id=group_id, participant_id=oona, starts_on=TUESDAY))
    assert [m.starts_on for m in card(office, group_id).members] == [TUESDAY, date(2027, 1, 12)]


def test_marks_after_a_leaving_keep_counting(office: Office, group_id: int) -> None:
    oona = named(office, "Oona", "Hietala")
    interval = office.write(
        enrol(group_id=group_id, participant_id=oona, starts_on=date(2027, 1, 12))
    ).value
    session = office.write(
        add_session(group_id=group_id, date=TUESDAY, start_minute=600, minutes=120)
    ).value

    @action
    def came(tx) -> None:
        from db.models import GroupSession

        tx.put(Mark, session, oona, before=None, mark=MarkKind.PRESENT, minutes=120)
        tx.change(GroupSession, session, state=SessionState.HELD)

    office.write(came())
    done = office.write(end_enrolment(enrolment_id=interval, last_day=date(2027, 4, 30)))
    assert "additions" in done.changes.tables
    assert office.read(person(participant_id=oona)).here == 1


def test_a_code_is_enough_and_is_given_once(office: Office) -> None:
    coded = {"kind": ParticipantKind.PSEUDONYMOUS, "code": "K-12", "first_name": "Oona"}
    made = office.write(add_participant(**coded)).value
    seen = office.read(person(participant_id=made))
    assert (seen.code, seen.first_name) == ("K-12", "")
    with pytest.raises(Refused) as caught:
        office.write(add_participant(**coded))
    assert caught.value.why is Why.NAME_TAKEN


def test_a_person_put_away_leaves_the_group_and_stays_last_in_the_list(
    office: Office, group_id: int
) -> None:
    oona, aatu = named(office, "Oona", "Hietala"), named(office, "Aatu", "Laine")
    office.write(enrol(group_id=group_id, participant_id=aatu, starts_on=date(2027, 1, 12)))
    office.write(archive_participant(participant_id=aatu, on=TUESDAY))
    rows = office.read(people(on=date(2027, 5, 5)))
    assert [(r.participant_id, r.archived, r.groups) for r in rows] == [
        (oona, False, ""),
        (aatu, True, ""),
    ]


def test_goals_get_their_own_colours_and_keep_old_wordings(office: Office) -> None:
    oona = named(office, "Oona", "Hietala")
    office.write(
        set_main_goal(participant_id=oona, main_goal="Haluan ihmisten ilmoille.", on=TUESDAY)
    )
    first = office.write(
        add_goal(participant_id=oona, title="Lähden kotoa", on=TUESDAY, baseline=-2)
    ).value
    office.write(add_goal(participant_id=oona, title="Hoidan puhelut", on=TUESDAY))
    done = office.write(
        change_goal(goal_id=first, expect=1, title="Lähden kotoa kahdesti viikossa")
    )
    assert "goal_wordings" in done.changes.tables
    seen = office.read(person(participant_id=oona))
    assert seen.main_goal == "Haluan ihmisten ilmoille."
    assert [(g.title, g.strand, g.level) for g in seen.goals] == [
        ("Lähden kotoa kahdesti viikossa", "kuusi", -2),
        ("Hoidan puhelut", "meri", None),
    ]
    with pytest.raises(Refused):
        office.write(add_goal(participant_id=oona, title="x", on=TUESDAY, baseline=3))


def test_forms_choose_from_what_there_is(office: Office, group_id: int) -> None:
    assert office.read(choices()).units == ((1, "Keskusta"),)
    assert [name for _, name in office.read(choices()).staff] == ["Elina K.", "Mikko S."]


def test_a_room_is_made_with_the_group_that_meets_in_it(office: Office) -> None:
    given = {"kind": "peer", "openness": Openness.CLOSED, "counting": Counting.NAMED}
    done = office.write(add_group(unit_id=1, name="Vertaispiiri", new_room=" Tupa ", **given))
    assert card(office, done.value).default_room == "Tupa"
    with pytest.raises(Refused) as caught:
        office.write(change_group(group_id=done.value, name="Piiri", new_room="Tupa"))
    assert (caught.value.why, caught.value.facts["field"]) == (Why.NAME_TAKEN, "room")
    assert card(office, done.value).name == "Vertaispiiri"
    office.replay(done.changes.reversed())
    assert office.read(choices()).rooms == ()


def test_a_room_is_made_with_the_weekly_time_in_it(office: Office, group_id: int) -> None:
    office.write(
        add_weekly(
            group_id=group_id, weekdays=[1], start_minute=600, minutes=60, starts_on=TUESDAY,
            ends_on=date(2027, 5, 31), new_room="Verstas",
        )
    )  # fmt: skip
    assert [time.room for time in card(office, group_id).times] == ["Verstas"]


@pytest.mark.parametrize("ask", [group(group_id=999, around=TUESDAY), person(participant_id=999)])
def test_what_somebody_removed_is_a_refusal_and_no_fault(office: Office, ask) -> None:
    with pytest.raises(Conflict) as caught:
        office.read(ask)
    assert caught.value.why is Why.GONE


def test_members_are_told_apart_and_those_who_left_come_last(office: Office, group_id: int) -> None:
    people_in = [named(office, "Oona", last) for last in ("Hietala", "Hakala")]
    people_in.append(office.write(add_participant(kind=ParticipantKind.ANONYMOUS)).value)
    people_in.append(named(office, "Åke", "Öhman"))
    people_in.append(named(office, "Ville", "Virta"))
    left = office.write(
        enrol(group_id=group_id, participant_id=named(office, "Aatu", "Laine"), starts_on=TUESDAY)
    ).value
    office.write(end_enrolment(enrolment_id=left, last_day=TUESDAY))
    for one in people_in:
        office.write(enrol(group_id=group_id, participant_id=one, starts_on=TUESDAY))
    told = [member.called.said("Nimetön {number}") for member in card(office, group_id).members]
    assert told == ["Oona Ha.", "Oona Hi.", "Ville V.", "Åke Ö.", "Nimetön 1", "Aatu L."]


def test_a_list_of_people_is_in_finnish_order_with_codes_after_names(office: Office) -> None:
    for first in ("Äijö", "Åke", "Zelda", "aino"):
        named(office, first, "Salo")
    office.write(add_participant(kind=ParticipantKind.PSEUDONYMOUS, code="A-1"))
    rows = office.read(people(on=TUESDAY))
    assert [row.called.text for row in rows] == ["aino S.", "Zelda S.", "Åke S.", "Äijö S.", "A-1"]


def test_somebody_of_the_same_name_is_found(office: Office, group_id: int) -> None:
    oona = named(office, "Oona", "Hietala")
    named(office, "Oona-Maria", "Hietala")
    office.write(enrol(group_id=group_id, participant_id=oona, starts_on=TUESDAY))
    ask = {"first_name": " oona ", "last_name": "HIETALA", "on": TUESDAY}
    found = office.read(namesakes(**ask))
    assert [(one.name, one.groups) for one in found] == [("Oona H.", "Arjen avaimet")]
    assert office.read(namesakes(**ask, besides=oona)) == []
    assert office.read(namesakes(first_name="Oona", last_name="", on=TUESDAY)) == []


def test_a_code_becomes_a_name_but_never_nothing(office: Office) -> None:
    made = office.write(add_participant(kind=ParticipantKind.PSEUDONYMOUS, code="K-1")).value
    office.write(add_participant(kind=ParticipantKind.PSEUDONYMOUS, code="K-2"))
    for values, field, why in (
        ({"code": "K-2"}, "code", Why.NAME_TAKEN),
        ({"code": ""}, "code", Why.NAME_MISSING),
        ({"kind": ParticipantKind.NAMED}, "first_name", Why.NAME_MISSING),
    ):
        with pytest.raises(Refused) as caught:
            office.write(change_participant(participant_id=made, **values))
        assert (caught.value.why, caught.value.facts["field"]) == (why, field)
    office.write(
        change_participant(participant_id=made, kind=ParticipantKind.NAMED, first_name="Oona")
    )
    assert office.read(person(participant_id=made)).first_name == "Oona"
