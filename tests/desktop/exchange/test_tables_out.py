# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV and JSON: what comes back is what went in, and no text becomes a formula on the way."""

import csv
import io
import json
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from db.rules.disclosure import Masked, Reason
from db.rules.tables import Column, Holds, Table
from db.rules.words import MarkKind
from desktop.exchange.csv_out import BATCH, csv_bytes
from desktop.exchange.json_out import json_bytes
from desktop.exchange.text_cells import guarded

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\u2212"
RISKY = st.builds(
    lambda before, sign, rest: before + sign + rest,
    st.text(" \t\r\n\u00a0\ufeff\u200b\u200e", max_size=3),
    st.sampled_from(SIGNS),
    st.text(max_size=8),
)
TEXTS = st.text(max_size=20) | RISKY
COLUMNS = (
    Column("id", Holds.ID),
    Column("name", Holds.TEXT),
    Column("mark", Holds.CODE),
    Column("level", Holds.NUMBER),
    Column("rate", Holds.SHARE),
    Column("day", Holds.DATE),
    Column("remote", Holds.YES),
)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def row(
    name="Oona", mark=MarkKind.PRESENT, level=-2, rate=0.85714, day=date(2027, 5, 4), remote=False
):
    return (1, name, mark, level, rate, day, remote)


def test_cells_are_written_without_any_language() -> None:
    (got,) = read(csv_bytes(Table(COLUMNS, [row()])))
    assert got == {
        "id": "1", "name": "Oona", "mark": "present", "level": "-2", "rate": "0.8571",
        "day": "2027-05-04", "remote": "false",
    }  # fmt: skip
    (told,) = json.loads(json_bytes(Table(COLUMNS, [row()])))
    assert told == {
        "id": 1, "name": "Oona", "mark": "present", "level": -2, "rate": 0.8571,
        "day": "2027-05-04", "remote": False,
    }  # fmt: skip


def test_nothing_is_an_empty_cell_and_masked_ones_are_told() -> None:
    hidden, small = Masked(Reason.DERIVED, 5), Masked(Reason.SMALL, 5)
    table = Table(COLUMNS, [row(None, None, small, hidden, None, None), row(level=None, rate=None)])
    first, second = read(csv_bytes(table))
    assert (first["name"], first["mark"], first["day"], first["remote"]) == ("", "", "", "")
    assert (first["level"], first["rate"]) == ("<5", "hidden")
    assert (second["level"], second["rate"]) == ("", "")
    told = json.loads(json_bytes(table))
    assert (told[0]["level"], told[0]["rate"], told[0]["remote"]) == ("<5", "hidden", None)


def test_a_table_without_rows_is_a_header_and_an_empty_list() -> None:
    empty = Table(COLUMNS, [])
    assert csv_bytes(empty) == b"id,name,mark,level,rate,day,remote\r\n"
    assert json.loads(json_bytes(empty)) == []


@given(st.lists(TEXTS, min_size=1, max_size=8))
@example(["=1+1", "\ttab", " =2", "\uff1d3", "Oona"])
def test_no_text_is_a_formula_when_it_is_read_back(texts: list[str]) -> None:
    table = Table((Column("text"), Column("n", Holds.NUMBER)), [(text, -1) for text in texts])
    back = read(csv_bytes(table))
    for text, got in zip(texts, back, strict=True):
        assert got["text"] == guarded(text)
        assert got["text"] in (text, f"'{text}")
        seen = got["text"].lstrip(" \u00a0\ufeff\u200b\u200e\u200f\u2060")
        assert not seen or seen[0] not in SIGNS
        assert not got["text"] or got["text"][0] not in "\t\r\n"
        assert got["n"] == "-1"


@given(st.text(st.characters(categories=["L", "Nd"]), min_size=1))
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_a_formula_far_down_a_long_table_is_found() -> None:
    rows = [("Nimi", n) for n in range(3 * BATCH)]
    rows[2 * BATCH + 7] = ("=HYPERLINK()", 0)
    back = read(csv_bytes(Table((Column("name"), Column("n", Holds.NUMBER)), rows)))
    assert len(back) == 3 * BATCH
    assert back[2 * BATCH + 7]["name"] == "'=HYPERLINK()"
    assert {got["name"] for got in back} == {"Nimi", "'=HYPERLINK()"}
