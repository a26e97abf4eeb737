# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the roster: shared widths, the field over the minutes, the chip that can be pressed."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.roster import EARLIER, ENTRY, MARK, NAME
from desktop.widgets.chip_button import ChipButton
from desktop.widgets.minutes_edit import MinutesEdit
from desktop.widgets.roster_header import ENTRY_NAMED_FROM, shared_widths
from tests.desktop.looks import look

CONTROL = 452


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("room", [700, 832, 1142, 1800])
def test_columns_fill_the_room_and_the_control_keeps_its_width(qapp, room, scale) -> None:
    widths = shared_widths(look(qapp, scale=scale), round(room * scale), CONTROL)
    assert sum(widths.values()) == round(room * scale)
    assert widths[MARK] == CONTROL
    assert widths[NAME] >= 80


def test_the_strip_gives_way_before_the_names(qapp) -> None:
    theme = look(qapp)
    full, tight, bare = (shared_widths(theme, room, CONTROL) for room in (832, 820, 740))
    assert (full[NAME], tight[NAME]) == (164, 164)
    assert full[EARLIER] > tight[EARLIER] > 0
    assert bare[EARLIER] == 0


def test_the_last_column_has_a_name_where_there_is_room(qapp) -> None:
    theme = look(qapp)
    assert shared_widths(theme, ENTRY_NAMED_FROM, CONTROL)[ENTRY] == 72
    assert shared_widths(theme, ENTRY_NAMED_FROM - 1, CONTROL)[ENTRY] == 44


@pytest.fixture
def holder(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    return made


@pytest.fixture
def field(qapp, holder) -> MinutesEdit:
    made = MinutesEdit(look(qapp), "Minuutit", holder)
    made.heard = []
    made.told.connect(made.heard.append)
    made.left.connect(lambda: made.heard.append("left"))
    return made


@pytest.mark.parametrize(
    ("first", "keys", "heard"),
    [
        ("", "90\r", [90, "left"]),
        ("9", "0\r", [90, "left"]),
        ("", "\r", ["left"]),
        ("", "120\r", ["left"]),
        ("", "9999\r60\r", [60, "left"]),
        ("", "x5\r", [5, "left"]),
        ("", "90\x1b", ["left"]),
    ],
)
def test_enter_keeps_the_minutes_and_escape_does_not(qtbot, field, first, keys, heard) -> None:
    field.begin(QRect(0, 0, 44, 32), 120, first)
    special = {"\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape}
    for key in keys:
        qtbot.keyClick(field, special.get(key, key))
    assert field.heard == heard
    assert not field.isVisible()


def test_leaving_the_field_keeps_the_minutes_and_does_not_ask_the_keyboard_back(
    qtbot, field
) -> None:
    with qtbot.waitActive(field.window()):
        field.window().activateWindow()
    other = QWidget(field.window(), focusPolicy=Qt.FocusPolicy.StrongFocus)
    other.show()
    field.begin(QRect(0, 0, 44, 32), 120)
    qtbot.keyClicks(field, "60")
    other.setFocus()
    assert field.heard == [60]


def test_a_chip_that_can_be_pressed_is_as_high_as_a_target(qapp, qtbot) -> None:
    theme = look(qapp)
    chip = ChipButton(theme, "warn", "circle-dashed")
    chip.setText("2 kirjaamatta")
    holder = QWidget()
    QVBoxLayout(holder).addWidget(chip)
    qtbot.addWidget(holder)
    holder.show()
    assert chip.height() == 36
    assert chip.focus_rect().height() == 26
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
