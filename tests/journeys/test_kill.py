# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at any moment, an office keeps every mark that was acknowledged, and at most one more.

A program marks attendance in a loop and says so each time that `office.write` has returned; it is
ended with SIGKILL at a random moment, while opening, while writing or in between. This shows that
transactions are whole and acknowledged in time; it cannot show what a power cut does.
`PUNOS_KILLS=1000` makes a thousand cycles, `PUNOS_SEED=3` other moments.
"""

import contextlib
import json
import os
import random
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, true

from db.actions.attendance import clear_mark, set_mark
from db.backup import check
from db.models import Base, GroupSession, Mark, Participant
from db.models.log import LogLine
from db.office import Office
from db.opening import open_with_key
from db.rules.words import MarkKind
from db.work import nobody, query
from tests.conftest import NOW, PASSWORD, Template
from tests.factories import TODAY, Maker

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked programs")

CYCLES = int(os.environ.get("PUNOS_KILLS", "25"))
SEED = int(os.environ.get("PUNOS_SEED", "7"))
FOLDED = ("marks", "group_sessions", "additions")

Key = tuple[int, int]
Marks = dict[Key, MarkKind | None]
Image = dict[str, Any]

# Forks a marking program for every seed that it is told, and says when that one is gone: what a
# killed program had said stands in the pipe before that.
NURSERY = """
import os, sys
from pathlib import Path
from tests.journeys.test_kill import mark_without_end
for line in sys.stdin:
    child = os.fork()
    if not child:
        mark_without_end(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(line))
    _, status = os.waitpid(child, 0)
    os.write(1, f"gone {status}\\n".encode())
"""


def mark_without_end(path: Path, key: bytes, seed: int) -> None:
    """What the killed program does: tells what it tries, does it, and tells that it is done."""
    say(f"pid {os.getpid()}")
    chance = random.Random(seed)
    office = open_with_key(str(path), key)
    people = office.read(places())
    stored = office.read(marks())
    while True:
        place = chance.choice(people)
        kinds = {*MarkKind, None} - {stored.get(place)}
        kind = chance.choice(sorted(kinds, key=str))
        say(f"try {json.dumps([*place, kind])}")
        write(office, place, kind)
        say("done")
        stored[place] = kind


def write(office: Office, place: Key, kind: MarkKind | None) -> None:
    """One mark, set or taken away."""
    session, person = place
    if kind is None:
        office.write(clear_mark(session_id=session, participant_id=person))
    else:
        office.write(set_mark(session_id=session, participant_id=person, mark=kind, now=NOW))


def say(line: str) -> None:
    """At once and whole: a pipe takes so few bytes in one piece."""
    os.write(1, f"{line}\n".encode())


@query(whose=nobody)
def marks(conn: Connection) -> Marks:
    """Every mark there is."""
    found = conn.execute(select(Mark.session_id, Mark.participant_id, Mark.mark))
    return {(session, person): mark for session, person, mark in found}


@query(whose=nobody)
def places(conn: Connection) -> list[Key]:
    """Every session with every participant: some are enrolled, some would be walk-ins."""
    everybody = select(GroupSession.id, Participant.id).join(Participant, true())
    return [(session, person) for session, person in conn.execute(everybody)]


@query(whose=nobody)
def images(conn: Connection) -> dict[str, dict[tuple[Any, ...], Image]]:
    """The rows of the tables that marking changes, by key, as the log tells values."""
    found: dict[str, dict[tuple[Any, ...], Image]] = {}
    for name in FOLDED:
        table = Base.metadata.tables[name]
        rows = conn.execute(select(table)).mappings()
        found[name] = {tuple(row[c.name] for c in table.primary_key): told(row) for row in rows}
    return found


@query(whose=nobody)
def changes(conn: Connection) -> list[tuple[int, str, str]]:
    """Lines of the log: number, what was done, detail."""
    lines = conn.execute(
        select(LogLine.seq, LogLine.what, LogLine.detail).order_by(LogLine.seq)
    ).all()
    return [(seq, what, detail) for seq, what, detail in lines]


def told(row: Any) -> Image:
    """A row without its version and without what is empty."""

    def plain(value: object) -> object:
        if isinstance(value, Enum):
            return value.value
        return value.isoformat() if isinstance(value, date | datetime) else value

    return {n: plain(v) for n, v in row.items() if n != "version" and v is not None}


def folded(start: dict[str, dict[tuple[Any, ...], Image]], details: list[str]) -> object:
    """`start` with every change applied that the log tells of, each from where it says."""
    now = {name: {key: dict(row) for key, row in rows.items()} for name, rows in start.items()}
    for detail in details:
        for line in json.loads(detail):
            rows, key = now[line["table"]], tuple(line["key"])
            before = rows.get(key, {})
            assert ("before" in line) == (key in rows)
            assert all(before.get(name) == was for name, was in line.get("before", {}).items())
            after = {n: v for n, v in {**before, **line.get("after", {})}.items() if v is not None}
            if "after" in line:
                rows[key] = after
            else:
                del rows[key]
    return now


@dataclass
class Heard:
    """What one killed program had said."""

    done: list[tuple[Key, MarkKind | None]] = field(default_factory=list)
    trying: tuple[Key, MarkKind | None] | None = None
    status: int | None = None
    pid: int = 0

    def line(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        if word == "try":
            session, person, kind = json.loads(rest)
            self.trying = ((session, person), kind and MarkKind(kind))
        elif word == "done":
            assert self.trying is not None
            self.done.append(self.trying)
            self.trying = None
        elif word == "pid":
            self.pid = int(rest)
        else:
            self.status = int(rest)


class Nursery:
    """Makes marking programs, one at a time, and kills them."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", NURSERY, str(path), key.hex()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._ask, self._tell = self._server.stdin, self._server.stdout
        os.set_blocking(self._tell.fileno(), False)
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._tell, selectors.EVENT_READ)
        self._rest = b""

    def run_and_kill(self, chance: random.Random) -> Heard:
        """One program's life: killed some milliseconds after its start, or after one of its marks."""
        heard = Heard()
        self._ask.write(f"{chance.randrange(2**31)}\n".encode())
        self._ask.flush()
        self._hear(heard, lambda: heard.pid, 30)
        if chance.random() < 0.8:
            wanted = chance.randint(1, 15)
            self._hear(heard, lambda: len(heard.done) >= wanted, 30)
        with contextlib.suppress(TimeoutError):
            self._hear(heard, lambda: heard.status is not None, chance.uniform(0, 0.03))
        os.kill(heard.pid, signal.SIGKILL)
        self._hear(heard, lambda: heard.status is not None, 30)
        return heard

    def _hear(self, heard: Heard, enough: Any, patience: float) -> None:
        """Take in what is said until it is `enough`; TimeoutError after so many seconds."""
        until = time.monotonic() + patience
        while not enough():
            left = until - time.monotonic()
            if left <= 0 or not self._ready.select(left):
                raise TimeoutError
            said = self._tell.read()
            assert said, "the marking programs ended by themselves"
            *lines, self._rest = (self._rest + said).split(b"\n")
            for line in lines:
                heard.line(line.decode())

    def close(self) -> None:
        self._ready.close()
        self._ask.close()
        self._tell.close()
        self._server.wait(30)


@pytest.fixture
def office_path(empty_template: Template, tmp_path: Path) -> Path:
    """Twelve people, ten of them enrolled, at eight sessions."""
    path = empty_template.copy(tmp_path)
    office = open_with_key(str(path), empty_template.key)
    make = Maker(office)
    group = make.group()
    for week in range(8):
        make.session(group, TODAY - timedelta(weeks=week))
    for number in range(10):
        make.member(group, f"Nimi{number}", "Kokeilu")
    for number in range(2):
        make.participant(f"Kävijä{number}", "Kokeilu")
    office.close()
    return path


@pytest.fixture
def nursery(office_path: Path, empty_template: Template) -> Iterator[Nursery]:
    nursery = Nursery(office_path, empty_template.key)
    yield nursery
    nursery.close()


def test_every_acknowledged_mark_is_there_and_at_most_one_more(
    nursery: Nursery, office_path: Path, empty_template: Template
) -> None:
    chance = random.Random(SEED)
    office = open_with_key(str(office_path), empty_template.key)
    start, stored = office.read(images()), office.read(marks())
    seen = office.read(changes())[-1][0]
    office.close()
    acknowledged, extra, while_writing = 0, 0, 0
    for cycle in range(CYCLES):
        heard = nursery.run_and_kill(chance)
        assert heard.status == signal.SIGKILL
        expected = without_none(stored | dict(heard.done))
        office = open_with_key(str(office_path), empty_template.key)
        found, lines = office.read(marks()), office.read(changes())
        assert folded(start, [d for seq, _, d in lines if seq > seen and d]) == office.read(
            images()
        )
        office.close()
        allowed = [expected]
        if heard.trying is not None:
            allowed.append(without_none(expected | {heard.trying[0]: heard.trying[1]}))
            while_writing += 1
        assert found in allowed, f"cycle {cycle} of seed {SEED}"
        assert check(str(office_path), PASSWORD) == []
        acknowledged += len(heard.done)
        extra += found != expected
        stored = found
    told_of = [what for seq, what, _ in lines if seq > seen and what != "sign_in"]
    assert len(told_of) == acknowledged + extra
    assert [seq for seq, _, _ in lines] == list(range(1, len(lines) + 1))
    # Proof that the kills fell where it matters; a test that only killed idle programs shows nothing.
    assert while_writing > 0
    assert acknowledged > CYCLES
    print(
        f"{CYCLES} kills, {acknowledged} acknowledged, {while_writing} in mid-write, {extra} extra"
    )


def without_none(marks: Marks) -> Marks:
    """Only what is marked."""
    return {place: kind for place, kind in marks.items() if kind is not None}
