# SPDX-License-Identifier: GPL-3.0-or-later
"""The icon button of rows: named, pressed by every key, and tall enough for a finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.widgets.glyph_button import GlyphButton
from tests.desktop.looks import colours_in


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_usual_key_presses_it(qtbot, theme, stage, key) -> None:
    button = stage(GlyphButton(theme, "target", "Tavoitteet"))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    assert (button.accessibleName(), button.toolTip()) == ("Tavoitteet", "Tavoitteet")
    assert button.height() >= theme.height("target")


def test_another_icon_shows(theme, stage) -> None:
    button = stage(GlyphButton(theme, "target", "Tavoitteet"))
    button.set_icon("target", "pri", 2.2)
    assert theme.color("pri").name() in colours_in(button.grab())


def test_its_menu_opens_below_it(theme, stage) -> None:
    button = stage(GlyphButton(theme, "ellipsis-vertical", "Lisää"))
    menu = QMenu(button)
    menu.addAction("Poista")
    button.set_menu(menu)
    button.click()
    assert menu.isVisible()
    menu.close()
