# SPDX-License-Identifier: GPL-3.0-or-later
"""The participation summary of a quarter against hand-written SQL, on the same encrypted file and on
plain SQLite."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from db.queries.participation import participation
from db.rules.figures import Breakdown
from db.rules.periods import Period, PeriodKind
from tests.bench.harness import Case
from tests.bench.offices import Made, Offices

QUARTER = Period(date(2025, 4, 1), date(2025, 6, 30), PeriodKind.QUARTER)
NOW = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)

_COVERS = "e.group_id = s.group_id AND e.starts_on <= s.date AND (e.ends_on IS NULL OR e.ends_on >= s.date)"
_HELD = "s.date BETWEEN :first AND :last AND s.state = 'held'"

_EXPECTED = f"""(
  EXISTS (SELECT 1 FROM enrolments e WHERE e.participant_id = m.participant_id AND {_COVERS})
  OR EXISTS (SELECT 1 FROM additions a WHERE a.session_id = s.id AND a.participant_id = m.participant_id))
"""
_NEW = f"""
FROM (SELECT DISTINCT s.group_id, m.participant_id FROM group_sessions s JOIN marks m ON m.session_id = s.id
  WHERE {_HELD} AND m.mark IN ('present', 'late') AND {_EXPECTED}) v
WHERE NOT EXISTS (
  SELECT 1 FROM marks m JOIN group_sessions s ON s.id = m.session_id
  WHERE m.participant_id = v.participant_id AND s.group_id = v.group_id AND s.date < :first
    AND m.mark IN ('present', 'late') AND s.state = 'held' AND {_EXPECTED})
"""

# As few passes as the figures allow: sessions, marks of the expected, first visits; then distinct
# people over all groups, which no sum of the groups tells.
SUMMARY = (
    f"""
SELECT g.id, count(*), sum(s.head_count),
  sum((SELECT count(*) FROM enrolments e WHERE {_COVERS} AND NOT EXISTS (
    SELECT 1 FROM marks m WHERE m.session_id = s.id AND m.participant_id = e.participant_id))),
  sum((SELECT count(*) FROM session_goals w WHERE w.session_id = s.id AND w.worked_on)),
  sum((s.ends_at - s.starts_at) / 60000 * (SELECT count(*) FROM group_leaders l WHERE l.group_id = g.id))
FROM groups g CROSS JOIN group_sessions s ON s.group_id = g.id WHERE {_HELD} GROUP BY g.id
""",
    f"""
SELECT g.id, sum(m.mark = 'present'), sum(m.mark = 'late'), sum(m.mark = 'notified'),
  sum(m.mark = 'absent'), sum(m.minutes), sum(m.remote), count(DISTINCT m.participant_id),
  count(DISTINCT CASE WHEN m.mark IN ('present', 'late') THEN m.participant_id END)
FROM groups g CROSS JOIN group_sessions s ON s.group_id = g.id JOIN marks m ON m.session_id = s.id
WHERE {_HELD} AND {_EXPECTED} GROUP BY g.id
""",
    f"""
SELECT count(DISTINCT m.participant_id),
  count(DISTINCT CASE WHEN m.mark IN ('present', 'late') THEN m.participant_id END)
FROM group_sessions s JOIN marks m ON m.session_id = s.id WHERE {_HELD} AND {_EXPECTED}
""",
    f"SELECT v.group_id, v.participant_id {_NEW}",
)


def cases(offices: Offices) -> Iterator[Case]:
    """By group, on every size of office."""
    for made in offices.each():
        yield from _on(made)


def _on(made: Made) -> Iterator[Case]:
    office, plain = made.open(), made.plain()
    encrypted: Any = office._engine.raw_connection().driver_connection

    def ours() -> None:
        office.read(participation(by=Breakdown.GROUP, period=QUARTER, now=NOW))

    goal = 1.4 if made.people >= 6000 else None
    name = f"participation of a quarter by group, {made.size}"
    yield Case(f"{name}, SQL on the same file", _summary(encrypted), ours, goal, rounds=12)
    yield Case(f"{name}, SQL on plain SQLite", _summary(plain), ours, None, rounds=12)
    office.close()
    plain.close()


def _summary(conn: Any) -> Callable[[], None]:
    given = {"first": QUARTER.first.isoformat(), "last": QUARTER.last.isoformat()}

    def run() -> None:
        for statement in SUMMARY:
            conn.execute(statement, given).fetchall()

    return run
