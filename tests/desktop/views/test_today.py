# SPDX-License-Identifier: GPL-3.0-or-later
"""Today as a leader sees and presses it, on the demonstration office's Tuesday."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from desktop.desk import Place
from desktop.views.today import TodayPage
from desktop.views.today_card import SessionCard


@pytest.fixture
def show(qtbot, open_desk):
    def shown(**options) -> TodayPage:
        desk = open_desk(**options)
        desk.settings.today_scope = "office"
        page = TodayPage(desk, Place("today"))
        qtbot.addWidget(page)
        page.resize(1270, 700)
        page.show()
        desk.desks.idle()
        return page

    return shown


@pytest.fixture
def page(show) -> TodayPage:
    return show()


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def cards(page) -> list[str]:
    return [c.accessibleName() for c in page.findChildren(SessionCard) if c.isVisible()]


def press(page, text: str) -> None:
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and text in (button.text(), button.accessibleName()):
            button.click()
            page.desk.desks.idle()
            return
    pytest.fail(f"no button {text}")


def test_the_day_is_told_with_its_sessions(page) -> None:
    assert "Tiistai 4. toukokuuta" in texts(page)
    assert "Viikko 18 · 5 tapaamista · 1 kirjaamatta" in texts(page)
    assert [name.split(", ")[0] for name in cards(page)] == [
        "8.00–8.30 Aamuverryttely",
        "8.30–10.00 Aamukahvila",
        "10.00–12.00 Arjen avaimet",
        "13.00–14.30 Rytmiryhmä",
        "17.00–18.30 Vertaispiiri",
    ]


def test_an_english_month_keeps_its_capital(show) -> None:
    assert "Tuesday 4 May" in texts(show(language="en"))


def test_enter_is_enough_to_open_the_running_session(qtbot, page) -> None:
    page.focus_first()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert [place.page for place in page.desk.desks.went] == ["roster"]


def test_arrows_go_from_session_to_session(qtbot, page) -> None:
    page.focus_first()
    named = []
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Up)
        card = page.focusWidget().parent()
        named.append(card.accessibleName().split()[1].rstrip(","))
    assert named == ["Aamukahvila", "Aamuverryttely", "Aamuverryttely"]


def test_what_waits_is_told_with_the_way_to_it(page) -> None:
    told = texts(page)
    assert "Tuomo J. – Arjen avaimet, 27.4. ja 29.4." in told
    assert any("Aamuverryttely 8.00" in text for text in told)
    press(page, "Kirjaa nyt")
    assert page.desk.desks.went[-1].page == "roster"


def test_a_contact_is_noted_by_its_kind_and_taken_back(page) -> None:
    press(page, "Merkitse yhteydenotto")
    menu = page.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == "Puhelu").trigger()
    page.desk.desks.idle()
    assert not any("Tuomo J." in text for text in texts(page))
    assert page.desk.history.stack.undoText() == "Merkittiin yhteydenotto: Tuomo J."
    page.desk.history.undo()
    page.desk.desks.idle()
    assert any("Tuomo J." in text for text in texts(page))


def test_days_go_back_and_forth_and_home(page) -> None:
    press(page, "Seuraava päivä")
    assert "Keskiviikko 5. toukokuuta" in texts(page)
    press(page, "Tänään")
    assert "Tiistai 4. toukokuuta" in texts(page)


def test_a_day_without_sessions_says_what_comes_next(page) -> None:
    page.show_day(date(2027, 5, 9))
    page.desk.desks.idle()
    assert "Tänä päivänä ei ole tapaamisia" in texts(page)
    assert any(text.startswith("Seuraava: ") for text in texts(page))


def test_whose_sessions_is_remembered(show) -> None:
    page = show()
    press(page, "Omat")
    assert page.desk.settings.today_scope == "mine"
    assert not any("Rytmiryhmä" in name for name in cards(page))


def test_every_action_has_a_name_and_a_key(page) -> None:
    for action in page.findChildren(QAction):
        if action.parent() is page:
            assert action.text()
            assert not action.shortcut().isEmpty()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_built_in_every_language_and_theme_at_150(show, language, dark) -> None:
    page = show(language=language, dark=dark, scale=1.5)
    assert len(cards(page)) == 5


def test_the_head_stays_where_it_is_while_the_sessions_scroll(qtbot, page) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.resize(1270, 400)
    page.focus_first()
    head = page._header.mapToGlobal(QPoint(0, 0))
    for _ in range(3):
        page._list.step(1)
    page.desk.desks.idle()
    assert page._header.mapToGlobal(QPoint(0, 0)) == head
    card = page.focusWidget().parentWidget()
    assert card.accessibleName().startswith("17.00")
    assert page.rect().contains(card.mapTo(page, QPoint(0, 0)))


def test_a_narrow_page_puts_what_waits_under_the_day(page) -> None:
    def below() -> bool:
        return page._side.mapTo(page, page._side.rect().topLeft()).x() < page.width() / 2

    assert not below()
    page.resize(1000, 700)
    page.desk.desks.idle()
    assert below()
    assert page._waiting.isVisibleTo(page)
    page.resize(1270, 700)
    page.desk.desks.idle()
    assert not below()
