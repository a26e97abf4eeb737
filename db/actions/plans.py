# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's plan and its goals. One plan is live at a time; a changed wording keeps the old one."""

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from db.models import Goal, GoalWording, Participant, Plan
from db.rules.checks import named, within
from db.rules.words import GoalState
from db.tx import Tx
from db.work import action

STRANDS = ("kuusi", "meri", "puolukka", "okra", "kanerva", "sammal", "savi", "yo")
LEVELS = ("level_minus_2", "level_minus_1", "level_0", "level_plus_1", "level_plus_2")


@action
def set_main_goal(
    tx: Tx, *, participant_id: int, main_goal: str, on: date, source: str = ""
) -> int:
    """Write the person's main goal in their own words into the live plan, made if there is none."""
    plan = _live_plan(tx, participant_id, on)
    tx.change(Plan, plan, main_goal=main_goal.strip(), source=source.strip(), source_on=on)
    return plan


@action
def add_goal(
    tx: Tx,
    /,
    *,
    participant_id: int,
    title: str,
    on: date,
    domain: str = "",
    set_by: str = "person",
    baseline: int | None = None,
    importance: int = 1,
    difficulty: int = 1,
    due_on: date | None = None,
    **more: object,
) -> int:
    """A goal in the live plan, its strand colour the next one free; the id.

    `more` may hold the five level texts (`level_minus_2` ... `level_plus_2`). Weight is importance
    times difficulty, each 0-3 (GAS, Kiresuk & Sherman 1968).
    """
    within(baseline, -2, 2, "baseline")
    within(importance, 0, 3, "importance")
    within(difficulty, 0, 3, "difficulty")
    plan = _live_plan(tx, participant_id, on)
    count = tx.read(select(func.count()).select_from(Goal).where(Goal.plan_id == plan)).scalar_one()
    return tx.add(
        Goal,
        plan_id=plan,
        participant_id=participant_id,
        position=count + 1,
        title=named(title, "title"),
        strand=STRANDS[count % len(STRANDS)],
        domain=domain,
        set_by=set_by,
        baseline=baseline,
        importance=importance,
        difficulty=difficulty,
        state=GoalState.LIVE,
        starts_on=on,
        due_on=due_on,
        **more,
    )


@action
def change_goal(tx: Tx, /, *, goal_id: int, expect: int | None = None, **values: object) -> None:
    """Change a goal; when its wording or expected level changes, the old wording is kept."""
    before = tx.known(Goal, goal_id)
    if "title" in values:
        values["title"] = named(str(values["title"]), "title")
    for column, least, most in (("baseline", -2, 2), ("importance", 0, 3), ("difficulty", 0, 3)):
        number = values.get(column)
        within(number if isinstance(number, int) else None, least, most, column)
    after = tx.change(Goal, goal_id, expect=expect, **values)
    if any(before[column] != after[column] for column in ("title", "level_0")):
        tx.add(
            GoalWording,
            goal_id=goal_id,
            until=datetime.now(UTC),
            title=before["title"],
            level_0=before["level_0"],
            changed_by=tx.who.staff_id,
        )


@action
def end_goal(tx: Tx, *, goal_id: int, state: GoalState, on: date) -> None:
    """A goal was reached or dropped."""
    tx.change(Goal, goal_id, state=state, ended_on=on)


def _live_plan(tx: Tx, participant_id: int, on: date) -> int:
    tx.known(Participant, participant_id)
    found = tx.read(
        select(Plan.id).where(Plan.participant_id == participant_id, Plan.ended_on.is_(None))
    ).scalar()
    return found or tx.add(Plan, participant_id=participant_id, starts_on=on)
