# SPDX-License-Identifier: GPL-3.0-or-later
"""The participation summary as a person sees and presses it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QRadioButton

from desktop.desk import Place
from desktop.views.reports import ReportsPage
from desktop.widgets.figures_table import FiguresTable


@pytest.fixture
def page(qtbot, desk) -> ReportsPage:
    page = ReportsPage(desk, Place("reports"))
    qtbot.addWidget(page)
    page.resize(1270, 704)
    page.show()
    desk.desks.idle()
    return page


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def table(page) -> list[list[str]]:
    model = page.findChild(FiguresTable).model()
    cells = range(model.columnCount())
    return [[model.index(row, c).data() for c in cells] for row in range(model.rowCount())]


def choose(page, text: str) -> None:
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and text in (button.text(), button.accessibleName()):
            button.click()
            page.desk.desks.idle()
            return
    pytest.fail(f"nothing called {text}")


def test_figures_carry_what_they_are_figures_of(page) -> None:
    assert any("/" in text and ", ed. " in text for text in texts(page))
    model = page.findChild(FiguresTable).model()
    heading = model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert heading == "(paikalla + myöhässä) / (paikalla + myöhässä + ilmoitettu + poissa)"


def test_small_counts_are_masked_until_somebody_of_the_unit_says_otherwise(page) -> None:
    assert any("<5" in row for row in table(page))
    choose(page, "Peitä alle 5 henkilön luvut")
    assert not any("<5" in row for row in table(page))
    assert any("vain toimipisteen omaan käyttöön" in text for text in texts(page))


def test_rows_about_persons_are_never_for_outsiders(page) -> None:
    choose(page, "Osallistujittain")
    assert any(row[0] == "Hietala Oona" and row[1] == "Arjen avaimet" for row in table(page))
    assert "Henkilörivit jäävät toimipisteeseen." in texts(page)


def test_groups_left_out_leave_the_figures_at_once(page) -> None:
    box = next(b for b in page.findChildren(QCheckBox) if b.accessibleName() == "Aamukahvila")
    box.click()
    page.desk.desks.idle()
    assert "Aamukahvila" not in [row[0] for row in table(page)]
    assert any(b.accessibleName() == "Aamukahvila" for b in page.findChildren(QCheckBox))


def test_a_period_without_sessions_leads_to_the_nearest_one(page) -> None:
    page._filters.go_to(date(2025, 1, 1))
    page.desk.desks.idle()
    assert any("Ei tapaamisia jaksolla" in text for text in texts(page))
    choose(page, "Näytä lähin jakso")
    assert table(page)


def test_choices_are_remembered(page) -> None:
    choose(page, "Kuukausittain")
    again = ReportsPage(page.desk, Place("reports"), page)
    chosen = [b.text() for b in again.findChildren(QRadioButton) if b.isChecked()]
    assert chosen == ["Kuukausittain"]


def test_the_table_is_copied_as_spreadsheets_take_it(qtbot, page) -> None:
    view = page.findChild(FiguresTable)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t") for line in lines] == table(page)


def test_the_model_keeps_qts_rules(qtmodeltester, page) -> None:
    qtmodeltester.check(page.findChild(FiguresTable).model())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_is_built_in_every_language(qtbot, open_desk, language) -> None:
    desk = open_desk(language=language, dark=language == "sv", scale=1.5)
    page = ReportsPage(desk, Place("reports"))
    qtbot.addWidget(page)
    page.show()
    desk.desks.idle()
    assert table(page)
