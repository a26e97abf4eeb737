# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus ring comes with the keyboard, goes with the pointer, and follows what it rings."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.combo import Combo
from desktop.widgets.focus_ring import FocusRing
from desktop.widgets.scroll import Scroll
from desktop.widgets.toggle import Toggle
from tests.desktop.looks import colours_in


class Scene:
    """A window with two buttons and a ring."""

    def __init__(self, qtbot, theme, *more):
        self.window = QWidget()
        self.window.resize(400, 300)
        qtbot.addWidget(self.window)
        self.column = QVBoxLayout(self.window)
        self.first, self.second = QPushButton("Yksi"), QPushButton("Kaksi")
        for widget in (self.first, self.second, *more):
            self.column.addWidget(widget)
        self.ring = FocusRing(theme, self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.first.setFocus()

    def key(self, key):
        QTest.keyClick(self.window.windowHandle(), key)

    def click(self, widget):
        at = widget.mapTo(self.window, widget.rect().center())
        handle = self.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_tab_moves_the_ring(qtbot, theme):
    scene = Scene(qtbot, theme)
    scene.key(Qt.Key.Key_Tab)
    assert scene.ring.target() is scene.second
    assert scene.ring.geometry() == scene.second.geometry().adjusted(-5, -5, 5, 5)
    assert theme.color("focus").name() in colours_in(scene.window.grab())


def test_the_pointer_takes_it_away_and_a_key_brings_it_back(qtbot, theme):
    scene = Scene(qtbot, theme)
    scene.click(scene.second)
    assert scene.ring.target() is None
    assert theme.color("focus").name() not in colours_in(scene.window.grab())
    scene.key(Qt.Key.Key_Tab)
    assert scene.ring.target() is scene.first


def test_it_follows_a_widget_that_moves_or_hides(qtbot, theme):
    scene = Scene(qtbot, theme)
    scene.window.resize(500, 400)
    qtbot.waitUntil(lambda: scene.ring.geometry() == scene.first.geometry().adjusted(-5, -5, 5, 5))
    scene.first.hide()
    assert scene.ring.target() is not scene.first


def test_a_deleted_widget_takes_its_ring_along(qtbot, theme):
    scene = Scene(qtbot, theme)
    scene.second.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitSignal(scene.first.destroyed):
        scene.first.deleteLater()
    assert scene.ring.target() is None


def test_text_fields_show_focus_themselves(qtbot, theme):
    line = QLineEdit()
    scene = Scene(qtbot, theme, line)
    line.setFocus()
    assert scene.ring.target() is None
    assert theme.color("focus").name() in colours_in(line.grab())


def test_a_combo_box_gets_a_ring_unless_it_is_for_typing(qtbot, theme):
    combo = Combo(theme, [(1, "Tupa")])
    scene = Scene(qtbot, theme, combo)
    combo.setFocus()
    assert scene.ring.target() is combo
    scene.first.setFocus()
    combo.setEditable(True)
    combo.setFocus()
    assert scene.ring.target() is None


def test_a_widget_may_offer_a_part_of_itself(qtbot, theme):
    toggle = Toggle(theme, "Päällä")
    scene = Scene(qtbot, theme, toggle)
    toggle.setFocus()
    part = toggle.focus_rect().translated(toggle.pos())
    assert scene.ring.geometry() == part.adjusted(-5, -5, 5, 5)


def test_lists_and_tabs_ring_the_current_one(qtbot, theme):
    rows, tabs = QListWidget(), QTabBar()
    rows.addItems(["Aatu L.", "Inka M.", "Oona H."])
    tabs.addTab("Yleiskuva")
    tabs.addTab("Osallistujat")
    scene = Scene(qtbot, theme, rows, tabs)
    rows.setFocus()
    rows.setCurrentRow(1)
    cell = rows.visualItemRect(rows.item(1)).translated(
        rows.viewport().mapTo(scene.window, QPoint())
    )
    qtbot.waitUntil(lambda: scene.ring.geometry() == cell.adjusted(-5, -5, 5, 5))
    tabs.setFocus()
    assert scene.ring.geometry().width() == tabs.tabRect(0).width() + 10


def test_a_table_of_rows_rings_the_row(qtbot, theme):
    table = QTableWidget(3, 2)
    table.setShowGrid(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    scene = Scene(qtbot, theme, table)
    table.setFocus()
    table.setCurrentCell(1, 1)
    qtbot.waitUntil(lambda: scene.ring.width() == table.viewport().width() + 10)
    assert scene.ring.height() == table.rowHeight(1) + 10


def test_it_is_cut_where_a_scroll_area_ends(qtbot, theme):
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(str(number)) for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    area = Scroll(content)
    scene = Scene(qtbot, theme, area)
    buttons[0].setFocus()
    assert scene.ring.target() is buttons[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert scene.ring.target() is None


@pytest.mark.parametrize("what", ["other window", "nothing"])
def test_there_is_no_ring_without_focus_in_its_window(qtbot, theme, what):
    scene = Scene(qtbot, theme)
    if what == "nothing":
        scene.first.clearFocus()
    else:
        other = QPushButton("Toinen ikkuna")
        qtbot.addWidget(other)
        with qtbot.waitActive(other):
            other.show()
        other.setFocus()
    assert scene.ring.target() is None


def test_it_lets_the_pointer_through(qtbot, theme):
    scene = Scene(qtbot, theme)
    pressed = []
    scene.first.clicked.connect(lambda: pressed.append(1))
    scene.click(scene.first)
    assert pressed == [1]
