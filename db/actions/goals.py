# SPDX-License-Identifier: GPL-3.0-or-later
"""The thread at a session: was a goal worked on, and what level was reached."""

from sqlalchemy import select

from db.errors import Refused, Why
from db.journal import Row
from db.models import Goal, GoalStep, GroupSession, SessionGoal
from db.rules.checks import within
from db.rules.words import Rater
from db.tx import Tx
from db.work import action


@action
def set_worked_on(
    tx: Tx, *, session_id: int, participant_id: int, goal_id: int, worked_on: bool
) -> None:
    """Whether the goal was worked on at the session. A level of this session goes with a "no":
    nothing was reached where nothing was done. What was planned stays planned."""
    _own_goal(tx, goal_id, participant_id)
    before = tx.row(SessionGoal, session_id, goal_id)
    if not worked_on:
        for step in _steps(tx, session_id, goal_id):
            tx.remove(GoalStep, step["id"])
    if not worked_on and (before is None or not before["planned"]):
        tx.remove(SessionGoal, session_id, goal_id)
        return
    values = {"participant_id": participant_id, "worked_on": worked_on}
    tx.put(SessionGoal, session_id, goal_id, before=before, **values)


@action
def set_step(
    tx: Tx, *, session_id: int, participant_id: int, goal_id: int, level: int | None
) -> None:
    """The worker's view of the level at this session, -2 to +2 (GAS, Kiresuk & Sherman 1968); None takes it
    back. A level says that the goal was worked on."""
    within(level, -2, 2, "level")
    _own_goal(tx, goal_id, participant_id)
    session = tx.known(GroupSession, session_id)
    steps = _steps(tx, session_id, goal_id)
    if level is None:
        for step in steps:
            tx.remove(GoalStep, step["id"])
        return
    before = tx.row(SessionGoal, session_id, goal_id)
    if before is None or not before["worked_on"]:
        values = {"participant_id": participant_id, "worked_on": True}
        tx.put(SessionGoal, session_id, goal_id, before=before, **values)
    if steps:
        tx.put(GoalStep, steps[-1]["id"], before=steps[-1], level=level, staff_id=tx.who.staff_id)
        return
    tx.add(
        GoalStep,
        goal_id=goal_id,
        participant_id=participant_id,
        session_id=session_id,
        date=session["date"],
        level=level,
        rater=Rater.WORKER,
        staff_id=tx.who.staff_id,
    )


def _own_goal(tx: Tx, goal_id: int, participant_id: int) -> None:
    if tx.known(Goal, goal_id)["participant_id"] != participant_id:
        raise Refused(Why.GOAL_OF_OTHER)


def _steps(tx: Tx, session_id: int, goal_id: int) -> list[Row]:
    """The worker's steps of this session on the goal, oldest first."""
    table = GoalStep.__table__
    found = tx.read(
        select(table)
        .where(
            table.c.session_id == session_id,
            table.c.goal_id == goal_id,
            table.c.rater == Rater.WORKER,
        )
        .order_by(table.c.id)
    )
    return [dict(row) for row in found.mappings()]
