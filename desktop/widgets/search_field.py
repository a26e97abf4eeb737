# SPDX-License-Identifier: GPL-3.0-or-later
"""A line to search in, with the lens in front of the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import Theme

_ICON, _LEFT = 18, 13


class SearchField(QLineEdit):
    """Looks like the search of the top bar. (An action's icon in a QLineEdit stands too low: Qt
    does not mind the style sheet's height there.)"""

    def __init__(self, theme: Theme, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = theme.pixmap("search", _ICON, "ink2")
        self._left = theme.px(_LEFT)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setTextMargins(theme.px(_ICON + 8), 0, 0, 0)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tall = self._lens.height() / self._lens.devicePixelRatio()
        with QPainter(self) as painter:
            painter.drawPixmap(self._left, round((self.height() - tall) / 2), self._lens)
