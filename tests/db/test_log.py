# SPDX-License-Identifier: GPL-3.0-or-later
"""The log's chain: whole after any work, broken at the very line that was touched."""

import pytest
from sqlalchemy import text

from db.engine import file_engine
from db.keys import subkey
from db.log import broken_links
from tests.conftest import Template
from tests.db.test_office import add_people, add_room, people


def links(template: Template, path) -> list[int]:
    engine = file_engine(path, template.key)
    with engine.begin() as conn:
        found = list(broken_links(conn, subkey(template.key, "punos log 1")))
    engine.dispose()
    return found


@pytest.fixture
def used(empty_template: Template, tmp_path):
    office = empty_template.open(tmp_path)
    office.write(add_people(names=["Aatu", "Inka"]))
    office.read(people())
    office.write(add_room(name="Tupa"))
    office.close()
    return tmp_path / empty_template.path.name


def test_the_chain_is_whole(empty_template: Template, used) -> None:
    assert links(empty_template, used) == []


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE log_lines SET staff_name = 'Joku' WHERE seq = 3", [3]),
        ("UPDATE log_lines SET at = at + 1 WHERE seq = 2", [2]),
        ("UPDATE log_lines SET detail = '' WHERE seq = 3", [3]),
        ("DELETE FROM log_lines WHERE seq = 2", [3]),
        ("DELETE FROM log_people WHERE seq = 4 AND participant_id = 1", [4]),
        ("UPDATE log_lines SET seq = 99 WHERE seq = 5", [99]),
    ],
)
def test_a_touched_line_is_named(
    empty_template: Template, used, tampering: str, found: list[int]
) -> None:
    engine = file_engine(used, empty_template.key)
    with engine.begin() as conn:
        assert conn.execute(text(tampering)).rowcount == 1
    engine.dispose()
    assert links(empty_template, used) == found
