# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos import attendance`: every cell comes through, once; what is not understood is refused whole."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.keys import Attempts
from db.models import Base, Group, GroupSession, Mark, Participant
from db.office import Office
from db.opening import open_with_key, ring_of
from db.work import nobody, query
from desktop.cli import main
from tests.conftest import PASSWORD
from tests.factories import Maker

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
SHEET = """Ryhmä: Kokeilu
Nimi;4.1.2027;11.1.2027;18.1.2027
Aatu Laine;x;PI;kk
Oona Hietala;M10;kk;x
;;;
kk = kipeä
"""


@pytest.fixture
def run(office_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command on the office; (status, standard output, standard error)."""
    monkeypatch.setenv("PUNOS_PASSWORD", PASSWORD)

    def ran(file: Path, *more: str) -> tuple[int, str, str]:
        status = main(["import", "attendance", str(file), "--office", str(office_file), *more])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@query(whose=nobody)
def stored(conn) -> list[tuple[str, frozenset[str], str, str, str]]:
    """All marks and head counts, as the expected files have them; names without their order."""
    marks = conn.execute(
        select(
            Group.name, Participant.first_name, Participant.last_name, GroupSession.date, Mark.mark,
            Mark.late_minutes,
        )
        .join(GroupSession, GroupSession.id == Mark.session_id)
        .join(Group, Group.id == GroupSession.group_id)
        .join(Participant, Participant.id == Mark.participant_id)
    )  # fmt: skip
    counts = conn.execute(
        select(Group.name, GroupSession.date, GroupSession.head_count)
        .join(Group, Group.id == GroupSession.group_id)
        .where(GroupSession.head_count.is_not(None))
    )
    return [
        *(
            (group, frozenset((first, last)), str(day), mark.value, str(-late) if late else "")
            for group, first, last, day, mark, late in marks
        ),
        *((group, frozenset("#"), str(day), "headcount", str(n)) for group, day, n in counts),
    ]


@query(whose=nobody)
def sizes(conn) -> dict[str, int]:
    """How many rows each table has, but for the log."""
    return {
        name: conn.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in Base.metadata.tables.items()
        if not name.startswith("log_")
    }


def asked(path: Path, question):
    office: Office = open_with_key(str(path), ring_of(str(path)).open(PASSWORD, Attempts())[0])
    try:
        return office.read(question())
    finally:
        office.close()


def expected(name: str) -> list[tuple[str, frozenset[str], str, str, str]]:
    with (SHARED / f"{name}.expected.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["group"], frozenset(row["name"].split()), row["date"], row["mark"], row["minutes"])
            for row in csv.DictReader(file)
        ]


@pytest.fixture(params=["arjen-avaimet-kevat-2027.xlsx", "aamukahvila-2027.csv"])
def leaders_own(request: pytest.FixtureRequest) -> Path:
    path = SHARED / request.param
    if not path.exists():
        pytest.skip("the shared sheets are not beside this checkout")
    return path


def test_every_cell_comes_through_and_only_once(run, leaders_own, office_file) -> None:
    status, out, err = run(leaders_own, "--json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    rows = expected(leaders_own.name)
    assert Counter(asked(office_file, stored)) == Counter(rows)
    assert told["added"]["marks"] == sum(row[3] != "headcount" for row in rows)
    before = asked(office_file, sizes)
    status, out, _ = run(leaders_own, "--json")
    again = json.loads(out)
    assert (status, set(again["added"].values())) == (0, {0})
    assert (again["same"], again["kept"]) == (told["added"]["marks"], 0)
    assert asked(office_file, sizes) == before


def test_a_dry_run_tells_all_and_writes_nothing(run, leaders_own, office_file) -> None:
    before = asked(office_file, sizes)
    status, out, _ = run(leaders_own, "--dry-run", "--json")
    told = json.loads(out)
    rows = [
        (r["group"], frozenset(r["name"].split()), r["date"], r["mark"], str(r["minutes"] or ""))
        for r in told["marks"]
    ]
    assert (status, Counter(rows)) == (0, Counter(expected(leaders_own.name)))
    assert asked(office_file, sizes) == before
    would = told["added"]
    assert json.loads(run(leaders_own, "--json")[1])["added"] == would


def test_unknown_marks_are_refused_with_their_cells_and_the_way_on(run, sheet, office_file) -> None:
    before = asked(office_file, sizes)
    status, out, err = run(sheet, "--lang", "fi")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "”PI” (C3) ja ”kk” (D3 ja C4)" in err
    assert "--map PI=skip" in err
    assert asked(office_file, sizes) == before


def test_a_dry_run_shows_unknown_marks_and_what_the_sheet_says_of_them(run, sheet) -> None:
    status, out, _ = run(sheet, "--dry-run", "--json")
    assert status == 0
    assert json.loads(out)["unknown"] == [
        {"mark": "PI", "cells": ["C3"], "suggestion": None, "legend": ""},
        {"mark": "kk", "cells": ["D3", "C4"], "suggestion": "notified", "legend": "kipeä"},
    ]


def test_marks_mean_what_they_are_told_to(run, sheet, office_file) -> None:
    status, out, _ = run(sheet, "--map", "KK=notified", "--map", "pi=skip", "--lang", "en")
    assert (status, out.splitlines()[-1]) == (0, "Added: 3 sessions, 2 participants and 5 marks.")
    kinds = Counter(row[3] for row in asked(office_file, stored))
    assert kinds == {"present": 2, "late": 1, "notified": 2}


@pytest.mark.parametrize(
    "wrong",
    [("--map", "kk=away"), ("--map", "kk"), ("--person", "Z9=new"), ("--person", "A3=who")],
)
def test_what_cannot_be_meant_is_wrong_usage(run, sheet, wrong) -> None:
    status, out, err = run(sheet, *wrong)
    assert (status, out) == (2, "")
    assert wrong[1].split("=")[0] in err


def test_people_of_one_name_are_asked_about_and_told(run, tmp_path, office_file) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Ryhmä: Kokeilu\nNimi;4.1.2027;11.1.2027\nAatu Laine;x;x\n", encoding="utf-8")
    key = ring_of(str(office_file)).open(PASSWORD, Attempts())[0]
    office = open_with_key(str(office_file), key)
    _, second = (Maker(office).participant("Aatu", "Laine") for _ in range(2))
    office.close()
    before = asked(office_file, sizes)
    status, _, err = run(path)
    assert (status, err.count("\n")) == (1, 1)
    assert "--person A3=ID" in err
    assert asked(office_file, sizes) == before
    status, out, _ = run(path, "--person", f"A3={second}", "--json")
    assert status == 0
    [person] = json.loads(out)["groups"][0]["people"]
    assert (person["match"], person["participant_id"]) == ("known", second)
    assert run(path, "--lang", "fi")[1].splitlines()[-1].startswith("Ei mitään uutta")


def test_somebody_left_out_is_not_brought_in(run, sheet, office_file) -> None:
    marks = ("--map", "kk=notified", "--map", "PI=absent")
    assert run(sheet, *marks, "--person", "A3=skip")[0] == 0
    assert {row[1] for row in asked(office_file, stored)} == {frozenset({"Oona", "Hietala"})}


def test_the_one_register_goes_into_the_group_that_is_named(run, sheet, office_file) -> None:
    marks = ("--map", "kk=notified", "--map", "PI=absent")
    assert run(sheet, *marks, "--group", "Oma ryhmä")[0] == 0
    assert {row[0] for row in asked(office_file, stored)} == {"Oma ryhmä"}


def test_of_several_registers_one_is_picked(run, tmp_path, office_file) -> None:
    path = tmp_path / "kaikki.csv"
    path.write_text(
        "Ryhmä;Nimi;Päivä;Merkintä\nYksi;Aatu Laine;4.1.2027;x\nYksi;Inka Mäki;4.1.2027;x\n"
        "Kaksi;Aatu Laine;5.1.2027;x\nKaksi;Inka Mäki;5.1.2027;ilm\n",
        encoding="utf-8",
    )
    status, _, err = run(path, "--group", "Kolme", "--lang", "fi")
    assert (status, err.count("\n")) == (1, 1)
    assert "”Yksi” ja ”Kaksi”" in err
    assert run(path, "--group", "kaksi")[0] == 0
    assert {row[0] for row in asked(office_file, stored)} == {"Kaksi"}


def test_a_file_that_is_no_sheet_is_refused_in_one_line(run, tmp_path) -> None:
    path = tmp_path / "kuva.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    status, out, err = run(path, "--lang", "fi")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "kuva.xlsx" in err


def test_the_names_are_read_the_other_way_round_when_told(run, sheet) -> None:
    people = json.loads(run(sheet, "--dry-run", "--json", "--flip-names")[1])["groups"][0]["people"]
    assert [person["first_name"] for person in people] == ["Laine", "Hietala"]
