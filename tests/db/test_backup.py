# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup is one file, opened before it is called good, brought back only beside what is there."""

from pathlib import Path

import pytest
from sqlalchemy import text

from db.backup import Fault, backup, check, restore
from db.engine import file_engine
from db.errors import Refused, Why
from db.opening import open_office
from tests.conftest import PASSWORD, Template
from tests.db.test_office import add_room, rooms


@pytest.fixture
def used(office_file: Path) -> Path:
    office = open_office(str(office_file), PASSWORD)
    office.write(add_room(name="Tupa"))
    office.close()
    return office_file


def test_what_was_backed_up_comes_back(used: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "kopio.backup", tmp_path / "uusi.punos"
    backup(str(used), PASSWORD, target)
    restore(target, str(again))
    office = open_office(str(again), PASSWORD)
    assert office.read(rooms()) == ["Tupa"]
    office.close()
    assert check(str(again), PASSWORD) == []


def test_nothing_in_a_backup_can_be_read(used: Path, tmp_path: Path) -> None:
    backup(str(used), PASSWORD, tmp_path / "a")
    held = (tmp_path / "a").read_bytes()
    assert b"Tupa" not in held
    assert b"Testitoimisto" not in held


def test_a_restore_never_writes_over_an_office(used: Path, tmp_path: Path) -> None:
    backup(str(used), PASSWORD, tmp_path / "a")
    before = used.read_bytes()
    with pytest.raises(Refused) as caught:
        restore(tmp_path / "a", str(used))
    assert caught.value.why is Why.OFFICE_EXISTS
    assert used.read_bytes() == before


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9, 0.999])
def test_a_damaged_backup_is_told_and_leaves_nothing(
    used: Path, tmp_path: Path, place: float
) -> None:
    target = tmp_path / "a"
    backup(str(used), PASSWORD, target)
    held = bytearray(target.read_bytes())
    held[int(len(held) * place)] ^= 1
    target.write_bytes(held)
    files = set(tmp_path.iterdir())
    with pytest.raises(Refused) as caught:
        restore(target, str(tmp_path / "uusi.punos"))
    assert caught.value.why is Why.BACKUP_DAMAGED
    assert set(tmp_path.iterdir()) == files


def test_a_wrong_password_makes_no_backup(used: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        backup(str(used), "väärä-sana", tmp_path / "a")
    assert not (tmp_path / "a").exists()


def test_a_check_names_a_touched_line_of_the_log(used: Path, empty_template: Template) -> None:
    engine = file_engine(used, empty_template.key)
    with engine.begin() as conn:
        conn.execute(text("UPDATE log_lines SET staff_name = 'Joku' WHERE seq = 3"))
    engine.dispose()
    assert [(f.fault, f.where) for f in check(str(used), PASSWORD)] == [(Fault.LOG, "3")]


def test_a_flipped_byte_is_never_read_as_data(used: Path) -> None:
    held = bytearray(used.read_bytes())
    held[5000] ^= 1
    used.write_bytes(held)
    with pytest.raises(Refused) as caught:
        check(str(used), PASSWORD)
    assert caught.value.why is Why.OFFICE_DAMAGED


def test_a_server_office_is_checked_and_sends_backups_to_the_server(server, tmp_path: Path) -> None:
    address = server.cluster.url(server.cluster.make(server.template))
    assert check(address, PASSWORD) == []
    with pytest.raises(Refused) as caught:
        backup(address, PASSWORD, tmp_path / "a")
    assert caught.value.why is Why.SERVER_KEEPS_BACKUPS
