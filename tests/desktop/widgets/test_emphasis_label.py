# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence wraps instead of being cut, and stays plain text."""

import pytest

from desktop.widgets.emphasis_label import EmphasisLabel, utf16_length


@pytest.fixture
def label(qtbot, theme):
    label = EmphasisLabel(theme)
    qtbot.addWidget(label)
    label.show_text("Mainitsee toisen osallistujan: {name}", "Petteri V.")
    return label


def test_it_reads_as_one_sentence(label):
    assert label.text() == "Mainitsee toisen osallistujan: Petteri V."
    assert label.accessibleName() == label.text()


def test_a_narrow_label_is_higher(label, theme):
    line = theme.line("small")
    assert label.heightForWidth(2000) == line
    assert label.heightForWidth(150) >= 2 * line


def test_markup_in_a_name_is_shown_as_it_is(label):
    label.show_text("Mainitsee: {name}", "<b>Petteri</b> & {name}")
    assert label.text() == "Mainitsee: <b>Petteri</b> & {name}"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("Máret", 5), ("a😀b", 4)])
def test_length_as_qt_counts(text, length):
    assert utf16_length(text) == length
