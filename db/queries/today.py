# SPDX-License-Identifier: GPL-3.0-or-later
"""One day: its sessions with where each of them stands, what waits, and the next day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Select,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    true,
)

from db.models import (
    AgendaItem,
    Contact,
    Enrolment,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    Review,
)
from db.queries.session_head import Expected, Heads, SessionHead
from db.rules.people import Called, Person, short_names
from db.rules.sessions import Part, Phase, phase, timed
from db.rules.words import MarkKind, ReviewKind, SessionState
from db.sql import at_most, json_rows, within
from db.work import query
from db.zone import zone_of

UNRECORDED_DAYS = 60
ABSENT_DAYS = 28
ABSENT_LATELY_DAYS = 14
REVIEW_DAYS = 7
MOST_UNRECORDED = 50

_PERSON = (
    Participant.id,
    Participant.kind,
    Participant.first_name,
    Participant.last_name,
    Participant.nickname,
    Participant.code,
)


@dataclass(frozen=True)
class DaySession:
    """A session on the day's thread."""

    head: SessionHead
    phase: Phase
    expected: int
    marked: int
    here: int
    parts: tuple[Part, ...]

    @property
    def visits(self) -> int:
        """Named visits and the anonymous head count."""
        return self.here + (self.head.head_count or 0)

    @property
    def unset(self) -> int:
        """How many of those expected have no mark."""
        return self.expected - self.marked


@dataclass(frozen=True)
class NamedAt:
    """A person, by what to call them."""

    participant_id: int
    name: Called


@dataclass(frozen=True)
class AbsentTwice(NamedAt):
    """Away without a word at the last two sessions of a group, and nobody has been in touch since."""

    group: str
    days: tuple[date, date]


@dataclass(frozen=True)
class ReviewDue(NamedAt):
    """A review whose day is near or has passed."""

    review_id: int
    kind: ReviewKind
    due_on: date


@dataclass(frozen=True)
class Today:
    """A day as one member of staff sees it."""

    day: date
    sessions: tuple[DaySession, ...]
    unrecorded: tuple[SessionHead, ...]
    """Those of today and the weeks before that have ended without a mark, the newest first."""
    absent: tuple[AbsentTwice, ...]
    reviews: tuple[ReviewDue, ...]
    next_day: date | None
    """The next day that has sessions."""
    next_sessions: tuple[SessionHead, ...]


def _whose(today: Today) -> list[int]:
    return [one.participant_id for one in (*today.absent, *today.reviews)]


@query(whose=_whose)
def today(conn: Connection, *, day: date, now: datetime, staff_id: int | None = None) -> Today:
    """A day as it stands at the moment `now`; what waits is of the day of `now`. With `staff_id`
    only what that person leads or answers for."""
    this_day = now.astimezone(zone_of(conn)).date()
    mine = true() if staff_id is None else Heads.led_by(staff_id)
    rows = conn.execute(_sessions(mine, day)).all()
    following = [Heads.of(row) for row in rows if row.date != day]
    late = conn.execute(_unrecorded(mine, this_day, now)).all()
    absent = conn.execute(_absent(mine, this_day)).all()
    due = conn.execute(_due(staff_id, this_day)).all()
    names = short_names({Person(*row[:6]) for row in (*due, *absent)})
    return Today(
        day=day,
        sessions=tuple(_session(row, now) for row in rows if row.date == day),
        unrecorded=tuple(Heads.of(row) for row in late),
        absent=tuple(
            AbsentTwice(row.id, names[row.id], row.group_name, (row.first_day, row.last_day))
            for row in absent
        ),
        reviews=tuple(
            ReviewDue(row.id, names[row.id], row.review_id, row.review_kind, row.due_on)
            for row in due
        ),
        next_day=following[0].date if following else None,
        next_sessions=tuple(following),
    )


def _sessions(mine: ColumnElement[bool], day: date) -> Select[*tuple[Any, ...]]:
    """The sessions of the day and those of the next day that has any."""
    next_day = at_most(
        1,
        select(GroupSession.date)
        .where(GroupSession.date > day, GroupSession.state != SessionState.CANCELLED, mine)
        .order_by(GroupSession.date),
    )
    agenda = (
        select(json_rows(AgendaItem.title, AgendaItem.minutes, order=AgendaItem.position))
        .where(AgendaItem.session_id == GroupSession.id)
        .correlate(GroupSession)
        .scalar_subquery()
    )
    return (
        select(
            *Heads.columns,
            Expected.count.label("expected"),
            Expected.marked.label("marked"),
            Expected.here.label("here"),
            agenda.label("agenda"),
        )
        .select_from(Heads.tables)
        .where(
            or_(
                GroupSession.date == day,
                and_(
                    GroupSession.date == next_day.correlate(None).scalar_subquery(),
                    GroupSession.state != SessionState.CANCELLED,
                ),
            ),
            mine,
        )
        .order_by(GroupSession.starts_at, GroupSession.id)
    )


def _unrecorded(mine: ColumnElement[bool], day: date, now: datetime) -> Select[*tuple[Any, ...]]:
    """Sessions that have ended and are still planned, the newest first."""
    return at_most(
        MOST_UNRECORDED,
        select(*Heads.columns)
        .select_from(Heads.tables)
        .where(
            GroupSession.date.between(day - timedelta(days=UNRECORDED_DAYS), day),
            GroupSession.state == SessionState.PLANNED,
            GroupSession.ends_at <= now,
            mine,
        )
        .order_by(GroupSession.starts_at.desc(), GroupSession.id),
    )


def _absent(mine: ColumnElement[bool], day: date) -> Select[*tuple[Any, ...]]:
    """Whose last two marks in a group are unexplained absences, the last of them lately, with no
    contact since; whoever has left the group is let be."""
    whose, newest = (Mark.participant_id, GroupSession.group_id), GroupSession.starts_at.desc()
    recent = (
        select(
            Mark.participant_id,
            GroupSession.group_id,
            GroupSession.date.label("last_day"),
            Mark.mark,
            func.row_number().over(partition_by=whose, order_by=newest).label("place"),
            func.lead(Mark.mark, type_=Mark.mark.type)
            .over(partition_by=whose, order_by=newest)
            .label("before"),
            func.lead(GroupSession.date, type_=Date())
            .over(partition_by=whose, order_by=newest)
            .label("first_day"),
        )
        .join_from(GroupSession, Mark, Mark.session_id == GroupSession.id)
        .where(
            GroupSession.date.between(day - timedelta(days=ABSENT_DAYS), day),
            GroupSession.state == SessionState.HELD,
            mine,
        )
        .subquery("recent")
    )
    member = exists().where(
        Enrolment.group_id == recent.c.group_id,
        Enrolment.participant_id == recent.c.participant_id,
        within(Enrolment.starts_on, literal(day), Enrolment.ends_on),
    )
    contacted = exists().where(
        Contact.participant_id == recent.c.participant_id, Contact.date >= recent.c.last_day
    )
    return (
        select(*_PERSON, Group.name.label("group_name"), recent.c.first_day, recent.c.last_day)
        .join_from(recent, Participant, Participant.id == recent.c.participant_id)
        .join(Group, Group.id == recent.c.group_id)
        .where(
            recent.c.place == 1,
            recent.c.mark == MarkKind.ABSENT,
            recent.c.before == MarkKind.ABSENT,
            recent.c.last_day >= day - timedelta(days=ABSENT_LATELY_DAYS),
            member,
            ~contacted,
        )
        .order_by(recent.c.last_day.desc(), Participant.id)
    )


def _due(staff_id: int | None, day: date) -> Select[*tuple[Any, ...]]:
    """Reviews not held whose day comes within a week or has passed."""
    statement = (
        select(
            *_PERSON,
            Review.id.label("review_id"),
            Review.kind.label("review_kind"),
            Review.due_on,
        )
        .join(Participant, Participant.id == Review.participant_id)
        .where(
            Review.done_on.is_(None),
            Review.due_on <= day + timedelta(days=REVIEW_DAYS),
            Participant.archived_on.is_(None),
        )
        .order_by(Review.due_on, Review.id)
    )
    return statement if staff_id is None else statement.where(_answers_for(staff_id, day))


def _answers_for(staff_id: int, day: date) -> ColumnElement[bool]:
    """Own worker, responsible worker, or leader of a group that the person belongs to."""
    led = (
        exists()
        .where(
            Enrolment.participant_id == Participant.id,
            GroupLeader.group_id == Enrolment.group_id,
            GroupLeader.staff_id == staff_id,
            within(Enrolment.starts_on, literal(day), Enrolment.ends_on),
            within(GroupLeader.starts_on, literal(day), GroupLeader.ends_on),
        )
        .correlate(Participant)
    )
    return or_(
        Participant.own_worker_id == staff_id, Participant.responsible_worker_id == staff_id, led
    )


def _session(row: Any, now: datetime) -> DaySession:  # noqa: ANN401 - a row of columns named above
    head = Heads.of(row)
    return DaySession(
        head=head,
        phase=phase(head.state, head.starts_at, head.ends_at, head.closed_at, now),
        expected=row.expected,
        marked=row.marked,
        here=row.here,
        parts=timed(head.starts_at, row.agenda),
    )
