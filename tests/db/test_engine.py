# SPDX-License-Identifier: GPL-3.0-or-later
"""The connection is what it promises to be, or it is not used at all."""

import traceback
from pathlib import Path

import pytest
from sqlalchemy import event, text

from db import engine
from db.engine import SETTINGS, file_engine
from db.errors import Broken, Refused, Why
from db.models import Participant
from db.rules.words import ParticipantKind
from db.work import action
from tests.conftest import Template
from tests.db.test_office import add_people, add_room, rooms

KEY = b"k" * 32


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_holds(tmp_path: Path, name: str) -> None:
    opened = file_engine(tmp_path / "a", KEY)
    with opened.begin() as conn:
        found = conn.execute(text(f"PRAGMA {name}")).scalar_one()
    opened.dispose()
    assert (int(found) if isinstance(SETTINGS[name], int) else found) == SETTINGS[name]


def test_a_setting_that_does_not_take_stops_the_program(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(engine.SETTINGS, "synchronous", 99)
    opened = file_engine(tmp_path / "a", KEY)
    with pytest.raises(Broken, match="synchronous"), opened.begin():
        pass
    opened.dispose()


def test_transactions_begin_at_once(tmp_path: Path) -> None:
    """The driver's default begins late and lets DDL slip out of the transaction."""
    opened = file_engine(tmp_path / "a", KEY)
    said: list[str] = []
    event.listen(opened, "before_cursor_execute", lambda *a: said.append(a[2]))
    with pytest.raises(ZeroDivisionError), opened.begin() as conn:
        conn.execute(text("CREATE TABLE t (x)"))
        raise ZeroDivisionError
    with opened.begin() as conn:
        assert conn.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0
    opened.dispose()
    assert said[0] == "BEGIN IMMEDIATE"


def test_errors_do_not_carry_names(empty_template: Template, tmp_path: Path) -> None:
    office = empty_template.open(tmp_path)
    office.write(add_people(names=["Kanarialintu"]))

    @action
    def same_again(tx) -> None:
        tx.add(Participant, id=1, kind=ParticipantKind.NAMED, first_name="Kanarialintu")

    with pytest.raises(Broken) as caught:
        office.write(same_again())
    assert "Kanarialintu" not in "".join(traceback.format_exception(caught.value))
    office.close()


def test_a_full_disk_is_told_and_everything_confirmed_stays(
    empty_template: Template, tmp_path: Path
) -> None:
    office = empty_template.open(tmp_path)
    with office._engine.begin() as conn:
        pages = conn.execute(text("PRAGMA page_count")).scalar_one()
        conn.execute(text(f"PRAGMA max_page_count = {pages + 8}"))
    kept = 0
    with pytest.raises(Refused) as caught:
        for number in range(10_000):
            office.write(add_room(name=f"Tila {number}" + "x" * 90))
            kept = number + 1
    assert caught.value.why is Why.DISK_FULL
    assert len(office.read(rooms())) == kept > 0
    office.close()


def test_a_commit_that_reports_failure_but_stands_is_not_called_lost(
    empty_template: Template, tmp_path: Path
) -> None:
    """The COMMIT went through, the answer did not. The log's last line tells."""
    from sqlalchemy.exc import OperationalError

    office = empty_template.open(tmp_path)
    failures = []

    def fail_after(conn) -> None:
        conn.connection.dbapi_connection.execute("COMMIT")
        failures.append(1)
        raise OperationalError("COMMIT", {}, Exception("I/O error"))

    event.listen(office._engine, "commit", fail_after, once=True)
    done = office.write(add_room(name="Tupa"))
    assert failures == [1]
    assert done.value == 1
    assert office.read(rooms()) == ["Tupa"]
    office.close()
