# SPDX-License-Identifier: GPL-3.0-or-later
"""The toggle: keys, target, colours, and what a screen reader learns."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from desktop.theme import Theme
from desktop.widgets.toggle import Toggle
from tests.desktop.looks import colours_in


@pytest.fixture
def toggle(qtbot, theme):
    toggle = Toggle(theme, "Työskenneltiin tänään")
    qtbot.addWidget(toggle)
    return toggle


def test_space_switches(qtbot, toggle):
    with qtbot.waitSignal(toggle.toggled) as told:
        qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert told.args == [True]


def test_the_whole_target_can_be_pressed(qtbot, toggle, theme):
    assert toggle.sizeHint().height() == theme.height("target")
    toggle.resize(toggle.sizeHint())
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert toggle.isChecked()


def test_on_and_off_differ_in_colour_and_shape(toggle, theme):
    off = colours_in(toggle.grab())
    toggle.setChecked(True)
    on = colours_in(toggle.grab())
    assert theme.color("pri").name() in on
    assert theme.color("pri").name() not in off
    knob = toggle.focus_rect()
    left, right = (
        QPoint(knob.left() + 12, knob.center().y()),
        QPoint(knob.right() - 5, knob.center().y()),
    )
    picture = toggle.grab().toImage()
    assert picture.pixelColor(left) == theme.color("pri")
    assert picture.pixelColor(right) == theme.color("onpri")


def test_a_disabled_toggle_does_not_answer(qtbot, toggle, theme):
    toggle.setChecked(True)
    toggle.setEnabled(False)
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert toggle.isChecked()
    assert theme.color("pri").name() not in colours_in(toggle.grab())


def test_a_screen_reader_hears_a_named_check_box(toggle):
    heard = QAccessible.queryAccessibleInterface(toggle)
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "Työskenneltiin tänään"
    assert not heard.state().checked
    toggle.setChecked(True)
    assert QAccessible.queryAccessibleInterface(toggle).state().checked


def test_the_knob_slides_where_things_may_move(qtbot, qapp):
    toggle = Toggle(Theme(dark=False, motion=True), "Päällä")
    qtbot.addWidget(toggle)
    with qtbot.waitExposed(toggle):
        toggle.show()
    with qtbot.waitSignal(toggle._travel.finished, timeout=2000):
        toggle.setChecked(True)
    assert toggle._at == 100
