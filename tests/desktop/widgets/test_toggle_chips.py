# SPDX-License-Identifier: GPL-3.0-or-later
"""Pills of which any number may be on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.widgets.field import Field
from desktop.widgets.toggle_chips import ToggleChips
from tests.desktop.looks import colours_in

DAYS = [(0, "ma", "maanantai"), (1, "ti", "tiistai"), (2, "ke", "keskiviikko")]


@pytest.fixture
def chips(theme, stage) -> ToggleChips:
    return stage(ToggleChips(theme, DAYS, "Viikonpäivät"), 300)


def test_a_press_turns_one_and_tells(qtbot, chips) -> None:
    with qtbot.waitSignal(chips.changed):
        qtbot.mouseClick(chips.chip(1), Qt.MouseButton.LeftButton)
    assert chips.value() == [1]
    chips.set_value([0, 2])
    assert chips.value() == [0, 2]


def test_arrows_move_and_space_turns(qtbot, chips) -> None:
    chips.setFocus()
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Space,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Space,
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert chips.value() == [1, 2]
    assert QApplication.focusWidget().accessibleName() == "keskiviikko"


def test_being_on_is_seen_without_colour(theme, chips) -> None:
    before = chips.chip(0).grab().toImage()
    chips.set_value([0])
    assert chips.chip(0).grab().toImage() != before
    assert theme.color("onpri").name() in colours_in(chips.chip(0).grab())


def test_a_field_marks_them(theme, stage) -> None:
    chips = ToggleChips(theme, DAYS, "Viikonpäivät")
    field = stage(Field(theme, "Viikonpäivät", chips), 300)
    bad = theme.color("badF").name()
    assert bad not in colours_in(chips.grab())
    field.set_error("Viikonpäivää ei ole valittu.")
    assert bad in colours_in(chips.grab())
