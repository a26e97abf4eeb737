# SPDX-License-Identifier: GPL-3.0-or-later
"""The view switch with keys, pointer and code."""

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.segmented import Segmented

CHOICES = [("day", "Päivä"), ("week", "Viikko"), ("month", "Kuukausi")]


@pytest.fixture
def switch(qtbot, theme):
    switch = Segmented(theme, CHOICES, "Näkymä", value="week")
    qtbot.addWidget(switch)
    with qtbot.waitExposed(switch):
        switch.show()
    return switch


def test_right_and_left_choose_and_tell(qtbot, switch):
    switch.button("week").setFocus()
    with qtbot.waitSignal(switch.changed) as told:
        qtbot.keyClick(switch.button("week"), Qt.Key.Key_Right)
    assert told.args == ["month"]
    with qtbot.waitSignal(switch.changed):
        qtbot.keyClick(switch.button("month"), Qt.Key.Key_Left)
    assert switch.value() == "week"


def test_a_click_chooses(qtbot, switch):
    with qtbot.waitSignal(switch.changed) as told:
        qtbot.mouseClick(switch.button("day"), Qt.MouseButton.LeftButton)
    assert told.args == ["day"]


def test_what_is_chosen_already_is_not_told_again(qtbot, switch):
    with qtbot.assertNotEmitted(switch.changed):
        qtbot.mouseClick(switch.button("week"), Qt.MouseButton.LeftButton)


def test_code_chooses_silently(qtbot, switch):
    with qtbot.assertNotEmitted(switch.changed):
        switch.set_value("month")
    assert switch.value() == "month"
    assert switch.button("month").isChecked()
    with pytest.raises(KeyError):
        switch.set_value("year")


def test_exactly_one_segment_is_a_stop_for_tab(switch):
    stops = [
        key for key, _ in CHOICES if switch.button(key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["week"]


@pytest.mark.parametrize(("size", "height"), [("m", 40), ("s", 34)])
def test_heights(qtbot, theme, size, height):
    switch = Segmented(theme, CHOICES, "Näkymä", size=size)
    qtbot.addWidget(switch)
    assert switch.sizeHint().height() == height
    assert switch.accessibleName() == "Näkymä"
