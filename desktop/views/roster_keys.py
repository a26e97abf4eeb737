# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keys of the roster mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from db.rules.words import MarkKind
from desktop.vocabulary import MARK_KEYS

_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Wish(StrEnum):
    """What a person wants of the roster."""

    MARK = "mark"
    MARK_PERSON = "mark_person"
    MINUTES = "minutes"
    STEP = "step"
    TAKE_STEP = "take_step"
    PANEL = "panel"
    ENTRY = "entry"
    GOAL = "goal"
    HEAD_COUNT = "head_count"


@dataclass(frozen=True)
class Wanted:
    """A wish with what it needs: a mark (None takes it away), a number, a digit, or whom."""

    wish: Wish
    mark: MarkKind | None = None
    number: int = 0
    digit: str = ""
    person: int = 0


_BY_KEY = {
    Qt.Key.Key_F2: Wanted(Wish.MINUTES),
    Qt.Key.Key_Delete: Wanted(Wish.MARK),
    Qt.Key.Key_Backspace: Wanted(Wish.MARK),
    Qt.Key.Key_Return: Wanted(Wish.PANEL),
    Qt.Key.Key_Enter: Wanted(Wish.PANEL),
    Qt.Key.Key_Left: Wanted(Wish.STEP, number=-1),
    Qt.Key.Key_Right: Wanted(Wish.STEP, number=1),
    Qt.Key.Key_Space: Wanted(Wish.TAKE_STEP),
}

_BY_TEXT = {
    **{key: Wanted(Wish.MARK, mark) for key, mark in MARK_KEYS.items()},
    **{digit: Wanted(Wish.MINUTES, digit=digit) for digit in "0123456789"},
    "N": Wanted(Wish.ENTRY),
    "T": Wanted(Wish.GOAL),
    "+": Wanted(Wish.HEAD_COUNT, number=1),
    "-": Wanted(Wish.HEAD_COUNT, number=-1),
}


def wanted(event: QKeyEvent, letters: Mapping[int, str]) -> Wanted | None:
    """What the key means here; `letters` are the people's own, pressed together with Alt."""
    held = event.modifiers() & ~_KEYPAD
    if held in (_ALT, _ALT | _SHIFT):
        person = person_of_letter(event, letters)
        mark = MarkKind.ABSENT if held == _ALT else MarkKind.NOTIFIED
        return None if person is None else Wanted(Wish.MARK_PERSON, mark, person=person)
    if held not in (_NONE, _SHIFT):
        return None
    return _BY_KEY.get(Qt.Key(event.key())) or _BY_TEXT.get(event.text().upper())


def person_of_letter(event: QKeyEvent, letters: Mapping[int, str]) -> int | None:
    """Whose letter is pressed together with Alt, if anybody's."""
    if not event.modifiers() & _ALT or not 0x20 < event.key() < 0x250:
        return None
    return next((p for p, letter in letters.items() if letter == chr(event.key())), None)
