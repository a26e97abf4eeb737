# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups as a list and one by one, and what forms choose from: units, rooms, staff."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select, true

from db.errors import Conflict, Why
from db.models import (
    Enrolment,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    Room,
    Series,
    Staff,
    Unit,
)  # fmt: skip
from db.rules.people import Called, Person, name_order, short_name, short_names
from db.rules.words import HERE, Counting, EnrolmentKind, LeaderRole, Openness, SessionState
from db.work import nobody, query
from db.zone import zone_of


@dataclass(frozen=True)
class GroupRow:
    """A group in the list. `members` counts open enrolments on the day; `next_at` is local time."""

    group_id: int
    name: str
    strand: str
    kind: str
    openness: Openness
    unit: str
    leaders: tuple[str, ...]
    members: int
    max_size: int | None
    next_at: datetime | None
    ends_on: date | None
    archived: bool


@dataclass(frozen=True)
class WeeklyTime:
    """A series as a person reads it: rule, start in minutes after midnight, length, dates, room."""

    series_id: int
    rule: str
    start_minute: int
    minutes: int
    starts_on: date
    ends_on: date | None
    room: str


@dataclass(frozen=True)
class Member:
    """One interval of a participant in the group, called so that no two members are called alike."""

    enrolment_id: int
    participant_id: int
    called: Called
    kind: EnrolmentKind
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class SessionLine:
    """A session in a group's list; times are local. `here` counts those marked present or late."""

    session_id: int
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    closed_at: datetime | None
    room: str
    head_count: int | None
    here: int


@dataclass(frozen=True)
class GroupCard:
    """All of one group that its page shows. `values` holds the columns a form edits."""

    group_id: int
    version: int
    name: str
    strand: str
    kind: str
    openness: Openness
    counting: Counting
    unit_id: int
    unit: str
    aims: str
    target_group: str
    min_size: int | None
    max_size: int | None
    starts_on: date | None
    ends_on: date | None
    default_room_id: int | None
    default_room: str
    archived_on: date | None
    leaders: tuple[tuple[int, str, LeaderRole], ...]
    times: tuple[WeeklyTime, ...]
    members: tuple[Member, ...]
    sessions: tuple[SessionLine, ...]


@dataclass(frozen=True)
class Choices:
    """What forms offer: (id, name) of units, (id, unit id, name) of rooms, (id, name) of staff."""

    units: tuple[tuple[int, str], ...]
    rooms: tuple[tuple[int, int, str], ...]
    staff: tuple[tuple[int, str], ...]


@query(whose=nobody)
def groups(conn: Connection, *, on: date, now: datetime) -> list[GroupRow]:
    """Every group by name; archived ones last."""
    zone = zone_of(conn)
    leaders = _leaders_by_group(conn)
    members = (
        select(func.count(Enrolment.participant_id.distinct()))
        .where(Enrolment.group_id == Group.id, Enrolment.starts_on <= on)
        .where(or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= on))
        .scalar_subquery()
    )
    coming = (
        select(func.min(GroupSession.starts_at))
        .where(GroupSession.group_id == Group.id, GroupSession.date >= on)
        .where(GroupSession.ends_at >= now, GroupSession.state != SessionState.CANCELLED)
        .scalar_subquery()
    )
    rows = conn.execute(
        select(
            Group.id, Group.name, Group.strand, Group.kind, Group.openness, Group.max_size,
            Group.ends_on, Group.archived_on, Unit.name.label("unit"),
            members.label("members"), coming.label("next_at"),
        )
        .join(Unit, Unit.id == Group.unit_id)
        .order_by(Group.archived_on.is_not(None), Group.name, Group.id)
    )  # fmt: skip
    return [
        GroupRow(
            row.id, row.name, row.strand, row.kind, row.openness, row.unit,
            tuple(name for _, name, _ in leaders.get(row.id, ())),
            row.members, row.max_size,
            row.next_at.astimezone(zone) if row.next_at else None,
            row.ends_on, row.archived_on is not None,
        )
        for row in rows
    ]  # fmt: skip


@query(whose=lambda card: {member.participant_id for member in card.members})
def group(conn: Connection, *, group_id: int, around: date, sessions: int = 40) -> GroupCard:
    """One group with its times, members (open intervals first) and the sessions nearest to a day;
    Conflict(GONE) when there is none."""
    row = conn.execute(
        select(
            Group.__table__,
            Unit.name.label("unit"),
            func.coalesce(Room.name, "").label("default_room"),
        )
        .join(Unit, Unit.id == Group.unit_id)
        .outerjoin(Room, Room.id == Group.default_room_id)
        .where(Group.id == group_id)
    ).one_or_none()
    if row is None:
        raise Conflict(Why.GONE)
    return GroupCard(
        group_id, row.version, row.name, row.strand, row.kind, row.openness, row.counting,
        row.unit_id, row.unit, row.aims, row.target_group, row.min_size, row.max_size,
        row.starts_on, row.ends_on, row.default_room_id, row.default_room, row.archived_on,
        tuple(_leaders_by_group(conn, group_id).get(group_id, ())),
        _times(conn, group_id),
        _members(conn, group_id),
        _sessions(conn, group_id, around, sessions),
    )  # fmt: skip


@query(whose=nobody)
def choices(conn: Connection) -> Choices:
    """Units, rooms and staff that are not archived, by name."""
    units = conn.execute(
        select(Unit.id, Unit.name).where(Unit.archived_on.is_(None)).order_by(Unit.name)
    )
    rooms = conn.execute(
        select(Room.id, Room.unit_id, Room.name)
        .where(Room.archived_on.is_(None))
        .order_by(Room.name)
    )
    people = conn.execute(
        select(Staff.id, Staff.first_name, Staff.last_name)
        .where(Staff.archived_on.is_(None))
        .order_by(Staff.first_name, Staff.last_name)
    )
    return Choices(
        tuple((row.id, row.name) for row in units),
        tuple((row.id, row.unit_id, row.name) for row in rooms),
        tuple((row.id, short_name(row.first_name, row.last_name)) for row in people),
    )


def _leaders_by_group(
    conn: Connection, group_id: int | None = None
) -> dict[int, list[tuple[int, str, LeaderRole]]]:
    rows = conn.execute(
        select(GroupLeader.group_id, Staff.id, Staff.first_name, Staff.last_name, GroupLeader.role)
        .join(Staff, Staff.id == GroupLeader.staff_id)
        .where(GroupLeader.ends_on.is_(None))
        .where(GroupLeader.group_id == group_id if group_id is not None else true())
        .order_by(GroupLeader.group_id, GroupLeader.id)
    )
    found: dict[int, list[tuple[int, str, LeaderRole]]] = {}
    for row in rows:
        leader = (row.id, short_name(row.first_name, row.last_name), row.role)
        found.setdefault(row.group_id, []).append(leader)
    return found


def _times(conn: Connection, group_id: int) -> tuple[WeeklyTime, ...]:
    rows = conn.execute(
        select(
            Series.id, Series.rule, Series.start_minute, Series.minutes,
            Series.starts_on, Series.ends_on, func.coalesce(Room.name, "").label("room"),
        )
        .outerjoin(Room, Room.id == Series.room_id)
        .where(Series.group_id == group_id)
        .order_by(Series.starts_on.desc(), Series.start_minute)
    )  # fmt: skip
    return tuple(WeeklyTime(*row) for row in rows)


def _members(conn: Connection, group_id: int) -> tuple[Member, ...]:
    rows = conn.execute(
        select(
            Enrolment.id, Enrolment.kind.label("as_what"), Enrolment.starts_on, Enrolment.ends_on,
            Participant.id.label("person"), Participant.kind, Participant.first_name,
            Participant.last_name, Participant.nickname, Participant.code,
        )
        .join(Participant, Participant.id == Enrolment.participant_id)
        .where(Enrolment.group_id == group_id)
        .order_by(Enrolment.starts_on.desc())
    ).all()  # fmt: skip
    called = short_names(
        {
            Person(row.person, row.kind, row.first_name, row.last_name, row.nickname, row.code)
            for row in rows
        }
    )
    members = [
        Member(row.id, row.person, called[row.person], row.as_what, row.starts_on, row.ends_on)
        for row in rows
    ]
    return tuple(sorted(members, key=_open_first))


def _open_first(member: Member) -> tuple[bool, bool, str, int]:
    """Open intervals first, then by name; whoever has none comes last."""
    called = member.called
    return member.ends_on is not None, not called.text, name_order(called.text), called.number


def _sessions(conn: Connection, group_id: int, around: date, limit: int) -> tuple[SessionLine, ...]:
    """The last half before the day and the first half from it on, in order."""
    zone = zone_of(conn)
    here = (
        select(func.count())
        .where(Mark.session_id == GroupSession.id, Mark.mark.in_(HERE))
        .scalar_subquery()
    )
    wanted = (
        select(
            GroupSession.id, GroupSession.starts_at, GroupSession.ends_at, GroupSession.state,
            GroupSession.closed_at, func.coalesce(Room.name, GroupSession.place).label("room"),
            GroupSession.head_count, here.label("here"),
        )
        .outerjoin(Room, Room.id == GroupSession.room_id)
        .where(GroupSession.group_id == group_id)
    )  # fmt: skip
    past = wanted.where(GroupSession.date < around).order_by(GroupSession.starts_at.desc())
    coming = wanted.where(GroupSession.date >= around).order_by(GroupSession.starts_at)
    rows = [
        *reversed(conn.execute(past.limit(limit // 2)).all()),
        *conn.execute(coming.limit(limit - limit // 2)).all(),
    ]
    return tuple(
        SessionLine(
            row.id, row.starts_at.astimezone(zone), row.ends_at.astimezone(zone),
            row.state, row.closed_at, row.room, row.head_count, row.here,
        )
        for row in rows
    )  # fmt: skip
