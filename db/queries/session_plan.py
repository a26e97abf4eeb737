# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: theme, agenda, materials, duties, and whose goals it serves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, exists, or_, select

from db.errors import Conflict, Why
from db.models import (
    AgendaItem,
    AgendaItemGoal,
    Duty,
    Goal,
    GroupSession,
    Material,
    Participant,
    SessionGoal,
    SessionPlan,
    Staff,
)  # fmt: skip
from db.queries.session_head import Expected, Heads, SessionHead
from db.rules.people import Called, Person, name_order, short_name, short_names
from db.rules.words import GoalState
from db.work import query


@dataclass(frozen=True)
class PlanItem:
    """An agenda item. Its start follows from the minutes before it, in the office's zone."""

    item_id: int
    position: int
    starts_at: datetime
    minutes: int
    title: str
    staff_id: int | None
    responsible: str
    materials: str
    goals: frozenset[int]


@dataclass(frozen=True)
class PlanGoal:
    """A live goal of somebody expected; `linked` when this session is planned to serve it."""

    goal_id: int
    participant_id: int
    name: Called
    title: str
    strand: str
    linked: bool


@dataclass(frozen=True)
class PlanMaterial:
    """Something to bring."""

    material_id: int
    name: str
    ready: bool


@dataclass(frozen=True)
class PlanDuty:
    """Who sees to what."""

    duty_id: int
    name: str
    staff_id: int | None
    responsible: str


@dataclass(frozen=True)
class PlanCard:
    """All of a session's plan. `expected` counts people; goals are in the order of names."""

    head: SessionHead
    version: int
    theme: str
    aim: str
    notes: str
    items: tuple[PlanItem, ...]
    materials: tuple[PlanMaterial, ...]
    duties: tuple[PlanDuty, ...]
    goals: tuple[PlanGoal, ...]
    expected: int
    staff: tuple[tuple[int, str], ...]
    earlier: tuple[int, datetime] | None
    """The latest earlier session of the group that has an agenda, to copy from."""

    @property
    def planned_minutes(self) -> int:
        """What the agenda adds up to."""
        return sum(item.minutes for item in self.items)

    @property
    def linked(self) -> tuple[PlanGoal, ...]:
        """The goals this session is planned to serve."""
        return tuple(goal for goal in self.goals if goal.linked)


@query(whose=lambda card: {goal.participant_id for goal in card.goals})
def session_plan(conn: Connection, *, session_id: int) -> PlanCard:
    """A session's plan, empty where nobody has written one; Conflict(GONE) without the session."""
    found = conn.execute(
        select(*Heads.columns, Expected.count.label("expected"))
        .select_from(Heads.tables)
        .where(GroupSession.id == session_id)
    ).one_or_none()
    if found is None:
        raise Conflict(Why.GONE)
    head = Heads.of(found)
    plan = conn.execute(
        select(SessionPlan.theme, SessionPlan.aim, SessionPlan.notes, SessionPlan.version).where(
            SessionPlan.session_id == session_id
        )
    ).one_or_none()
    staff = _staff(conn)
    return PlanCard(
        head=head,
        version=plan.version if plan else 0,
        theme=plan.theme if plan else "",
        aim=plan.aim if plan else "",
        notes=plan.notes if plan else "",
        items=_items(conn, head, dict(staff)),
        materials=_materials(conn, session_id),
        duties=_duties(conn, session_id, dict(staff)),
        goals=_goals(conn, session_id),
        expected=found.expected,
        staff=staff,
        earlier=_earlier(conn, head),
    )


def _staff(conn: Connection) -> tuple[tuple[int, str], ...]:
    rows = conn.execute(
        select(Staff.id, Staff.first_name, Staff.last_name)
        .where(Staff.archived_on.is_(None))
        .order_by(Staff.first_name, Staff.id)
    )
    return tuple((row.id, short_name(row.first_name, row.last_name)) for row in rows)


def _items(conn: Connection, head: SessionHead, staff: dict[int, str]) -> tuple[PlanItem, ...]:
    linked: dict[int, set[int]] = {}
    for row in conn.execute(
        select(AgendaItemGoal.item_id, AgendaItemGoal.goal_id)
        .join(AgendaItem, AgendaItem.id == AgendaItemGoal.item_id)
        .where(AgendaItem.session_id == head.id)
    ):
        linked.setdefault(row.item_id, set()).add(row.goal_id)
    rows = conn.execute(
        select(AgendaItem.__table__)
        .where(AgendaItem.session_id == head.id)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    items, starts_at = [], head.starts_at
    for row in rows:
        responsible = staff.get(row.staff_id, "") or row.responsible
        items.append(
            PlanItem(
                row.id, row.position, starts_at, row.minutes, row.title, row.staff_id,
                responsible, row.materials, frozenset(linked.get(row.id, ())),
            )
        )  # fmt: skip
        starts_at += timedelta(minutes=row.minutes)
    return tuple(items)


def _materials(conn: Connection, session_id: int) -> tuple[PlanMaterial, ...]:
    rows = conn.execute(
        select(Material.id, Material.name, Material.ready)
        .where(Material.session_id == session_id)
        .order_by(Material.position, Material.id)
    )
    return tuple(PlanMaterial(*row) for row in rows)


def _duties(conn: Connection, session_id: int, staff: dict[int, str]) -> tuple[PlanDuty, ...]:
    rows = conn.execute(
        select(Duty.id, Duty.name, Duty.staff_id, Duty.responsible)
        .where(Duty.session_id == session_id)
        .order_by(Duty.position, Duty.id)
    )
    return tuple(
        PlanDuty(row.id, row.name, row.staff_id, staff.get(row.staff_id, "") or row.responsible)
        for row in rows
    )


def _goals(conn: Connection, session_id: int) -> tuple[PlanGoal, ...]:
    """Live goals of everybody expected, and any goal already linked."""
    here = exists().where(GroupSession.id == session_id, Goal.participant_id.in_(Expected.people))
    planned = (SessionGoal.session_id == session_id) & SessionGoal.planned.is_(True)
    rows = conn.execute(
        select(
            Goal.id, Goal.participant_id, Goal.title, Goal.strand, SessionGoal.planned,
            Participant.kind, Participant.first_name, Participant.last_name,
            Participant.nickname, Participant.code,
        )
        .join(Participant, Participant.id == Goal.participant_id)
        .outerjoin(SessionGoal, (SessionGoal.goal_id == Goal.id) & planned)
        .where(or_(SessionGoal.planned.is_(True), (Goal.state == GoalState.LIVE) & here))
        .order_by(Goal.participant_id, Goal.position, Goal.id)
    ).all()  # fmt: skip
    names = short_names({_person(row) for row in rows})
    goals = [
        PlanGoal(
            row.id, row.participant_id, names[row.participant_id], row.title, row.strand,
            bool(row.planned),
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(goals, key=lambda goal: name_order(goal.name.text)))


def _person(row: object) -> Person:
    return Person(
        row.participant_id, row.kind, row.first_name, row.last_name, row.nickname, row.code  # type: ignore[attr-defined]
    )  # fmt: skip


def _earlier(conn: Connection, head: SessionHead) -> tuple[int, datetime] | None:
    row = conn.execute(
        select(GroupSession.id, GroupSession.starts_at)
        .where(GroupSession.group_id == head.group_id, GroupSession.starts_at < head.starts_at)
        .where(exists().where(AgendaItem.session_id == GroupSession.id))
        .order_by(GroupSession.starts_at.desc())
        .limit(1)
    ).one_or_none()
    return (row.id, row.starts_at.astimezone(head.starts_at.tzinfo)) if row else None
