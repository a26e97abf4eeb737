# SPDX-License-Identifier: GPL-3.0-or-later
"""Edge cases of sessions and records: nights, nobody came, goals that changed, people erased."""

from datetime import date

from db.demo.cast import Circle, Person, World
from db.demo.edges_people import spare
from db.demo.frame import DAY, last_clock_change, moment
from db.demo.plans import begin_plan
from db.demo.sheet import Row
from db.demo.story import OPEN
from db.models import (
    Addition,
    AgendaItemGoal,
    Contact,
    Enrolment,
    Entry,
    FollowOn,
    Goal,
    GoalStep,
    GoalTag,
    GoalWording,
    Group,
    GroupSession,
    Notice,
    Plan,
    Review,
    ServicePeriod,
    ServicePhase,
    SessionGoal,
)
from db.rules.words import Counting, MarkKind, Openness, ParticipantKind, SessionKind, SessionState
from db.tx import Model

NIGHT_ROUND = "Yökulku"
OF_THE_PERSON: tuple[Model, ...] = (
    Entry, Contact, Notice, GoalStep, SessionGoal, Goal, Plan, Review, ServicePeriod,
)  # fmt: skip
OF_GOALS: tuple[Model, ...] = (GoalTag, GoalWording, AgendaItemGoal)
OF_THE_PERIOD: tuple[Model, ...] = (ServicePhase, FollowOn)


def nights(world: World) -> None:
    """Rounds over midnight, one of them over the hour at which clocks are turned."""
    clocks = last_clock_change(world.frame.today)
    group = world.sheet.add(
        Group,
        unit_id=world.units[0].id,
        name=NIGHT_ROUND,
        kind="outreach",
        openness=Openness.OPEN,
        counting=Counting.HEAD_COUNT,
        strand="yo",
        starts_on=clocks - 60 * DAY,
        ends_on=clocks,
        archived_on=clocks + 7 * DAY,
    )
    session_over_midnight(world, group, clocks - 43 * DAY)
    session_over_clock_change(world, group, clocks - DAY)


def session_over_midnight(world: World, group: Row, day: date) -> None:
    """From ten in the evening to two at night."""
    _night(world, group, day, 22 * 60, 26 * 60)


def session_over_clock_change(world: World, group: Row, day: date) -> None:
    """From eleven to five by the clock on the wall: five hours in spring, seven in autumn."""
    _night(world, group, day, 23 * 60, 29 * 60)


def nobody_came(world: World) -> None:
    """A held session at which everybody who was expected is marked absent."""
    looked_in = {row["session_id"] for row in world.sheet.rows(Addition)}
    for circle in world.circles:
        for row in circle.sessions if circle.form == "activity" else []:
            stays = circle.expected(row["date"])
            is_far = world.frame.ago(row["date"]) > 21 and row["id"] not in looked_in
            if is_far and len(stays) > 2 and row["state"] is SessionState.HELD:
                _all_absent(circle, row)
                return


def identified_after_anonymous_visits(world: World) -> None:
    """A visitor known by a code gave a name in the end; the earlier visits stay theirs."""
    person = _known_visitor(world)
    person.row |= {
        "kind": ParticipantKind.NAMED,
        "first_name": "Onerva",
        "last_name": "Sarasalmi",
        "code": f"K-{person.id:04d}",
        "birth_year": person.born,
        "contact_language": "fi",
        "identified_on": world.frame.today - 60 * DAY,
    }


def plan_with_no_goals(world: World) -> None:
    """A plan has been agreed, its goals not yet."""
    person = _known_visitor(world)
    person.row |= {
        "kind": ParticipantKind.NAMED,
        "first_name": "Kosti",
        "last_name": "Usvajoki",
        "code": "",
    }
    begin_plan(world, person, main_goal="", need="", strengths="")


def goal_changed_mid_group(world: World) -> None:
    """A goal got a new wording while the group went on; the old one is kept."""
    person = spare(world, lambda one: bool(one.goals) and one.last > world.frame.today)
    if person:
        begun = (world.frame.today - person.first).days
        world.sheet.add(
            GoalWording,
            goal_id=person.goals[0].row["id"],
            until=moment(person.first + begun // 2 * DAY, 13 * 60),
            title="Saan arjen kuntoon",
            level_0="Arki sujuu",
            changed_by=person.stays[0].circle.leaders[0],
        )


def weights_zero(world: World) -> None:
    """Every goal of one person weighs nothing: no T score can be had."""
    person = spare(world, lambda one: len(one.goals) > 1 and one.last > world.frame.today)
    for aim in person.goals if person else []:
        aim.row |= {"importance": 0, "difficulty": 0}


def closed_member_while_the_group_goes_on(world: World) -> None:
    """One member's case was closed and archived; the group meets as before."""
    person = spare(
        world,
        lambda one: (
            one.last < world.frame.today - 30 * DAY
            and one.stays[0].circle.span.last > world.frame.today
        ),
    )
    if person and person.period:
        person.period["case_closed_on"] = person.last + 14 * DAY
        person.row["archived_on"] = person.last + 14 * DAY


def erased_member(world: World) -> None:
    """Somebody was erased: of the person nothing is left, the marks in old sessions stay."""
    person = spare(world, lambda one: one.last < world.frame.today - 30 * DAY and bool(one.visits))
    if person is None:
        return
    keep = ("id", "kind", "unit_id")
    for name in [name for name in person.row if name not in keep]:
        del person.row[name]
    person.row |= {
        "kind": ParticipantKind.ANONYMOUS,
        "archived_on": person.last,
        "erased_at": moment(world.frame.today - 7 * DAY, 9 * 60),
    }
    _forget(world, person)


def _forget(world: World, person: Person) -> None:
    """Take away every row about the person but enrolments and marks."""
    goals = {aim.row["id"] for aim in person.goals}
    period = person.period["id"] if person.period else None
    for row in world.sheet.rows(Enrolment):
        if row["participant_id"] == person.id:
            row |= {"period_id": None, "readiness": None, "came_through": ""}
    for model in OF_THE_PERSON:
        rows = world.sheet.rows(model)
        rows[:] = [row for row in rows if row["participant_id"] != person.id]
    for model in OF_GOALS:
        rows = world.sheet.rows(model)
        rows[:] = [row for row in rows if row["goal_id"] not in goals]
    for model in OF_THE_PERIOD:
        rows = world.sheet.rows(model)
        rows[:] = [row for row in rows if row["period_id"] != period]


def _night(world: World, group: Row, day: date, start: int, end: int) -> None:
    world.sheet.add(
        GroupSession,
        group_id=group["id"],
        date=day,
        starts_at=moment(day, start),
        ends_at=moment(day, end),
        kind=SessionKind.ROUND,
        state=SessionState.HELD,
        place_type="street",
        place="Asemanpuisto",
        head_count=world.chance.randint(3, 15),
        closed_at=moment(day + DAY, 9 * 60),
        closed_by=world.units[0].leaders[0],
    )


def _all_absent(circle: Circle, row: Row) -> None:
    nothing = {
        "mark": MarkKind.ABSENT,
        "minutes": 0,
        "late_minutes": None,
        "early_minutes": None,
        "remote": False,
        "self_reported": False,
    }
    for stay in circle.stays:
        for mark in stay.marks:
            if mark["session_id"] == row["id"]:
                mark.update(nothing)
        stay.person.visits = [visit for visit in stay.person.visits if visit[0] is not row]


def _known_visitor(world: World) -> Person:
    """A regular of the open group whom no other case has taken."""
    for person in world.circle(OPEN).regulars:
        if not person.is_scripted and person.id not in world.odd:
            world.odd.add(person.id)
            return person
    raise LookupError("the open group has too few regulars")


ATTENDANCE = (nights, nobody_came)
RECORDS = (
    identified_after_anonymous_visits,
    plan_with_no_goals,
    goal_changed_mid_group,
    weights_zero,
    closed_member_while_the_group_goes_on,
    erased_member,
)
