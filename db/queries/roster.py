# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster of a session: who is expected, what is marked, and what came before.

Four statements whatever the number of people, each found by keys and indexes: as quick in an office
of ten years as in a new one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    and_,
    bindparam,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
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
from db.rules.attendance import NOT_EXPECTED, Interval, Totals, absent_in_a_row, totals
from db.rules.people import Called, Person, name_order, short_names
from db.rules.words import AddedAs, GoalState, MarkKind, Rater, SessionState
from db.sql import at_most, within
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

_PEOPLE = Expected.at
_person = _PEOPLE.c.participant_id

_written = (
    select(Entry.participant_id, func.count().label("entries"))
    .where(Entry.session_id == _session, Entry.text != "")
    .group_by(Entry.participant_id)
    .subquery("written")
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
        _written.c.entries,
    )
    .select_from(_PEOPLE)
    .join(Participant, Participant.id == _person)
    .outerjoin(Mark, and_(Mark.session_id == _session, Mark.participant_id == _person))
    .outerjoin(Addition, and_(Addition.session_id == _session, Addition.participant_id == _person))
    .outerjoin(Notice, and_(Notice.session_id == _session, Notice.participant_id == _person))
    .outerjoin(_written, _written.c.participant_id == _person)
)

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

_no_id, _no_day = cast(null(), Mark.session_id.type), cast(null(), Date())
_no_mark = cast(null(), Mark.mark.type)

# Three lists in one: the sessions before, the marks at them, and who belonged to the group when.
_BEFORE = union_all(
    select(
        _earlier.c.id.label("session_id"),
        _earlier.c.date.label("starts_on"),
        _no_day.label("ends_on"),
        _no_id.label("participant_id"),
        _no_mark.label("mark"),
    ),
    # IN and not JOIN: SQLite would begin with the marks and read every one the office has.
    select(Mark.session_id, _no_day, _no_day, Mark.participant_id, Mark.mark).where(
        Mark.session_id.in_(select(_earlier.c.id))
    ),
    select(
        _no_id, Enrolment.starts_on, Enrolment.ends_on, Enrolment.participant_id, _no_mark
    ).where(
        Enrolment.group_id == _group,
        or_(
            Enrolment.ends_on.is_(None),
            Enrolment.ends_on >= select(func.min(_earlier.c.date)).scalar_subquery(),
        ),
    ),
)

_step = GoalStep.__table__.alias("earlier_step")
_step_before = (
    at_most(
        1,
        select(_step.c.level)
        .where(
            _step.c.goal_id == Goal.id,
            _step.c.date <= _day,
            or_(_step.c.session_id.is_(None), _step.c.session_id != _session),
            _step.c.rater == Rater.WORKER,
        )
        .order_by(_step.c.date.desc(), _step.c.id.desc()),
    )
    .correlate(Goal)
    .scalar_subquery()
)

# A step bears the date of its session: with the date it is found by the goal's own index.
_GOALS = (
    select(
        Goal.participant_id,
        Goal.position,
        Goal.id,
        Goal.title,
        Goal.strand,
        SessionGoal.planned,
        SessionGoal.worked_on,
        GoalStep.level,
        func.coalesce(_step_before, Goal.baseline).label("last_level"),
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
        Goal.participant_id.in_(bindparam("people", expanding=True)),
        or_(
            SessionGoal.goal_id.is_not(None),
            and_(
                Goal.state == GoalState.LIVE,
                Goal.is_current,
                within(Goal.starts_on, _day, Goal.ended_on),
            ),
        ),
    )
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
    people = conn.execute(_ROWS, where).all()
    history = _History.of(conn.execute(_BEFORE, where).all())
    goals = _goals(conn.execute(_GOALS, {**where, "people": [row.id for row in people]}).all())
    names = short_names(Person(*row[:6]) for row in people)
    rows = [_row(r, names[r.id], history.of_person(r.id), goals.get(r.id, ())) for r in people]
    return Roster(Heads.of(head), tuple(sorted(rows, key=_order)))


@dataclass(frozen=True)
class _History:
    """The sessions before, oldest first, their marks, and who belonged to the group when."""

    sessions: Sequence[tuple[int, date]]
    marks: Mapping[tuple[int, int], MarkKind]
    members: Mapping[int, Sequence[Interval]]

    @staticmethod
    def of(rows: Iterable[Any]) -> "_History":
        sessions: list[tuple[int, date]] = []
        marks: dict[tuple[int, int], MarkKind] = {}
        members: dict[int, list[Interval]] = defaultdict(list)
        for session_id, starts_on, ends_on, participant_id, mark in rows:
            if participant_id is None:
                sessions.append((session_id, starts_on))
            elif session_id is None:
                members[participant_id].append(Interval(participant_id, starts_on, ends_on))
            else:
                marks[session_id, participant_id] = mark
        return _History(sorted(sessions, key=lambda told: (told[1], told[0])), marks, members)

    def of_person(self, participant_id: int) -> tuple[str | None, ...]:
        own = self.members.get(participant_id, ())
        return tuple(
            self.marks.get((session_id, participant_id))
            or (None if any(interval.holds(day) for interval in own) else NOT_EXPECTED)
            for session_id, day in self.sessions
        )


def _goals(rows: Iterable[Any]) -> dict[int, list[RosterGoal]]:
    """Goals by person, those planned for the session first."""
    found: dict[int, list[RosterGoal]] = defaultdict(list)
    for r in sorted(rows, key=lambda r: (not r.planned, r.position, r.id)):
        goal = RosterGoal(
            r.id, r.title, r.strand, bool(r.planned), bool(r.worked_on), r.level, r.last_level,
        )  # fmt: skip
        found[r.participant_id].append(goal)
    return found


def _row(
    r: Any,  # noqa: ANN401 - a row of columns named above
    name: Called,
    earlier: tuple[str | None, ...],
    goals: Iterable[RosterGoal],
) -> RosterRow:
    return RosterRow(
        person=Person(*r[:6]),
        name=name,
        mark=r.mark,
        minutes=r.minutes,
        late_minutes=r.late_minutes,
        remote=bool(r.remote),
        added=r.added,
        told=r.told_at is not None,
        earlier=earlier,
        entries=r.entries or 0,
        goals=tuple(goals),
    )


def _order(row: RosterRow) -> tuple[bool, str, int]:
    """Members by name, then those added to this session alone."""
    return row.added is not None, name_order(row.name.text), row.name.number
