# SPDX-License-Identifier: GPL-3.0-or-later
"""People the office knows, to be added to a session: by a piece of a name, duplicates plain to see."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from db.log import Deed
from db.models import Addition, Enrolment, Group, GroupSession, Mark, Participant
from db.rules.folding import pattern
from db.rules.people import Called, Person, short_names
from db.rules.words import HERE
from db.sql import at_most, within
from db.work import query

MOST_FOUND = 6


@dataclass(frozen=True)
class Known:
    """Somebody who may be meant. `groups` are those of today; `last_visit` tells namesakes apart."""

    participant_id: int
    name: Called
    expected: bool
    """Already on the roster of this session."""
    groups: tuple[str, ...]
    last_visit: date | None


@query(whose=lambda found: [one.participant_id for one in found], deed=Deed.SEARCH)
def known_by_name(conn: Connection, *, session_id: int, text: str) -> list[Known]:
    """Those of whose names each word of `text` begins one, at most six; first names come first."""
    words = text.split()
    if not words:
        return []
    found = conn.execute(_found(session_id, words)).all()
    names = short_names(Person(*row[:6]) for row in found)
    ids = [row.id for row in found]
    groups: dict[int, list[str]] = {one: [] for one in ids}
    for row in conn.execute(_groups(session_id, ids)):
        groups[row.participant_id].append(row.name)
    return [
        Known(row.id, names[row.id], bool(row.expected), tuple(groups[row.id]), row.last_visit)
        for row in found
    ]


def _found(session_id: int, words: list[str]) -> Select[*tuple[Any, ...]]:
    person = Participant
    names = person.first_name + " " + person.last_name + " " + person.nickname + " " + person.code
    begins = names.regexp_match(f"^{pattern(words[0])}")
    member = (
        select(Enrolment.id)
        .join(GroupSession, GroupSession.group_id == Enrolment.group_id)
        .where(
            GroupSession.id == session_id,
            Enrolment.participant_id == person.id,
            within(Enrolment.starts_on, GroupSession.date, Enrolment.ends_on),
        )
        .correlate(person)
        .exists()
    )
    added = (
        select(Addition.session_id)
        .where(Addition.session_id == session_id, Addition.participant_id == person.id)
        .exists()
    )
    last_visit = (
        select(func.max(GroupSession.date))
        .join(Mark, Mark.session_id == GroupSession.id)
        .where(Mark.participant_id == person.id, Mark.mark.in_(HERE))
        .correlate(person)
        .scalar_subquery()
    )
    return at_most(
        MOST_FOUND,
        select(
            person.id, person.kind, person.first_name, person.last_name, person.nickname, person.code,
            case((member | added, 1), else_=0).label("expected"),
            last_visit.label("last_visit"),
        )
        .where(
            person.archived_on.is_(None),
            person.erased_at.is_(None),
            person.merged_into_id.is_(None),
            and_(*(names.regexp_match(f"(^|[ -]){pattern(word)}") for word in words)),
        )
        .order_by(case((begins, 0), else_=1), person.first_name, person.last_name, person.id),
    )  # fmt: skip


def _groups(session_id: int, ids: list[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(Enrolment.participant_id, Group.name)
        .join(Group, Group.id == Enrolment.group_id)
        .join(GroupSession, GroupSession.id == session_id)
        .where(
            Enrolment.participant_id.in_(ids),
            within(Enrolment.starts_on, GroupSession.date, Enrolment.ends_on),
        )
        .order_by(Group.name)
    )
