# SPDX-License-Identifier: GPL-3.0-or-later
"""Grey bars in the final layout, for reading that takes longer than a blink."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme

_ROW, _BAR, _BOX, _PAD = 40, 14, 22, 16


class Skeleton(QWidget):
    """Rows of bars, each as long as its share (0 to 1) of the left part, with a box at the right.

    Nothing is drawn for the first `delay` milliseconds (the tokens' 300), so that quick answers do
    not flicker. `name` is what a screen reader says, for example "Loading".
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        rows: Sequence[float] = (0.7, 0.8, 0.9),
        *,
        delay: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self.is_drawn = False
        self.setAccessibleName(name)
        wait = theme.delay("skeleton") if delay is None else delay
        QTimer.singleShot(wait, self, self._appear)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(_ROW * len(self._rows) + 2 * _PAD - 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.is_drawn:
            return
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - 2 * px(_PAD)) * 0.6
        box = QRectF(0, 0, (self.width() - 2 * px(_PAD)) * 0.3, px(_BOX))
        for row, share in enumerate(self._rows):
            middle = px(_PAD) + px(_ROW) * row + px(_BOX) / 2
            painter.setBrush(self._theme.color("neuB"))
            bar = QRectF(px(_PAD), middle - px(_BAR) / 2, left * share, px(_BAR))
            painter.drawRoundedRect(bar, px(_BAR) / 2, px(_BAR) / 2)
            painter.setBrush(self._theme.color("sunken"))
            box.moveTo(self.width() - px(_PAD) - box.width(), middle - px(_BOX) / 2)
            painter.drawRoundedRect(box, px(6), px(6))

    def _appear(self) -> None:
        self.is_drawn = True
        self.update()
