# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows for tests, a line each. A `Maker` writes through the office's own hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import event

from db.journal import Row
from db.models import (
    Enrolment,
    Goal,
    Group,
    GroupLeader,
    GroupSession,
    Mark,
    Participant,
    Plan,
    Room,
    Staff,
    Unit,
)
from db.office import Office
from db.rules.words import (
    Counting,
    EnrolmentKind,
    GoalState,
    LeaderRole,
    MarkKind,
    Openness,
    ParticipantKind,
    SessionKind,
    SessionState,
    StaffRole,
)
from db.work import Do

ZONE = ZoneInfo("Europe/Helsinki")
TODAY = date(2027, 5, 4)
START = date(2027, 1, 11)


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """A moment in Helsinki."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


class Maker:
    """One-line rows in an office."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def add(self, model, **values) -> int:
        return self.office.write(Do("make", lambda tx: tx.add(model, **values))).value

    def row(self, model, *key) -> Row | None:
        return self.office.write(Do("look", lambda tx: tx.row(model, *key))).value

    def unit(self, name="Keskusta") -> int:
        return self.add(Unit, name=name)

    def room(self, name="Kammari", unit_id=1) -> int:
        return self.add(Room, name=name, unit_id=unit_id)

    def staff(self, first="Mikko", last="Salo", role=StaffRole.LEADER) -> int:
        return self.add(Staff, first_name=first, last_name=last, unit_id=1, role=role)

    def group(self, name="Arjen avaimet", **more) -> int:
        kinds = {"kind": "activity", "openness": Openness.CLOSED, "counting": Counting.BOTH}
        return self.add(Group, **{"unit_id": 1, "name": name, **kinds, **more})

    def leader(self, group_id, staff_id=1, role=LeaderRole.LEADER) -> int:
        return self.add(GroupLeader, group_id=group_id, staff_id=staff_id, role=role)

    def session(self, group_id, day=TODAY, hour=10, minutes=120, **more) -> int:
        start = at(hour, 0, day)
        kinds = {"kind": SessionKind.REGULAR, "state": SessionState.PLANNED}
        times = {"date": day, "starts_at": start, "ends_at": start + timedelta(minutes=minutes)}
        return self.add(GroupSession, group_id=group_id, **{**times, **kinds, **more})

    def participant(self, first="Oona", last="Hakala", kind=ParticipantKind.NAMED, **more) -> int:
        return self.add(Participant, first_name=first, last_name=last, kind=kind, **more)

    def enrolment(self, group_id, participant_id, starts_on=START, ends_on=None) -> int:
        return self.add(
            Enrolment, group_id=group_id, participant_id=participant_id, kind=EnrolmentKind.MEMBER,
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip

    def member(self, group_id, first="Oona", last="Hakala", **more) -> int:
        """A participant enrolled in the group; the participant's id."""
        person = self.participant(first, last)
        self.enrolment(group_id, person, **more)
        return person

    def goal(self, participant_id, title="Hoidan puhelut itse", position=1, **more) -> int:
        plan = self.add(Plan, participant_id=participant_id, starts_on=START)
        return self.add(
            Goal, plan_id=plan, participant_id=participant_id, position=position, title=title,
            **{"state": GoalState.LIVE, "starts_on": START, **more},
        )  # fmt: skip

    def mark(self, session_id, participant_id, mark=MarkKind.PRESENT, minutes=120) -> None:
        key = {"session_id": session_id, "participant_id": participant_id}
        self.add(Mark, **key, mark=mark, minutes=minutes)


def _is_own(statement: str) -> bool:
    """Neither the log's nor the transaction's."""
    return not any(
        part in statement for part in ("log_lines", "log_people", "BEGIN", "pg_advisory")
    )


@contextmanager
def statements(office: Office) -> Iterator[list[str]]:
    """What the block sends to the storage."""
    told: list[str] = []

    def note(_conn, _cursor, statement, *_more) -> None:
        if _is_own(statement):
            told.append(statement)

    event.listen(office._engine, "before_cursor_execute", note)
    yield told
    event.remove(office._engine, "before_cursor_execute", note)


@contextmanager
def plans(office: Office) -> Iterator[list[str]]:
    """The steps by which SQLite answers what the block asks ("SEARCH marks USING ...")."""
    told: list[str] = []

    def explain(conn, _cursor, statement, parameters, *_more) -> None:
        if statement.startswith(("SELECT", "WITH")) and _is_own(statement):
            cursor = conn.connection.cursor()
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            told.extend(row[3] for row in cursor.fetchall())

    event.listen(office._engine, "before_cursor_execute", explain)
    yield told
    event.remove(office._engine, "before_cursor_execute", explain)
