# SPDX-License-Identifier: GPL-3.0-or-later
"""The thread from sessions to goals and back: what was worked on, and the level it reached."""

from datetime import date

from db.demo.cast import Aim, Circle, Person, World
from db.demo.periods import has_dropped
from db.demo.sheet import Row
from db.demo.writings import SOON, write_entry
from db.models import GoalStep, SessionGoal
from db.rules.words import Rater, ReviewKind, SessionState

GOALS_A_SESSION = ((1, 0.55), (2, 0.33), (3, 0.12))
RATED = 0.35
PLANNED, WORKED = 0.6, 0.87


def spin(world: World, person: Person) -> None:
    """Session goals and steps of one person over all their groups, in order of time."""
    if not person.goals or person.is_told:
        return
    for review in person.reviews:
        if review["kind"] is ReviewKind.START:
            for aim in person.goals:
                add_step(world, aim, review["done_on"], aim.row["baseline"], review=review)
    person.visits.sort(key=lambda visit: visit[0]["starts_at"])
    for session, circle in person.visits:
        if person.first <= session["date"] <= person.last:
            chosen = _work(world, person, session)
            write_entry(world, person, session, circle, chosen)
    _rate_in_reviews(world, person)


def plan_ahead(world: World, circle: Circle) -> None:
    """Goals that sessions of the next two weeks are meant to serve."""
    if circle.form == "scripted":
        return
    for session in circle.sessions:
        ahead = -world.frame.ago(session["date"])
        if session["state"] is not SessionState.PLANNED or not 0 <= ahead <= SOON:
            continue
        for stay in circle.expected(session["date"]):
            if stay.person.goals and not stay.person.is_told and world.chance.hit(0.5):
                aim = world.chance.one(stay.person.goals)
                link(world, aim, session, planned=True, worked_on=False)


def link(world: World, aim: Aim, session: Row, *, planned: bool, worked_on: bool) -> None:
    """The session serves the goal."""
    world.sheet.add(
        SessionGoal,
        session_id=session["id"],
        goal_id=aim.row["id"],
        participant_id=aim.row["participant_id"],
        planned=planned,
        worked_on=worked_on,
    )


def add_step(
    world: World,
    aim: Aim,
    day: date,
    level: int,
    *,
    session: Row | None = None,
    review: Row | None = None,
) -> None:
    """A rating of the goal."""
    chance = world.chance
    world.sheet.add(
        GoalStep,
        goal_id=aim.row["id"],
        participant_id=aim.row["participant_id"],
        session_id=session["id"] if session else None,
        review_id=review["id"] if review else None,
        date=day,
        level=level,
        rater=Rater.PERSON if chance.hit(0.3) else Rater.WORKER,
        note=chance.one(world.lists.texts["step_notes"]) if chance.hit(0.15) else "",
    )


def _work(world: World, person: Person, session: Row) -> list[Aim]:
    """One to three of the person's goals in one session."""
    chance = world.chance
    chosen = chance.some(person.goals, chance.by_weight(GOALS_A_SESSION))
    for aim in chosen:
        worked = chance.hit(WORKED)
        link(world, aim, session, planned=chance.hit(PLANNED) or not worked, worked_on=worked)
        if worked and chance.hit(RATED):
            level = _level(world, person, aim, session["date"])
            add_step(world, aim, session["date"], level, session=session)
    return chosen


def _level(world: World, person: Person, aim: Aim, day: date) -> int:
    """Somewhere on the way from the baseline to the end, with setbacks."""
    passed = (day - person.first).days / max(1, (person.last - person.first).days)
    baseline: int = aim.row["baseline"]
    expected = baseline + (aim.end - baseline) * min(1.0, passed * 1.15)
    return max(-2, min(2, round(expected + world.chance.gauss(0, 0.25))))


def _rate_in_reviews(world: World, person: Person) -> None:
    """Interim reviews rate some goals, the final one nearly all of them."""
    for review in person.reviews:
        held, kind = review["done_on"], review["kind"]
        if held is None or has_dropped(person):
            continue
        for aim in person.goals:
            if kind is ReviewKind.INTERIM and world.chance.hit(0.5):
                add_step(world, aim, held, _level(world, person, aim, held), review=review)
            elif kind is ReviewKind.FINAL and world.chance.hit(0.92):
                add_step(world, aim, held, aim.end, review=review)
