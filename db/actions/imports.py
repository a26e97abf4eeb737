# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a register in: one transaction, one undo step, and nothing the second time.

What is already there is kept: a different mark in the office is never overwritten by a sheet, it
is counted and told.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from db.errors import Conflict, Why
from db.journal import Row
from db.models import (
    Addition,
    Enrolment,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    Unit,
)
from db.queries.import_preview import acquaintances
from db.rules.attendance import Interval, minutes_for
from db.rules.checks import named
from db.rules.recognition import Match, recognise
from db.rules.recurrence import at, ends
from db.rules.register import Register, RegisterPerson, RegisterSession
from db.rules.words import (
    AddedAs,
    Counting,
    EnrolmentKind,
    LeaderRole,
    MarkKind,
    Openness,
    ParticipantKind,
    SessionKind,
    SessionState,
)  # fmt: skip
from db.tx import Tx
from db.work import action
from db.zone import zone_of

USUAL_START, USUAL_MINUTES = 10 * 60, 120


@dataclass
class Imported:
    """What an import added, and what it left as it was."""

    groups: int = 0
    people: int = 0
    sessions: int = 0
    cancelled: int = 0
    head_counts: int = 0
    marks: int = 0
    same: int = 0
    kept: int = 0
    """Marks that differ from those in the office, which were kept."""

    def __add__(self, other: "Imported") -> "Imported":
        return Imported(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


class _Setting(NamedTuple):
    """Where a register goes: its group, when that usually meets, the office's zone."""

    group: int
    start: int
    minutes: int
    zone: ZoneInfo


@action
def import_attendance(tx: Tx, *, registers: Sequence[Register]) -> Imported:
    """Take registers in. Groups are known by name, sessions by group and date, people by
    `rules.recognition`; somebody whom that leaves unsure becomes a new participant, so ask first."""
    return sum((_import(tx, register) for register in registers), Imported())


def _import(tx: Tx, register: Register) -> Imported:
    told = Imported()
    group = _group(tx, register, told)
    sessions = _sessions(tx, group, register, told)
    people = _people(tx, group, register, told)
    _marks(tx, register, sessions, people, told)
    return told


def _group(tx: Tx, register: Register, told: Imported) -> int:
    # Compared here, not in SQL: SQLite's lower() knows ASCII only.
    groups = tx.read(select(Group.id, Group.name).where(Group.archived_on.is_(None)))
    name = named(register.group, "group")
    wanted = name.casefold()
    found = next((row.id for row in groups if row.name.casefold() == wanted), None)
    if found is not None:
        return int(found)
    told.groups += 1
    counted = any(session.head_count is not None for session in register.sessions)
    group = tx.add(
        Group,
        unit_id=tx.read(select(func.min(Unit.id))).scalar_one(),
        name=name,
        kind="activity",
        openness=Openness.OPEN if counted else Openness.CLOSED,
        counting=Counting.BOTH if counted else Counting.NAMED,
        starts_on=min((session.on for session in register.sessions), default=None),
    )
    # A sheet seldom tells who leads: whoever takes it in, so that the group is among their own.
    if tx.who.staff_id is not None:
        tx.add(GroupLeader, group_id=group, staff_id=tx.who.staff_id, role=LeaderRole.LEADER)
    return group


def _sessions(tx: Tx, group: int, register: Register, told: Imported) -> list[Row]:
    """The stored session of each in the register: the n-th of a day is the n-th of that day."""
    setting = _setting(tx, group)
    stored: dict[date, list[Row]] = {}
    days = {session.on for session in register.sessions}
    for known in tx.read(
        select(GroupSession.__table__)
        .where(GroupSession.group_id == group, GroupSession.date.in_(days))
        .order_by(GroupSession.starts_at, GroupSession.id)
    ).mappings():
        stored.setdefault(known["date"], []).append(dict(known))
    met = Counter[date]()
    found: list[Row] = []
    for place, session in enumerate(register.sessions):
        same_day = stored.get(session.on, [])
        here = met[session.on]
        met[session.on] += 1
        if here < len(same_day):
            row = same_day[here]
        else:
            told.sessions += 1
            row = tx.known(GroupSession, _new_session(tx, setting, session))
        values = _news(session, row, _held(register, place), told)
        found.append(tx.change(GroupSession, row["id"], **values) if values else row)
    return found


def _news(
    session: RegisterSession,
    row: Row,
    held: bool,
    told: Imported,
) -> dict[str, Any]:
    """What the register knows of a stored session that the office does not."""
    values: dict[str, Any] = {}
    if session.cancelled and row["state"] is SessionState.PLANNED:
        values["state"] = SessionState.CANCELLED
        told.cancelled += 1
    elif held and row["state"] is SessionState.PLANNED:
        values["state"] = SessionState.HELD
    if session.head_count is not None and row["head_count"] is None:
        values["head_count"] = session.head_count
        told.head_counts += 1
    return values


def _new_session(tx: Tx, setting: _Setting, session: RegisterSession) -> int:
    start = session.start_minute if session.start_minute is not None else setting.start
    starts_at = at(session.on, start, setting.zone)
    return tx.add(
        GroupSession,
        group_id=setting.group,
        date=session.on,
        starts_at=starts_at,
        ends_at=ends(starts_at, session.minutes or setting.minutes),
        kind=SessionKind.REGULAR,
        state=SessionState.PLANNED,
    )


def _held(register: Register, place: int) -> bool:
    """Somebody's mark other than an absence told in advance, or a head count, says that it met."""
    counted = register.sessions[place].head_count
    marks = [mark.mark for mark in register.marks if mark.session == place]
    return bool(counted) or any(mark is not MarkKind.NOTIFIED for mark in marks)


def _setting(tx: Tx, group: int) -> _Setting:
    """When the group mostly meets, and for how many minutes: a sheet seldom says."""
    zone = zone_of(tx.conn)
    times = Counter[tuple[int, int]]()
    for row in tx.read(
        select(GroupSession.starts_at, GroupSession.ends_at).where(GroupSession.group_id == group)
    ):
        local = row.starts_at.astimezone(zone)
        minutes = int((row.ends_at - row.starts_at).total_seconds()) // 60
        times[local.hour * 60 + local.minute, minutes] += 1
    usual = times.most_common(1)[0][0] if times else (USUAL_START, USUAL_MINUTES)
    return _Setting(group, *usual, zone)


def _people(tx: Tx, group: int, register: Register, told: Imported) -> list[int]:
    """The id of each; whoever is on the list without a mark belongs to the group from its start."""
    start = min((session.on for session in register.sessions), default=None)
    known = acquaintances.on(tx.conn, group_id=group, people=register.people)
    told_ids = {person.participant_id for person in register.people} - {None}
    if told_ids - {one.participant_id for one in known}:
        raise Conflict(Why.GONE)
    found = recognise(register.people, known)
    ids = []
    for place, (person, one) in enumerate(zip(register.people, found, strict=True)):
        since = register.first_marked(place)
        if since is None and one.match is not Match.MEMBER:
            since = start
        ids.append(_person(tx, person, one.participant_id, told))
        if since is not None:
            _enrol(tx, group, ids[-1], since)
    return ids


def _person(tx: Tx, person: RegisterPerson, found: int | None, told: Imported) -> int:
    if found is not None:
        return found
    told.people += 1
    return tx.add(
        Participant,
        kind=ParticipantKind.NAMED,
        first_name=named(person.first_name, "first_name"),
        last_name=person.last_name and named(person.last_name, "last_name"),
    )


def _enrol(tx: Tx, group: int, participant: int, since: date) -> None:
    """Make sure an interval covers the person's first mark: a later one is begun earlier."""
    rows = tx.read(
        select(Enrolment.id, Enrolment.starts_on, Enrolment.ends_on)
        .where(Enrolment.group_id == group, Enrolment.participant_id == participant)
        .order_by(Enrolment.starts_on)
    ).all()
    if any(
        row.starts_on <= since and (row.ends_on is None or row.ends_on >= since) for row in rows
    ):
        return
    later = next((row for row in rows if row.starts_on > since), None)
    if later is not None:
        tx.change(Enrolment, later.id, starts_on=since)
    else:
        tx.add(
            Enrolment,
            group_id=group,
            participant_id=participant,
            kind=EnrolmentKind.MEMBER,
            starts_on=since,
        )


def _marks(
    tx: Tx, register: Register, sessions: list[Row], people: list[int], told: Imported
) -> None:
    ids = [row["id"] for row in sessions]
    stored = {
        (row.session_id, row.participant_id): row.mark
        for row in tx.read(
            select(Mark.session_id, Mark.participant_id, Mark.mark).where(Mark.session_id.in_(ids))
        )
    }
    new: dict[tuple[int, int], dict[str, Any]] = {}
    for mark in register.marks:
        session, person = sessions[mark.session], people[mark.person]
        key = (session["id"], person)
        if key in stored or key in new:
            there = stored.get(key) or new[key]["mark"]
            told.same += there is mark.mark
            told.kept += there is not mark.mark
            continue
        length = int((session["ends_at"] - session["starts_at"]).total_seconds()) // 60
        minutes = mark.minutes
        if minutes is None:
            minutes = minutes_for(mark.mark, length, mark.late_minutes)
        new[key] = {
            "session_id": session["id"],
            "participant_id": person,
            "mark": mark.mark,
            "minutes": minutes,
            "late_minutes": mark.late_minutes,
            "remote": mark.remote,
        }
    told.marks += len(new)
    tx.add_all(Mark, list(new.values()))
    _expect(tx, {row["id"]: row for row in sessions}, [*new])


def _expect(tx: Tx, sessions: dict[int, Row], marked: Sequence[tuple[int, int]]) -> None:
    """Whoever was marked outside their intervals is an addition to that session."""
    groups = {row["group_id"] for row in sessions.values()}
    intervals: dict[int, list[Interval]] = {}
    for row in tx.read(
        select(Enrolment.participant_id, Enrolment.starts_on, Enrolment.ends_on).where(
            Enrolment.group_id.in_(groups)
        )
    ):
        intervals.setdefault(row.participant_id, []).append(
            Interval(row.participant_id, row.starts_on, row.ends_on)
        )
    added = {
        (row.session_id, row.participant_id)
        for row in tx.read(
            select(Addition.session_id, Addition.participant_id).where(
                Addition.session_id.in_(sessions)
            )
        )
    }
    outside = [
        {"session_id": session, "participant_id": person, "kind": AddedAs.IMPORTED}
        for session, person in marked
        if (session, person) not in added
        and not any(i.holds(sessions[session]["date"]) for i in intervals.get(person, ()))
    ]
    tx.add_all(Addition, outside)
