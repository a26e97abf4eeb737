# SPDX-License-Identifier: GPL-3.0-or-later
"""What each key of the roster means, and which mean nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from db.rules.words import MarkKind
from desktop.views.roster_keys import Wanted, Wish, wanted

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, ALT, SHIFT, CTRL = Held.NoModifier, Held.AltModifier, Held.ShiftModifier, Held.ControlModifier
P, L, N, A = MarkKind
LETTERS = {7: "T", 8: "Ä"}


def meant(key, text="", held=NONE) -> Wanted | None:
    return wanted(QKeyEvent(QEvent.Type.KeyPress, key, held, text), LETTERS)


@pytest.mark.parametrize(
    ("key", "text", "held", "wish"),
    [
        (Key.Key_P, "p", NONE, Wanted(Wish.MARK, P)),
        (Key.Key_M, "M", SHIFT, Wanted(Wish.MARK, L)),
        (Key.Key_I, "i", NONE, Wanted(Wish.MARK, N)),
        (Key.Key_X, "x", NONE, Wanted(Wish.MARK, A)),
        (Key.Key_Delete, "", NONE, Wanted(Wish.MARK)),
        (Key.Key_5, "5", Held.KeypadModifier, Wanted(Wish.MINUTES, digit="5")),
        (Key.Key_F2, "", NONE, Wanted(Wish.MINUTES)),
        (Key.Key_Return, "\r", NONE, Wanted(Wish.PANEL)),
        (Key.Key_N, "n", NONE, Wanted(Wish.ENTRY)),
        (Key.Key_T, "t", NONE, Wanted(Wish.GOAL)),
        (Key.Key_Plus, "+", NONE, Wanted(Wish.HEAD_COUNT, number=1)),
        (Key.Key_Minus, "-", NONE, Wanted(Wish.HEAD_COUNT, number=-1)),
        (Key.Key_Left, "", NONE, Wanted(Wish.STEP, number=-1)),
        (Key.Key_T, "t", ALT, Wanted(Wish.MARK_PERSON, A, person=7)),
        (Key.Key_T, "T", ALT | SHIFT, Wanted(Wish.MARK_PERSON, N, person=7)),
        (Key.Key_Adiaeresis, "ä", ALT, Wanted(Wish.MARK_PERSON, A, person=8)),
    ],
)
def test_keys_with_a_meaning(key, text, held, wish) -> None:
    assert meant(key, text, held) == wish


@pytest.mark.parametrize(
    ("key", "text", "held"),
    [
        (Key.Key_P, "p", CTRL),
        (Key.Key_P, "p", ALT),
        (Key.Key_Return, "\r", CTRL),
        (Key.Key_Down, "", ALT),
        (Key.Key_T, "t", ALT | CTRL),
        (Key.Key_O, "o", NONE),
        (Key.Key_Up, "", NONE),
    ],
)
def test_keys_without_one(key, text, held) -> None:
    """Ctrl belongs to commands; a capital typed by habit marks nobody else."""
    assert meant(key, text, held) is None
