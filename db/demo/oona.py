# SPDX-License-Identifier: GPL-3.0-or-later
"""Oona H. of the pictures: her period, her three goals and how they have moved, to the day."""

from db.demo.cast import Aim, Person, World
from db.demo.frame import DAY
from db.demo.lists import Facts
from db.demo.periods import add_review
from db.demo.plans import add_goal, begin_plan
from db.demo.seats import enrol
from db.demo.sheet import Row
from db.demo.thread import add_step, link
from db.demo.writings import add_entry
from db.models import ServicePhase
from db.rules.words import ReviewKind

WHO, OWN_WORKER = "Oona", "Elina"
ALSO_IN = "Rytmiryhmä"


def arrive(world: World) -> None:
    """She also joins Rytmiryhmä, today for the first time; her leader is her own worker."""
    person, told = world.known(WHO), world.lists.story["oona"]
    person.is_told = True
    person.row |= {"own_worker_id": world.staff[OWN_WORKER], "responsible_worker_id": None}
    person.first, person.last = world.frame.day(told["starts"]), world.frame.day(told["ends"])
    circle = world.circle(ALSO_IN)
    circle.seats -= 1
    enrol(world, person, circle, world.frame.today, person.last)


def tell(world: World) -> None:
    """Period, phases, reviews, plan, goals, steps and entries as the story has them."""
    person, told = world.known(WHO), world.lists.story["oona"]
    _write_period(world, person, told)
    words = {name: told[name] for name in ("main_goal", "need", "strengths")}
    begin_plan(world, person, **words)
    sessions = {row["date"]: row for row, _circle in person.visits}
    for facts in told["goals"]:
        _write_goal(world, add_goal(world, person, facts), facts, sessions)
    for facts in told["entries"]:
        _write_entry(world, person, facts, sessions)


def _write_period(world: World, person: Person, told: Facts) -> None:
    day = world.frame.day
    assert person.period is not None  # noqa: S101 - for the reader: `story` has begun it
    person.period |= {
        "starts_on": person.first,
        "planned_end_on": person.last,
        "need_assessed_on": person.first - 20 * DAY,
        "referred_on": person.first - 14 * DAY,
        "referred_by": "Aikuissosiaalityö",
        "decision_on": person.first - 4 * DAY,
        "decision_ref": "SK-2027-00017",
        "decision_from": person.first,
        "decision_to": person.last,
    }
    for facts in told["phases"]:
        world.sheet.add(
            ServicePhase,
            period_id=person.period["id"],
            phase=facts["phase"],
            starts_on=day(facts["starts"]),
            ends_on=day(facts["ends"]),
        )
    for facts in told["reviews"]:
        held = day(facts["done"]) if "done" in facts else None
        row = add_review(world, person, ReviewKind(facts["kind"]), day(facts["due"]), held)
        row |= {name: facts.get(name, "") for name in ("person_view", "worker_view")}


def _write_goal(world: World, aim: Aim, facts: Facts, sessions: dict[object, Row]) -> None:
    aim.row |= {"set_by": "person", "importance": 2, "difficulty": 2}
    for told in facts["worked"]:
        session = sessions.get(world.frame.day(told))
        if session:
            link(world, aim, session, planned=True, worked_on=True)
    for step in facts["steps"]:
        day = world.frame.day(step["date"])
        session = sessions.get(day) if step.get("rated") else None
        add_step(world, aim, day, step["level"], session=session)


def _write_entry(world: World, person: Person, facts: Facts, sessions: dict[object, Row]) -> None:
    session = sessions.get(world.frame.day(facts["date"]))
    if session:
        leader = world.staff[OWN_WORKER]
        add_entry(
            world, person, session, leader=leader, text=facts["text"], next_step=facts["next"]
        )
