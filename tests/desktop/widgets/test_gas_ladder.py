# SPDX-License-Identifier: GPL-3.0-or-later
"""The ladder steps, jumps, returns and lets go by keyboard and mouse, and reads well aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.theme import Theme
from desktop.widgets.gas_ladder import LEVELS, GasLadder
from desktop.words import Words

K = Qt.Key


@pytest.fixture
def ladder(qtbot, theme, words):
    ladder = GasLadder(theme, words, theme.strand("kuusi").line)
    qtbot.addWidget(ladder)
    ladder.resize(ladder.sizeHint())
    with qtbot.waitExposed(ladder):
        ladder.show()
    return ladder


@pytest.fixture
def told(ladder):
    told = []
    ladder.level_chosen.connect(told.append)
    return told


@pytest.mark.parametrize(
    "keyed",  # last time's level, today's, the key, today's level afterwards
    [
        (-1, None, K.Key_Plus, 0),
        (-1, None, K.Key_Right, 0),
        (-1, None, K.Key_Minus, -2),
        (-1, 0, K.Key_Left, -1),
        (None, None, K.Key_Plus, 0),
        (None, None, K.Key_Minus, 0),
        (1, 0, K.Key_Home, -2),
        (1, 0, K.Key_End, 2),
        (1, -2, K.Key_0, 1),
        (1, -2, K.Key_Delete, None),
        (1, -2, K.Key_Backspace, None),
    ],
)
def test_keys(qtbot, ladder, told, keyed):
    last, today, key, level = keyed
    ladder.show_levels(last, today)
    ladder.setFocus()
    qtbot.keyClick(ladder.focusProxy(), key)
    assert told == [level]
    assert ladder.level == level


@pytest.mark.parametrize(
    "keyed",
    [(0, 2, K.Key_Plus), (0, -2, K.Key_Left), (None, 1, K.Key_0), (0, None, K.Key_Delete)],
)
def test_keys_that_lead_nowhere_say_nothing(qtbot, ladder, told, keyed):
    last, today, key = keyed
    ladder.show_levels(last, today)
    qtbot.keyClick(ladder.focusProxy(), key)
    assert told == []
    assert ladder.level == today


def test_focus_follows_today(qtbot, ladder):
    ladder.show_levels(-1, None)
    ladder.setFocus()
    assert ladder.bead(-1).hasFocus()
    qtbot.keyClick(ladder.bead(-1), K.Key_Plus)
    assert ladder.bead(0).hasFocus()
    stops = [v for v in LEVELS if ladder.bead(v).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [0]


def test_a_click_chooses_and_a_second_takes_it_back(qtbot, ladder, told):
    ladder.show_levels(-1, None)
    for _ in range(2):
        qtbot.mouseClick(ladder.bead(1), Qt.MouseButton.LeftButton)
    assert told == [1, None]
    assert not any(ladder.bead(level).isChecked() for level in LEVELS)


def test_showing_levels_tells_nobody(ladder, told):
    ladder.show_levels(0, 1)
    assert ladder.level == 1
    assert told == []


def test_a_read_only_ladder_does_not_change(qtbot, ladder, told):
    ladder.show_levels(0, 1)
    ladder.set_read_only(True)
    qtbot.mouseClick(ladder.bead(2), Qt.MouseButton.LeftButton)
    assert told == []


def test_a_screen_reader_hears_levels_and_their_meaning(ladder):
    ladder.show_levels(-1, 0, {0: "Kaksi käyntiä viikossa"})
    face = QAccessible.queryAccessibleInterface(ladder.bead(0))
    assert face.role() == QAccessible.Role.RadioButton
    assert face.text(QAccessible.Text.Name) == "0, tänään: Kaksi käyntiä viikossa"
    assert face.state().checked
    assert ladder.bead(-1).accessibleName() == "−1, viimeksi"
    assert ladder.accessibleDescription() == "viimeksi −1, tänään 0"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_captions_neither_meet_nor_leave_the_ladder(qtbot, qapp, language, scale):
    theme = Theme(dark=False, scale=scale)
    theme.apply(qapp)
    ladder = GasLadder(theme, Words(language), theme.strand("meri").line)
    qtbot.addWidget(ladder)
    for width in (ladder.minimumSizeHint().width(), ladder.sizeHint().width()):
        ladder.resize(width, ladder.sizeHint().height())
        for last in LEVELS:
            for today in set(LEVELS) - {last}:
                ladder.show_levels(last, today)
                first, second = ladder.caption_rects().values()
                assert not first.intersects(second)
                assert first.left() >= 0
                assert first.right() <= width
                assert second.right() <= width
