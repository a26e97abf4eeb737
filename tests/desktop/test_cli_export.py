# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos export` and the printed summaries: figures that agree with the raw rows in every cell, and
refusals that leave nothing behind."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.cli import main
from tests.conftest import PASSWORD
from tests.desktop.documents.pages import Read

FIRST, LAST = "2027-01-01", "2027-03-31"
PERIOD = ("--from", FIRST, "--to", LAST)
HERE = ("present", "late")

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command as a script gives it; its exit status."""
    monkeypatch.setenv("PUNOS_PASSWORD", PASSWORD)
    return lambda *words: main([str(word) for word in words])


@pytest.fixture
def export(run: Run, demo_file: Path, tmp_path: Path):
    """The rows of a CSV that an export has written."""

    def rows(what: str, *options: str) -> list[dict[str, str]]:
        path = tmp_path / "out.csv"
        command = ("export", what, "--office", demo_file, *options, "--format", "csv", "-o", path)
        assert run(*command) == 0
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))

    return rows


@pytest.fixture
def marks(export) -> list[dict[str, str]]:
    """Every expected person of every session held in the quarter."""
    return [
        row
        for row in export("records", "--what", "marks")
        if row["session_state"] == "held" and FIRST <= row["starts_at"][:10] <= LAST
    ]


def rate(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else ""


def recount(rows: list[dict[str, str]]) -> dict[str, str]:
    """The figures of some rows of marks, as the definitions have them."""
    expected = [row for row in rows if row["expected"] == "true"]
    by = {
        kind: [row for row in expected if row["mark"] == kind]
        for kind in ("present", "late", "notified", "absent", "")
    }
    here = len(by["present"]) + len(by["late"])
    counts = {
        "expected": len(expected), "present": len(by["present"]), "late": len(by["late"]),
        "notified": len(by["notified"]), "absent": len(by["absent"]), "unrecorded": len(by[""]),
        "outside": len(rows) - len(expected),
        "minutes": sum(int(row["minutes"]) for row in expected if row["mark"] in HERE),
    }  # fmt: skip
    away = counts["notified"] + counts["absent"]
    return {key: str(count) for key, count in counts.items()} | {
        "rate": rate(here, here + away),
        "rate_without_notified": rate(here, here + counts["absent"]),
    }


def agree(row: dict[str, str], told: dict[str, str]) -> None:
    assert {key: row[key] for key in told} == told


def test_rows_by_participant_agree_with_the_marks_in_every_cell(export, marks) -> None:
    by_person = defaultdict(list)
    held = defaultdict(set)
    for mark in marks:
        by_person[mark["group"], mark["participant_id"]].append(mark)
    for session in export("records", "--what", "sessions"):
        if session["session_state"] == "held" and FIRST <= session["starts_at"][:10] <= LAST:
            held[session["group"]].add(session["session_id"])
    rows = export("participation", *PERIOD, "--by", "participant")
    names = {row["participant_id"]: row for row in export("records", "--what", "participants")}
    assert {(row["group"], row["participant_id"]) for row in rows} == by_person.keys()
    for row in rows:
        agree(row, recount(by_person[row["group"], row["participant_id"]]))
        assert row["participant"] == names[row["participant_id"]]["name"]
        assert row["sessions_held"] == str(len(held[row["group"]]))
        assert (row["period_from"], row["period_to"]) == (FIRST, LAST)


@pytest.mark.parametrize("by", ["group", "month", "unit"])
def test_rows_of_each_breakdown_agree_with_the_raw_rows(export, marks, by: str) -> None:
    groups = {row["group"]: row for row in export("records", "--what", "groups")}
    kinds = {
        row["participant_id"]: row["kind"] for row in export("records", "--what", "participants")
    }

    def key(row: dict[str, str]) -> str:
        if by == "month":
            return row["starts_at"][:7]
        return groups[row["group"]][by]

    marked = defaultdict(list)
    for mark in marks:
        marked[key(mark)].append(mark)
    sessions = defaultdict(list)
    for session in export("records", "--what", "sessions"):
        if FIRST <= session["starts_at"][:10] <= LAST:
            sessions[key(session)].append(session)
    rows = export("participation", *PERIOD, "--by", by)
    assert {row[by] for row in rows} == sessions.keys()
    for row in rows:
        own, met = marked[row[by]], sessions[row[by]]
        held = [session for session in met if session["session_state"] == "held"]
        came = {
            mark["participant_id"]
            for mark in own
            if mark["mark"] in HERE and kinds[mark["participant_id"]] != "anonymous"
        }
        heads = sum(int(session["head_count"] or 0) for session in held)
        told = recount(own)
        agree(
            row,
            told
            | {
                "participants": str(len(came)),
                "visits": str(int(told["present"]) + int(told["late"]) + heads),
                "head_count": str(heads),
                "sessions_held": str(len(held)),
                "sessions_cancelled": str(sum(s["session_state"] == "cancelled" for s in met)),
            },
        )


def test_goals_worked_on_are_counted_for_the_group_and_for_each_person(export) -> None:
    persons = export("participation", *PERIOD, "--by", "participant", "--group", "arjen avaimet")
    (group,) = export("participation", *PERIOD, "--by", "group", "--group", "Arjen avaimet")
    assert {row["group"] for row in persons} == {"Arjen avaimet"}
    assert int(group["goals_worked"]) == sum(int(row["goals_worked"]) for row in persons) > 0


def test_outside_no_count_under_five_is_left(export) -> None:
    inside = export("participation", *PERIOD, "--by", "group")
    rows = export("participation", *PERIOD, "--by", "group", "--audience", "outside")
    assert [row["group"] for row in rows] == [row["group"] for row in inside]
    people = {"expected", "present", "late", "notified", "absent", "unrecorded", "visits",
              "head_count", "participants", "new_participants", "goals_worked", "outside"}  # fmt: skip
    cells = [
        (row[key], told[key]) for row, told in zip(rows, inside, strict=True) for key in people
    ]
    assert {"<5", "hidden"} <= {cell for cell, _ in cells}
    for cell, told in cells:
        assert cell in (told, "<5", "hidden")
        assert not cell.isdigit() or int(cell) == 0 or int(cell) >= 5


def test_the_same_figures_are_in_every_form(export, run, demo_file, tmp_path) -> None:
    rows = export("participation", *PERIOD)
    for form in ("json", "xlsx", "pdf"):
        out = tmp_path / f"out.{form}"
        command = ("export", "participation", "--office", demo_file, *PERIOD)
        assert run(*command, "--format", form, "-o", out) == 0
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [row["visits"] for row in told] == [int(row["visits"]) for row in rows]
    assert [f"{row['rate']:.4f}" if row["rate"] is not None else "" for row in told] == [
        row["rate"] for row in rows
    ]
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    held = {row[0].value for row in sheet.iter_rows()}
    assert {row["group"] for row in rows} <= held
    text = Read((tmp_path / "out.pdf").read_bytes()).text
    assert [row["group"] for row in rows if row["group"] not in text] == []


def test_every_kind_of_rows_is_the_same_in_csv_and_json(export, run, demo_file, tmp_path) -> None:
    for what in (
        "participants",
        "groups",
        "enrolments",
        "sessions",
        "marks",
        "goals",
        "goal-steps",
    ):
        rows = export("records", "--what", what)
        out = tmp_path / "out.json"
        command = ("export", "records", "--office", demo_file, "--what", what)
        assert run(*command, "--format", "json", "-o", out) == 0
        told = json.loads(out.read_text(encoding="utf-8"))
        assert len(told) == len(rows) > 0
        assert list(told[0]) == list(rows[0])


def test_moments_have_the_offset_of_helsinki(export) -> None:
    for row in export("records", "--what", "sessions"):
        day = date.fromisoformat(row["starts_at"][:10])
        assert row["starts_at"][-6:] in ("+02:00", "+03:00")
        assert row["date"] == day.isoformat()
        assert row["starts_at"] < row["ends_at"]


def test_an_export_says_in_the_log_whose_rows_it_held(
    run, demo_file, tmp_path, demo_template
) -> None:
    from sqlalchemy import select

    from db.models import LogLine
    from db.opening import open_with_key

    command = ("export", "participation", "--office", demo_file, *PERIOD, "--by", "participant")
    assert run(*command, "--format", "csv", "-o", tmp_path / "a.csv") == 0
    office = open_with_key(str(demo_file), demo_template.key)
    with office._engine.begin() as conn:
        line = conn.execute(select(LogLine).where(LogLine.deed == "export")).one()
    office.close()
    assert (line.what, line.purpose) == ("participation", "statistics")
    assert line.people > 20
    assert line.detail == "csv, participant, 2027-Q1, unit"


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--from", "2027-04-01", "--to", "2027-03-31"), 1, "Loppu on ennen alkua"),
        ((*PERIOD, "--group", "Ei ole"), 1, "Ei ole"),
        ((*PERIOD, "--by", "participant", "--audience", "outside"), 1, "Henkilörivejä"),
        (("--from", "2027-13-01", "--to", "2027-03-31"), 2, "2027-13-01"),
        (("--from", "2027-01-01"), 2, "--to"),
        ((*PERIOD, "--by", "weekday"), 2, "weekday"),
    ],
)
def test_what_cannot_be_done_is_told_and_leaves_nothing(
    run, demo_file, tmp_path, capfd, options, status, said
) -> None:
    out = tmp_path / "out.csv"
    command = ("export", "participation", "--office", demo_file, *options)
    assert run(*command, "--format", "csv", "-o", out) == status
    told = capfd.readouterr().err
    assert said in told
    assert "Traceback" not in told
    if status == 1:
        assert len(told.splitlines()) == 1
    assert not out.exists()


def test_a_wrong_password_is_refused_in_one_line(
    run, demo_file, tmp_path, capfd, monkeypatch
) -> None:
    monkeypatch.setenv("PUNOS_PASSWORD", "vaara-salasana")
    command = ("export", "records", "--office", demo_file, "--what", "marks", "--format", "csv")
    assert run(*command, "-o", tmp_path / "out.csv") == 1
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "out.csv").exists()


def test_a_script_replaces_its_last_file_whole(run, demo_file, tmp_path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("earlier", encoding="utf-8")
    command = ("export", "records", "--office", demo_file, "--what", "groups", "--format", "csv")
    assert run(*command, "-o", out) == 0
    assert out.read_bytes().startswith(b"group_id,group,unit,")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_folder_that_is_not_there_is_refused(run, demo_file, tmp_path, capfd) -> None:
    command = ("export", "records", "--office", demo_file, "--what", "groups", "--format", "csv")
    assert run(*command, "-o", tmp_path / "nowhere" / "out.csv") == 1
    assert "out.csv" in capfd.readouterr().err


def test_summaries_are_printed(run, demo_file, tmp_path) -> None:
    out = tmp_path / "group.pdf"
    command = ("print", "group-summary", "--office", demo_file, *PERIOD)
    assert run(*command, "--group", "Arjen avaimet", "-o", out) == 0
    read = Read(out.read_bytes())
    assert len(read.pages) == 1
    assert "Arjen avaimet" in read.text
    assert run("print", "own-summary", "--office", demo_file, "--participant", 1, "-o", out) == 0
    assert "Oma kooste".upper() in Read(out.read_bytes()).text


def test_a_participant_who_is_not_there_is_refused(run, demo_file, tmp_path, capfd) -> None:
    out = tmp_path / "own.pdf"
    assert run("print", "own-summary", "--office", demo_file, "--participant", 9999, "-o", out) == 1
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert not out.exists()
