# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether Caps Lock is on, which Qt does not tell: asked of Windows, elsewhere seen from the letters."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_VK_CAPITAL = 0x14


def state() -> bool | None:
    """What the system says; None where it says nothing."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)
    return None


def after(event: QKeyEvent, before: bool) -> bool:
    """The state after a key: a capital without Shift, or a small letter with it, gives it away."""
    told = state()
    if told is not None:
        return told
    if event.key() == Qt.Key.Key_CapsLock:
        return not before
    letter = event.text()
    if len(letter) != 1 or letter.lower() == letter.upper():
        return before
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != shifted
