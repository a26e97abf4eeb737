# SPDX-License-Identifier: GPL-3.0-or-later
"""Two commands tell the same story: every cell of `export participation` follows from the rows of
`export records`, counted here by hand in plain Python.

Only leader hours and goals worked on are in no exported row; tests/db/queries/test_participation.py
recounts those.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.cli import main
from tests.conftest import PASSWORD, Template

FIRST, LAST = date(2027, 1, 15), date(2027, 4, 27)
NOT_RECOUNTED = {"leader_minutes", "goals_worked"}
HERE = {"present", "late"}
Cells = dict[str, str]


def exported(office: Path, *command: str, form: str = "csv") -> list[Cells]:
    """Rows of an export, by the command line."""
    target = office.with_name(f"export.{form}")
    told = ["--office", str(office), "--format", form, "-o", str(target)]
    assert main(["export", *command, *told]) == 0
    if form == "json":
        rows: list[Cells] = json.loads(target.read_bytes())
        return rows
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Row:
    """A person at a session; `mark` is empty where nothing was recorded."""

    person: str
    mark: str
    minutes: int
    remote: bool
    expected: bool


@dataclass(frozen=True)
class Meeting:
    group: str
    unit: str
    day: date
    state: str
    is_over: bool
    head_count: int
    rows: tuple[Row, ...]


class Recount:
    """All meetings of an office as its exported rows tell them."""

    def __init__(self, office: Path) -> None:
        what = {
            name: exported(office, "records", "--what", name)
            for name in ("participants", "groups", "sessions", "marks")
        }
        self.unnamed = {
            row["participant_id"] for row in what["participants"] if row["kind"] == "anonymous"
        }
        units = {row["group_id"]: row["unit"] for row in what["groups"]}
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in what["marks"]:
            rows[row["session_id"]].append(
                Row(
                    row["participant_id"], row["mark"], int(row["minutes"] or 0),
                    row["remote"] == "true", row["expected"] == "true",
                )
            )  # fmt: skip
        now = datetime.now(UTC)
        self.meetings = [
            Meeting(
                row["group_id"], units[row["group_id"]],
                datetime.fromisoformat(row["starts_at"]).date(), row["session_state"],
                datetime.fromisoformat(row["ends_at"]) <= now, int(row["head_count"] or 0),
                tuple(rows[row["session_id"]]),
            )
            for row in what["sessions"]
        ]  # fmt: skip
        self.first_visits = self._first_visits()

    def _first_visits(self) -> dict[tuple[str, str], date]:
        """By group and person, the day of the first visit ever."""
        found: dict[tuple[str, str], date] = {}
        for meeting in sorted(self.meetings, key=lambda one: one.day):
            for row in meeting.rows:
                if meeting.state == "held" and row.mark in HERE:
                    found.setdefault((meeting.group, row.person), meeting.day)
        return found

    def within(self, first: date = FIRST, last: date = LAST) -> list[Meeting]:
        return [one for one in self.meetings if first <= one.day <= last]

    def count(
        self, meetings: Iterable[Meeting], first: date = FIRST, person: str | None = None
    ) -> Cells:
        """The cells of a row about these meetings, of one person where told."""
        meetings = list(meetings)
        states = [(one.state, one.is_over) for one in meetings]
        held = [one for one in meetings if one.state == "held"]
        rows = [
            (one, row) for one in held for row in one.rows if person in (None, row.person)
        ]  # fmt: skip
        expected = [(one, row) for one, row in rows if row.expected]
        marks = {
            kind: sum(row.mark == kind for _, row in expected)
            for kind in ("present", "late", "notified", "absent")
        }
        here = [(one, row) for one, row in expected if row.mark in HERE]
        named = {(one.group, row.person) for one, row in here if row.person not in self.unnamed}
        heads = sum(one.head_count for one in held)
        came, away = marks["present"] + marks["late"], marks["notified"] + marks["absent"]
        told = {
            "sessions_held": len(held),
            "sessions_cancelled": states.count(("cancelled", True))
            + states.count(("cancelled", False)),
            "sessions_unrecorded": states.count(("planned", True)),
            "sessions_planned": states.count(("planned", False)),
            "expected": len(expected),
            **marks,
            "unrecorded": sum(not row.mark for _, row in expected),
            "outside": sum(bool(row.mark) for _, row in rows if not row.expected),
            "remote": sum(row.remote for _, row in here),
            "head_count": heads,
            "visits": len(here) + heads,
            "anonymous_visits": heads + sum(row.person in self.unnamed for _, row in here),
            "participants": len({who for _, who in named}),
            "new_participants": len(
                {who for group, who in named if self.first_visits[group, who] >= first}
            ),
            "minutes": sum(row.minutes for _, row in expected),
            "rate": share(came, came + away),
            "rate_without_notified": share(came, came + marks["absent"]),
        }
        return {key: str(value) for key, value in told.items()}


def share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else ""


@pytest.fixture(scope="module", params=["s", "m"])
def office(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    demo_template: Template,
) -> SimpleNamespace:
    """Demonstration offices: a leader's, as every test has it, and a unit's, seed 7."""
    folder = tmp_path_factory.mktemp("recount")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUNOS_PASSWORD", PASSWORD)
        path = demo_template.copy(folder) if request.param == "s" else folder / "m.punos"
        if request.param == "m":
            assert main(["demo", str(path), "--size", "m", "--seed", "7"]) == 0
        return SimpleNamespace(path=path, size=request.param, recount=Recount(path))


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUNOS_PASSWORD", PASSWORD)


def told(office: SimpleNamespace, by: str, *keys: str) -> dict[tuple[str, ...], Cells]:
    """Exported rows by their key; each row once."""
    days = ["--from", str(FIRST), "--to", str(LAST)]
    rows = exported(office.path, "participation", *days, "--by", by)
    found = {tuple(row[key] for key in keys): row for row in rows}
    assert len(found) == len(rows) > 0
    return found


def test_there_is_something_to_recount(office: SimpleNamespace) -> None:
    count = office.recount.count(office.recount.within())
    empty = {key for key, value in count.items() if value == "0"}
    assert empty <= {"sessions_unrecorded", "sessions_planned", "outside"}
    assert int(count["expected"]) > {"s": 1000, "m": 2000}[office.size]
    assert count["present"] != count["expected"]


def agree(rows: dict[tuple[str, ...], Cells], counts: dict[tuple[str, ...], Cells]) -> None:
    """Every figure of every row, and no row more or less."""
    assert rows.keys() == counts.keys()
    compared = 0
    for key, count in counts.items():
        figures = {name: cell for name, cell in rows[key].items() if name in count}
        assert figures == {name: count[name] for name in figures}, key
        compared += len(figures)
    assert compared >= 10 * len(rows)


GROUPED: dict[str, Callable[[Meeting], str]] = {
    "group": lambda one: one.group,
    "unit": lambda one: one.unit,
}


@pytest.mark.parametrize(("by", "key"), [("group", "group_id"), ("unit", "unit")])
def test_rows_about_groups_and_units_agree(office: SimpleNamespace, by: str, key: str) -> None:
    parts: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    for meeting in office.recount.within():
        parts[(GROUPED[by](meeting),)].append(meeting)
    rows = told(office, by, key)
    agree(rows, {part: office.recount.count(meetings) for part, meetings in parts.items()})
    assert {(row["period_from"], row["period_to"]) for row in rows.values()} == {
        (str(FIRST), str(LAST))
    }
    for row in rows.values():
        recounted = office.recount.count(parts[(row[key],)]).keys()
        assert row.keys() - recounted <= {
            "group_id", "group", "unit", "period_from", "period_to", *NOT_RECOUNTED,
        }  # fmt: skip


def test_rows_about_months_agree(office: SimpleNamespace) -> None:
    rows = told(office, "month", "month", "period_from", "period_to")
    counts = {}
    for _, first, last in rows:
        days = date.fromisoformat(first), date.fromisoformat(last)
        counts[first[:7], first, last] = office.recount.count(office.recount.within(*days), days[0])
    agree(rows, counts)
    bounds = sorted((first, last) for _, first, last in rows)
    assert (bounds[0][0], bounds[-1][1]) == (str(FIRST), str(LAST))
    for (_, end), (start, _) in pairwise(bounds):
        assert date.fromisoformat(end) + timedelta(1) == date.fromisoformat(start)


def test_rows_about_participants_agree(office: SimpleNamespace) -> None:
    parts: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in office.recount.within():
        parts[meeting.group].append(meeting)
    counts = {
        (person, group): office.recount.count(meetings, person=person)
        for group, meetings in parts.items()
        for person in {row.person for one in meetings for row in one.rows if one.state == "held"}
    }
    agree(told(office, "participant", "participant_id", "group_id"), counts)


def test_one_group_alone_and_json_tell_the_same(office: SimpleNamespace) -> None:
    rows = told(office, "group", "group_id")
    days = ["--from", str(FIRST), "--to", str(LAST), "--by", "group"]
    [alone] = exported(office.path, "participation", *days, "--group", "arjen AVAIMET")
    assert rows[(alone["group_id"],)] == alone
    for row in exported(office.path, "participation", *days, form="json"):
        written = rows[(str(row["group_id"]),)]
        assert row.keys() == written.keys()
        assert {key: cell(value) for key, value in row.items()} == written


def cell(value: object) -> str:
    """A JSON value as CSV has it."""
    if isinstance(value, float):
        return f"{value:.4f}"
    return "" if value is None else str(value)


def test_the_first_and_the_last_day_are_counted(office: SimpleNamespace) -> None:
    days = sorted({one.day for one in office.recount.within() if one.state == "held"})
    first, last = days[3], days[9]
    period = ["--from", str(first), "--to", str(last), "--by", "group"]
    rows = exported(office.path, "participation", *period)
    held = [one for one in office.recount.within(first, last) if one.state == "held"]
    assert {first, last} <= {one.day for one in held}
    assert sum(int(row["sessions_held"]) for row in rows) == len(held)
