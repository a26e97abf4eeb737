# SPDX-License-Identifier: GPL-3.0-or-later
"""People, groups and today's sessions by a piece of a name, for the command search."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    and_,
    case,
    func,
    select,
)

from db.log import Deed
from db.models import Enrolment, Group, GroupSession, Participant
from db.rules.folding import pattern
from db.rules.words import SessionState
from db.work import query


class HitKind(StrEnum):
    """What was found."""

    PERSON = "person"
    GROUP = "group"
    SESSION = "session"


@dataclass(frozen=True)
class Hit:
    """One find. `title` is a first name, nickname or code, or a group's name; a person has a
    `surname` too, and `detail`, the groups they are in, tells namesakes apart. A session has a time."""

    kind: HitKind
    id: int
    title: str
    surname: str = ""
    detail: str = ""
    starts_at: datetime | None = None


def _people(hits: list[Hit]) -> list[int]:
    return [hit.id for hit in hits if hit.kind is HitKind.PERSON]


@query(whose=_people, deed=Deed.SEARCH)
def search(conn: Connection, *, text: str, today: date, limit: int = 6) -> list[Hit]:
    """At most `limit` of each kind; every word of `text` has to be found, names that begin with
    the first one come first. Nobody archived, erased or merged into another is found. Without a
    text it gives today's sessions alone."""
    words = text.split()
    if not words:
        return _find_sessions(conn, words, today, limit)
    return [
        *_find_people(conn, words, today, limit),
        *_find_groups(conn, words, limit),
        *_find_sessions(conn, words, today, limit),
    ]


def _find_people(conn: Connection, words: list[str], today: date, limit: int) -> list[Hit]:
    person = Participant
    names = person.first_name + " " + person.last_name + " " + person.nickname + " " + person.code
    found = (
        select(
            person.id, person.first_name, person.last_name, person.nickname, person.code,
            _groups_of(today).label("groups"),
        )
        .where(person.archived_on.is_(None), person.erased_at.is_(None))
        .where(person.merged_into_id.is_(None))
    )  # fmt: skip
    ordered = _matching(found, names, words).order_by(person.first_name, person.last_name)
    return [
        Hit(
            HitKind.PERSON,
            row.id,
            row.nickname or row.first_name or row.code,
            row.last_name,
            row.groups or "",
        )
        for row in conn.execute(ordered.limit(limit))
    ]


def _find_groups(conn: Connection, words: list[str], limit: int) -> list[Hit]:
    found = select(Group.id, Group.name).where(Group.archived_on.is_(None))
    ordered = _matching(found, Group.name.expression, words).order_by(Group.name)
    return [Hit(HitKind.GROUP, row.id, row.name) for row in conn.execute(ordered.limit(limit))]


def _find_sessions(conn: Connection, words: list[str], today: date, limit: int) -> list[Hit]:
    found = (
        select(GroupSession.id, Group.name, GroupSession.starts_at)
        .join(Group, Group.id == GroupSession.group_id)
        .where(GroupSession.date == today, GroupSession.state != SessionState.CANCELLED)
    )
    ordered = _matching(found, Group.name.expression, words).order_by(GroupSession.starts_at)
    return [
        Hit(HitKind.SESSION, row.id, row.name, starts_at=row.starts_at)
        for row in conn.execute(ordered.limit(limit))
    ]


def _groups_of(today: date) -> ScalarSelect[str]:
    """Names of the groups a person belongs to on that day, in one string."""
    return (
        select(func.aggregate_strings(Group.name, ", "))
        .join(Enrolment, Enrolment.group_id == Group.id)
        .where(Enrolment.participant_id == Participant.id, Enrolment.starts_on <= today)
        .where(Enrolment.ends_on.is_(None) | (Enrolment.ends_on >= today))
        .correlate(Participant)
        .scalar_subquery()
    )


def _matching(
    statement: Select[*tuple[Any, ...]], names: ColumnElement[str], words: list[str]
) -> Select[*tuple[Any, ...]]:
    """Rows in whose `names` every word is found, those where a name begins with the first one first."""
    if not words:
        return statement
    begins = names.regexp_match(f"(^|[ -]){pattern(words[0])}")
    return statement.where(and_(*(names.regexp_match(pattern(word)) for word in words))).order_by(
        case((begins, 0), else_=1)
    )
