# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster of a session: who is expected, what is marked, and what came before.

Three statements whatever the number of people, each found by keys and indexes: as quick in an office
of ten years as in a new one. Lists that hang on a row come as JSON, since reading rows costs more
than finding them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Row,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from db.errors import Refused, Why
from db.models import (
    Addition,
    Enrolment,
    Entry,
    Goal,
    GoalStep,
    GroupSession,
    Mark,
    Notice,
    Participant,
    SessionGoal,
)
from db.queries.session_head import Expected, Heads, SessionHead
from db.rules.attendance import NOT_EXPECTED, Totals, absent_in_a_row, totals
from db.rules.people import Called, Person, name_order, short_names
from db.rules.words import AddedAs, GoalState, MarkKind, Rater, SessionState
from db.sql import at_most, json_bag, within
from db.work import query

EARLIER = 8


@dataclass(frozen=True)
class RosterGoal:
    """A goal that the person may work on at this session. Levels run from -2 to +2."""

    id: int
    title: str
    strand: str
    planned: bool
    worked_on: bool
    level: int | None
    last_level: int | None


@dataclass(frozen=True)
class RosterRow:
    """One person expected at the session."""

    person: Person
    name: Called
    mark: MarkKind | None
    minutes: int | None
    late_minutes: int | None
    remote: bool
    added: AddedAs | None
    """Why somebody outside the enrolments is here; None for a member."""
    told: bool
    """An absence told in advance waits as a pre-mark."""
    earlier: tuple[str | None, ...]
    """The group's sessions before this one, oldest first: a mark, "not_expected", or None for
    unrecorded."""
    entries: int
    goals: tuple[RosterGoal, ...]

    @property
    def participant_id(self) -> int:
        """The person's id."""
        return self.person.id

    @property
    def absences(self) -> int:
        """Unexplained absences in a row just before this session."""
        return absent_in_a_row(self.earlier)


@dataclass(frozen=True)
class Roster:
    """A session and everybody expected at it, drop-ins last."""

    session: SessionHead
    rows: tuple[RosterRow, ...]

    @property
    def totals(self) -> Totals:
        """Marks counted, the unrecorded too."""
        return totals([row.mark for row in self.rows])


_session = bindparam("session", type_=GroupSession.id.type)
_group = bindparam("group", type_=GroupSession.id.type)
_day = bindparam("day", type_=Date())
_start = bindparam("start", type_=GroupSession.starts_at.type)

_HEAD = select(*Heads.columns).select_from(Heads.tables).where(GroupSession.id == _session)

_earlier = (
    at_most(
        EARLIER,
        select(GroupSession.id, GroupSession.date)
        .where(
            GroupSession.group_id == _group,
            GroupSession.date <= _day,
            or_(GroupSession.date < _day, GroupSession.starts_at < _start),
            GroupSession.state != SessionState.CANCELLED,
        )
        .order_by(GroupSession.date.desc(), GroupSession.id.desc()),
    )
    .cte("earlier")
    .prefix_with("MATERIALIZED")
)

_EARLIER = select(
    _earlier.c.id,
    _earlier.c.date,
    select(json_bag(Mark.participant_id, Mark.mark))
    .where(Mark.session_id == _earlier.c.id)
    .correlate(_earlier)
    .scalar_subquery()
    .label("marks"),
)

_PEOPLE = Expected.at
_person = _PEOPLE.c.participant_id

_written = (
    select(func.count())
    .where(Entry.session_id == _session, Entry.participant_id == _person, Entry.text != "")
    .correlate(_PEOPLE)
    .scalar_subquery()
)

_stays = (
    select(json_bag(Enrolment.starts_on, Enrolment.ends_on))
    .where(Enrolment.participant_id == _person, Enrolment.group_id == _group)
    .correlate(_PEOPLE)
    .scalar_subquery()
)

# Where the goal stood before, whoever rated it then: the person or a worker.
_step = GoalStep.__table__.alias("earlier_step")
_step_before = (
    at_most(
        1,
        select(_step.c.level)
        .where(
            _step.c.goal_id == Goal.id,
            _step.c.date <= _day,
            or_(_step.c.session_id.is_(None), _step.c.session_id != _session),
        )
        .order_by(_step.c.date.desc(), _step.c.id.desc()),
    )
    .correlate(Goal)
    .scalar_subquery()
)

# A step bears the date of its session: with the date it is found by the goal's own index.
_goals = (
    select(
        json_bag(
            Goal.position,
            Goal.id,
            Goal.title,
            Goal.strand,
            SessionGoal.planned,
            SessionGoal.worked_on,
            GoalStep.level,
            func.coalesce(_step_before, Goal.baseline),
        )
    )
    .select_from(Goal)
    .outerjoin(
        SessionGoal, and_(SessionGoal.session_id == _session, SessionGoal.goal_id == Goal.id)
    )
    .outerjoin(
        GoalStep,
        and_(
            GoalStep.goal_id == Goal.id,
            GoalStep.date == _day,
            GoalStep.session_id == _session,
            GoalStep.rater == Rater.WORKER,
        ),
    )
    .where(
        Goal.participant_id == _person,
        or_(
            SessionGoal.goal_id.is_not(None),
            and_(
                Goal.state == GoalState.LIVE,
                Goal.is_current,
                within(Goal.starts_on, _day, Goal.ended_on),
            ),
        ),
    )
    .correlate(_PEOPLE)
    .scalar_subquery()
)

_ROWS = (
    select(
        Participant.id,
        Participant.kind,
        Participant.first_name,
        Participant.last_name,
        Participant.nickname,
        Participant.code,
        Mark.mark,
        Mark.minutes,
        Mark.late_minutes,
        Mark.remote,
        Addition.kind.label("added"),
        Notice.told_at,
        _written.label("entries"),
        _stays.label("stays"),
        _goals.label("goals"),
    )
    .select_from(_PEOPLE)
    .join(Participant, Participant.id == _person)
    .outerjoin(Mark, and_(Mark.session_id == _session, Mark.participant_id == _person))
    .outerjoin(Addition, and_(Addition.session_id == _session, Addition.participant_id == _person))
    .outerjoin(Notice, and_(Notice.session_id == _session, Notice.participant_id == _person))
)


@query(whose=lambda roster: [row.participant_id for row in roster.rows])
def roster(conn: Connection, *, session_id: int) -> Roster:
    """The roster of a session; Refused(GONE) when there is no such session."""
    head = conn.execute(_HEAD, {"session": session_id}).one_or_none()
    if head is None:
        raise Refused(Why.GONE)
    where = {
        "session": session_id,
        "group": head.group_id,
        "day": head.date,
        "start": head.starts_at,
    }
    history = _history(conn.execute(_EARLIER, where).all())
    found = [(Person(*row[:6]), row) for row in conn.execute(_ROWS, where).all()]
    names = short_names(person for person, _ in found)
    rows = [_row(person, names[person.id], row, history) for person, row in found]
    return Roster(Heads.of(head), tuple(sorted(rows, key=_order)))


@dataclass(frozen=True)
class _Before:
    """A session before: its date as ISO text, and the words of its marks by participant."""

    day: str
    marks: Mapping[int, str]


def _history(rows: Iterable[Any]) -> list[_Before]:
    """The sessions before, oldest first."""
    ordered = sorted(rows, key=lambda row: (row.date, row.id))
    return [_Before(row.date.isoformat(), dict(row.marks)) for row in ordered]


def _row(
    person: Person,
    name: Called,
    found: Row[*tuple[Any, ...]],
    history: Iterable[_Before],
) -> RosterRow:
    *_, mark, minutes, late_minutes, remote, added, told_at, entries, stays, goals = found
    key = person.id
    earlier = [before.marks.get(key) or _unmarked(stays, before.day) for before in history]
    return RosterRow(
        person=person,
        name=name,
        mark=mark,
        minutes=minutes,
        late_minutes=late_minutes,
        remote=bool(remote),
        added=added,
        told=told_at is not None,
        earlier=tuple(earlier),
        entries=entries,
        goals=_planned_first(goals),
    )


def _unmarked(stays: Iterable[tuple[str, str | None]], day: str) -> str | None:
    """What stands for no mark: nothing while the person belonged to the group."""
    member = any(starts <= day and (ends is None or day <= ends) for starts, ends in stays)
    return None if member else NOT_EXPECTED


def _planned_first(goals: list[Any]) -> tuple[RosterGoal, ...]:
    """Goals from their JSON, those planned for the session first."""
    ordered = sorted(goals, key=lambda told: (not told[4], told[0], told[1]))
    told = [
        RosterGoal(id_, title, strand, bool(planned), bool(worked_on), level, last)
        for _, id_, title, strand, planned, worked_on, level, last in ordered
    ]
    return tuple(told)


def _order(row: RosterRow) -> tuple[bool, str, int]:
    """Members by name, then those added to this session alone."""
    return row.added is not None, name_order(row.name.text), row.name.number
