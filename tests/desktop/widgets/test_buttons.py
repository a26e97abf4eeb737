# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: sizes, names, links and the busy state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.link import link
from tests.desktop.looks import colours_in, look


@pytest.mark.parametrize(("size", "height"), [("s", 32), ("m", 40), ("l", 48)])
def test_sizes_are_those_of_the_design(qtbot, theme, size, height):
    button = Button(theme, "Tulosta", size=size, icon="printer")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


@pytest.mark.parametrize("scale", [1.15, 1.3, 1.5])
def test_buttons_grow_with_the_text(qtbot, qapp, scale):
    larger = look(qapp, scale=scale)
    button = Button(larger, "Tulosta", icon="printer")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == larger.height("control")


@pytest.mark.parametrize(
    ("kind", "role"), [("primary", "pri"), ("secondary", "surface"), ("danger", "badF")]
)
def test_kinds_have_their_colours(qtbot, theme, kind, role):
    button = Button(theme, "Poista", kind)
    qtbot.addWidget(button)
    assert theme.color(role).name() in colours_in(button.grab())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(qtbot, theme, key):
    button = Button(theme, "Tulosta")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_disabled_button_is_not_the_loud_one(qtbot, theme):
    button = Button(theme, "Jatka", "primary", icon="arrow-right")
    qtbot.addWidget(button)
    button.setEnabled(False)
    assert theme.color("pri").name() not in colours_in(button.grab())


def test_an_icon_button_is_square_and_has_a_name(qtbot, theme):
    button = icon_button(theme, "chevron-left", "Edellinen")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == button.sizeHint().height() == 40
    assert (button.accessibleName(), button.toolTip()) == ("Edellinen", "Edellinen")


def test_a_busy_button_keeps_its_label_and_answers_nobody(qtbot, theme):
    button = Button(theme, "Tallenna", "primary")
    qtbot.addWidget(button)
    presses = []
    button.clicked.connect(lambda: presses.append(1))
    button.set_busy(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert (presses, button.text(), button.is_busy()) == ([], "Tallenna", True)
    assert not button.icon().isNull()
    button.set_busy(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses == [1]
    assert button.icon().isNull()


def test_tab_leaves_a_busy_button(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button, after = Button(theme, "Tallenna"), QLineEdit()
    column.addWidget(button)
    column.addWidget(after)
    with qtbot.waitExposed(window):
        window.show()
    button.setFocus()
    button.set_busy(True)
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_the_spinner_turns_only_where_things_may_move(qtbot, qapp):
    button = Button(Theme(dark=False, motion=True), "Tallenna", icon="save")
    qtbot.addWidget(button)
    button.set_busy(True)
    first = button.icon().cacheKey()
    qtbot.waitUntil(lambda: button.icon().cacheKey() != first, timeout=2000)
    still = Button(Theme(dark=False), "Tallenna", icon="save")
    qtbot.addWidget(still)
    still.set_busy(True)
    assert not still._timer.isActive()


def test_the_icon_can_change(qtbot, theme):
    button = Button(theme, "Näytä", icon="eye")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    button.set_icon("eye-off")
    assert button.icon().cacheKey() != before
    button.set_icon(None)
    assert button.icon().isNull()


def test_a_link_is_as_wide_as_its_text_and_high_enough_to_hit(qtbot, theme):
    line = link(theme, "Näytä kaikki")
    qtbot.addWidget(line)
    assert line.sizeHint().height() >= theme.height("target")
    text = line.fontMetrics().horizontalAdvance(line.text())
    assert text < line.sizeHint().width() < text + 40


def test_the_chevron_follows_the_text(qtbot, theme):
    line = link(theme, "Kirjaa nyt")
    qtbot.addWidget(line)
    image = line.grab().toImage()
    inked = [
        x for x in range(image.width()) for y in range(image.height())
        if image.pixelColor(x, y).name() == theme.color("pri").name()
    ]  # fmt: skip
    assert max(inked) > line.fontMetrics().horizontalAdvance(line.text()) + 4
