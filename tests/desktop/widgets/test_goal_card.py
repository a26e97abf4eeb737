# SPDX-License-Identifier: GPL-3.0-or-later
"""The goal's box: the ladder comes with the toggle, the level is told in the goal's own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.theme import Theme
from desktop.widgets.goal_card import GoalCard
from desktop.words import Words

MEANINGS = {-1: "Yksi käynti viikossa", 0: "Kaksi käyntiä viikossa"}


@pytest.fixture
def card(stage, theme, words):
    card = GoalCard(theme, words, "kuusi")
    card.show_goal("Lähden kotoa", worked=True, last=-1, today=None, meanings=MEANINGS)
    return stage(card)


def _texts(card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_the_meaning_is_last_times_until_today_is_chosen(qtbot, card):
    assert "−1 = Yksi käynti viikossa" in _texts(card)
    with qtbot.waitSignal(card.level_chosen) as told:
        qtbot.mouseClick(card.ladder.bead(0), Qt.MouseButton.LeftButton)
    assert told.args == [0]
    assert "0 = Kaksi käyntiä viikossa" in _texts(card)


def test_a_level_without_words_shows_none(qtbot, card):
    qtbot.mouseClick(card.ladder.bead(2), Qt.MouseButton.LeftButton)
    assert not any("=" in text for text in _texts(card))


def test_the_ladder_goes_with_the_toggle(qtbot, card):
    with qtbot.waitSignal(card.worked_changed) as told:
        qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert not card.ladder.isVisible()


def test_showing_a_goal_tells_nobody(qtbot, card):
    with qtbot.assertNotEmitted(card.worked_changed), qtbot.assertNotEmitted(card.level_chosen):
        card.show_goal("Toinen", worked=False, last=0, today=1, meanings={})
    assert not card.toggle.isChecked()
    assert card.ladder.level == 1


def test_read_only_after_the_session(qtbot, card):
    card.set_read_only(True)
    with qtbot.assertNotEmitted(card.worked_changed), qtbot.assertNotEmitted(card.level_chosen):
        qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(card.ladder.bead(2), Qt.MouseButton.LeftButton)


def test_the_keycap_shows_where_the_key_works(card):
    assert "T" not in _texts(card)
    card.show_key(True)
    assert "T" in _texts(card)


def test_a_screen_reader_hears_whose_goal_it_is(card):
    assert card.toggle.accessibleName() == "Työskenneltiin tänään: Lähden kotoa"
    assert card.ladder.accessibleName() == "Lähden kotoa"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_label_is_cut_in_a_narrow_panel(stage, qapp, language, scale):
    theme = Theme(dark=False, scale=scale)
    theme.apply(qapp)
    card = GoalCard(theme, Words(language), "kuusi")
    card.show_goal("Lähden kotoa kahdesti", worked=True, last=-1, today=0, meanings=MEANINGS)
    card.show_key(True)
    stage(card, theme.px(300))
    for label in card.findChildren(QLabel):
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        assert label.height() >= needed, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
