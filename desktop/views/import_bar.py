# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar at the foot of an import: what would be brought in, what would not, and the verb."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.label import ElidedLabel
from desktop.words import Words


class ImportBar(QWidget):
    """Never scrolls away."""

    import_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", True)
        self.setFixedHeight(theme.height("bottom_bar"))
        self.totals = ElidedLabel("", "heading")
        self.rest = ElidedLabel("", "small", "ink2")
        self.bring = Button(theme, words._("Import"), "primary", icon="check")
        self.bring.clicked.connect(self.import_asked)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(self.totals)
        told.addWidget(self.rest)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 1, theme.px(24), 0)
        row.setSpacing(theme.px(16))
        row.addLayout(told, 1)
        row.addWidget(self.bring)

    def show_told(self, totals: str, rest: str) -> None:
        """The amounts, and below them what is not brought in."""
        self.totals.setText(totals)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
