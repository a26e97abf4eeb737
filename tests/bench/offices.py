# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices to measure on: the same rows in an encrypted file and in a plain SQLite one.

office: 40 groups, 600 people, 4 000 sessions, 40 000 marks; area: ten times that. The first group
is the one whose roster is measured: 30 members, and a mark for each at every session.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db.engine import file_engine
from db.keys import Attempts
from db.models import Base
from db.office import Office
from db.opening import Founding, create, open_with_key, ring_of

PASSWORD = "salasana-1"
PER_SESSION = 10
ROSTER = 30
FIRST = date(2024, 1, 1)
Rows = tuple[str, tuple[str, ...], Sequence[tuple[object, ...]]]
"""A table, columns, and their values."""
KINDS = ["present"] * 66 + ["notified"] * 14 + ["absent"] * 16 + ["late"] * 4


class Offices:
    """The offices of a run by size, each made when it is first asked for."""

    def __init__(self, folder: Path, sizes: tuple[int, ...]) -> None:
        self.folder, self.sizes = folder, sizes
        self._made: dict[int, Made] = {}

    def of(self, times: int) -> "Made":
        """The one that is `times` the office; only one may be open at a time."""
        if times not in self._made:
            self._made[times] = Made(self.folder, times)
        return self._made[times]

    def each(self) -> "Iterator[Made]":
        """Every size of this run."""
        return map(self.of, self.sizes)

    def largest(self) -> "Made":
        """The largest of this run."""
        return self.of(self.sizes[-1])


class Made:
    """An office of a size, opened, beside its plain twin."""

    def __init__(self, folder: Path, times: int) -> None:
        self.path = folder / f"bench-{times}.punos"
        self.plain_path = folder / f"bench-{times}.sqlite"
        self.groups, self.people, self.sessions = 40 * times, 600 * times, 4000 * times
        create(str(self.path), PASSWORD, Founding("Bench", "Keskusta", "Elina", "Kallio")).close()
        self.key = ring_of(str(self.path)).open(PASSWORD, Attempts())[0]
        self._fill()

    @property
    def size(self) -> str:
        return f"{self.people:,} people".replace(",", " ")

    def open(self, _folder: Path | None = None) -> Office:
        return open_with_key(str(self.path), self.key)

    def plain(self) -> sqlite3.Connection:
        conn = sqlite3.connect(self.plain_path, isolation_level=None)
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-65536",
        ):
            conn.execute(f"PRAGMA {pragma}")
        return conn

    def _fill(self) -> None:
        rows = self._rows()
        plain = self.plain()
        for made in Base.metadata.sorted_tables:
            plain.execute(str(CreateTable(made).compile(dialect=sqlite.dialect())))
            for index in made.indexes:
                plain.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
        engine = file_engine(self.path, self.key)
        raw = engine.raw_connection()
        for conn, execute in ((plain, plain.executemany), (raw, raw.cursor().executemany)):
            (conn if conn is plain else raw.cursor()).execute("BEGIN IMMEDIATE")
            for name, columns, values in rows:
                places = ", ".join("?" * len(columns))
                execute(
                    f"INSERT OR IGNORE INTO {name} ({', '.join(columns)}) VALUES ({places})", values
                )
            (conn if conn is plain else raw.cursor()).execute("COMMIT")
        raw.close()
        engine.dispose()
        plain.execute("ANALYZE")
        plain.close()

    def _rows(self) -> list[Rows]:
        chance = random.Random(7)
        groups = [
            (g, 1, f"Ryhmä {g}", "activity", "closed", "named") for g in range(1, self.groups + 1)
        ]
        people = [
            (p, "named", f"Nimi{p}", f"Suku{p % 997}", "savi") for p in range(1, self.people + 1)
        ]
        sessions, marks = [], []
        per_group = self.sessions // self.groups
        enrolments: list[tuple[object, ...]] = []
        for group in range(1, self.groups + 1):
            first = (group - 1) * 15 % self.people
            size, marked = (ROSTER, ROSTER) if group == 1 else (15, PER_SESSION)
            members = [(first + n) % self.people + 1 for n in range(size)]
            enrolments.extend((group, m, "member", FIRST.isoformat()) for m in members)
            for number in range(per_group):
                sid = (group - 1) * per_group + number + 1
                day = FIRST + timedelta(days=number * 1100 // per_group)
                start = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
                ms = int(start.timestamp() * 1000)
                sessions.append(
                    (sid, group, day.isoformat(), ms, ms + 7_200_000, "regular", "held")
                )
                for member in members[:marked]:
                    kind = chance.choice(KINDS)
                    minutes = 120 if kind in ("present", "late") else 0
                    marks.append((sid, member, kind, minutes, 0, 0, 1))
        goals = [
            (
                n,
                1 + (n - 1) // 2,
                1 + (n - 1) // 2,
                n % 2,
                f"Tavoite {n}",
                "kuusi",
                "live",
                "2024-01-01",
            )
            for n in range(1, 2 * self.people + 1)
        ]
        plans = [(p, p, "2024-01-01") for p in range(1, self.people + 1)]
        return [
            ("units", ("id", "name"), [(1, "Keskusta")]),
            (
                "staff",
                ("id", "unit_id", "first_name", "last_name", "role"),
                [(1, 1, "Elina", "K", "leader")],
            ),
            (
                "office",
                ("id", "uid", "name", "created_at", "program_version"),
                [(1, "x", "Bench", 0, "0")],
            ),
            ("participants", ("id", "kind", "first_name", "last_name", "segment"), people),
            ("groups", ("id", "unit_id", "name", "kind", "openness", "counting"), groups),
            ("enrolments", ("group_id", "participant_id", "kind", "starts_on"), enrolments),
            (
                "group_sessions",
                ("id", "group_id", "date", "starts_at", "ends_at", "kind", "state"),
                sessions,
            ),
            (
                "marks",
                (
                    "session_id",
                    "participant_id",
                    "mark",
                    "minutes",
                    "remote",
                    "self_reported",
                    "version",
                ),
                marks,
            ),
            ("plans", ("id", "participant_id", "starts_on"), plans),
            (
                "goals",
                (
                    "id",
                    "plan_id",
                    "participant_id",
                    "position",
                    "title",
                    "strand",
                    "state",
                    "starts_on",
                ),
                goals,
            ),
        ]
