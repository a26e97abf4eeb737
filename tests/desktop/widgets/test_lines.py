# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines edited in place: they read as labels, and leave undoing to the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from desktop.widgets.history_keys import HistoryKeys
from desktop.widgets.history_line import HistoryLine
from desktop.widgets.inline_line import InlineLine

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("make", [lambda: HistoryLine("Teema", "Arki"), QSpinBox])
def test_undo_and_redo_are_asked_of_the_page(qtbot, stage, make) -> None:
    field = stage(make())
    keys = field.history if isinstance(field, HistoryLine) else HistoryKeys(field)
    before = field.text()
    asked: list[str] = []
    keys.undo_asked.connect(lambda: asked.append("undo"))
    keys.redo_asked.connect(lambda: asked.append("redo"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_1)
    typed = field.text()
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert asked == ["undo", "redo"]
    assert field.text() == typed != before


def test_another_text_leaves_the_cursor_of_somebody_writing(stage) -> None:
    line = stage(HistoryLine("Teema", "Arki"))
    line.clearFocus()
    line.setFocus()
    assert line.cursorPosition() == 4
    line.setCursorPosition(2)
    line.show_text("Arjessa")
    assert line.cursorPosition() == 2
    line.clearFocus()
    assert line.cursorPosition() == 0


def test_a_long_text_is_cut_until_it_is_written_in(theme, stage) -> None:
    line = stage(InlineLine(theme, "Kohta", "Puhelun harjoittelu pareittain ja yksin"), width=120)
    line.clearFocus()
    line.grab()
    assert line.toolTip() == line.text()
    line.setFocus()
    line.grab()
    assert line.toolTip() == ""


def test_a_text_that_fits_has_no_tooltip(theme, stage) -> None:
    line = stage(InlineLine(theme, "Kohta", "Kahvi"), width=200)
    line.clearFocus()
    line.grab()
    assert line.toolTip() == ""


def test_bold_is_wider(theme, stage) -> None:
    line = stage(InlineLine(theme, "Kohta", "Kahvi"), width=200)
    plain = line.fontMetrics().horizontalAdvance("Kahvitauko")
    line.set_weight(600)
    assert line.fontMetrics().horizontalAdvance("Kahvitauko") > plain
