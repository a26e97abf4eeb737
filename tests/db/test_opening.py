# SPDX-License-Identifier: GPL-3.0-or-later
"""Making and opening an office: each obstacle is a refusal of its own, and nothing is lost by it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import file_engine
from db.errors import Refused, Why
from db.keys import Attempts
from db.opening import Founding, create, open_office, ring_of
from db.slots import beside
from tests.conftest import PASSWORD, Template

FOUNDING = Founding("Toimisto", "Keskusta", "Elina", "Kallio")


def refusal(address: Path | str, password: str = PASSWORD, **options: object) -> Refused:
    with pytest.raises(Refused) as caught:
        open_office(str(address), password, **options).close()
    return caught.value


def image(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_right_password_opens(office_file: Path) -> None:
    office = open_office(str(office_file), PASSWORD)
    assert (office.name, office.who.name) == ("Testitoimisto", "Elina Kallio")
    office.close()


def test_a_wrong_password_leaves_every_byte(office_file: Path) -> None:
    before = image(office_file.parent)
    assert refusal(office_file, "väärä-sana").why is Why.WRONG_PASSWORD
    assert image(office_file.parent) == before


def test_three_wrong_passwords_make_people_wait(office_file: Path) -> None:
    now = 100.0
    attempts = Attempts(now=lambda: now)
    for _ in range(3):
        assert refusal(office_file, "väärä-sana", attempts=attempts).why is Why.WRONG_PASSWORD
    waiting = refusal(office_file, PASSWORD, attempts=attempts)
    assert (waiting.why, waiting.facts["seconds"]) == (Why.WAIT_BEFORE_RETRY, 3)
    now += 3
    open_office(str(office_file), PASSWORD, attempts=attempts).close()


def test_an_office_in_use_elsewhere_is_told(office_file: Path) -> None:
    program = (
        "import sys; from db.opening import open_office\n"
        f"office = open_office({str(office_file)!r}, {PASSWORD!r}); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    assert refusal(office_file).why is Why.OFFICE_IN_USE
    other.communicate("")
    open_office(str(office_file), PASSWORD).close()


def test_an_office_of_a_newer_program_is_refused_by_version(
    office_file: Path, empty_template: Template
) -> None:
    engine = file_engine(office_file, empty_template.key)
    with engine.begin() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        conn.execute(text("UPDATE office SET program_version = '9.1'"))
    engine.dispose()
    refused = refusal(office_file)
    assert (refused.why, refused.facts["needed"]) == (Why.OFFICE_TOO_NEW, "9.1")


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda p: p.write_bytes(b""), Why.NOT_AN_OFFICE),
        (lambda p: p.write_bytes(os.urandom(8192)), Why.OFFICE_DAMAGED),
        (lambda p: p.write_bytes(p.read_bytes()[:5000]), Why.OFFICE_DAMAGED),
        (lambda p: p.unlink(), Why.NO_SUCH_OFFICE),
        (lambda p: [k.unlink() for k in beside(p)], Why.KEYS_MISSING),
        (lambda p: [k.write_text("{}") for k in beside(p)], Why.KEYS_DAMAGED),
    ],
    ids=["empty", "random", "cut", "gone", "no keys", "bad keys"],
)
def test_what_cannot_be_opened_is_told_apart(office_file: Path, damage, why: Why) -> None:
    damage(office_file)
    assert refusal(office_file).why is why


def test_a_damaged_key_file_is_answered_by_its_copy(office_file: Path) -> None:
    beside(office_file)[0].write_text("{")
    open_office(str(office_file), PASSWORD).close()


def test_keys_of_another_office_do_not_open_this_one(office_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    other = folder / "other.punos"
    create(str(other), PASSWORD, FOUNDING).close()
    for mine, theirs in zip(beside(office_file), beside(other), strict=True):
        shutil.copy(theirs, mine)
    assert refusal(office_file).why is Why.OFFICE_DAMAGED


def test_making_never_writes_over_what_is_there(office_file: Path) -> None:
    before = image(office_file.parent)
    with pytest.raises(Refused) as caught:
        create(str(office_file), PASSWORD, FOUNDING)
    assert caught.value.why is Why.OFFICE_EXISTS
    assert image(office_file.parent) == before


def test_a_making_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        create(str(tmp_path / "a.punos"), "lyhyt", FOUNDING)
    with pytest.raises(Refused):
        create(str(tmp_path / "no-such-folder" / "a.punos"), PASSWORD, FOUNDING)
    assert list(tmp_path.iterdir()) == []


def test_nothing_readable_lies_on_disk(office_file: Path) -> None:
    for name, held in image(office_file.parent).items():
        for word in ("Testitoimisto", "Kallio", "Keskusta", PASSWORD, "SQLite format"):
            for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
                assert word.encode(encoding) not in held, (word, name)


def test_a_server_office_opens_by_password_too(server) -> None:
    address = server.cluster.url(server.cluster.make(server.template))
    office = open_office(address, PASSWORD)
    assert office.who.name == "Elina Kallio"
    office.close()
    assert refusal(address, "väärä-sana").why is Why.WRONG_PASSWORD


def test_a_server_that_is_not_there_is_told() -> None:
    assert refusal("postgresql://punos@/office?host=/no-such-socket").why is Why.NO_SERVER


def test_the_user_may_be_insisted_on(office_file: Path) -> None:
    open_office(str(office_file), PASSWORD, user="elina").close()
    assert refusal(office_file, user="Mikko").why is Why.UNKNOWN_USER


def test_the_ring_holds_no_name(office_file: Path) -> None:
    assert "Elina" not in ring_of(str(office_file)).as_json()
