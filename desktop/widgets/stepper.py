# SPDX-License-Identifier: GPL-3.0-or-later
"""The stepper: minus, a number, plus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from desktop.theme import Theme

_PAGE = 5


class Stepper(QSpinBox):
    """A number between two limits: Up and Down by one, PageUp and PageDown by five, or typed.

    A QSpinBox, so that screen readers know its value and limits. `valueChanged` follows the arrows
    at once and typing when it ends (Enter or leaving).
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        minimum: int = 0,
        maximum: int = 999,
        value: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        digits = self.fontMetrics().horizontalAdvance(self.textFromValue(self.maximum()))
        buttons = 2 * self._theme.height("target") + self._theme.px(16)
        return QSize(max(self._theme.px(116), buttons + digits), self._theme.height("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: _PAGE, Qt.Key.Key_PageDown: -_PAGE}
        if event.key() in steps:
            self.stepBy(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over an idle stepper scrolls the page; it must never change a count unseen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
