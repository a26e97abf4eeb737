# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's plan: minutes that add up, order, goals linked and unlinked, copying without people."""

from datetime import date

import pytest

from db.actions.groups import add_group
from db.actions.people import add_participant, enrol
from db.actions.plans import add_goal
from db.actions.schedule import add_session
from db.actions.session_plan import (
    add_duty,
    add_item,
    add_material,
    change_item,
    change_material,
    copy_plan,
    link_goal,
    move_item,
    remove_item,
    set_plan,
    unlink_goal,
)  # fmt: skip
from db.errors import Conflict
from db.office import Office
from db.queries.session_plan import session_plan
from db.rules.words import Counting, LeaderRole, Openness, ParticipantKind

TUESDAY = date(2027, 5, 4)


@pytest.fixture
def session(office: Office) -> int:
    group = office.write(
        add_group(
            unit_id=1, name="Arjen avaimet", kind="activity", openness=Openness.CLOSED,
            counting=Counting.NAMED, leaders=[(1, LeaderRole.LEADER)],
        )
    ).value  # fmt: skip
    made = [
        office.write(add_session(group_id=group, date=day, start_minute=600, minutes=120)).value
        for day in (date(2027, 4, 29), TUESDAY)
    ]
    for first, last in (("Oona", "Hietala"), ("Aatu", "Laine")):
        person = office.write(
            add_participant(kind=ParticipantKind.NAMED, first_name=first, last_name=last)
        ).value
        office.write(enrol(group_id=group, participant_id=person, starts_on=date(2027, 1, 12)))
        office.write(add_goal(participant_id=person, title=f"Tavoite: {first}", on=TUESDAY))
    return made[1]


def card(office: Office, session: int):
    return office.read(session_plan(session_id=session))


def test_an_unwritten_plan_is_empty_and_offers_the_goals_of_those_expected(office, session) -> None:
    seen = card(office, session)
    assert (seen.theme, seen.items, seen.expected) == ("", (), 2)
    assert [(g.name.text, g.linked) for g in seen.goals] == [("Aatu L.", False), ("Oona H.", False)]


def test_starts_follow_from_minutes(office, session) -> None:
    for title, minutes in (("Kuulumiset", 20), ("Suunnitelma", 40), ("Kahvi", 15)):
        office.write(add_item(session_id=session, title=title, minutes=minutes))
    seen = card(office, session)
    assert [f"{i.starts_at:%H.%M} {i.title}" for i in seen.items] == [
        "10.00 Kuulumiset", "10.20 Suunnitelma", "11.00 Kahvi",
    ]  # fmt: skip
    assert (seen.planned_minutes, seen.head.minutes) == (75, 120)


def test_items_move_and_stop_at_the_ends(office, session) -> None:
    ids = [office.write(add_item(session_id=session, title=t)).value for t in "abc"]
    office.write(move_item(item_id=ids[2], by=-1))
    assert [i.title for i in card(office, session).items] == ["a", "c", "b"]
    done = office.write(move_item(item_id=ids[0], by=-1))
    assert not done.changes


def test_a_goal_linked_to_an_item_is_linked_to_the_session(office, session) -> None:
    item = office.write(add_item(session_id=session, title="Puhelu")).value
    goal = card(office, session).goals[1]
    office.write(link_goal(session_id=session, goal_id=goal.goal_id, item_id=item))
    seen = card(office, session)
    assert [g.goal_id for g in seen.linked] == [goal.goal_id]
    assert seen.items[0].goals == {goal.goal_id}
    office.write(unlink_goal(session_id=session, goal_id=goal.goal_id))
    assert card(office, session).linked == ()
    assert card(office, session).items[0].goals == frozenset()


def test_removing_an_item_is_undone_with_its_links(office, session) -> None:
    item = office.write(add_item(session_id=session, title="Puhelu")).value
    goal = card(office, session).goals[0].goal_id
    office.write(link_goal(session_id=session, goal_id=goal, item_id=item))
    done = office.write(remove_item(item_id=item))
    assert card(office, session).items == ()
    office.replay(done.changes.reversed())
    assert card(office, session).items[0].goals == {goal}


def test_copying_brings_the_plan_but_nobodys_goals(office, session) -> None:
    earlier = session - 1
    office.write(
        set_plan(session_id=earlier, theme="Asiointi puhelimessa", aim="Jokainen soittaa.")
    )
    item = office.write(add_item(session_id=earlier, title="Puhelu", minutes=30, staff_id=1)).value
    office.write(change_item(item_id=item, done=True))
    material = office.write(add_material(session_id=earlier, name="Kortit")).value
    office.write(change_material(material_id=material, ready=True))
    office.write(add_duty(session_id=earlier, name="Kahvi", responsible="Ryhmä"))
    goal = card(office, earlier).goals[0].goal_id
    office.write(link_goal(session_id=earlier, goal_id=goal, item_id=item))
    assert card(office, session).earlier[0] == earlier
    office.write(set_plan(session_id=session, theme="Oma teema"))
    assert office.write(copy_plan(from_session=earlier, to_session=session)).value == 1
    seen = card(office, session)
    assert (seen.theme, seen.aim) == ("Oma teema", "Jokainen soittaa.")
    assert [(i.title, i.minutes, i.responsible) for i in seen.items] == [("Puhelu", 30, "Elina K.")]
    assert [(m.name, m.ready) for m in seen.materials] == [("Kortit", False)]
    assert [(d.name, d.responsible) for d in seen.duties] == [("Kahvi", "Ryhmä")]
    assert seen.linked == ()


def test_a_session_that_is_gone_says_so(office) -> None:
    with pytest.raises(Conflict):
        card(office, 99)
