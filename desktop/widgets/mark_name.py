# SPDX-License-Identifier: GPL-3.0-or-later
"""A mark beside its name: one part of a legend."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.marks import paint_mark
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

_MARK, _GAP = 16, 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MarkName(QWidget):
    """One mark and its name; with `faint`, its opacity, or `boxed` as it is where it is explained."""

    def __init__(
        self,
        theme: Theme,
        mark: str,
        text: str,
        *,
        faint: float = 1,
        boxed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._mark, self._text = theme, mark, text
        self._faint, self._boxed = faint, boxed
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self._theme.px(_MARK + _GAP) + text_width(self._theme.font("caption"), self._text)
        return QSize(round(width) + 2, self._theme.line("caption"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, size = self._theme, self._theme.px(_MARK)
        with QPainter(self) as painter, smooth(painter):
            around = QRectF(0, 0, size, size)
            around.moveCenter(QRectF(0, 0, size, self.height()).center())
            if self._boxed:
                radius = theme.radius("check")
                paint_box(painter, around, radius, edge=theme.color("badF"), width=1.5)
                size -= theme.px(6)
            painter.setOpacity(self._faint)
            paint_mark(painter, theme, self._mark, around.center(), size)
            painter.setOpacity(1)
            room = QRectF(self.rect()).adjusted(theme.px(_MARK + _GAP), 0, 0, 0)
            paint_text(painter, room, self._text, theme.font("caption"), theme.color("ink2"), _LEFT)
