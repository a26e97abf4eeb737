# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a session's plan: every verb is one undo step."""

from sqlalchemy import func, select

from db.errors import Refused, Why
from db.models import (
    AgendaItem,
    AgendaItemGoal,
    Duty,
    Goal,
    GroupSession,
    Material,
    SessionGoal,
    SessionPlan,
)  # fmt: skip
from db.rules.checks import within
from db.tx import Model, Tx
from db.work import action

MOST_ITEM_MINUTES = 600


@action
def set_plan(tx: Tx, /, *, session_id: int, **values: str) -> None:
    """Write theme, aim or notes; the others stay."""
    tx.known(GroupSession, session_id)
    tx.put(SessionPlan, session_id, before=tx.row(SessionPlan, session_id), **values)


@action
def add_item(
    tx: Tx, *, session_id: int, title: str = "", minutes: int = 15, staff_id: int | None = None
) -> int:
    """A new agenda item at the end; its id."""
    within(minutes, 0, MOST_ITEM_MINUTES, "minutes")
    return tx.add(
        AgendaItem,
        session_id=session_id,
        position=_next(tx, AgendaItem, session_id),
        title=title.strip(),
        minutes=minutes,
        staff_id=staff_id,
    )


@action
def change_item(tx: Tx, /, *, item_id: int, expect: int | None = None, **values: object) -> None:
    """Change an agenda item's title, minutes, staff_id, responsible, materials or done."""
    minutes = values.get("minutes")
    within(minutes if isinstance(minutes, int) else None, 0, MOST_ITEM_MINUTES, "minutes")
    tx.change(AgendaItem, item_id, expect=expect, **values)


@action
def move_item(tx: Tx, *, item_id: int, by: int) -> None:
    """Move an agenda item `by` places (-1 is up); at either end it stays."""
    moved = tx.known(AgendaItem, item_id)
    ids = list(
        tx.read(
            select(AgendaItem.id)
            .where(AgendaItem.session_id == moved["session_id"])
            .order_by(AgendaItem.position, AgendaItem.id)
        ).scalars()
    )
    old = ids.index(item_id)
    new = min(max(old + by, 0), len(ids) - 1)
    ids.insert(new, ids.pop(old))
    for position, each in enumerate(ids, 1):
        if tx.known(AgendaItem, each)["position"] != position:
            tx.change(AgendaItem, each, position=position)


@action
def remove_item(tx: Tx, *, item_id: int) -> None:
    """Remove an agenda item and its links; the session's own links to goals stay."""
    links = select(AgendaItemGoal.goal_id).where(AgendaItemGoal.item_id == item_id)
    for goal_id in tx.read(links).scalars().all():
        tx.remove(AgendaItemGoal, item_id, goal_id)
    tx.remove(AgendaItem, item_id)


@action
def link_goal(tx: Tx, *, session_id: int, goal_id: int, item_id: int | None = None) -> None:
    """Plan the session, and one of its items when given, to serve a goal."""
    goal = tx.known(Goal, goal_id)
    before = tx.row(SessionGoal, session_id, goal_id)
    if before is None or not before["planned"]:
        tx.put(
            SessionGoal,
            session_id,
            goal_id,
            before=before,
            participant_id=goal["participant_id"],
            planned=True,
        )
    if item_id is not None and tx.row(AgendaItemGoal, item_id, goal_id) is None:
        _require_item_of(tx, item_id, session_id)
        tx.put(AgendaItemGoal, item_id, goal_id, before=None)


@action
def unlink_goal(tx: Tx, *, session_id: int, goal_id: int, item_id: int | None = None) -> None:
    """Take a goal off an item, or off the whole session when no item is given. That it was worked
    on stays."""
    if item_id is not None:
        tx.remove(AgendaItemGoal, item_id, goal_id)
        return
    items = (
        select(AgendaItemGoal.item_id)
        .join(AgendaItem, AgendaItem.id == AgendaItemGoal.item_id)
        .where(AgendaItem.session_id == session_id, AgendaItemGoal.goal_id == goal_id)
    )
    for each in tx.read(items).scalars().all():
        tx.remove(AgendaItemGoal, each, goal_id)
    before = tx.row(SessionGoal, session_id, goal_id)
    if before is not None and before["worked_on"]:
        tx.put(SessionGoal, session_id, goal_id, before=before, planned=False)
    else:
        tx.remove(SessionGoal, session_id, goal_id)


@action
def add_material(tx: Tx, *, session_id: int, name: str) -> int:
    """Something to bring; its id."""
    position = _next(tx, Material, session_id)
    return tx.add(Material, session_id=session_id, position=position, name=name.strip())


@action
def change_material(
    tx: Tx, /, *, material_id: int, expect: int | None = None, **values: object
) -> None:
    """Tick it, or change its name."""
    tx.change(Material, material_id, expect=expect, **values)


@action
def remove_material(tx: Tx, *, material_id: int) -> None:
    """Leave it out."""
    tx.remove(Material, material_id)


@action
def add_duty(
    tx: Tx, *, session_id: int, name: str, staff_id: int | None = None, responsible: str = ""
) -> int:
    """Who sees to what; its id."""
    return tx.add(
        Duty,
        session_id=session_id,
        position=_next(tx, Duty, session_id),
        name=name.strip(),
        staff_id=staff_id,
        responsible=responsible,
    )


@action
def change_duty(tx: Tx, /, *, duty_id: int, expect: int | None = None, **values: object) -> None:
    """Change a duty's name or who has it."""
    tx.change(Duty, duty_id, expect=expect, **values)


@action
def remove_duty(tx: Tx, *, duty_id: int) -> None:
    """Leave it out."""
    tx.remove(Duty, duty_id)


@action
def copy_plan(tx: Tx, *, from_session: int, to_session: int) -> int:
    """Copy theme, aim, agenda, materials and duties (never links to people's goals) to the end of
    another session's plan; how many agenda items came."""
    source = tx.row(SessionPlan, from_session)
    if source is not None:
        target = tx.row(SessionPlan, to_session)
        kept = {n: (target or {}).get(n) or source[n] for n in ("theme", "aim")}
        tx.put(SessionPlan, to_session, before=target, **kept)
    items = _copy(tx, AgendaItem, from_session, to_session, ("done",))
    _copy(tx, Material, from_session, to_session, ("ready",))
    _copy(tx, Duty, from_session, to_session, ())
    return items


def _copy(tx: Tx, model: Model, source: int, target: int, reset: tuple[str, ...]) -> int:
    table = model.__table__
    rows = tx.read(
        select(table).where(table.c.session_id == source).order_by(table.c.position)
    ).mappings()
    first = _next(tx, model, target)
    left_out = {"id", "version", "session_id", "position", *reset}
    copies = [
        {**{n: v for n, v in row.items() if n not in left_out}, "session_id": target, "position": p}
        for p, row in enumerate(rows, first)
    ]
    tx.add_all(model, copies)
    return len(copies)


def _next(tx: Tx, model: Model, session_id: int) -> int:
    table = model.__table__
    highest = select(func.max(table.c.position)).where(table.c.session_id == session_id)
    return (tx.read(highest).scalar() or 0) + 1


def _require_item_of(tx: Tx, item_id: int, session_id: int) -> None:
    if tx.known(AgendaItem, item_id)["session_id"] != session_id:
        raise Refused(Why.GONE)
