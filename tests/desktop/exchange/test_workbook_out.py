# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook as Excel finds it: typed cells, a total, definitions, a chart, and no formula."""

import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from db.rules.figures import FIGURES, Breakdown
from db.rules.words import Audience
from desktop.exchange.workbook_out import HEADER_ROW, workbook_bytes
from desktop.words import LANGUAGES, Words
from tests.desktop.summaries import BIG, BY, FEW, ODD, summary

ROWS = (("Arjen avaimet", BIG), ("Vertaispiiri", FEW), ("Aamukahvila", ODD))


def opened(told, language="fi") -> Workbook:
    return load_workbook(io.BytesIO(workbook_bytes(told, Words(language), BY)))


def table(book: Workbook) -> list[dict[str, object]]:
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[HEADER_ROW + 1]]
    return [
        dict(zip(head, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=HEADER_ROW + 2, max_row=HEADER_ROW + 1 + len(ROWS) + 1)
    ]


def test_a_person_finds_a_table_with_its_total() -> None:
    book = opened(summary(*ROWS))
    sheet = book.worksheets[0]
    first, *_, total = table(book)
    assert first["Ryhmä"] == "Arjen avaimet"
    assert first["Käynnit"] == 169
    assert first["Läsnäolo"] == pytest.approx(160 / 195)
    assert first["Osallistujatunteja"] == 318
    assert first["Alkaa"] == datetime(2027, 1, 1)  # noqa: DTZ001 - cells of a sheet have no zone
    assert total["Ryhmä"] == "Yhteensä"
    assert sheet.freeze_panes == f"B{HEADER_ROW + 2}"
    assert sheet.auto_filter.ref.startswith(f"A{HEADER_ROW + 1}:")
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert len(sheet._charts) == 1
    assert "Tammi–maaliskuu 2027" in sheet["A2"].value
    assert book.properties.creator == "Elina K."


def test_rates_and_counts_are_numbers_with_formats() -> None:
    sheet = opened(summary(*ROWS)).worksheets[0]
    formats = {
        c.value: sheet.cell(HEADER_ROW + 2, c.column).number_format for c in sheet[HEADER_ROW + 1]
    }
    assert (formats["Läsnäolo"], formats["Käynnit"]) == ("0 %", "#,##0")
    assert formats["Alkaa"] == "d.m.yyyy"


def test_nothing_is_written_where_nothing_can_be_divided() -> None:
    assert table(opened(summary(*ROWS)))[2]["Läsnäolo"] is None


def test_what_is_masked_is_a_word_and_no_number() -> None:
    few = table(opened(summary(*ROWS, audience=Audience.OUTSIDE)))[1]
    assert few["Osallistujat"] == "<5"
    assert few["Käynnit"] == few["Läsnäolo"] == "peitetty"
    assert few["Tapaamiset"] == 12


@pytest.mark.parametrize("by", Breakdown)
def test_every_column_of_figures_is_explained(by: Breakdown) -> None:
    book = opened(summary(*ROWS, by=by))
    explained = [row[2].value for row in book.worksheets[1].iter_rows(min_row=2) if row[2].value]
    headed = {cell.value for cell in book.worksheets[0][HEADER_ROW + 1]}
    assert {
        row[0].value for row in book.worksheets[1].iter_rows(min_row=2) if row[0].value
    } <= headed
    assert set(explained) <= {figure.key for figure in FIGURES}
    assert len(explained) == len(set(explained)) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_all_different_in_every_language(language: str) -> None:
    heads = [c.value for c in opened(summary(*ROWS), language).worksheets[0][HEADER_ROW + 1]]
    assert len(heads) == len(set(heads))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(st.characters(categories=["L", "P", "S", "Zs"]), min_size=1), min_size=1, max_size=3
    )
)
def test_no_name_becomes_a_formula_or_a_link(names: list[str]) -> None:
    names = [*names, "=1+1", "@SUM(A1)", "http://punos.example", "+358"]
    sheet = opened(summary(*((name, BIG) for name in names))).worksheets[0]
    for row, name in enumerate(names, HEADER_ROW + 2):
        cell = sheet.cell(row, 1)
        assert (cell.value, cell.data_type) == (name, "s")
        assert cell.hyperlink is None
