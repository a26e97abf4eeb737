# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan from an empty page to the paper, with the keyboard alone; and today's plan in two inputs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.log import Deed
from desktop.desk import Desk, Place
from desktop.places import Trail
from desktop.printing import SystemPrinters
from desktop.views.main_window import MainWindow
from desktop.views.top_bar import Person
from tests.desktop.documents.pages import Read
from tests.desktop.printers import FilePrinters
from tests.desktop.views.plans import close, last_session_of, session_of, stored, titles, uses


class Leader:
    """Somebody at the keyboard of the main window."""

    def __init__(self, qtbot, desk: Desk, place: Place) -> None:
        self.desk = desk
        person = Person("Elina K.", "EK", "Ryhmänohjaaja · Keskusta")
        self.window = MainWindow(desk, person, Trail(place))
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        self.idle()

    @property
    def page(self):
        return self.window.page()

    def idle(self) -> None:
        for _ in range(3):
            self.desk.desks.idle()

    def keys(self, *combinations: str) -> None:
        for keys in combinations:
            pressed = QKeySequence(keys)[0]
            top = QApplication.activeModalWidget() or self.window
            QTest.keyClick(top.windowHandle(), pressed.key(), pressed.keyboardModifiers())
            self.idle()

    def types(self, text: str) -> None:
        for letter in text:  # QTest.keyClicks knows no ä
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def sit(qtbot, open_desk) -> Iterator[object]:
    """A function that seats a leader at a place."""
    seated: list[Leader] = []

    def at(place_of, **options) -> Leader:
        desk = open_desk(**options)
        seated.append(Leader(qtbot, desk, place_of(desk)))
        return seated[-1]

    yield at
    for leader in seated:
        close(leader.window)


def test_a_plan_is_written_undone_redone_and_printed_by_keyboard(sit, tmp_path: Path) -> None:
    leader = sit(lambda desk: Place("plan", key=last_session_of(desk, "Arjen avaimet")))
    page = leader.page
    page.print_shop.printers = FilePrinters(tmp_path / "paper.pdf")
    leader.types("Äänenkäyttö")
    leader.keys("Tab")
    leader.types("Jokainen puhuu kerran.")
    for title in ("Kuulumiset", "Lukuhetki", "Päätös"):
        leader.keys("Ctrl+Return")
        leader.types(title)
    leader.keys("Alt+Up", "Shift+Tab", "PgUp", "PgUp", "PgUp")
    page.settle()
    leader.idle()
    assert titles(page) == ["Kuulumiset", "Päätös", "Lukuhetki"]
    written = stored(page)
    assert (written.theme, written.aim) == ("Äänenkäyttö", "Jokainen puhuu kerran.")
    assert [item.minutes for item in written.items] == [15, 30, 15]

    steps = leader.desk.history.stack.count()
    leader.keys(*["Ctrl+Z"] * steps)
    assert (stored(page).theme, stored(page).items, page.head.theme.text()) == ("", (), "")
    leader.keys(*["Ctrl+Y"] * steps)
    assert [item.title for item in stored(page).items] == ["Kuulumiset", "Päätös", "Lukuhetki"]
    assert titles(page) == ["Kuulumiset", "Päätös", "Lukuhetki"]

    leader.keys("Ctrl+P")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert leader.desk.desks.troubles == []


def test_todays_plan_is_printed_with_two_inputs(sit, tmp_path: Path) -> None:
    """Product promise 1. Without a printer the second input saves the PDF."""
    if SystemPrinters().names():
        pytest.skip("this machine has printers, and Enter would use one")
    leader = sit(lambda _desk: Place("today"), answers=[tmp_path / "plan.pdf"])
    leader.keys("Ctrl+P", "Return")
    assert "Puhelun harjoittelu pareittain" in Read((tmp_path / "plan.pdf").read_bytes()).text
    session = session_of(leader.desk, "Arjen avaimet")
    assert [detail for detail, _ in uses(leader.desk, Deed.EXPORT)] == [
        f"session plan {session}, leader copy"
    ]
