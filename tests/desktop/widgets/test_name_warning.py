# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip names the person and offers a way out; the mark under the name never enters the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from desktop.theme import Theme
from desktop.widgets.name_warning import NameWarning, underline_spans
from desktop.words import Words


@pytest.fixture
def strip(stage, theme, words):
    strip = NameWarning(theme, words)
    strip.show_match("Petteri V.", "ryhmäläisen")
    return stage(strip)


def test_it_names_the_person_and_the_word(strip):
    assert strip.sentence() == "Mainitsee toisen osallistujan: Petteri V."
    assert strip.accessibleName() == strip.sentence()
    assert strip.replace_button.text() == "&Vaihda: ”ryhmäläisen”"


def test_buttons_tell_what_was_chosen(qtbot, strip):
    with qtbot.waitSignal(strip.replace_chosen):
        qtbot.mouseClick(strip.replace_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.ignore_chosen):
        qtbot.mouseClick(strip.ignore_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("key", "signal"), [("V", "replace_chosen"), ("O", "ignore_chosen")])
def test_alt_and_a_letter(qtbot, strip, key, signal):
    strip.replace_button.setFocus()
    with qtbot.waitSignal(getattr(strip, signal)):
        qtbot.keyClick(strip, key.lower(), Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_button_has_a_letter_of_its_own(qtbot, theme, language):
    strip = NameWarning(theme, Words(language))
    qtbot.addWidget(strip)
    strip.show_match("Petteri V.", "x")
    letters = [
        b.text()[b.text().index("&") + 1] for b in (strip.replace_button, strip.ignore_button)
    ]
    assert len(set(letters)) == 2


def test_an_ampersand_in_the_word_is_no_shortcut(strip):
    strip.show_match("Petteri V.", "A & B")
    assert strip.replace_button.text() == "&Vaihda: ”A && B”"


def _selected(edit: QPlainTextEdit) -> list[str]:
    return [selection.cursor.selectedText() for selection in edit.extraSelections()]


def test_names_are_underlined_and_the_text_stays_plain(qtbot, theme: Theme):
    edit = QPlainTextEdit("Harjoitteli 😀 puhelua Petterin kanssa.")
    qtbot.addWidget(edit)
    start = edit.toPlainText().index("Petterin")
    underline_spans(edit, theme, [(start, start + 8)])
    assert _selected(edit) == ["Petterin"]
    selection = edit.extraSelections()[0]
    assert selection.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert not edit.document().isModified()
    underline_spans(edit, theme, [])
    assert _selected(edit) == []
