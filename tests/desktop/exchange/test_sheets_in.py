# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheet files of every kind, and files that mean harm: each ends soon, in little memory."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from db.errors import Refused, Why
from desktop.exchange import limits
from desktop.exchange.grid import Grid, Unread
from desktop.exchange.register_in import understand
from desktop.exchange.register_shapes import Problem, Trouble
from desktop.exchange.sheets_in import parse_sheets
from tests.desktop.exchange.sheet_files import (
    csv_bytes,
    raw_row,
    write_ods,
    write_ods_content,
    write_raw_xlsx,
    write_xlsx,
)
from tests.desktop.exchange.telling import marks

REGISTER = [["Nimi", "4.1.2027", "11.1.2027"], ["Öst Åke", "x", "-"]]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
RAW = [raw_row(1, *REGISTER[0]), raw_row(2, *REGISTER[1])]
MEGABYTE = 1 << 20


def refusal(path: Path) -> tuple[Why, object]:
    with pytest.raises(Refused) as refused:
        parse_sheets(path)
    assert refused.value.facts["file"] == path.name
    return refused.value.why, refused.value.facts.get("reason")


def made(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# What is read.


def test_the_values_of_a_workbook(tmp_path: Path) -> None:
    row = ["teksti ", 4.1, 1, True, date(2027, 1, 4), datetime(2027, 1, 4, 10, 0), time(10, 0)]  # noqa: DTZ001
    (grid,) = parse_sheets(write_xlsx(tmp_path / "a.xlsx", {"Taul1": [[], ["", *row]]}))
    assert dict(grid.cells) == {
        (1, column): value for column, value in enumerate(["teksti", *row[1:]], 1)
    }
    assert grid.address((1, 27)) == "Taul1!AB2"


def test_the_values_of_an_ods_file(tmp_path: Path) -> None:
    row = ["teksti", 4.1, True, date(2027, 1, 4), datetime(2027, 1, 4, 10, 0)]  # noqa: DTZ001
    grids = parse_sheets(write_ods(tmp_path / "a.ods", {"Yksi": [row], "Kaksi": [["", "x"]]}))
    assert [(grid.name, dict(grid.cells)) for grid in grids] == [
        ("Yksi", {(0, column): value for column, value in enumerate(row)}),
        ("Kaksi", {(0, 1): "x"}),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_in_any_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (grid,) = parse_sheets(
        made(tmp_path / "a.csv", csv_bytes(REGISTER, delimiter=delimiter, encoding=encoding))
    )
    assert dict(grid.cells) == {
        (r, c): text for r, row in enumerate(REGISTER) for c, text in enumerate(row)
    }


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("sep=,\na,b\n", {(0, 0): "a", (0, 1): "b"}),
        ('a;"b\nc"\rd;e', {(0, 0): "a", (0, 1): "b\nc", (1, 0): "d", (1, 1): "e"}),
        (
            "Laine, Aatu;x\nMäki, Inka;x\nOtsikko\n",
            {
                (0, 0): "Laine, Aatu",
                (0, 1): "x",
                (1, 0): "Mäki, Inka",
                (1, 1): "x",
                (2, 0): "Otsikko",
            },
        ),
        ('5" putki;x\n"auki;y\n' + "a;b\n" * 30, None),
    ],
)
def test_text_with_its_ways(
    tmp_path: Path, text: str, cells: dict[tuple[int, int], str] | None
) -> None:
    (grid,) = parse_sheets(made(tmp_path / "a.csv", text.encode()))
    assert cells is None or dict(grid.cells) == cells
    assert cells is not None or grid.cells[31, 1] == "b"


def test_the_content_decides_not_the_name(tmp_path: Path) -> None:
    text = made(tmp_path / "a.xlsx", csv_bytes(REGISTER))
    book = write_xlsx(tmp_path / "b.ods", {"Taul1": REGISTER}).rename(tmp_path / "b.csv")
    open_document = write_ods(tmp_path / "c.xls", {"Taul1": REGISTER})
    assert [dict(parse_sheets(path)[0].cells) for path in (book, open_document)] == [
        dict(parse_sheets(text)[0].cells)
    ] * 2


def test_hidden_sheets_are_told_apart(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["a"])
    book.create_sheet("Piilo").append(["b"])
    book["Piilo"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert [grid.hidden for grid in parse_sheets(tmp_path / "a.xlsx")] == [False, True]


def test_formulas_give_their_stored_value_or_none_and_macros_are_let_lie(tmp_path: Path) -> None:
    cells = (
        '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>1+1</f></c><c r="C3" t="e"><v>#DIV/0!</v></c>'
        '<c r="D3" t="str"><f>"x"</f><v>x</v></c></row>'
    )
    path = write_raw_xlsx(
        tmp_path / "a.xlsm", [*RAW, cells], more={"xl/vbaProject.bin": b"Sub AutoOpen()"}
    )
    found = parse_sheets(path)[0].cells
    assert [found[2, column] for column in range(4)] == [2.0, Unread.FORMULA, Unread.ERROR, "x"]


def test_a_mark_by_a_formula_without_a_value_is_reported(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["Nimi", date(2027, 1, 4), date(2027, 1, 11)], ["Aatu", "x", '=IF(1,"x","")']]:
        book.active.append(row)
    book.active.title = "Kahvila"
    book.save(tmp_path / "a.xlsx")
    understood = understand(tmp_path / "a.xlsx")
    assert understood.problems == (Problem(Trouble.NO_VALUE, ("Kahvila!C2",)),)
    assert marks(understood) == {"Aatu": "p."}


# What is refused.


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (PNG, "other_kind"),
        (b"%PDF-1.7\n%\xe2\xe3", "other_kind"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "other_kind"),
        (b"Nimi;4.1.\nAatu;\x00x\n", "other_kind"),
        (b"Nimi;4.1.\nAatu;\x81\x8d\n", "other_kind"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"Nimi;" + b"x" * 200_000, "damaged"),
    ],
)
def test_what_is_no_sheet(tmp_path: Path, data: bytes, reason: str) -> None:
    assert refusal(made(tmp_path / "lista.xlsx", data)) == (Why.FILE_NOT_A_SHEET, reason)


def test_a_torn_a_locked_and_another_zip(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "a.xlsx", {"Taul1": REGISTER}).read_bytes()
    assert refusal(made(tmp_path / "b.xlsx", whole[: len(whole) // 2])) == (
        Why.FILE_NOT_A_SHEET,
        "damaged",
    )
    locked = whole.replace(
        b"PK\x01\x02\x14\x00\x14\x00\x00", b"PK\x01\x02\x14\x00\x14\x00\x01"
    ).replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert refusal(made(tmp_path / "c.xlsx", locked)) == (Why.FILE_NOT_A_SHEET, "password")
    with zipfile.ZipFile(tmp_path / "d.docx", "w") as packed:
        packed.writestr("word/document.xml", "<document/>")
    assert refusal(tmp_path / "d.docx") == (Why.FILE_NOT_A_SHEET, "other_kind")


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    assert refusal(tmp_path)[0] is Why.CANNOT_READ
    assert refusal(tmp_path / "ei ole.csv")[0] is Why.CANNOT_READ


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "putki.csv")
    assert refusal(tmp_path / "putki.csv")[0] is Why.CANNOT_READ


# What means harm: read by a process of its own, whose time and memory are measured.

MEASURE = """
import json, resource, sys, time
from pathlib import Path
from db.errors import Refused
from desktop.exchange.register_in import understand
start = time.monotonic()
try:
    told = f"{len(understand(Path(sys.argv[1])).groups)} groups"
except Refused as refused:
    told = refused.why.value
own = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
peak = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps([told, time.monotonic() - start, peak * 1024]))
"""


def bomb(path: Path) -> None:
    """200 MB of empty rows in half a megabyte."""
    write_raw_xlsx(path, ["<row/>" * (MEGABYTE // 6)] * 200)


def bomb_of_texts(path: Path) -> None:
    write_raw_xlsx(
        path,
        RAW,
        more={"xl/sharedStrings.xml": b"<sst>" + b"<si><t>x</t></si>" * (160 * MEGABYTE // 17)},
    )


def million_empty_rows(path: Path) -> None:
    write_raw_xlsx(path, [*RAW, *(f'<row r="{n}" spans="1:9"/>' for n in range(3, 1_000_000))])


def million_empty_rows_of_text(path: Path) -> None:
    path.write_bytes(csv_bytes(REGISTER) + b";;;;\n" * 1_000_000)


def million_empty_rows_of_ods(path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    filled = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in REGISTER
    )
    cells = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048573">{cells}</table:table-row>'
    write_ods_content(path, f'<table:table table:name="Taul1">{filled}{empty}</table:table>')


def wide(path: Path) -> None:
    path.write_bytes(
        csv_bytes(
            [["Nimi", *(f"{1 + n % 28}.1." for n in range(10_000))], ["Aatu", *["x"] * 10_000]]
        )
    )


def wide_and_long(path: Path) -> None:
    row = ["x"] * 10_000
    path.write_bytes(
        csv_bytes([["Nimi", *(f"{1 + n % 28}.1." for n in range(10_000))], *[row] * 300])
    )


def far_cell(path: Path) -> None:
    write_raw_xlsx(path, [*RAW, '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'])


def far_repeated_cells(path: Path) -> None:
    kind = 'office:value-type="string" table:number-columns-repeated="9000"'
    cell = f"<table:table-cell {kind}><text:p>x</text:p></table:table-cell>"
    row = f'<table:table-row table:number-rows-repeated="9000">{cell}</table:table-row>'
    write_ods_content(path, f'<table:table table:name="Taul1">{row}</table:table>')


def laughs(path: Path) -> None:
    doctype = (
        "<!DOCTYPE w ["
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
        + "]>"
    )
    write_raw_xlsx(path, RAW, doctype=doctype)


def many_texts(path: Path) -> None:
    text = "x" * 1000
    write_raw_xlsx(path, (raw_row(n, text, text, text) for n in range(1, 20_000)))


def open_quotes(path: Path) -> None:
    path.write_bytes(b'"' + b'a;"b\n' * 1_000_000)


def too_long_a_text(path: Path) -> None:
    path.write_bytes(b"a;b\n" * (limits.TEXT_BYTES // 4 + 1))


def too_big_a_file(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(limits.FILE_BYTES + 1)


def digits(path: Path) -> None:
    path.write_bytes(csv_bytes([["Nimi", *["9" * 5000] * 20], ["1" * 100_000, "2" * 100_000]]))


def dates_everywhere(path: Path) -> None:
    path.write_bytes(csv_bytes([["4.1.2027"] * 200] * 700))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (bomb, "file_too_big"),
        (bomb_of_texts, "file_too_big"),
        (million_empty_rows, "1 groups"),
        (million_empty_rows_of_text, "1 groups"),
        (million_empty_rows_of_ods, "1 groups"),
        (wide, "1 groups"),
        (wide_and_long, "file_too_big"),
        (far_cell, "file_too_big"),
        (far_repeated_cells, "file_too_big"),
        (laughs, "file_not_a_sheet"),
        (many_texts, "file_too_big"),
        (open_quotes, "file_too_big"),
        (too_long_a_text, "file_too_big"),
        (too_big_a_file, "file_too_big"),
        (digits, "file_has_no_register"),
        (dates_everywhere, "file_has_no_register"),
    ],
)
def test_harm_ends_with_a_sentence(tmp_path: Path, harm: Callable[[Path], None], told: str) -> None:
    path = tmp_path / "lista.xlsx"
    harm(path)
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True
    )
    answer, seconds, peak = json.loads(done.stdout)
    assert answer == told
    assert seconds < 20
    assert peak < 400 * MEGABYTE
    assert done.stderr == ""


def test_addresses_are_those_of_spreadsheets() -> None:
    grid = Grid("Taul1", {})
    assert [grid.address(place) for place in ((0, 0), (6, 25), (0, 26), (0, 16383))] == [
        "Taul1!A1",
        "Taul1!Z7",
        "Taul1!AA1",
        "Taul1!XFD1",
    ]
    assert Grid("", {}).ranges([(0, 1), (0, 2), (0, 3), (2, 0)]) == ("B1:D1", "A3")
    assert Grid("", {}).ranges([(1, 1), (2, 1), (3, 1)]) == ("B2:B4",)
