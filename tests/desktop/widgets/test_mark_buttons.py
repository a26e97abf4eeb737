# SPDX-License-Identifier: GPL-3.0-or-later
"""The control on its own obeys letters, arrows, Delete and the mouse, and tells only what a person did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.vocabulary import mark_name
from desktop.widgets.mark_buttons import MarkButtons
from desktop.widgets.marks import MARKS


@pytest.fixture
def control(qtbot, theme, words):
    control = MarkButtons(theme, [mark_name(words, mark) for mark in MARKS])
    qtbot.addWidget(control)
    with qtbot.waitExposed(control):
        control.show()
    control.setFocus()
    return control


@pytest.fixture
def told(control):
    told = []
    control.mark_chosen.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("key", "mark"), [("P", "present"), ("M", "late"), ("I", "notified"), ("X", "absent")]
)
def test_letters_choose(qtbot, control, told, key, mark):
    qtbot.keyClicks(control.segment("present"), key.lower())
    assert control.mark == mark
    assert told == [mark]
    assert control.segment(mark).isChecked()


def test_delete_clears(qtbot, control, told):
    control.show_mark("late")
    qtbot.keyClick(control.segment("late"), Qt.Key.Key_Delete)
    assert control.mark is None
    assert told == [None]
    assert not any(control.segment(mark).isChecked() for mark in MARKS)


def test_the_right_arrow_moves_the_choice(qtbot, control, told):
    control.show_mark("present")
    control.setFocus()
    qtbot.keyClick(control.segment("present"), Qt.Key.Key_Right)
    assert told == ["late"]
    assert control.segment("late").hasFocus()


def test_a_click_chooses_and_a_second_one_changes_nothing(qtbot, control, told):
    for _ in range(2):
        qtbot.mouseClick(control.segment("absent"), Qt.MouseButton.LeftButton)
    assert told == ["absent"]


def test_showing_a_mark_tells_nobody(control, told):
    control.show_mark("absent")
    assert control.mark == "absent"
    assert told == []


def test_a_closed_control_does_not_change(qtbot, control, told):
    control.setEnabled(False)
    qtbot.mouseClick(control.segment("absent"), Qt.MouseButton.LeftButton)
    assert told == []


def test_a_screen_reader_meets_radio_buttons(control):
    control.show_mark("notified")
    face = QAccessible.queryAccessibleInterface(control.segment("notified"))
    assert face.role() == QAccessible.Role.RadioButton
    assert face.text(QAccessible.Text.Name) == "Poissa, ilmoitettu"
    assert face.state().checked
