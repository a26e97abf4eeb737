# SPDX-License-Identifier: GPL-3.0-or-later
"""One call is one transaction, with its line in the log; undo restores rows or refuses."""

import pytest
from sqlalchemy import select

from db.errors import Conflict
from db.log import Deed
from db.models import LogLine, LogPerson, Participant, Room, Unit
from db.office import Office
from db.rules.words import ParticipantKind
from db.tx import Tx
from db.work import action, nobody, query


@action
def add_room(tx: Tx, *, name: str) -> int:
    return tx.add(Room, unit_id=1, name=name)


@action
def add_people(tx: Tx, *, names: list[str]) -> list[int]:
    return [tx.add(Participant, kind=ParticipantKind.NAMED, first_name=n) for n in names]


@action
def fails_half_way(tx: Tx) -> None:
    tx.add(Room, unit_id=1, name="half")
    raise ValueError("half way")


@query(whose=nobody)
def rooms(conn) -> list[str]:
    return [row.name for row in conn.execute(select(Room.name).order_by(Room.id))]


@query(whose=lambda rows: [row[0] for row in rows])
def people(conn) -> list[tuple[int, str]]:
    return [tuple(r) for r in conn.execute(select(Participant.id, Participant.first_name))]


@query(whose=nobody)
def lines(conn) -> list[tuple[str, str, int | None, int]]:
    statement = select(LogLine.deed, LogLine.what, LogLine.participant_id, LogLine.people)
    return [tuple(r) for r in conn.execute(statement.order_by(LogLine.seq))]


def test_a_deed_is_done_and_logged_in_one(office: Office) -> None:
    done = office.write(add_room(name="Tupa"))
    assert office.read(rooms()) == ["Tupa"]
    assert done.changes.tables == {"rooms"}
    assert office.read(lines())[-1] == ("change", "add_room", None, 0)


def test_a_deed_that_fails_leaves_nothing(office: Office) -> None:
    before = office.read(lines())
    with pytest.raises(ValueError, match="half way"):
        office.write(fails_half_way())
    assert office.read(rooms()) == []
    assert office.read(lines()) == before
    office.write(add_room(name="Tupa"))
    assert office.read(rooms()) == ["Tupa"]


def test_what_a_question_reveals_is_logged_once_a_sight(office: Office) -> None:
    ids = office.write(add_people(names=["Aatu", "Inka"])).value
    office.read(people())
    office.read(people())
    seen = [line for line in office.read(lines()) if line[0] == Deed.VIEW]
    assert seen == [("view", "people", None, 2)]

    @query(whose=nobody)
    def listed(conn):
        return {row.participant_id for row in conn.execute(select(LogPerson.participant_id))}

    assert office.read(listed()) == set(ids)


def test_undo_and_redo_restore_the_row(office: Office) -> None:
    done = office.write(add_room(name="Tupa"))
    office.replay(done.changes.reversed())
    assert office.read(rooms()) == []
    office.replay(done.changes)
    assert office.read(rooms()) == ["Tupa"]


def test_undo_refuses_to_overwrite_somebody_elses_change(office: Office) -> None:
    done = office.write(add_room(name="Tupa"))

    @action
    def rename(tx: Tx) -> None:
        tx.change(Room, done.value, name="Kammari")

    office.write(rename())
    with pytest.raises(Conflict):
        office.replay(done.changes.reversed())
    assert office.read(rooms()) == ["Kammari"]


def test_undo_of_parents_and_children_keeps_their_order(office: Office) -> None:
    @action
    def unit_with_room(tx: Tx) -> None:
        unit = tx.add(Unit, name="Itä")
        tx.add(Room, unit_id=unit, name="Sali")

    done = office.write(unit_with_room())
    office.replay(done.changes.reversed())
    office.replay(done.changes)
    assert office.read(rooms()) == ["Sali"]


def test_a_stale_version_is_a_conflict(office: Office) -> None:
    room = office.write(add_room(name="Tupa")).value

    @action
    def rename(tx: Tx, *, name: str, seen: int) -> None:
        tx.change(Room, room, expect=seen, name=name)

    office.write(rename(name="Kammari", seen=1))
    with pytest.raises(Conflict):
        office.write(rename(name="Verstas", seen=1))
    assert office.read(rooms()) == ["Kammari"]
