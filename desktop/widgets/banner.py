# SPDX-License-Identifier: GPL-3.0-or-later
"""Banners: an error or warning in the place it concerns, with the way out."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.label import text_label

_ICONS = {"ok": "circle-check", "info": "info", "warn": "triangle-alert", "bad": "circle-alert"}


class Banner(QFrame):
    """A sentence on a tint (ok, info, warn or bad); `acted` is emitted when its button is pressed."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: str,
        text: str,
        action: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edge = theme.color(f"{tone}F")
        self._fill = theme.color(f"{tone}B")
        self._radius = theme.radius("box")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(12))
        icon = QLabel()
        icon.setPixmap(theme.pixmap(_ICONS[tone], 20, f"{tone}F"))
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._label = text_label(text, "body", tone, wrap=True)
        row.addWidget(self._label, 1)
        self.button: Button | None = None
        if action is not None:
            self.button = Button(theme, action, "secondary", size="s")
            self.button.setMinimumHeight(theme.height("target"))
            self.button.clicked.connect(self.acted)
            row.addWidget(self.button)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The sentence on show."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._edge, 1))
        painter.setBrush(self._fill)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, self._radius, self._radius)
