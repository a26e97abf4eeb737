# SPDX-License-Identifier: GPL-3.0-or-later
"""What taking registers in would do, before anything is done: whom and what the office knows already."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, RowMapping, func, or_, select

from db.log import Deed
from db.models import Enrolment, Group, GroupSession, Mark, Participant
from db.rules.recognition import Acquaintance, Match, Recognised, recognise
from db.rules.register import Register, RegisterPerson
from db.rules.words import MarkKind, SessionState
from db.work import query


class Fate(StrEnum):
    """What becomes of a mark of a register."""

    NEW = "new"
    SAME = "same"  # the office has it already
    KEPT = "kept"  # the office has another, which is kept


@dataclass(frozen=True)
class Face:
    """Somebody of the office, with what tells namesakes apart: groups of today and year of birth."""

    participant_id: int
    first_name: str
    last_name: str
    groups: str
    birth_year: int | None
    archived: bool


@dataclass(frozen=True)
class RegisterPreview:
    """One register beside the office, in its own orders. `sessions` are ids, None for new ones;
    `cancelled` and `head_counts` count what the office does not know yet."""

    group_id: int | None
    people: tuple[Recognised, ...]
    sessions: tuple[int | None, ...]
    marks: tuple[Fate, ...]
    cancelled: int = 0
    head_counts: int = 0

    @property
    def new_people(self) -> list[int]:
        """Places of the people whom an import would add."""
        return [place for place, one in enumerate(self.people) if one.participant_id is None]

    @property
    def unsure(self) -> list[int]:
        """Places of the people of whom somebody has to say who they are."""
        return [place for place, one in enumerate(self.people) if one.match is Match.UNSURE]


@dataclass(frozen=True)
class ImportPreview:
    """All registers, and the faces of everybody whom their people may be, by id."""

    registers: tuple[RegisterPreview, ...]
    faces: dict[int, Face]


@query(whose=lambda found: [one.participant_id for one in found])
def acquaintances(
    conn: Connection, *, group_id: int | None, people: Sequence[RegisterPerson]
) -> list[Acquaintance]:
    """Everybody with a first name of one of `people`, archived ones too, for they come back."""
    first_names = {" ".join(person.first_name.casefold().split()) for person in people}
    told = {person.participant_id for person in people}
    member = select(Enrolment.participant_id).where(Enrolment.group_id == group_id)
    rows = conn.execute(
        select(
            Participant.id, Participant.first_name, Participant.last_name,
            Participant.id.in_(member).label("member"),
        )
        .where(Participant.merged_into_id.is_(None), Participant.erased_at.is_(None))
    )  # fmt: skip
    # Compared here, not in SQL: SQLite's lower() knows ASCII only.
    return [
        Acquaintance(row.id, row.first_name, row.last_name, bool(row.member))
        for row in rows
        if row.id in told or " ".join(row.first_name.casefold().split()) in first_names
    ]


@query(whose=lambda found: found.faces, deed=Deed.SEARCH)
def import_preview(conn: Connection, *, registers: Sequence[Register], on: date) -> ImportPreview:
    """What `import_attendance` would do with these registers; `on` is the day of the groups in faces."""
    previews = tuple(_preview(conn, register) for register in registers)
    ids = {
        known
        for preview in previews
        for one in preview.people
        for known in (*one.candidates, one.participant_id)
        if known is not None
    }
    return ImportPreview(previews, _faces(conn, ids, on))


def _preview(conn: Connection, register: Register) -> RegisterPreview:
    group_id = _group(conn, register.group)
    known = acquaintances.on(conn, group_id=group_id, people=register.people)
    people = recognise(register.people, known)
    stored = _sessions(conn, group_id, register)
    pairs = list(zip(register.sessions, stored, strict=True))
    marks = _marks(conn, register, people, [row["id"] if row else None for row in stored])
    planned = [session for session, row in pairs if not row or row["state"] is SessionState.PLANNED]
    counted = [session for session, row in pairs if not row or row["head_count"] is None]
    return RegisterPreview(
        group_id,
        people,
        tuple(row["id"] if row else None for row in stored),
        marks,
        cancelled=sum(session.cancelled for session in planned),
        head_counts=sum(session.head_count is not None for session in counted),
    )


def _group(conn: Connection, name: str) -> int | None:
    named = conn.execute(select(Group.id, Group.name).where(Group.archived_on.is_(None)))
    wanted = name.casefold()
    return next((row.id for row in named if row.name.casefold() == wanted), None)


def _sessions(
    conn: Connection, group_id: int | None, register: Register
) -> list[RowMapping | None]:
    """The stored session of each in the register: the n-th of a day is the n-th of that day."""
    by_day: dict[date, list[RowMapping]] = {}
    table = GroupSession.__table__
    for row in conn.execute(
        select(table.c.id, table.c.date, table.c.state, table.c.head_count)
        .where(table.c.group_id == group_id)
        .where(table.c.date.in_({session.on for session in register.sessions}))
        .order_by(table.c.starts_at, table.c.id)
    ).mappings():
        by_day.setdefault(row["date"], []).append(row)
    met = Counter[date]()
    found: list[RowMapping | None] = []
    for session in register.sessions:
        same_day = by_day.get(session.on, [])
        found.append(same_day[met[session.on]] if met[session.on] < len(same_day) else None)
        met[session.on] += 1
    return found


def _marks(
    conn: Connection,
    register: Register,
    people: Sequence[Recognised],
    sessions: Sequence[int | None],
) -> tuple[Fate, ...]:
    ids = {session for session in sessions if session is not None}
    there: dict[tuple[int, int], MarkKind] = {
        (row.session_id, row.participant_id): row.mark
        for row in conn.execute(
            select(Mark.session_id, Mark.participant_id, Mark.mark).where(Mark.session_id.in_(ids))
        )
    }
    fates = []
    for mark in register.marks:
        # What is not in the office yet has no id: its place, below zero, stands for it.
        when = sessions[mark.session] or -1 - mark.session
        who = people[mark.person].participant_id or -1 - mark.person
        # Two rows that are one person have one mark a session: the first.
        before = there.get((when, who))
        if before is None:
            there[when, who] = mark.mark
            fates.append(Fate.NEW)
        else:
            fates.append(Fate.SAME if before is mark.mark else Fate.KEPT)
    return tuple(fates)


def _faces(conn: Connection, ids: set[int], on: date) -> dict[int, Face]:
    groups = (
        select(func.aggregate_strings(Group.name, ", "))
        .join(Enrolment, Enrolment.group_id == Group.id)
        .where(Enrolment.participant_id == Participant.id, Enrolment.starts_on <= on)
        .where(or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= on))
        .scalar_subquery()
    )
    rows = conn.execute(
        select(
            Participant.id, Participant.first_name, Participant.last_name,
            Participant.birth_year, Participant.archived_on, groups.label("groups"),
        ).where(Participant.id.in_(ids))
    )  # fmt: skip
    return {
        row.id: Face(
            row.id, row.first_name, row.last_name, row.groups or "", row.birth_year,
            row.archived_on is not None,
        )
        for row in rows
    }  # fmt: skip
