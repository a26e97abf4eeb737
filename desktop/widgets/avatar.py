# SPDX-License-Identifier: GPL-3.0-or-later
"""The circle with a person's initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme import Theme


class Avatar(QLabel):
    """Initials on a soft circle `size` design pixels across; `strong` fills it for the chosen person.

    The name stands beside it everywhere, so a screen reader need not read the initials too.
    """

    def __init__(
        self,
        theme: Theme,
        initials: str,
        size: int = 36,
        *,
        strand: str = "kuusi",
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(initials, parent)
        self._size = theme.px(size)
        colours = theme.strand(strand)
        self._fill = theme.color("pri") if strong else colours.tint
        self._ink = theme.color("onpri") if strong else colours.deep
        font = theme.font("body", 600)
        font.setPixelSize(round(self._size * 0.4))
        self._lettering = font
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawEllipse(QRectF(0, 0, self._size, self._size))
        painter.setPen(self._ink)
        painter.setFont(self._lettering)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
