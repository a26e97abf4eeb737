# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster, one mark and thirty, on an encrypted office against hand-written SQL."""

import itertools
import json
import os
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from db.actions.attendance import fill_unmarked, set_mark
from db.actions.schedule import add_session
from db.engine import SETTINGS
from db.office import Office
from db.queries.roster import roster
from db.queries.signed_in import signed_in
from db.rules.words import MarkKind
from tests.bench.harness import Case
from tests.bench.offices import Made, Offices

WALL = time.perf_counter
NOW = datetime(2026, 12, 30, 9, 0, tzinfo=UTC)

# What the program's roster tells of a person, as one statement that nobody would like to keep.
ROSTER = """
SELECT p.id, p.kind, p.first_name, p.last_name, p.nickname, p.code, m.mark, m.minutes, m.late_minutes, m.remote,
  n.told_at,
  (SELECT count(*) FROM entries t WHERE t.session_id = s.id AND t.participant_id = p.id AND t.text != '') AS entries,
  (SELECT json_group_array(x.mark) FROM (
     SELECT m8.mark FROM group_sessions s8 LEFT JOIN marks m8 ON m8.session_id = s8.id AND m8.participant_id = p.id
     WHERE s8.group_id = s.group_id AND s8.date < s.date ORDER BY s8.date DESC LIMIT 8) x) AS earlier,
  (SELECT json_group_array(json_array(g.id, g.title, g.strand, w.planned, w.worked_on, (
       SELECT level FROM goal_steps l WHERE l.goal_id = g.id AND l.date < s.date ORDER BY l.date DESC LIMIT 1)))
     FROM goals g LEFT JOIN session_goals w ON w.session_id = s.id AND w.goal_id = g.id
     WHERE g.participant_id = p.id AND g.state = 'live') AS goals
FROM group_sessions s
JOIN enrolments e ON e.group_id = s.group_id AND e.starts_on <= s.date AND (e.ends_on IS NULL OR e.ends_on >= s.date)
JOIN participants p ON p.id = e.participant_id
LEFT JOIN marks m ON m.session_id = s.id AND m.participant_id = p.id
LEFT JOIN notices n ON n.session_id = s.id AND n.participant_id = p.id
WHERE s.id = ?
"""

UPSERT = """
INSERT INTO marks (session_id, participant_id, mark, minutes, remote, self_reported, version)
VALUES (?, ?, ?, 120, 0, 0, 1)
ON CONFLICT (session_id, participant_id) DO UPDATE SET mark = excluded.mark, version = marks.version + 1
"""


def raw_encrypted(path: Path) -> sqlcipher.Connection:
    """A bare SQLCipher file with the one table and its index, same settings, no foreign keys."""
    conn = sqlcipher.connect(str(path), isolation_level=None)
    conn.execute(f"PRAGMA key = \"x'{'11' * 32}'\"")
    for name, value in SETTINGS.items():
        conn.execute(f"PRAGMA {name} = {value}")
    conn.execute(
        "CREATE TABLE IF NOT EXISTS marks (session_id, participant_id, mark, minutes, remote, self_reported, "
        "version, PRIMARY KEY (session_id, participant_id)) WITHOUT ROWID"
    )
    conn.execute(
        "CREATE INDEX IF NOT EXISTS covering ON marks (participant_id, session_id, mark, minutes)"
    )
    return conn


def cases(offices: Offices) -> Iterator[Case]:
    """On every size of office."""
    for made in offices.each():
        yield from _on(made, offices.folder)


def _on(made: Made, folder: Path) -> Iterator[Case]:
    yield from _opening(made)
    office, plain = made.open(), made.plain()
    last = made.sessions // made.groups
    asked = [last, last // 2, last // 3]

    def raw_roster() -> None:
        for session in asked:
            for row in plain.execute(ROSTER, (session,)).fetchall():
                json.loads(row[-1]), json.loads(row[-2])

    def our_roster() -> None:
        for session in asked:
            office.read(roster(session_id=session))

    name = f"three rosters of 30 with last 8 marks and goals, {made.size}"
    yield Case(name, raw_roster, our_roster, 3.0, rounds=60)
    raw = raw_encrypted(folder / f"raw-{made.people}.db")
    yield from _marks(office, raw, made)
    office.close()
    plain.close()
    raw.close()


def _opening(made: Made) -> Iterator[Case]:
    """From the data key to the first answer; the floor reads one row by the same driver."""

    opened: list[Office | sqlcipher.Connection] = []

    def bare() -> None:
        conn = sqlcipher.connect(str(made.path), isolation_level=None)
        opened.append(conn)
        conn.execute(f"PRAGMA key = \"x'{made.key.hex()}'\"")
        conn.execute("SELECT * FROM office").fetchall()

    def ours() -> None:
        office = made.open()
        opened.append(office)
        office.read(signed_in(staff_id=1))

    def close() -> None:
        while opened:
            opened.pop().close()

    name = f"office opened, first answer, {made.size}"
    yield Case(
        name,
        bare,
        ours,
        None,
        rounds=20,
        before=close,
        note="writes its line in the log",
        clock=WALL,
    )
    close()


def _marks(office: Office, raw: sqlcipher.Connection, made: Made) -> Iterator[Case]:
    last = made.sessions // made.groups
    turn = itertools.count()
    marks = (MarkKind.PRESENT, MarkKind.ABSENT)

    def raw_mark() -> None:
        number = next(turn)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(UPSERT, (last, 1 + number % 30, marks[number // 30 % 2]))
        raw.execute("COMMIT")

    def our_mark() -> None:
        number = next(turn)
        kind = marks[number // 30 % 2]
        office.write(set_mark(session_id=last, participant_id=1 + number % 30, mark=kind, now=NOW))

    synced = f"fdatasync {_sync_ms(made.path.parent):.2f} ms"
    name = "one mark saved durably, with log and journal, "
    yield Case(name + made.size, raw_mark, our_mark, 1.6, rounds=120, note=synced, clock=WALL)
    days = [
        office.write(
            add_session(group_id=1, date=date(2027, 1, 1), start_minute=m, minutes=60)
        ).value
        for m in range(31)
    ]
    sessions = iter(days)

    def our_thirty() -> None:
        office.write(fill_unmarked(session_id=next(sessions), mark=MarkKind.PRESENT))

    name = "30 marks in one transaction, against one raw mark, "
    yield Case(
        name + made.size, raw_mark, our_thirty, 2.5, rounds=len(days) - 1, note=synced, clock=WALL
    )


def _sync_ms(folder: Path) -> float:
    """The median of writing 4 KB durably, without any database."""
    spent = []
    with (folder / "sync").open("wb") as file:
        for _ in range(30):
            start = time.perf_counter()
            os.pwrite(file.fileno(), bytes(4096), 0)
            os.fdatasync(file.fileno())
            spent.append(time.perf_counter() - start)
    return statistics.median(spent) * 1000
