# SPDX-License-Identifier: GPL-3.0-or-later
"""The sum bar of a session plan: each item's share of the time that the session has."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.agenda_progress import segments
from desktop.widgets.painting import paint_box, paint_hatch, smooth

_HEIGHT, _BAR, _GAP, _RADIUS = 18, 10, 3, 3


@dataclass(frozen=True, slots=True)
class Share:
    """Minutes of one item and its strand; `None` for what serves no goal, such as a break."""

    minutes: int
    strand: str | None = None


def paint_share_bar(
    painter: QPainter, rect: QRectF, theme: Theme, shares: Sequence[Share], available: int
) -> None:
    """Shares across `rect`. Time left over is an outlined rest; time over is hatched past a mark."""
    planned = sum(share.minutes for share in shares)
    rest = [available - planned] if planned < available else []
    minutes = [share.minutes for share in shares] + rest
    bar = QRectF(rect.left(), 0, rect.width(), theme.px(_BAR))
    bar.moveTop(rect.center().y() - bar.height() / 2)
    radius = theme.px(_RADIUS)
    with smooth(painter):
        for i, (left, width) in enumerate(segments(minutes, bar.width(), theme.px(_GAP))):
            box = QRectF(bar.left() + left, bar.top(), width, bar.height())
            if i == len(shares):
                fill, edge = theme.color("sunken"), theme.color("line2")
                paint_box(painter, box, radius, fill=fill, edge=edge)
            else:
                strand = shares[i].strand
                color = theme.strand(strand).line if strand else theme.color("ctl")
                paint_box(painter, box, radius, fill=color)
        if planned > available:
            limit = bar.left() + bar.width() * available / planned
            _paint_over(painter, theme, bar, limit)


def _paint_over(painter: QPainter, theme: Theme, bar: QRectF, limit: float) -> None:
    over = QPainterPath()
    over.addRect(QRectF(limit, bar.top(), bar.right() - limit, bar.height()))
    paint_hatch(painter, over, theme.color("surface"), theme.px(5))
    pen = QPen(theme.color("warnF"), theme.px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    reach = theme.px(3)
    painter.drawLine(QLineF(limit, bar.top() - reach, limit, bar.bottom() + reach))


class ShareBar(QWidget):
    """The bar in the foot of the agenda. The sum beside it says the same in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: Sequence[Share] = ()
        self._available = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[Share], available: int) -> None:
        """The plan's items in order, and the session's length in minutes."""
        self._shares, self._available = shares, available
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            paint_share_bar(painter, rect, self._theme, self._shares, self._available)
