# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of the command line: what each command leaves, says and returns, and that a refusal
is one line on standard error with nothing half done."""

import csv
import json
import os
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import text

from db.engine import file_engine
from db.models import Participant
from db.opening import open_with_key
from db.work import Do
from desktop.cli import main
from tests.conftest import PASSWORD, Template
from tests.factories import Maker

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
QUARTER = ("--from", "2027-01-01", "--to", "2027-03-31")
CSV, JSON = ("--format", "csv"), ("--format", "json")
RECORDS = ("participants", "groups", "enrolments", "sessions", "marks", "goals", "goal-steps")

LEAST_COLUMNS = {
    "marks": "session_id,group,starts_at,session_state,participant_id,mark,minutes,remote,"
    "added_to_session",
    "sessions": "session_id,group,starts_at,ends_at,session_state,head_count",
    "participants": "participant_id,name,kind",
}
FIGURES = (
    "sessions_held,expected,present,late,notified,absent,unrecorded,minutes,rate,"
    "rate_without_notified,goals_worked,period_from,period_to"
)
LEAST_FIGURES = {
    "participant": f"participant_id,participant,group,{FIGURES}",
    "group": f"group,participants,visits,{FIGURES}",
    "month": FIGURES,
    "unit": f"participants,visits,{FIGURES}",
}


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def read_csv(held: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(held.decode(), newline="")))


@dataclass(frozen=True)
class Line:
    """A command line on one office in a folder of its own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    office: Path

    def run(self, *words: object) -> Ran:
        status = main([str(word) for word in words])
        told = self.capsys.readouterr()
        return Ran(status, told.out, told.err)

    def done(self, *words: object) -> str:
        """Run what must succeed; its output."""
        ran = self.run(*words)
        assert (ran.status, ran.err) == (0, "")
        return ran.out

    def export(self, *words: object) -> bytes:
        """The file of an export of the office."""
        target = self.folder / "export"
        self.done("export", *words, "--office", self.office, "-o", target)
        return target.read_bytes()

    def rows(self, *words: object) -> list[dict[str, str]]:
        header, *rows = read_csv(self.export(*words, *CSV))
        return [dict(zip(header, row, strict=True)) for row in rows]

    def image(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def line(
    demo_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Line:
    monkeypatch.setenv("PUNOS_PASSWORD", PASSWORD)
    return Line(tmp_path, capsys, demo_file)


# What comes out


@pytest.mark.parametrize("what", RECORDS)
def test_raw_rows_have_their_columns_and_json_says_the_same(line: Line, what: str) -> None:
    written = line.export("records", "--what", what, *CSV)
    assert not written.startswith(b"\xef\xbb\xbf")
    header, *rows = read_csv(written)
    assert set(LEAST_COLUMNS.get(what, "").split(",")) - {""} <= set(header)
    assert all(name == name.lower() and name.isidentifier() for name in header)
    document = json.loads(line.export("records", "--what", what, *JSON))
    assert len(document) == len(rows) > 0
    assert [list(row) for row in document] == [header] * len(rows)


@pytest.mark.parametrize("by", LEAST_FIGURES)
def test_summaries_have_their_columns_in_csv_and_json(line: Line, by: str) -> None:
    rows = line.rows("participation", *QUARTER, "--by", by)
    assert set(LEAST_FIGURES[by].split(",")) <= set(rows[0])
    document = json.loads(line.export("participation", *QUARTER, "--by", by, *JSON))
    assert [list(row) for row in document] == [list(row) for row in rows]


def test_times_and_days_are_told_by_iso_8601(line: Line) -> None:
    for row in line.rows("records", "--what", "sessions"):
        start, end = (datetime.fromisoformat(row[key]) for key in ("starts_at", "ends_at"))
        assert start.utcoffset() is not None
        assert start < end
        assert start.date() == date.fromisoformat(row["date"])
    starts = {row["starts_at"][-6:] for row in line.rows("records", "--what", "marks")}
    assert starts == {"+02:00", "+03:00"}  # Finland, winter and summer


def test_each_expected_person_has_one_row_of_marks(line: Line) -> None:
    rows = line.rows("records", "--what", "marks")
    most = Counter((row["session_id"], row["participant_id"]) for row in rows).most_common(1)
    assert most[0][1] == 1
    assert {row["mark"] for row in rows} == {"", "present", "late", "notified", "absent"}
    assert all((row["minutes"] == "") == (row["mark"] == "") for row in rows)


def test_the_workbook_opens_and_holds_the_rows_of_the_csv(line: Line) -> None:
    rows = line.rows("participation", *QUARTER, "--by", "group")
    held = line.export("participation", *QUARTER, "--by", "group", "--format", "xlsx")
    book = openpyxl.load_workbook(BytesIO(held))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {row["group"] for row in rows} <= {cell.value for cell in cells}
    assert {float(row["rate"]) for row in rows if row["rate"]} <= {
        round(cell.value, 4) for cell in cells if isinstance(cell.value, int | float)
    }


def test_the_pdf_tells_period_and_groups_in_the_language_asked_for(line: Line) -> None:
    told = pages(
        line.export("participation", *QUARTER, "--by", "group", "--format", "pdf", "--lang", "fi")
    )
    for words in ("Arjen avaimet", "Talous haltuun", "2027"):
        assert words in told
    assert told != pages(
        line.export("participation", *QUARTER, "--by", "group", "--format", "pdf", "--lang", "sv")
    )


def pages(held: bytes) -> str:
    with pypdfium2.PdfDocument(held) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (("session-plan", "--group", "Arjen avaimet", "--date", "2027-05-04"), "Arjen avaimet"),
        (("sign-in", "--group", "arjen avaimet", "--date", "2027-05-04"), "Arjen avaimet"),
        (("group-summary", "--group", "Arjen avaimet", *QUARTER), "Arjen avaimet"),
        (("own-summary", "--participant", "4"), "Oona"),
    ],
)
def test_every_page_prints(line: Line, page: tuple[str, ...], words: str) -> None:
    target = line.folder / "page.pdf"
    assert line.done("print", *page, "--office", line.office, "-o", target, "--lang", "fi") == ""
    assert words in pages(target.read_bytes())


def test_one_participants_page_names_no_other(line: Line) -> None:
    target = line.folder / "page.pdf"
    line.done("print", "own-summary", "--participant", 4, "--office", line.office, "-o", target)
    people = line.rows("records", "--what", "participants")
    others = {row["last_name"] for row in people if row["last_name"] not in {"Hietala", "Ö", ""}}
    told = pages(target.read_bytes())
    assert len(others) > 30
    assert [name for name in others if name in told] == []


def test_what_leaves_the_unit_is_masked_and_never_about_persons(line: Line) -> None:
    outside = ("--audience", "outside")
    inside = line.rows("participation", *QUARTER, "--by", "group")
    rows = line.rows("participation", *QUARTER, "--by", "group", *outside)
    personal = ("present", "late", "notified", "absent", "participants", "new_participants")
    small = [
        (row, key)
        for row, plain in zip(rows, inside, strict=True)
        for key in personal
        if 0 < int(plain[key]) < 5
    ]
    assert len(small) > 5
    assert {row[key] for row, key in small} <= {"<5", "hidden"}
    assert "hidden" in {cell for row in rows for cell in row.values()}
    target = line.folder / "persons.csv"
    where = ("--office", line.office, "-o", target)
    ran = line.run(
        "export", "participation", *QUARTER, "--by", "participant", *outside, *CSV, *where
    )
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert not target.exists()


HOSTILE = ("=cmd|' /C calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\u200b=1")


def test_no_name_becomes_a_formula(line: Line, demo_template: Template) -> None:
    people = [int(row["participant_id"]) for row in line.rows("records", "--what", "marks")]
    chosen = list(dict.fromkeys(people))[: len(HOSTILE)]
    office = open_with_key(str(line.office), demo_template.key)
    for person, name in zip(chosen, HOSTILE, strict=True):
        office.write(Do("n", lambda tx, p=person, n=name: tx.change(Participant, p, first_name=n)))
    Maker(office).group("=1+1")
    office.close()
    files = [line.export("records", "--what", what, *CSV) for what in ("participants", "groups")]
    files.append(line.export("participation", *QUARTER, "--by", "participant", *CSV))
    for held in files:
        cells = [cell for row in read_csv(held) for cell in row]
        texts = [cell for cell in cells if not is_number(cell)]
        assert any("=" in cell or "\uff1d" in cell for cell in texts)
        for cell in texts:
            assert cell.lstrip("\t \u200b")[:1] not in {"=", "+", "-", "@", "\uff1d"}
    book = openpyxl.load_workbook(
        BytesIO(line.export("participation", *QUARTER, "--by", "participant", "--format", "xlsx"))
    )
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()


# Whole offices


def test_a_seed_gives_one_office_and_another_seed_another(line: Line) -> None:
    again, other = line.folder / "again.punos", line.folder / "other.punos"
    line.done("demo", again, "--size", "s", "--seed", "7")
    line.done("demo", other, "--size", "s", "--seed", "8")
    assert records(line, again) == records(line, line.office)
    assert records(line, other)["marks"] != records(line, line.office)["marks"]


def records(line: Line, office: Path) -> dict[str, bytes]:
    return {
        what: Line.export(at(line, office), "records", "--what", what, *CSV) for what in RECORDS
    }


def at(line: Line, office: Path) -> Line:
    return Line(line.folder, line.capsys, office)


def test_what_is_backed_up_comes_back_whole(line: Line) -> None:
    copy, again = line.folder / "kopio.backup", line.folder / "uusi.punos"
    assert line.done("backup", line.office, "-o", copy) == ""
    assert line.done("restore", copy, "-o", again) == ""
    assert line.done("check", again, "--lang", "en") == "The office is whole.\n"
    assert records(line, again) == records(line, line.office)
    assert line.done("backup", again, "-o", copy) == ""  # tomorrow's takes the place of today's
    assert zipfile.is_zipfile(copy)


def test_a_touched_log_is_found_and_told(line: Line, demo_template: Template) -> None:
    engine = file_engine(line.office, demo_template.key)
    with engine.begin() as conn:
        conn.execute(text("UPDATE log_lines SET staff_name = 'Joku' WHERE seq = 1"))
    engine.dispose()
    ran = line.run("check", line.office)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "log: 1\n", 1)


@pytest.mark.parametrize("name", ["arjen-avaimet-kevat-2027.xlsx", "aamukahvila-2027.csv"])
def test_sheets_come_in_once_however_often_they_are_brought(
    line: Line, office_file: Path, name: str
) -> None:
    if not (SHARED / name).exists():
        pytest.skip("the shared sheets are not beside this checkout")
    empty = at(line, office_file)
    bring = ("import", "attendance", SHARED / name, "--office", office_file, "--json")
    first = json.loads(empty.done(*bring))
    once = told_as_expected(empty)
    again = json.loads(empty.done(*bring))
    with (SHARED / f"{name}.expected.csv").open(encoding="utf-8", newline="") as file:
        expected = Counter(
            (row["group"], frozenset(row["name"].split()), row["date"], row["mark"], row["minutes"])
            for row in csv.DictReader(file)
        )
    assert once == told_as_expected(empty) == expected
    assert any(first["added"].values())
    assert not any(again["added"].values())


def told_as_expected(line: Line) -> Counter[tuple[object, ...]]:
    """Exported marks and head counts, as the expected files have them."""
    names = {
        row["participant_id"]: frozenset(row["name"].split())
        for row in line.rows("records", "--what", "participants")
    }
    sessions = line.rows("records", "--what", "sessions")
    counts = [
        (row["group"], frozenset("#"), row["date"], "headcount", row["head_count"])
        for row in sessions
        if row["head_count"]
    ]
    marks = [
        (
            row["group"], names[row["participant_id"]], row["starts_at"][:10], row["mark"],
            f"-{row['late_minutes']}" if row["late_minutes"] else "",
        )
        for row in line.rows("records", "--what", "marks")
        if row["mark"]
    ]  # fmt: skip
    return Counter([*counts, *marks])


# Refusals

Words = Callable[[Line], tuple[object, ...]]


def summary(line: Line, *more: object, to: str = "x.csv") -> tuple[object, ...]:
    return (
        *("export", "participation", "--office", line.office, *QUARTER, *CSV),
        *("-o", line.folder / to, *more),
    )


def raw(line: Line, office: object, to: str = "x.csv") -> tuple[object, ...]:
    return (
        "export", "records", "--office", office, "--what", "marks", *CSV, "-o", line.folder / to
    )  # fmt: skip


def printing(line: Line, *page: object) -> tuple[object, ...]:
    return ("print", *page, "--office", line.office, "-o", line.folder / "x.pdf")


REFUSED: dict[str, Words] = {
    "unknown group": lambda o: summary(o, "--group", "Ei ole"),
    "unknown user": lambda o: summary(o, "--user", "Joku"),
    "reversed dates": lambda o: (*summary(o), "--from", "2027-04-01"),
    "no folder": lambda o: summary(o, to="no/x.csv"),
    "a folder": lambda o: summary(o, to=""),
    "a file as folder": lambda o: summary(o, to=f"{o.office.name}/x.csv"),
    "over the office": lambda o: raw(o, o.office, o.office.name),
    "over its keys": lambda o: raw(o, o.office, f"{o.office.name}.keys2"),
    "no office": lambda o: raw(o, o.folder / "no.punos"),
    "no server": lambda o: raw(o, "postgresql://punos@/office?host=/no-such-socket"),
    "unknown session": lambda o: printing(o, "session-plan", "--session", 99999),
    "unknown day": lambda o: printing(
        o, "sign-in", "--group", "Arjen avaimet", "--date", "2020-01-01"
    ),
    "unknown group's page": lambda o: printing(o, "group-summary", "--group", "Ei ole", *QUARTER),
    "unknown person": lambda o: printing(o, "own-summary", "--participant", 99999),
    "office exists": lambda o: ("demo", o.office, "--size", "s"),
    "no folder for an office": lambda o: ("demo", o.folder / "no" / "a.punos", "--size", "s"),
    "backup of nothing": lambda o: ("backup", o.folder / "no.punos", "-o", o.folder / "b"),
    "backup nowhere": lambda o: ("backup", o.office, "-o", o.folder / "no" / "b"),
    "backup over the office": lambda o: ("backup", o.office, "-o", o.office),
    "backup into a folder": lambda o: ("backup", o.office, "-o", o.folder),
    "restore of nothing": lambda o: ("restore", o.folder / "no", "-o", o.folder / "a.punos"),
    "restore of an office": lambda o: ("restore", o.office, "-o", o.folder / "a.punos"),
    "check of nothing": lambda o: ("check", o.folder / "no.punos"),
    "import of nothing": lambda o: (
        "import", "attendance", o.folder / "no.csv", "--office", o.office
    ),
    "import of an office": lambda o: ("import", "attendance", o.office, "--office", o.office),
    "tour of nothing": lambda o: ("tour", o.folder / "no.punos", "--out", o.folder / "out"),
    "tour into a file": lambda o: ("tour", o.office, "--out", o.office),
    "tour nowhere": lambda o: ("tour", o.office, "--out", o.office / "out"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_is_one_line_and_leaves_nothing(line: Line, what: str) -> None:
    before = line.image()
    refused(line, *REFUSED[what](line))
    after = line.image()
    assert after.keys() == before.keys()
    office = line.office.name
    assert {name for name in after if after[name] != before[name]} <= {office}  # the log's line


def refused(line: Line, *words: object) -> str:
    """Run what must be refused; the line it says."""
    ran = line.run(*words)
    assert (ran.status, ran.out) == (1, ""), ran
    assert ran.err.endswith("\n")
    assert ran.err.count("\n") == 1
    assert len(ran.err.split()) >= 4
    assert str(line.folder) not in ran.err
    return ran.err


EVERY: dict[str, Words] = {
    "summary": summary,
    "rows": lambda o: raw(o, o.office),
    "page": lambda o: printing(o, "sign-in", "--session", 1),
    "own page": lambda o: printing(o, "own-summary", "--participant", 4),
    "group page": lambda o: printing(o, "group-summary", "--group", "Arjen avaimet", *QUARTER),
    "backup": lambda o: ("backup", o.office, "-o", o.folder / "b"),
    "check": lambda o: ("check", o.office),
    "tour": lambda o: ("tour", o.office, "--out", o.folder / "out"),
}


def newer(line: Line, key: bytes) -> None:
    engine = file_engine(line.office, key)
    with engine.begin() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        conn.execute(text("UPDATE office SET program_version = '9.1'"))
    engine.dispose()


def torn(line: Line, _key: bytes) -> None:
    line.office.write_bytes(line.office.read_bytes()[:5000])


def keyless(line: Line, _key: bytes) -> None:
    for end in (".keys", ".keys2"):
        line.office.with_name(line.office.name + end).unlink()


def emptied(line: Line, _key: bytes) -> None:
    line.office.write_bytes(b"")


@pytest.mark.parametrize(
    ("command", "spoil"),
    [
        *((command, newer) for command in EVERY),
        *((command, torn) for command in ("rows", "backup", "check")),
        *(("check", spoil) for spoil in (keyless, emptied)),
    ],
)
def test_an_office_that_cannot_be_opened_is_left_as_it_is(
    line: Line, demo_template: Template, command: str, spoil: Callable[[Line, bytes], None]
) -> None:
    spoil(line, demo_template.key)
    before = line.image()
    told = refused(line, *EVERY[command](line))
    assert ("9.1" in told) == (spoil is newer)
    assert line.image() == before


@pytest.mark.parametrize("command", EVERY)
def test_a_wrong_password_changes_nothing(
    line: Line, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PUNOS_PASSWORD", "väärä-sana")
    before = line.image()
    told = refused(line, *EVERY[command](line))
    assert "väärä-sana" not in told
    assert line.image() == before


@pytest.mark.parametrize("command", EVERY)
def test_without_a_password_it_says_how_to_give_one(
    line: Line, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("PUNOS_PASSWORD")
    before = line.image()
    told = refused(line, *EVERY[command](line))
    assert "PUNOS_PASSWORD" in told
    assert "--password-file" in told
    assert line.image() == before


def test_a_password_file_goes_before_the_environment(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUNOS_PASSWORD", "väärä-sana")
    held = line.folder / "sana"
    held.write_text(f"{PASSWORD}\ntoinen rivi\n")
    assert line.done("check", line.office, "--password-file", held)
    held.write_text("")
    refused(line, "check", line.office, "--password-file", held)
    refused(line, "check", line.office, "--password-file", line.folder / "no")


def test_a_weak_password_makes_no_office(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUNOS_PASSWORD", "lyhyt")
    before = line.image()
    refused(line, "demo", line.folder / "a.punos", "--size", "s")
    assert line.image() == before


def test_keys_whose_office_is_away_are_not_written_over(line: Line) -> None:
    line.office.rename(line.folder / "muualla.punos")
    before = line.image()
    refused(line, "demo", line.office, "--size", "s")
    assert line.image() == before


def test_a_restore_writes_over_nothing(line: Line) -> None:
    copy = line.folder / "b"
    line.done("backup", line.office, "-o", copy)
    before = line.image()
    refused(line, "restore", copy, "-o", line.office)
    assert line.image() == before
    held = bytearray(copy.read_bytes())
    held[len(held) // 2] ^= 1
    copy.write_bytes(held)
    refused(line, "restore", copy, "-o", line.folder / "a.punos")
    assert line.image() == before | {"b": bytes(held)}


HOLDS = """
import sys
from db.opening import open_office
office = open_office(sys.argv[1], sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


def test_an_office_in_use_is_told_within_two_seconds(line: Line) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(line.office), PASSWORD],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    for command in ("rows", "backup", "check", "tour"):
        started = time.monotonic()
        refused(line, *EVERY[command](line))
        assert time.monotonic() - started < 2
    other.communicate("")
    assert line.done("check", line.office)
    assert {path.name for path in line.folder.iterdir()} >= {line.office.name}
    assert not (line.folder / "x.csv").exists()


# Wrong usage

WRONG: dict[str, Words] = {
    "unknown command": lambda _: ("dance",),
    "unknown export": lambda _: ("export", "dance"),
    "unknown --by": lambda o: summary(o, "--by", "weather"),
    "unknown --audience": lambda o: summary(o, "--audience", "press"),
    "unknown --format": lambda o: summary(o, "--format", "doc"),
    "unknown --lang": lambda o: summary(o, "--lang", "de"),
    "unknown option": lambda o: summary(o, "--weather"),
    "no date": lambda o: summary(o, "--to", "2027-02-30"),
    "a Finnish date": lambda o: summary(o, "--from", "1.1.2027"),
    "rows as workbook": lambda o: (*raw(o, o.office), "--format", "xlsx"),
    "unknown rows": lambda o: (*raw(o, o.office), "--what", "weather"),
    "no -o": lambda o: summary(o)[:-2],
    "no dates": lambda o: (
        "export", "participation", "--office", o.office, *CSV, "-o", o.folder / "x.csv"
    ),
    "no office": lambda o: ("export", "records", "--what", "marks", *CSV, "-o", o.folder / "x.csv"),
    "no size": lambda o: ("demo", o.folder / "a.punos", "--size", "xxl"),
    "no number": lambda o: printing(o, "own-summary", "--participant", "Oona"),
    "backup without -o": lambda o: ("backup", o.office),
    "tour without --out": lambda o: ("tour", o.office),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_wrong_usage_is_told_and_does_nothing(line: Line, what: str) -> None:
    before = line.image()
    ran = line.run(*WRONG[what](line))
    assert (ran.status, ran.out) == (2, "")
    assert "--help" in ran.err
    assert line.image() == before


@pytest.mark.parametrize(
    "command",
    [
        "", "demo", "tour", "backup", "restore", "check",
        "export", "export participation", "export records",
        "import", "import attendance",
        "print", "print session-plan", "print sign-in", "print group-summary", "print own-summary",
    ],
)  # fmt: skip
def test_every_command_helps(line: Line, command: str) -> None:
    assert "Usage: punos" in line.done(*command.split(), "--help")


# The program itself


def punos(*words: object, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)],
        env=os.environ | {"PUNOS_PASSWORD": PASSWORD, "PYTHONIOENCODING": "utf-8"} | env,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_the_program_returns_what_the_command_line_does(line: Line) -> None:
    target = line.folder / "x.csv"
    ran = punos(*raw(line, line.office))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert target.read_bytes() == line.export("records", "--what", "marks", *CSV)
    ran = punos(*raw(line, line.folder / "no.punos"))
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert punos(*raw(line, line.office), PUNOS_PASSWORD="").returncode == 1
    assert punos("export", "dance").returncode == 2
    assert punos("--help").returncode == 0


def test_the_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).with_name("punos")
    if not command.exists():
        pytest.skip("the project is not installed beside this Python")
    ran = subprocess.run([command, "export", "--help"], capture_output=True, text=True, check=True)
    assert "participation" in ran.stdout
