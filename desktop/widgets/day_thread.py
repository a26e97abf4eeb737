# SPDX-License-Identifier: GPL-3.0-or-later
"""The thread of a day: one stretch per session in its group's colour, with a bead that tells its state."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.rules.sessions import Phase
from desktop.theme import Theme
from desktop.widgets.painting import mix, paint_box, paint_text, smooth

WIDTH = 24
_LINE, _BEAD, _COMING_BEAD, _DOT = 6, 20, 16, 10


@dataclass(frozen=True, slots=True)
class Stop:
    """One session on the thread: where its card begins and ends, and where the bead sits (pixels)."""

    top: float
    bottom: float
    bead: float
    strand: str
    phase: Phase


def paint_thread(
    painter: QPainter, theme: Theme, x: float, stops: Sequence[Stop], ground: str = "app"
) -> None:
    """The whole thread around the vertical line `x`, stops from the top down."""
    for before, after in pairwise(stops):
        paint_link(painter, theme, x, before.bottom, after.top)
    for stop in stops:
        paint_stop(painter, theme, x, stop, ground)


def paint_link(painter: QPainter, theme: Theme, x: float, top: float, bottom: float) -> None:
    """The plain thread between two sessions."""
    width = theme.px(2)
    painter.fillRect(QRectF(x - width / 2, top, width, bottom - top), theme.color("line2"))


def paint_stop(painter: QPainter, theme: Theme, x: float, stop: Stop, ground: str = "app") -> None:
    """A session's stretch of thread and its bead, on a ground of that role."""
    with smooth(painter):
        _paint_stretch(painter, theme, x, stop, ground)
        center = QPointF(x, stop.bead)
        diameter = theme.px(_COMING_BEAD if stop.phase is Phase.COMING else _BEAD)
        halo = diameter + 2 * theme.px(2)
        paint_box(painter, _disc(center, halo), halo / 2, fill=theme.color(ground))
        _PAINT_BEAD[stop.phase](painter, theme, center, diameter, theme.strand(stop.strand).line)


class DayThread(QWidget):
    """The thread at the left of Today's cards. The cards say the same in words; this is picture only."""

    def __init__(self, theme: Theme, ground: str = "app", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._stops: Sequence[Stop] = ()
        self.setFixedWidth(theme.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Positions are in this widget's own coordinates, top down."""
        self._stops = stops
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), round(max((s.bottom for s in self._stops), default=0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_thread(painter, self._theme, self.width() / 2, self._stops, self._ground)


def _paint_stretch(painter: QPainter, theme: Theme, x: float, stop: Stop, ground: str) -> None:
    color = theme.strand(stop.strand).line
    width = theme.px(_LINE)
    stretch = QRectF(x - width / 2, stop.top, width, stop.bottom - stop.top)
    if stop.phase is Phase.CANCELLED:
        pen = QPen(theme.color("ctl"), theme.px(2), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QLineF(x, stop.top, x, stop.bottom))
        return
    if stop.phase is Phase.RECORDED:
        color = mix(color, theme.color(ground), 0.45)
    paint_box(painter, stretch, width / 2, fill=color)


def _disc(center: QPointF, diameter: float) -> QRectF:
    rect = QRectF(0, 0, diameter, diameter)
    rect.moveCenter(center)
    return rect


def _paint_unrecorded(
    painter: QPainter, theme: Theme, center: QPointF, diameter: float, _strand: QColor
) -> None:
    rect, front = _disc(center, diameter), theme.color("warnF")
    paint_box(painter, rect, diameter / 2, fill=theme.color("warnB"), edge=front, width=1.5)
    paint_text(painter, rect, "!", theme.font("small", 700), front)


def _paint_recorded(
    painter: QPainter, theme: Theme, center: QPointF, diameter: float, _strand: QColor
) -> None:
    paint_box(painter, _disc(center, diameter), diameter / 2, fill=theme.color("okF"))
    size = 14
    tick = theme.pixmap("check", size, "surface", 3)
    place = _disc(center, theme.px(size))
    painter.drawPixmap(place, tick, QRectF(tick.rect()))


def _paint_running(
    painter: QPainter, theme: Theme, center: QPointF, diameter: float, strand: QColor
) -> None:
    rect, dot = _disc(center, diameter), theme.px(_DOT)
    fill = theme.color("surface")
    paint_box(painter, rect, diameter / 2, fill=fill, edge=strand, width=theme.px(2))
    paint_box(painter, _disc(center, dot), dot / 2, fill=strand)


def _paint_coming(
    painter: QPainter, theme: Theme, center: QPointF, diameter: float, strand: QColor
) -> None:
    fill = theme.color("surface")
    rect = _disc(center, diameter)
    paint_box(painter, rect, diameter / 2, fill=fill, edge=strand, width=theme.px(2))


def _paint_cancelled(
    painter: QPainter, theme: Theme, center: QPointF, diameter: float, _strand: QColor
) -> None:
    front = theme.color("badF")
    rect = _disc(center, diameter)
    paint_box(painter, rect, diameter / 2, fill=theme.color("badB"), edge=front, width=1.5)
    painter.setPen(QPen(front, theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    arm = diameter * 0.18
    for rise in (arm, -arm):
        painter.drawLine(
            QLineF(center.x() - arm, center.y() - rise, center.x() + arm, center.y() + rise)
        )


_PAINT_BEAD = {
    Phase.UNRECORDED: _paint_unrecorded,
    Phase.RECORDED: _paint_recorded,
    Phase.RUNNING: _paint_running,
    Phase.COMING: _paint_coming,
    Phase.CANCELLED: _paint_cancelled,
}
