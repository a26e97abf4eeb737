# SPDX-License-Identifier: GPL-3.0-or-later
"""A row that is pressed as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop.widgets.row_button import Dot, RowButton
from tests.desktop.looks import colours_in


@pytest.fixture
def row(theme, stage) -> RowButton:
    row = RowButton(theme, "Arjen avaimet, 12.1.2027 alkaen")
    row.add(QLabel("Arjen avaimet"), 1)
    return stage(row, 300)


def test_it_is_a_roster_row_high_and_named_as_a_whole(theme, row) -> None:
    assert row.sizeHint().height() == theme.height("roster_row")
    heard = QAccessible.queryAccessibleInterface(row)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Arjen avaimet, 12.1.2027 alkaen"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(qtbot, row, key) -> None:
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, key)


def test_the_pointer_goes_through_what_it_holds(qtbot, row) -> None:
    middle = row.rect().center()
    assert row.window().childAt(row.mapTo(row.window(), middle)) is row
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=middle)


def test_a_dot_shows_its_colour(theme, stage) -> None:
    colour = theme.strand("okra").line
    assert colour.name() in colours_in(stage(Dot(theme, colour)).grab())
