# SPDX-License-Identifier: GPL-3.0-or-later
"""One person beside the roster: the period, own words, what levels mean, and what is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select
from sqlalchemy.orm import aliased

from db.errors import Refused, Why
from db.models import Entry, Goal, GroupSession, Mark, Participant, Plan, ServicePeriod, Staff
from db.rules.people import initials
from db.sql import at_most, within
from db.work import query


@dataclass(frozen=True)
class Written:
    """An entry as it stands: `mine` may be edited by the one who reads."""

    id: int
    version: int
    on: date
    text: str
    name_warning: str
    initials: str
    mine: bool


@dataclass(frozen=True)
class PersonAtSession:
    """What the panel shows of one person, beside the roster's row."""

    participant_id: int
    session_id: int
    period_from: date | None
    period_to: date | None
    """The last day of the period, planned or real."""
    nth: int
    """Which of the group's sessions in the period this is for the person: those marked before, and
    this one."""
    main_goal: str
    meanings: Mapping[int, Mapping[int, str]]
    """By goal and level, for the levels that have words."""
    entries: tuple[Written, ...]
    """At this session, oldest first."""
    last: Written | None
    """The last entry from an earlier session of the group."""

    @property
    def own_entry(self) -> Written | None:
        """The one that the reader writes on."""
        return next((entry for entry in self.entries if entry.mine), None)


@query(whose=lambda found: [found.participant_id])
def person_at_session(
    conn: Connection, *, session_id: int, participant_id: int, staff_id: int | None
) -> PersonAtSession:
    """The person at the session, read by `staff_id`; Refused(GONE) when either is gone."""
    facts = conn.execute(_facts(session_id, participant_id)).one_or_none()
    if facts is None:
        raise Refused(Why.GONE)
    entries = conn.execute(_entries(facts, session_id, participant_id)).all()
    here = [row for row in entries if row.session_id == session_id]
    before = [row for row in entries if row.session_id != session_id]
    return PersonAtSession(
        participant_id=participant_id,
        session_id=session_id,
        period_from=facts.starts_on,
        period_to=facts.ended_on or facts.planned_end_on,
        nth=conn.execute(_marked_before(facts, participant_id)).scalar_one() + 1,
        main_goal=facts.main_goal or "",
        meanings=_meanings(conn.execute(_levels(participant_id))),
        entries=tuple(_written(row, staff_id) for row in sorted(here, key=lambda row: row.id)),
        last=_written(before[0], staff_id) if before else None,
    )


def _facts(session_id: int, participant_id: int) -> Select[*tuple[Any, ...]]:
    period = at_most(
        1,
        select(ServicePeriod.id)
        .where(
            ServicePeriod.participant_id == participant_id,
            within(ServicePeriod.starts_on, GroupSession.date, ServicePeriod.ended_on),
        )
        .order_by(ServicePeriod.starts_on.desc()),
    )
    plan = at_most(
        1,
        select(Plan.main_goal)
        .where(
            Plan.participant_id == participant_id,
            within(Plan.starts_on, GroupSession.date, Plan.ended_on),
        )
        .order_by(Plan.starts_on.desc()),
    )
    return (
        select(
            GroupSession.group_id,
            GroupSession.date,
            GroupSession.starts_at,
            ServicePeriod.starts_on,
            ServicePeriod.planned_end_on,
            ServicePeriod.ended_on,
            plan.correlate(GroupSession).scalar_subquery().label("main_goal"),
        )
        .select_from(GroupSession)
        .join(Participant, Participant.id == participant_id)
        .outerjoin(
            ServicePeriod, ServicePeriod.id == period.correlate(GroupSession).scalar_subquery()
        )
        .where(GroupSession.id == session_id)
    )


def _marked_before(facts: Any, participant_id: int) -> Select[int]:  # noqa: ANN401 - the row of `_facts`
    earlier = [
        GroupSession.date <= facts.date,
        or_(GroupSession.date < facts.date, GroupSession.starts_at < facts.starts_at),
    ]
    if facts.starts_on is not None:
        earlier.append(GroupSession.date >= facts.starts_on)
    return (
        select(func.count())
        .join_from(Mark, GroupSession, GroupSession.id == Mark.session_id)
        .where(
            Mark.participant_id == participant_id,
            GroupSession.group_id == facts.group_id,
            *earlier,
        )
    )


def _entries(facts: Any, session_id: int, participant_id: int) -> Select[*tuple[Any, ...]]:  # noqa: ANN401
    """Entries of this session, and before them the newest of an earlier session of the group."""
    held, other = aliased(GroupSession), aliased(Entry)
    newest = at_most(
        1,
        select(other.id)
        .join(held, held.id == other.session_id)
        .where(
            other.participant_id == participant_id,
            other.text != "",
            held.group_id == facts.group_id,
            held.date <= facts.date,
            or_(held.date < facts.date, held.starts_at < facts.starts_at),
        )
        .order_by(held.date.desc(), held.starts_at.desc(), other.id.desc()),
    )
    return (
        select(
            Entry.id,
            Entry.version,
            Entry.session_id,
            GroupSession.date,
            Entry.text,
            Entry.name_warning,
            Entry.written_by,
            Staff.first_name,
            Staff.last_name,
        )
        .join(GroupSession, GroupSession.id == Entry.session_id)
        .outerjoin(Staff, Staff.id == Entry.written_by)
        .where(
            Entry.participant_id == participant_id,
            or_(Entry.session_id == session_id, Entry.id == newest.scalar_subquery()),
        )
    )


def _levels(participant_id: int) -> Select[*tuple[Any, ...]]:
    return select(
        Goal.id,
        Goal.level_minus_2,
        Goal.level_minus_1,
        Goal.level_0,
        Goal.level_plus_1,
        Goal.level_plus_2,
    ).where(Goal.participant_id == participant_id)


def _meanings(rows: Iterable[Any]) -> dict[int, dict[int, str]]:
    return {
        row.id: {level: text for level, text in zip(range(-2, 3), row[1:], strict=True) if text}
        for row in rows
    }


def _written(row: Any, staff_id: int | None) -> Written:  # noqa: ANN401
    author = initials(f"{row.first_name or ''} {row.last_name or ''}")
    mine = staff_id is not None and row.written_by == staff_id
    return Written(row.id, row.version, row.date, row.text, row.name_warning, author, mine)
