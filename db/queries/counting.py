# SPDX-License-Identifier: GPL-3.0-or-later
"""The statements behind participation figures: few, set-based, over a range of session dates.

Marks are read by way of their sessions, in which they are clustered, and each asks whether its
person was expected: so nobody enrolled twice over counts twice, and nothing large has to be sorted
(on an encrypted file whatever SQLite sorts is wiped afterwards, which costs more than counting it).
Outer joins from groups and units keep SQLite to that order.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Select,
    and_,
    bindparam,
    case,
    distinct,
    exists,
    false,
    func,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.models import (
    Addition,
    Enrolment,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    SessionGoal,
    SessionLeader,
    Unit,
)
from db.rules.figures import LEADS, Breakdown
from db.rules.words import HERE, MarkKind, ParticipantKind, SessionState
from db.sql import at_most, within

Id = InstrumentedAttribute[int] | ColumnElement[int]
Number = ColumnElement[Any] | InstrumentedAttribute[Any]
Yes = ColumnElement[bool]
Rows = Select[*tuple[Any, ...]]

MINUTE = 60_000


class Given:
    """What a statement is told: the period's days, this moment, and the groups that are chosen."""

    first = bindparam("first", type_=Date())
    last = bindparam("last", type_=Date())
    now = bindparam("now", type_=GroupSession.starts_at.type)
    groups = bindparam("groups", expanding=True, type_=Group.id.type)


class Where:
    """Conditions that several statements share."""

    in_period = GroupSession.date.between(Given.first, Given.last)
    held = GroupSession.state == SessionState.HELD
    chosen = GroupSession.group_id.in_(Given.groups)
    here = Mark.mark.in_(HERE)
    unnamed = Mark.participant_id.in_(
        select(Participant.id).where(Participant.kind == ParticipantKind.ANONYMOUS)
    )

    @staticmethod
    def covers(enrolment: type[Enrolment]) -> Yes:
        """Whether an enrolment is in the session's group and holds its date."""
        return and_(
            enrolment.group_id == GroupSession.group_id,
            within(enrolment.starts_on, GroupSession.date, enrolment.ends_on),
        )

    @staticmethod
    def is_enrolled(person: Id) -> Yes:
        """Whether the person is enrolled on the session's date."""
        found = exists().where(Enrolment.participant_id == person, Where.covers(Enrolment))
        return found.correlate_except(Enrolment)

    @staticmethod
    def is_added(person: Id) -> Yes:
        """Whether the person is added to the session."""
        return (
            exists()
            .where(Addition.session_id == GroupSession.id, Addition.participant_id == person)
            .correlate_except(Addition)
        )

    @staticmethod
    def is_expected(person: Id) -> Yes:
        """Whether the person is expected at the session."""
        return or_(Where.is_enrolled(person), Where.is_added(person))

    @staticmethod
    def is_unmarked(person: Id) -> Yes:
        """Whether the session has no mark of the person."""
        found = exists().where(Mark.session_id == GroupSession.id, Mark.participant_id == person)
        return ~found.correlate_except(Mark)

    @staticmethod
    def is_first_enrolment() -> Yes:
        """Whether no other enrolment of the person, made before, covers the session too."""
        other = aliased(Enrolment)
        found = exists().where(
            other.participant_id == Enrolment.participant_id,
            other.id < Enrolment.id,
            Where.covers(other),
        )
        return ~found.correlate_except(other)


class Columns:
    """The figures, as columns. Names are fields of `Counts`."""

    @staticmethod
    def of_sessions() -> list[ColumnElement[int]]:
        """Over `GroupSession`: sessions by state, and what hangs on a held one."""
        planned = GroupSession.state == SessionState.PLANNED
        return [
            _times(Where.held, "sessions_held"),
            _times(GroupSession.state == SessionState.CANCELLED, "sessions_cancelled"),
            _times(and_(planned, GroupSession.ends_at <= Given.now), "sessions_unrecorded"),
            _times(and_(planned, GroupSession.ends_at > Given.now), "sessions_planned"),
            _if_held(GroupSession.head_count, "head_count"),
            _if_held(_leader_minutes(), "leader_minutes"),
            _if_held(_unmarked_members() + _unmarked_added(), "unmarked"),
            _if_held(_each(select(func.count()).where(_of_session(Mark))), "marks"),
            _if_held(
                _each(select(func.count()).where(_of_session(SessionGoal), SessionGoal.worked_on)),
                "goals_worked",
            ),
        ]

    @staticmethod
    def of_marks() -> list[ColumnElement[int]]:
        """Over marks of expected persons."""
        return [
            *(_times(Mark.mark == kind, kind.value) for kind in MarkKind),
            func.coalesce(func.sum(Mark.minutes), 0).label("minutes"),
            _times(and_(Where.here, Mark.remote), "remote"),
            _times(and_(Where.here, Where.unnamed), "unnamed"),
        ]

    @staticmethod
    def of_people() -> list[ColumnElement[int]]:
        """Over the same: distinct people."""
        came = case((and_(Where.here, ~Where.unnamed), Mark.participant_id))
        return [
            func.count(distinct(Mark.participant_id)).label("members"),
            func.count(distinct(came)).label("participants"),
        ]


@dataclass(frozen=True)
class How:
    """How marks are counted: over the chosen groups `only`, and `strictly`, asking of each mark
    whether its person was expected. Where it is known that all were, asking costs the most of all
    and can be left out."""

    only: bool = False
    strictly: bool = True

    @property
    def chosen(self) -> list[Yes]:
        """The condition on sessions that takes the chosen groups alone."""
        return [Where.chosen] if self.only else []

    @property
    def counted(self) -> list[Yes]:
        """The condition on marks that takes those of the expected alone."""
        return [Where.is_expected(Mark.participant_id)] if self.strictly else []


class Counting:
    """Statements by breakdown; each row begins with `key`: a group's or a unit's id, or None for
    all together."""

    @staticmethod
    @cache
    def sessions(by: Breakdown | None, how: How) -> Rows:
        """Figures of sessions."""
        tables = _from(by, how, GroupSession.id.is_not(None))
        return _grouped(by, how, tables, Columns.of_sessions())

    @staticmethod
    @cache
    def marks(by: Breakdown | None, how: How) -> Rows:
        """Figures of marks of those expected at held sessions."""
        columns = [*Columns.of_marks(), *Columns.of_people()]
        return _grouped(by, how, _marked(by, how), columns, Where.held)

    @staticmethod
    @cache
    def people(by: Breakdown | None, how: How) -> Rows:
        """Distinct people alone."""
        return _grouped(by, how, _marked(by, how), Columns.of_people(), Where.held)

    @staticmethod
    @cache
    def newcomers(how: How) -> Rows:
        """Groups and people whose first visit ever to the group falls in the period; nothing counted,
        as one person may be new in several groups."""
        pairs = (
            select(GroupSession.group_id, Mark.participant_id)
            .join_from(GroupSession, Mark, Mark.session_id == GroupSession.id)
            .where(Where.in_period, Where.held, Where.here, ~Where.unnamed)
            .where(*how.counted, *how.chosen)
            .distinct()
            .subquery("pairs")
        )
        is_new = _visit_before(pairs.c.group_id, pairs.c.participant_id).is_(None)
        return select(pairs.c.group_id, pairs.c.participant_id).where(is_new)


class PersonCounting:
    """Statements by group and participant, for those expected at, or marked in, held sessions."""

    @staticmethod
    @cache
    def all(how: How) -> tuple[Rows, ...]:
        """The statements whose rows, added up by key and participant, are the figures."""
        make = PersonCounting
        return (
            make.marks(how),
            make.all_marks(how),
            make.unmarked_members(how),
            make.unmarked_added(how),
            make.goals(how),
        )

    @staticmethod
    @cache
    def held(how: How) -> Rows:
        """How many sessions each group held."""
        return _held(how).add_columns(func.count().label("held")).group_by(GroupSession.group_id)

    @staticmethod
    @cache
    def marks(how: How) -> Rows:
        """Figures of marks of the expected."""
        held = _held(how).join(Mark, Mark.session_id == GroupSession.id)
        return (
            held.add_columns(Mark.participant_id, *Columns.of_marks())
            .where(*how.counted)
            .group_by(GroupSession.group_id, Mark.participant_id)
        )

    @staticmethod
    @cache
    def all_marks(how: How) -> Rows:
        """How many marks there are, of the expected and of others."""
        held = _held(how).join(Mark, Mark.session_id == GroupSession.id)
        return held.add_columns(Mark.participant_id, func.count().label("marks")).group_by(
            GroupSession.group_id, Mark.participant_id
        )

    @staticmethod
    @cache
    def unmarked_members(how: How) -> Rows:
        """Times somebody enrolled has no mark."""
        held = _held(how).join(Enrolment, Where.covers(Enrolment))
        return (
            held.add_columns(Enrolment.participant_id, func.count().label("unmarked"))
            .where(Where.is_unmarked(Enrolment.participant_id), Where.is_first_enrolment())
            .group_by(GroupSession.group_id, Enrolment.participant_id)
        )

    @staticmethod
    @cache
    def unmarked_added(how: How) -> Rows:
        """Times somebody added to a session has no mark."""
        held = _held(how).join(Addition, Addition.session_id == GroupSession.id)
        person = Addition.participant_id
        return (
            held.add_columns(person, func.count().label("unmarked"))
            .where(Where.is_unmarked(person), ~Where.is_enrolled(person))
            .group_by(GroupSession.group_id, person)
        )

    @staticmethod
    @cache
    def goals(how: How) -> Rows:
        """Times a goal of the person was worked on."""
        held = _held(how).join(SessionGoal, SessionGoal.session_id == GroupSession.id)
        return (
            held.add_columns(SessionGoal.participant_id, func.count().label("goals_worked"))
            .where(SessionGoal.worked_on)
            .group_by(GroupSession.group_id, SessionGoal.participant_id)
        )


def _from(by: Breakdown | None, how: How, which: Yes) -> FromClause:
    """Sessions of the period that are `which`, from groups or units on; from sessions alone for all."""
    if by is None:
        return GroupSession.__table__
    own = and_(GroupSession.group_id == Group.id, Where.in_period, which)
    if by is Breakdown.GROUP:
        return Group.__table__.outerjoin(GroupSession, own)
    chosen = Group.id.in_(Given.groups) if how.only else ~false()
    groups = Unit.__table__.outerjoin(Group, and_(Group.unit_id == Unit.id, chosen))
    return groups.outerjoin(GroupSession, own)


def _marked(by: Breakdown | None, how: How) -> FromClause:
    """Held sessions and their marks."""
    ours = and_(Mark.session_id == GroupSession.id, *how.counted)
    tables = _from(by, how, Where.held)
    return tables.outerjoin(Mark, ours) if by else tables.join(Mark, ours)


def _grouped(
    by: Breakdown | None,
    how: How,
    tables: FromClause,
    columns: list[ColumnElement[int]],
    *which: Yes,
) -> Rows:
    if by is None:
        found: Rows = select(null().label("key"), *columns).select_from(tables)
        return found.where(Where.in_period, *which, *how.chosen)
    own: Id = Group.id if by is Breakdown.GROUP else Unit.id
    key = own.label("key")
    found = select(key, *columns).select_from(tables).group_by(key)
    found = found.having(func.count(GroupSession.id) > 0)
    return found.where(Group.id.in_(Given.groups)) if how.only and by is Breakdown.GROUP else found


def _held(how: How) -> Rows:
    key = GroupSession.group_id.label("key")
    return select(key).where(Where.in_period, Where.held, *how.chosen)


def _times(condition: Yes, name: str) -> ColumnElement[int]:
    # Never sum(condition): SQLAlchemy 2.1 types it Boolean, and counts come back as True.
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0).label(name)


def _if_held(number: Number, name: str) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((Where.held, number), else_=0)), 0).label(name)


def _each(statement: Select[int]) -> ColumnElement[int]:
    """A number that hangs on each session."""
    return statement.correlate(GroupSession).scalar_subquery()


def _of_session(table: type[Mark | SessionGoal | SessionLeader]) -> Yes:
    return table.session_id == GroupSession.id


def _unmarked_members() -> ColumnElement[int]:
    return _each(
        select(func.count()).where(
            Where.covers(Enrolment),
            Where.is_unmarked(Enrolment.participant_id),
            Where.is_first_enrolment(),
        )
    )


def _unmarked_added() -> ColumnElement[int]:
    person = Addition.participant_id
    return _each(
        select(func.count()).where(
            Addition.session_id == GroupSession.id,
            Where.is_unmarked(person),
            ~Where.is_enrolled(person),
        )
    )


def _leader_minutes() -> ColumnElement[int]:
    """The session's length times those who lead it: named on it, or else its group's that day."""
    named = _each(select(func.count()).where(_of_session(SessionLeader)))
    leading = _each(
        select(func.count()).where(_of_session(SessionLeader), SessionLeader.role.in_(LEADS))
    )
    usual = _each(
        select(func.count(distinct(GroupLeader.staff_id))).where(
            GroupLeader.group_id == GroupSession.group_id,
            GroupLeader.role.in_(LEADS),
            within(GroupLeader.starts_on, GroupSession.date, GroupLeader.ends_on),
        )
    )
    start, end = (
        type_coerce(moment, BigInteger) for moment in (GroupSession.starts_at, GroupSession.ends_at)
    )
    return (end - start) // MINUTE * case((named > 0, leading), else_=usual)


def _visit_before(group: ColumnElement[int], person: ColumnElement[int]) -> ColumnElement[int]:
    """The person's last visit to the group before the period, or NULL: looked for from the latest
    session back, because whoever is not new was mostly there of late."""
    earlier, mark = aliased(GroupSession), aliased(Mark)
    came = exists().where(
        mark.session_id == earlier.id, mark.participant_id == person, mark.mark.in_(HERE)
    )
    found = (
        select(earlier.id)
        .where(
            earlier.group_id == group,
            earlier.date < Given.first,
            earlier.state == SessionState.HELD,
            came.correlate_except(mark),
        )
        .order_by(earlier.date.desc())
    )
    return at_most(1, found).correlate_except(earlier).scalar_subquery()
