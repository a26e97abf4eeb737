# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a session that every screen about it shows: group, time, place and leaders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    union,
)

from db.models import (
    Addition,
    Enrolment,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Office,
    Room,
    SessionLeader,
    Staff,
)
from db.rules.people import short_name
from db.rules.words import HERE, Counting, LeaderRole, Openness, SessionState
from db.sql import Said, json_rows, within

_LEADERS_ORDER = {role: place for place, role in enumerate(LeaderRole)}


_session = bindparam("session", type_=GroupSession.id.type)
_group = bindparam("group", type_=GroupSession.id.type)
_day = bindparam("day", type_=Date())


@dataclass(frozen=True)
class Leader:
    """Somebody who leads a session; whoever is not of the staff is named with the role."""

    staff_id: int
    name: str
    role: LeaderRole


@dataclass(frozen=True)
class SessionHead:
    """One session. Times are in the office's zone."""

    id: int
    group_id: int
    group: str
    strand: str
    openness: Openness
    counting: Counting
    date: date
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    cancel_reason: str
    closed_at: datetime | None
    head_count: int | None
    place: str
    leaders: tuple[Leader, ...]

    @property
    def minutes(self) -> int:
        """The length of the session."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


class Heads:
    """How heads are read: columns to select from `Heads.tables`, and a head from such a row."""

    tables = GroupSession.__table__.join(Group, Group.id == GroupSession.group_id).outerjoin(
        Room, Room.id == GroupSession.room_id
    )

    columns: tuple[Said, ...] = (
        GroupSession.id,
        GroupSession.group_id,
        Group.name.label("group_name"),
        Group.strand,
        Group.openness,
        Group.counting,
        GroupSession.date,
        GroupSession.starts_at,
        GroupSession.ends_at,
        GroupSession.state,
        GroupSession.cancel_reason,
        GroupSession.closed_at,
        GroupSession.head_count,
        func.coalesce(Room.name, GroupSession.place).label("place"),
        select(
            json_rows(
                Staff.id, Staff.first_name, Staff.last_name, SessionLeader.role, order=Staff.id
            )
        )
        .where(SessionLeader.session_id == GroupSession.id, Staff.id == SessionLeader.staff_id)
        .correlate(GroupSession)
        .scalar_subquery()
        .label("own_leaders"),
        select(
            json_rows(
                Staff.id, Staff.first_name, Staff.last_name, GroupLeader.role, order=GroupLeader.id
            )
        )
        .where(
            GroupLeader.group_id == GroupSession.group_id,
            Staff.id == GroupLeader.staff_id,
            within(GroupLeader.starts_on, GroupSession.date, GroupLeader.ends_on),
        )
        .correlate(GroupSession)
        .scalar_subquery()
        .label("group_leaders"),
        select(func.min(Office.zone)).scalar_subquery().label("zone"),
    )

    @staticmethod
    def of(row: Row[*tuple[Any, ...]]) -> SessionHead:
        """The head in a row that holds `columns`."""
        zone = ZoneInfo(row.zone)
        return SessionHead(
            id=row.id,
            group_id=row.group_id,
            group=row.group_name,
            strand=row.strand,
            openness=row.openness,
            counting=row.counting,
            date=row.date,
            starts_at=row.starts_at.astimezone(zone),
            ends_at=row.ends_at.astimezone(zone),
            state=row.state,
            cancel_reason=row.cancel_reason,
            closed_at=row.closed_at and row.closed_at.astimezone(zone),
            head_count=row.head_count,
            place=row.place,
            leaders=_leaders(row.own_leaders or row.group_leaders),
        )

    @staticmethod
    def led_by(staff_id: int) -> ColumnElement[bool]:
        """Whether somebody leads the session: named on it, or leading its group while none is named."""
        named = exists().where(SessionLeader.session_id == GroupSession.id)
        return or_(
            and_(
                named,
                exists().where(
                    SessionLeader.session_id == GroupSession.id, SessionLeader.staff_id == staff_id
                ),
            ),
            and_(
                ~named,
                exists().where(
                    GroupLeader.group_id == GroupSession.group_id,
                    GroupLeader.staff_id == staff_id,
                    within(GroupLeader.starts_on, GroupSession.date, GroupLeader.ends_on),
                ),
            ),
        )


class Expected:
    """Who is expected at a session, and how many came, as columns beside a `GroupSession`."""

    people = union(
        select(Enrolment.participant_id)
        .where(
            Enrolment.group_id == GroupSession.group_id,
            within(Enrolment.starts_on, GroupSession.date, Enrolment.ends_on),
        )
        .correlate(GroupSession),
        select(Addition.participant_id)
        .where(Addition.session_id == GroupSession.id)
        .correlate(GroupSession),
        select(Mark.participant_id)
        .where(Mark.session_id == GroupSession.id)
        .correlate(GroupSession),
    )

    at = union(
        select(Enrolment.participant_id).where(
            Enrolment.group_id == _group, within(Enrolment.starts_on, _day, Enrolment.ends_on)
        ),
        select(Addition.participant_id).where(Addition.session_id == _session),
        select(Mark.participant_id).where(Mark.session_id == _session),
    ).cte("people")
    """The same for one session, from the parameters session, group and day."""

    count = (
        select(func.count())
        .select_from(people.subquery())
        .correlate(GroupSession)
        .scalar_subquery()
    )
    marked = (
        select(func.count())
        .where(Mark.session_id == GroupSession.id)
        .correlate(GroupSession)
        .scalar_subquery()
    )
    here = (
        select(func.count())
        .where(Mark.session_id == GroupSession.id, Mark.mark.in_(HERE))
        .correlate(GroupSession)
        .scalar_subquery()
    )


def _leaders(told: Iterable[tuple[int, str, str, str]]) -> tuple[Leader, ...]:
    leaders = [
        Leader(i, short_name(first, last), LeaderRole(role)) for i, first, last, role in told
    ]
    return tuple(sorted(leaders, key=lambda leader: _LEADERS_ORDER[leader.role]))
