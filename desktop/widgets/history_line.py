# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of text whose Ctrl+Z belongs to the page: one history for texts and everything else."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

# Ways of getting the focus after which the cursor is where it should be already.
_KEEPING = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class HistoryLine(QLineEdit):
    """Emits `undo_asked` and `redo_asked` in place of taking back its own letters.

    `show_text` changes the text unless it is the same already, so that the cursor stays.
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setMaxLength(1000)
        self.setCursorPosition(0)

    def show_text(self, text: str) -> None:
        """Put a text in its place; the cursor keeps its own while somebody is writing here."""
        if text == self.text():
            return
        at = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Z before the window's own command of that name does."""
        claims = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if claims and (event.matches(_UNDO) or event.matches(_REDO)):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_UNDO):
            self.undo_asked.emit()
        elif event.matches(_REDO):
            self.redo_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the end of the text: typing goes on and replaces nothing."""
        super().focusInEvent(event)
        if event.reason() not in _KEEPING and not self.isReadOnly():
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isReadOnly():
            self.setCursorPosition(0)
