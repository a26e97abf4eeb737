# SPDX-License-Identifier: GPL-3.0-or-later
"""A chip that can be pressed: it takes one to what it counts."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import mix, paint_box, paint_text, smooth, text_width

_SIDE, _GAP, _ICON = 11, 6, 16


class ChipButton(QAbstractButton):
    """Looks like a chip of a tone; its target is as high as a target has to be."""

    def __init__(self, theme: Theme, tone: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone, self._icon = theme, tone, icon
        self.setProperty("focusRadius", 13)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focus_rect(self) -> QRect:
        """The chip itself, smaller than its target."""
        chip = QRect(0, 0, self.width(), self._theme.height("chip"))
        chip.moveCenter(self.rect().center())
        return chip

    def sizeHint(self) -> QSize:
        text = text_width(self._theme.font("caption", 600), self.text())
        around = self._theme.px(2 * _SIDE + _ICON + _GAP)
        return QSize(round(text) + around + 1, self._theme.height("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, color = self._theme.px, self._theme.color
        ink, fill = color(f"{self._tone}F"), color(f"{self._tone}B")
        chip = QRectF(self.focus_rect())
        with QPainter(self) as painter, smooth(painter):
            ground = mix(fill, ink, 0.12) if self.underMouse() or self.isDown() else fill
            paint_box(painter, chip, chip.height() / 2, fill=ground)
            icon = self._theme.tinted(self._icon, _ICON, ink)
            top = (self.height() - px(_ICON)) // 2
            painter.drawPixmap(px(_SIDE), top, icon)
            text = chip.adjusted(px(_SIDE + _ICON + _GAP), 0, -px(_SIDE) + 1, 0)
            font = self._theme.font("caption", 600)
            paint_text(painter, text, self.text(), font, ink)
