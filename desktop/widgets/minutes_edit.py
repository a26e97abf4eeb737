# SPDX-License-Identifier: GPL-3.0-or-later
"""The field that opens over a number of minutes in a row."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import Theme

_LONGEST = 24 * 60


class MinutesEdit(QLineEdit):
    """Enter, Tab and leaving keep the number, Esc does not; a number longer than a day does not pass.
    `left` asks to have the keyboard back."""

    told = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self.setAccessibleName(name)
        self.setProperty("inline", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(0, _LONGEST, self))
        self.setFont(theme.font("body"))
        self.hide()

    def begin(self, box: QRect, minutes: int, first_digit: str = "") -> None:
        """Open in `box` over `minutes`; a digit already pressed takes the number's place."""
        self._before = str(minutes)
        self.setGeometry(box)
        self.setText(first_digit or self._before)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not first_digit:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if not self.hasAcceptableInput():
                self.selectAll()
                return
            self._keep()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible():
            self._keep()

    def _keep(self) -> None:
        self.hide()
        if self.hasAcceptableInput() and self.text() != self._before:
            self.told.emit(int(self.text()))
