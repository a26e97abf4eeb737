# SPDX-License-Identifier: GPL-3.0-or-later
"""A dot or square in a group's colour, beside its name: the colour is never the only sign."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, smooth

_ROUND, _SQUARE, _CORNER = 10, 12, 3


class StrandDot(QWidget):
    """Round by default."""

    def __init__(
        self, theme: Theme, strand: str, *, square: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._strand, self._is_square = theme, strand, square
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = self._theme.px(_SQUARE if self._is_square else _ROUND)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._theme.px(_CORNER) if self._is_square else self.height() / 2
        colour = self._theme.strand(self._strand).line
        with QPainter(self) as painter, smooth(painter):
            paint_box(painter, QRectF(self.rect()), radius, fill=colour)
