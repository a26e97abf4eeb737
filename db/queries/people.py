# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants as a list and one by one."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, func, or_, select

from db.errors import Conflict, Why
from db.models import (
    Enrolment,
    Entry,
    Goal,
    GoalStep,
    Group,
    GroupSession,
    Mark,
    Participant,
    Plan,
    Review,
    ServicePeriod,
    Staff,
)  # fmt: skip
from db.rules.folding import fold
from db.rules.people import Called, Person, name_order, short_name, short_names
from db.rules.words import (
    HERE,
    EnrolmentKind,
    GoalState,
    MarkKind,
    ParticipantKind,
    ReviewKind,
    SessionState,
)  # fmt: skip
from db.work import query
from db.zone import zone_of


@dataclass(frozen=True)
class PersonRow:
    """A participant in the list, called so that no two in it are called alike; `folded` is what
    instant search looks in."""

    participant_id: int
    kind: ParticipantKind
    called: Called
    first_name: str
    last_name: str
    code: str
    groups: str
    own_worker: str
    live_goals: int
    last_seen: date | None
    archived: bool
    folded: str


@dataclass(frozen=True)
class Membership:
    """One interval in a group."""

    enrolment_id: int
    group_id: int
    group: str
    strand: str
    kind: EnrolmentKind
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class GoalLine:
    """A goal with the levels rated so far, oldest first: (date, level, session or None)."""

    goal_id: int
    version: int
    title: str
    strand: str
    domain: str
    set_by: str
    state: GoalState
    baseline: int | None
    importance: int
    difficulty: int
    due_on: date | None
    levels: tuple[str, str, str, str, str]
    steps: tuple[tuple[date, int, int | None], ...]

    @property
    def level(self) -> int | None:
        """Where the goal stands: the last step, else the baseline."""
        return self.steps[-1][1] if self.steps else self.baseline


@dataclass(frozen=True)
class Visit:
    """A past session the person was expected at; local time."""

    session_id: int
    group: str
    strand: str
    starts_at: datetime
    mark: MarkKind
    minutes: int
    entry: str


@dataclass(frozen=True)
class PersonCard:
    """All of one participant that the page shows."""

    participant_id: int
    version: int
    kind: ParticipantKind
    first_name: str
    last_name: str
    nickname: str
    code: str
    birth_year: int | None
    contact_language: str
    own_worker_id: int | None
    own_worker: str
    mind_in_group: str
    non_disclosure: bool
    first_contact_on: date | None
    came_through: str
    archived_on: date | None
    main_goal: str
    source: str
    period: tuple[date, date | None] | None
    next_review: tuple[ReviewKind, date] | None
    memberships: tuple[Membership, ...]
    goals: tuple[GoalLine, ...]
    visits: tuple[Visit, ...]
    here: int
    marked: int


@query(whose=lambda rows: {row.participant_id for row in rows})
def people(conn: Connection, *, on: date) -> list[PersonRow]:
    """Every participant in Finnish alphabetical order, those without a name after them and archived
    ones last; nobody merged into another or erased."""
    present = (
        select(func.aggregate_strings(Group.name, ", "))
        .join(Enrolment, Enrolment.group_id == Group.id)
        .where(Enrolment.participant_id == Participant.id, Enrolment.starts_on <= on)
        .where(or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= on))
        .scalar_subquery()
    )
    goals = (
        select(func.count())
        .select_from(Goal)
        .where(Goal.participant_id == Participant.id, Goal.state == GoalState.LIVE)
        .scalar_subquery()
    )
    seen = (
        select(func.max(GroupSession.date))
        .join(Mark, Mark.session_id == GroupSession.id)
        .where(Mark.participant_id == Participant.id, Mark.mark.in_(HERE))
        .scalar_subquery()
    )
    rows = conn.execute(
        select(
            Participant.id, Participant.kind, Participant.first_name, Participant.last_name,
            Participant.nickname, Participant.code, Participant.archived_on,
            Staff.first_name.label("worker_first"), Staff.last_name.label("worker_last"),
            present.label("groups"), goals.label("goals"), seen.label("seen"),
        )
        .outerjoin(Staff, Staff.id == Participant.own_worker_id)
        .where(Participant.merged_into_id.is_(None), Participant.erased_at.is_(None))
    ).all()  # fmt: skip
    called = short_names(
        Person(row.id, row.kind, row.first_name, row.last_name, row.nickname, row.code)
        for row in rows
    )
    told = [
        PersonRow(
            row.id, row.kind, called[row.id], row.first_name, row.last_name, row.code,
            row.groups or "",
            short_name(row.worker_first, row.worker_last) if row.worker_first else "",
            row.goals, row.seen, row.archived_on is not None,
            fold(f"{row.first_name} {row.last_name} {row.nickname} {row.code} {row.groups or ''}"),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(told, key=_by_name)


@query(whose=lambda card: [card.participant_id])
def person(conn: Connection, *, participant_id: int, visits: int = 60) -> PersonCard:
    """One participant with plan, goals, groups and the latest visits, newest first; Conflict(GONE)
    when there is none."""
    row = conn.execute(
        select(
            Participant.__table__,
            Staff.first_name.label("worker_first"),
            Staff.last_name.label("worker_last"),
        )
        .outerjoin(Staff, Staff.id == Participant.own_worker_id)
        .where(Participant.id == participant_id)
    ).one_or_none()
    if row is None:
        raise Conflict(Why.GONE)
    plan = conn.execute(_live_plan(participant_id)).first()
    worker = short_name(row.worker_first, row.worker_last) if row.worker_first else ""
    here, marked = _counts(conn, participant_id)
    return PersonCard(
        participant_id, row.version, row.kind, row.first_name, row.last_name, row.nickname,
        row.code, row.birth_year, row.contact_language, row.own_worker_id, worker,
        row.mind_in_group, row.non_disclosure, row.first_contact_on, row.came_through,
        row.archived_on,
        plan.main_goal if plan else "", plan.source if plan else "",
        _period(conn, participant_id),
        _next_review(conn, participant_id),
        _memberships(conn, participant_id),
        _goals(conn, participant_id),
        _visits(conn, participant_id, visits),
        here, marked,
    )  # fmt: skip


def _by_name(row: PersonRow) -> tuple[bool, bool, str, str, int]:
    whole = name_order(f"{row.first_name} {row.last_name}")
    by_code = not row.first_name
    return row.archived, by_code, whole, name_order(row.called.text), row.participant_id


def _live_plan(participant_id: int) -> Select[str, str]:
    return select(Plan.main_goal, Plan.source).where(
        Plan.participant_id == participant_id, Plan.ended_on.is_(None)
    )


def _period(conn: Connection, participant_id: int) -> tuple[date, date | None] | None:
    row = conn.execute(
        select(
            ServicePeriod.starts_on,
            func.coalesce(ServicePeriod.ended_on, ServicePeriod.planned_end_on).label("ends_on"),
        )
        .where(ServicePeriod.participant_id == participant_id)
        .order_by(ServicePeriod.starts_on.desc())
        .limit(1)
    ).one_or_none()
    return (row.starts_on, row.ends_on) if row else None


def _next_review(conn: Connection, participant_id: int) -> tuple[ReviewKind, date] | None:
    row = conn.execute(
        select(Review.kind, Review.due_on)
        .where(Review.participant_id == participant_id, Review.done_on.is_(None))
        .order_by(Review.due_on)
        .limit(1)
    ).one_or_none()
    return (row.kind, row.due_on) if row else None


def _memberships(conn: Connection, participant_id: int) -> tuple[Membership, ...]:
    rows = conn.execute(
        select(
            Enrolment.id, Group.id, Group.name, Group.strand, Enrolment.kind,
            Enrolment.starts_on, Enrolment.ends_on,
        )
        .join(Group, Group.id == Enrolment.group_id)
        .where(Enrolment.participant_id == participant_id)
        .order_by(Enrolment.ends_on.is_not(None), Enrolment.starts_on.desc())
    )  # fmt: skip
    return tuple(Membership(*row) for row in rows)


def _goals(conn: Connection, participant_id: int) -> tuple[GoalLine, ...]:
    steps: dict[int, list[tuple[date, int, int | None]]] = {}
    for step in conn.execute(
        select(GoalStep.goal_id, GoalStep.date, GoalStep.level, GoalStep.session_id)
        .where(GoalStep.participant_id == participant_id)
        .order_by(GoalStep.date, GoalStep.id)
    ):
        steps.setdefault(step.goal_id, []).append((step.date, step.level, step.session_id))
    rows = conn.execute(
        select(Goal.__table__)
        .where(Goal.participant_id == participant_id)
        .order_by(Goal.state != GoalState.LIVE, Goal.position, Goal.id)
    )
    return tuple(
        GoalLine(
            row.id, row.version, row.title, row.strand, row.domain, row.set_by, row.state, row.baseline,
            row.importance, row.difficulty, row.due_on,
            (row.level_minus_2, row.level_minus_1, row.level_0, row.level_plus_1, row.level_plus_2),
            tuple(steps.get(row.id, ())),
        )
        for row in rows
    )  # fmt: skip


def _visits(conn: Connection, participant_id: int, limit: int) -> tuple[Visit, ...]:
    zone = zone_of(conn)
    entry = (
        select(Entry.text)
        .where(Entry.session_id == GroupSession.id, Entry.participant_id == participant_id)
        .order_by(Entry.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = conn.execute(
        select(
            GroupSession.id, Group.name, Group.strand, GroupSession.starts_at, Mark.mark,
            Mark.minutes, entry.label("entry"),
        )
        .join(GroupSession, GroupSession.id == Mark.session_id)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Mark.participant_id == participant_id)
        .order_by(GroupSession.starts_at.desc())
        .limit(limit)
    )  # fmt: skip
    return tuple(
        Visit(
            row.id, row.name, row.strand, row.starts_at.astimezone(zone), row.mark, row.minutes,
            row.entry or "",
        )
        for row in rows
    )  # fmt: skip


def _counts(conn: Connection, participant_id: int) -> tuple[int, int]:
    """How often the person was here, and of how many marks in held sessions."""
    row = conn.execute(
        select(
            func.count().filter(Mark.mark.in_(HERE)).label("here"),
            func.count().label("marked"),
        )
        .select_from(Mark)
        .join(GroupSession, GroupSession.id == Mark.session_id)
        .where(Mark.participant_id == participant_id, GroupSession.state == SessionState.HELD)
    ).one()
    return row.here, row.marked
