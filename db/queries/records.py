# SPDX-License-Identifier: GPL-3.0-or-later
"""The raw rows of an office, for checking figures by other means and for leaving with one's data.

Rows are about persons, so every export says in the log whose they were. `mind_in_group` stays
behind: it has an access right of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    false,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.orm import aliased

from db.log import Purpose
from db.models import (
    Addition,
    Enrolment,
    Goal,
    GoalStep,
    Group,
    GroupSession,
    Mark,
    Participant,
    Plan,
    Room,
    SessionPlan,
    Staff,
    Unit,
)
from db.queries.counting import Where
from db.rules.tables import Column, Holds, Table
from db.rules.words import ParticipantKind
from db.work import query
from db.zone import zone_of

Rows = Select[*tuple[Any, ...]]
Named = tuple[str, Holds, Any]
"""A column: its key, what it holds, and the expression that gives it."""


class What(StrEnum):
    """Which rows."""

    PARTICIPANTS = "participants"
    GROUPS = "groups"
    ENROLMENTS = "enrolments"
    SESSIONS = "sessions"
    MARKS = "marks"
    GOALS = "goals"
    GOAL_STEPS = "goal-steps"


@dataclass(frozen=True)
class Records:
    """A table, and the ids of the participants whose rows are in it."""

    table: Table
    people: frozenset[int]


@query(whose=lambda told: told.people, purpose=Purpose.MAINTENANCE)
def records(conn: Connection, *, what: What) -> Records:
    """All rows of one kind, by id; marks by session and participant.

    There is a row of marks for everybody expected at each session, planned and cancelled ones too,
    with an empty mark where nothing was recorded; `expected` is false in rows of marks of anybody
    else, who is in no figure but `outside`.
    """
    table = _MAKERS[what](conn)
    return Records(table, _people(table))


def _people(table: Table) -> frozenset[int]:
    if "participant_id" not in table.keys:
        return frozenset()
    place = table.keys.index("participant_id")
    return frozenset(cell for row in table.rows if isinstance(cell := row[place], int))


def _table(conn: Connection, source: FromClause, named: list[Named], order: Any) -> Table:  # noqa: ANN401
    """Rows of `named` columns; moments become ISO 8601 with the office's offset."""
    found = conn.execute(
        select(*(told for _, _, told in named)).select_from(source).order_by(order)
    )
    zone = zone_of(conn)
    moments = [n for n, (_, holds, _) in enumerate(named) if holds is Holds.MOMENT]
    rows = [_local(tuple(row), moments, zone) for row in found]
    return Table(tuple(Column(key, holds) for key, holds, _ in named), rows)


def _local(row: tuple[object, ...], moments: list[int], zone: ZoneInfo) -> tuple[object, ...]:
    if not moments:
        return row
    cells = list(row)
    for n in moments:
        moment = cells[n]
        cells[n] = moment.astimezone(zone).isoformat() if isinstance(moment, datetime) else None
    return tuple(cells)


def _text(*names: str, of: type[Any]) -> list[Named]:
    return [(name, Holds.TEXT, getattr(of, name)) for name in names]


def _codes(*names: str, of: type[Any]) -> list[Named]:
    return [(name, Holds.CODE, getattr(of, name)) for name in names]


def _dates(*names: str, of: type[Any]) -> list[Named]:
    return [(name, Holds.DATE, getattr(of, name)) for name in names]


def _numbers(*names: str, of: type[Any]) -> list[Named]:
    return [(name, Holds.NUMBER, getattr(of, name)) for name in names]


def _full(person: type[Participant | Staff]) -> ColumnElement[str]:
    return func.trim(person.first_name + " " + person.last_name)


def _id(key: str, told: Any) -> Named:  # noqa: ANN401
    return (key, Holds.ID, told)


def _participants(conn: Connection) -> Table:
    own, responsible = aliased(Staff), aliased(Staff)
    person = Participant
    source = (
        person.__table__.outerjoin(Unit, Unit.id == person.unit_id)
        .outerjoin(own, own.id == person.own_worker_id)
        .outerjoin(responsible, responsible.id == person.responsible_worker_id)
    )
    name = case(
        (person.kind == ParticipantKind.NAMED, _full(person)),
        (person.kind == ParticipantKind.PSEUDONYMOUS, person.code),
        else_="",
    )
    named: list[Named] = [
        _id("participant_id", person.id),
        ("name", Holds.TEXT, name),
        ("kind", Holds.CODE, person.kind),
        *_text("first_name", "last_name", "nickname", "code", "identity_code", of=person),
        *_numbers("birth_year", of=person),
        *_codes("contact_language", of=person),
        ("unit", Holds.TEXT, Unit.name),
        ("own_worker", Holds.TEXT, _full(own)),
        ("responsible_worker", Holds.TEXT, _full(responsible)),
        *_codes("segment", "came_through", "first_contact_by", of=person),
        *_dates("first_contact_on", "identified_on", "archived_on", "died_on", of=person),
        ("non_disclosure", Holds.YES, person.non_disclosure),
        ("needs_many_services", Holds.YES, person.needs_many_services),
        ("erased_at", Holds.MOMENT, person.erased_at),
        _id("merged_into_id", person.merged_into_id),
    ]
    return _table(conn, source, named, person.id)


def _groups(conn: Connection) -> Table:
    source = Group.__table__.join(Unit, Unit.id == Group.unit_id)
    named: list[Named] = [
        _id("group_id", Group.id),
        ("group", Holds.TEXT, Group.name),
        ("unit", Holds.TEXT, Unit.name),
        *_codes("kind", "openness", "counting", "nature", "legal_basis", "service_level", of=Group),
        *_codes("organiser", "funding", "strand", "template", "template_version", of=Group),
        *_text("partner", "aims", "target_group", "leaflet", "rules", of=Group),
        *_numbers("cost_cents", "min_size", "max_size", "age_from", "age_to", of=Group),
        *_dates("starts_on", "ends_on", "archived_on", of=Group),
    ]
    return _table(conn, source, named, Group.id)


def _enrolments(conn: Connection) -> Table:
    source = Enrolment.__table__.join(Group, Group.id == Enrolment.group_id)
    named: list[Named] = [
        _id("enrolment_id", Enrolment.id),
        _id("participant_id", Enrolment.participant_id),
        _id("group_id", Enrolment.group_id),
        ("group", Holds.TEXT, Group.name),
        *_codes("kind", of=Enrolment),
        *_dates("starts_on", "ends_on", "planned_end_on", of=Enrolment),
        *_codes("came_through", "end_reason", "follow_on", of=Enrolment),
        *_numbers("readiness", of=Enrolment),
        *_text("readiness_note", of=Enrolment),
    ]
    return _table(conn, source, named, Enrolment.id)


def _sessions(conn: Connection) -> Table:
    met = GroupSession
    source = (
        met.__table__.join(Group, Group.id == met.group_id)
        .outerjoin(Room, Room.id == met.room_id)
        .outerjoin(SessionPlan, SessionPlan.session_id == met.id)
    )
    named: list[Named] = [
        _id("session_id", met.id),
        ("group", Holds.TEXT, Group.name),
        ("starts_at", Holds.MOMENT, met.starts_at),
        ("ends_at", Holds.MOMENT, met.ends_at),
        ("session_state", Holds.CODE, met.state),
        *_numbers("head_count", of=met),
        _id("group_id", met.group_id),
        _id("series_id", met.series_id),
        *_dates("date", "original_date", of=met),
        *_codes("kind", "place_type", "channel", "cancel_reason", of=met),
        ("room", Holds.TEXT, Room.name),
        *_text("place", "cancel_note", of=met),
        ("cancelled_at", Holds.MOMENT, met.cancelled_at),
        ("closed_at", Holds.MOMENT, met.closed_at),
        *_numbers("meals", "climate", of=met),
        *_text("theme", "aim", of=SessionPlan),
        *_text("shared_text", "reflection", of=met),
    ]
    return _table(conn, source, named, met.id)


def _goals(conn: Connection) -> Table:
    source = Goal.__table__.join(Plan, Plan.id == Goal.plan_id)
    levels = ("level_minus_2", "level_minus_1", "level_0", "level_plus_1", "level_plus_2")
    named: list[Named] = [
        _id("goal_id", Goal.id),
        _id("participant_id", Goal.participant_id),
        _id("plan_id", Goal.plan_id),
        *_text("main_goal", of=Plan),
        *_numbers("position", of=Goal),
        *_text("title", of=Goal),
        *_codes("set_by", "domain", "service_aim", "state", of=Goal),
        ("is_current", Holds.YES, Goal.is_current),
        *_numbers("importance", "difficulty", "baseline", of=Goal),
        *_text(*levels, "implementers", "follow_up", of=Goal),
        *_dates("starts_on", "due_on", "ended_on", of=Goal),
        *_text("source", of=Plan),
        *_dates("source_on", "agreed_on", of=Plan),
    ]
    return _table(conn, source, named, Goal.id)


def _goal_steps(conn: Connection) -> Table:
    source = GoalStep.__table__.outerjoin(Staff, Staff.id == GoalStep.staff_id)
    named: list[Named] = [
        _id("goal_step_id", GoalStep.id),
        _id("goal_id", GoalStep.goal_id),
        _id("participant_id", GoalStep.participant_id),
        _id("session_id", GoalStep.session_id),
        *_dates("date", of=GoalStep),
        *_numbers("level", of=GoalStep),
        *_codes("rater", of=GoalStep),
        ("staff", Holds.TEXT, _full(Staff)),
        *_text("note", of=GoalStep),
    ]
    return _table(conn, source, named, GoalStep.id)


_MARKS = (
    Column("session_id", Holds.ID),
    Column("group", Holds.TEXT),
    Column("starts_at", Holds.MOMENT),
    Column("session_state", Holds.CODE),
    Column("participant_id", Holds.ID),
    Column("mark", Holds.CODE),
    Column("minutes", Holds.MINUTES),
    Column("remote", Holds.YES),
    Column("added_to_session", Holds.YES),
    Column("expected", Holds.YES),
    Column("late_minutes", Holds.MINUTES),
    Column("early_minutes", Holds.MINUTES),
    Column("self_reported", Holds.YES),
)


def _marks(conn: Connection) -> Table:
    """Joined here by session: one row of a session's own cells serves all its people."""
    people: dict[int, list[tuple[object, ...]]] = defaultdict(list)
    for statement in _expected_and_marked():
        for session, *cells in conn.execute(statement):
            people[session].append(tuple(cells))
    zone = zone_of(conn)
    met = GroupSession
    sessions = select(met.id, Group.name, met.starts_at, met.state).join(Group)
    rows: list[tuple[object, ...]] = []
    for session, group, starts_at, state in conn.execute(sessions.order_by(met.id)):
        own = (session, group, starts_at.astimezone(zone).isoformat(), state)
        rows.extend(own + cells for cells in sorted(people[session], key=_FIRST))
    return Table(_MARKS, rows)


def _expected_and_marked() -> list[Rows]:
    """The enrolled, those only added, and marks of anybody else; no person twice at a session."""
    person = Enrolment.participant_id
    enrolled = _at_session(person, Where.is_added(person), is_expected=True).join_from(
        GroupSession, Enrolment, Where.covers(Enrolment)
    )
    added_too = Addition.participant_id
    added = _at_session(added_too, true(), is_expected=True).join_from(
        GroupSession, Addition, Addition.session_id == GroupSession.id
    )
    other = Mark.participant_id
    marked = _at_session(other, false(), is_expected=False).join_from(
        GroupSession, Mark, Mark.session_id == GroupSession.id
    )
    return [
        _with_mark(enrolled.where(Where.is_first_enrolment()), person),
        _with_mark(added.where(~Where.is_enrolled(added_too)), added_too),
        marked.where(~Where.is_expected(other)),
    ]


def _at_session(person: Any, added: ColumnElement[bool], *, is_expected: bool) -> Rows:  # noqa: ANN401
    return select(
        GroupSession.id,
        person,
        Mark.mark,
        Mark.minutes,
        Mark.remote,
        added.label("added"),
        literal(is_expected),
        Mark.late_minutes,
        Mark.early_minutes,
        Mark.self_reported,
    )


def _with_mark(statement: Rows, person: Any) -> Rows:  # noqa: ANN401
    return statement.outerjoin(
        Mark, and_(Mark.session_id == GroupSession.id, Mark.participant_id == person)
    )


_FIRST: Callable[[tuple[object, ...]], Any] = itemgetter(0)
_MAKERS: Mapping[What, Callable[[Connection], Table]] = {
    What.PARTICIPANTS: _participants,
    What.GROUPS: _groups,
    What.ENROLMENTS: _enrolments,
    What.SESSIONS: _sessions,
    What.MARKS: _marks,
    What.GOALS: _goals,
    What.GOAL_STEPS: _goal_steps,
}
