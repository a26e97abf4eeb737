# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pictures show: the people of Arjen avaimet, this morning's coffee, today's session plan."""

from typing import Any

from db.demo import oona
from db.demo.cast import Circle, World
from db.demo.frame import DAY, moment
from db.demo.lists import Facts
from db.demo.marks import drop_in
from db.demo.meetings import cancel
from db.demo.people import known
from db.demo.periods import begin_period, draw_lengths, weeks_of
from db.demo.seats import end_stay, enrol
from db.demo.sheet import Row
from db.demo.thread import link
from db.models import (
    AgendaItem,
    AgendaItemGoal,
    Duty,
    GroupSession,
    Mark,
    Material,
    SessionPlan,
)
from db.rules.words import AddedAs, SessionKind, SessionState

SCRIPTED, OPEN = "Arjen avaimet", "Aamukahvila"
WALK_IN = "Ritva"


def gather(world: World) -> None:
    """The story's people take their places before anybody else does."""
    circle = world.circle(SCRIPTED)
    for facts in world.lists.story["members"]:
        _join(world, circle, facts)
    cafe = world.circle(OPEN)
    for facts in world.lists.story["regulars"]:
        person = known(world, cafe.unit, facts, cafe.span.first, cafe.span.last)
        cafe.regulars.append(person)
    oona.arrive(world)


def finish(world: World) -> None:
    """What was written down and what lies ahead, once attendance has been taken."""
    oona.tell(world)
    _walk_in(world)
    _morning(world)
    _plan_today(world)
    _outing(world)


def session_on(world: World, circle: Circle, told: Any) -> Row | None:  # noqa: ANN401 - a date of TOML
    """The group's session on a date of the story; none where this year has a holiday then."""
    day = world.frame.day(told)
    return next((row for row in circle.sessions if row["date"] == day), None)


def _join(world: World, circle: Circle, facts: Facts) -> None:
    frame = world.frame
    first = frame.day(facts["from"]) if "from" in facts else circle.span.first
    last = frame.day(facts["until"]) if "until" in facts else circle.span.last
    lengths = draw_lengths(world)
    begins = first - world.chance.randint(0, 10) * DAY
    ends = max(begins + weeks_of(lengths) * 7 * DAY, frame.today + 20 * DAY)
    if "until" in facts:
        ends = last + 10 * DAY
    person = known(world, circle.unit, facts, begins, ends)
    person.lengths, person.wants = lengths, 1
    begin_period(world, person)
    stay = enrol(world, person, circle, first, last)
    if "until" in facts:
        end_stay(stay, last, facts["end_reason"])


def _walk_in(world: World) -> None:
    """Ritva looked in last time; today she will again."""
    held = [row for row in world.circle(SCRIPTED).sessions if row["state"] is SessionState.HELD]
    if held:
        drop_in(world, held[-1], world.known(WALK_IN).id, AddedAs.WALK_IN)


def _morning(world: World) -> None:
    """Aamukahvila had fourteen visitors and was closed at five past ten."""
    told = world.lists.story["morning"]
    row = session_on(world, world.circle(OPEN), told["date"])
    if row and row["state"] is SessionState.HELD:
        named = sum(mark["session_id"] == row["id"] for mark in world.sheet.rows(Mark))
        row["head_count"] = told["visitors"] - named
        row["closed_at"] = moment(row["date"], told["closed_at"])


def _plan_today(world: World) -> None:
    circle = world.circle(SCRIPTED)
    told = world.lists.story["today"]
    row = session_on(world, circle, told["date"])
    if row is None:
        return
    key = row["id"]
    goals = {
        aim.row["title"]: aim
        for stay in circle.expected(row["date"])
        for aim in stay.person.goals
        if aim.row["title"] in told["planned"]
    }
    world.sheet.add(SessionPlan, session_id=key, theme=told["theme"], aim=told["aim"])
    for place, item in enumerate(told["agenda"]):
        made = world.sheet.add(
            AgendaItem,
            session_id=key,
            position=place,
            minutes=item["minutes"],
            title=item["title"],
            staff_id=world.staff.get(item["by"]),
            responsible="" if item["by"] in world.staff else item["by"],
            materials=item["materials"],
            method=item["method"],
        )
        for title in item.get("goals", []):
            world.sheet.add(AgendaItemGoal, item_id=made["id"], goal_id=goals[title].row["id"])
    for place, item in enumerate(told["materials"]):
        world.sheet.add(Material, session_id=key, position=place, **item)
    for place, item in enumerate(told["duties"]):
        staff_id = world.staff[item["by"]]
        world.sheet.add(Duty, session_id=key, position=place, name=item["name"], staff_id=staff_id)
    for title in told["planned"] if row["state"] is SessionState.PLANNED else []:
        link(world, goals[title], row, planned=True, worked_on=False)


def _outing(world: World) -> None:
    """Friday's outing of Luontoaskel is called off: a storm is coming."""
    told = world.lists.story["outing"]
    circle = world.circle(told["group"])
    day = world.frame.day(told["date"])
    row = world.sheet.add(
        GroupSession,
        group_id=circle.id,
        date=day,
        starts_at=moment(day, told["at"]),
        ends_at=moment(day, told["at"] + told["minutes"]),
        kind=SessionKind.OUTING,
        state=SessionState.PLANNED,
        room_id=circle.unit.rooms[told["room"]],
        place_type="nature",
        place=told["place"],
    )
    cancel(world, row, circle.leaders[0], told["reason"])
    row |= {"cancel_note": told["note"], "told": told["told"]}
    circle.sessions.append(row)
