# SPDX-License-Identifier: GPL-3.0-or-later
"""The plait in Qt: one way to stroke it, and the logo, the empty-state braid and the lock-screen art."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QIcon,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from desktop.plait import (
    LOGO_STROKE,
    TIGHTENING_STROKE,
    Plait,
    Point,
    even_plait,
    logo,
    tightening,
)
from desktop.theme import Theme
from desktop.widgets.painting import Paint, mix, smooth

# The house's own plait: which strand is which colour, in the order of `Arc.strand`.
HOUSE = ("kuusi", "okra", "puolukka")
_LOGO = ("okra", "kuusi", "puolukka")

_EMPTY_WIDTH, _EMPTY_HEIGHT = 125, 29
_EMPTY_STROKE = 5.4


def paint_plait(
    painter: QPainter,
    plait: Plait,
    colors: Sequence[QColor],
    stroke: float,
    ground: Paint,
    *,
    gap: float = 1.55,
) -> None:
    """Stroke `plait` as `desktop.plait` tells; `gap` is the width of the ground's stroke in strands."""
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for points, color in zip(plait.strands, colors, strict=True):
            painter.setPen(_pen(color, stroke, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(_polygon(points))
        for crossing in plait.crossings:
            painter.setPen(_pen(ground, stroke * gap, Qt.PenCapStyle.FlatCap))
            painter.drawPolyline(_polygon(crossing.gap))
            painter.setPen(_pen(colors[crossing.strand], stroke, Qt.PenCapStyle.FlatCap))
            painter.drawPolyline(_polygon(crossing.points))


def paint_logo(painter: QPainter, theme: Theme, rect: QRectF, ground: Paint) -> None:
    """The mark of the house, centred in `rect` and as high as it."""
    height = rect.height()
    colors = [theme.strand(name).line for name in _LOGO]
    painter.save()
    painter.translate(rect.center())
    paint_plait(painter, logo(height), colors, LOGO_STROKE * height, ground, gap=1.5)
    painter.restore()


def paint_lock_art(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """The big plait on its soft ground, filling `rect`."""
    ground = _soft_ground(theme, rect)
    stroke = TIGHTENING_STROKE * rect.height()
    colors = [theme.strand(name).line for name in HOUSE]
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, ground)
    painter.translate(rect.left(), rect.center().y())
    ground.setTransform(painter.transform().inverted()[0])
    paint_plait(painter, tightening(rect.width(), rect.height()), colors, stroke, ground, gap=1.8)
    painter.restore()


class Logo(QWidget):
    """The mark of the house on a ground of one role."""

    def __init__(
        self, theme: Theme, height: int = 32, ground: str = "app", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.setFixedSize(theme.px(height), theme.px(height))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_logo(painter, self._theme, QRectF(self.rect()), self._theme.color(self._ground))


def logo_icon(theme: Theme) -> QIcon:
    """The mark as the window's icon, on a rounded tile so that it shows on any task bar."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter, smooth(painter):
            tile = QRectF(0, 0, size, size)
            ground = theme.color("surface")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(tile, size * 0.22, size * 0.22)
            inset = size * 0.12
            paint_logo(painter, theme, tile.adjusted(inset, inset, -inset, -inset), ground)
        icon.addPixmap(picture)
    return icon


class EmptyBraid(QWidget):
    """The undyed plait above the one line of an empty state."""

    def __init__(
        self, theme: Theme, ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._stroke = _EMPTY_STROKE * theme.scale
        self.setFixedSize(self.sizeHint())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_EMPTY_WIDTH), self._theme.px(_EMPTY_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        length = self.width() - self._stroke
        amplitude = (self.height() - self._stroke) / 2
        colors = [self._theme.color("line2")] * 3
        with QPainter(self) as painter:
            painter.translate(self._stroke / 2, self.height() / 2)
            paint_plait(
                painter,
                even_plait(length, amplitude, length),
                colors,
                self._stroke,
                self._theme.color(self._ground),
            )


class LockArt(QWidget):
    """The lock screen's picture; says nothing to a screen reader, as it means nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_lock_art(painter, self._theme, QRectF(self.rect()))


def _soft_ground(theme: Theme, rect: QRectF) -> QBrush:
    """From the window's ground towards the colour of selection, a little darker at the foot."""
    app, sel = theme.color("app"), theme.color("sel")
    top, foot = (0.18, 0.08) if theme.dark else (0.64, 1.0)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, mix(app, sel, top))
    gradient.setColorAt(1, mix(app, sel, foot))
    return QBrush(gradient)


def _pen(color: Paint, width: float, cap: Qt.PenCapStyle) -> QPen:
    return QPen(QBrush(color), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


def _polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
