# SPDX-License-Identifier: GPL-3.0-or-later
"""The card above the password: who is coming back, or which office is opened."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.avatar import Avatar
from desktop.widgets.label import ElidedLabel
from desktop.widgets.painting import paint_box, smooth

_HEIGHT = 64


@dataclass(frozen=True)
class Who:
    """What the card says. Without initials it is an office, with a house in place of the circle."""

    name: str
    detail: str
    initials: str = ""


class WhoCard(QFrame):
    """A chosen card: soft fill, strong edge, a tick."""

    def __init__(self, theme: Theme, who: Who, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMinimumHeight(theme.px(_HEIGHT))
        self.setAccessibleName(f"{who.name}, {who.detail}")
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10), px(16), px(10))
        row.setSpacing(px(12))
        row.addWidget(
            Avatar(theme, who.initials, 40, strong=True) if who.initials else House(theme)
        )
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(ElidedLabel(who.name, "body", "ink", weight=600))
        lines.addWidget(ElidedLabel(who.detail, "small", "ink2"))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        tick = QLabel()
        tick.setPixmap(theme.pixmap("circle-check", 22, "onsoft"))
        row.addWidget(tick)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter, smooth(painter):
            paint_box(
                painter, QRectF(self.rect()), theme.radius("box"),
                fill=theme.color("sel"), edge=theme.color("pri"), width=2,
            )  # fmt: skip


class House(QWidget):
    """An office in place of a person's initials."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(theme.px(40), theme.px(40)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter, smooth(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("pri"))
            painter.drawEllipse(self.rect())
            inset = theme.px(10)
            painter.drawPixmap(inset, inset, theme.pixmap("building-2", 20, "onpri"))
