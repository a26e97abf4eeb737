# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of text whose Ctrl+Z belongs to the page: one history for texts and everything else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.history_keys import HistoryKeys

LONGEST = 1000

# Ways of getting the focus after which the cursor is where it should be already.
_KEEPING = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class HistoryLine(QLineEdit):
    """`history` tells that somebody asked to take back or to do again.

    `show_text` changes the text unless it is the same already, so that the cursor stays.
    """

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.history = HistoryKeys(self)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setCursorPosition(0)

    def show_text(self, text: str) -> None:
        """Put a text in its place; the cursor keeps its own while somebody is writing here."""
        if text == self.text():
            return
        at, was_at_end = self.cursorPosition(), self.cursorPosition() == len(self.text())
        self.setText(text)
        kept = len(text) if was_at_end else min(at, len(text))
        self.setCursorPosition(kept if self.hasFocus() else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the end of the text: typing goes on and replaces nothing."""
        super().focusInEvent(event)
        if event.reason() not in _KEEPING and not self.isReadOnly():
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isReadOnly():
            self.setCursorPosition(0)
