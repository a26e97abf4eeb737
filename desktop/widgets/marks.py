# SPDX-License-Identifier: GPL-3.0-or-later
"""The six attendance marks as shapes: each is told apart without its colour.

A mark is named by the value of `db.rules.attendance.MarkKind`; `None` is unrecorded.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.theme import Theme
from desktop.widgets.painting import smooth

MARKS = ("present", "late", "notified", "absent")


@dataclass(frozen=True, slots=True)
class MarkLook:
    """Colour roles of a mark: `front` for the shape and its text, `back` for the tint behind them."""

    front: str
    back: str


_LOOKS: dict[str | None, MarkLook] = {
    "present": MarkLook("okF", "okB"),
    "late": MarkLook("warnF", "warnB"),
    "notified": MarkLook("infoF", "infoB"),
    "absent": MarkLook("badF", "badB"),
    "not_expected": MarkLook("ctl", "neuB"),
    None: MarkLook("ctl", "neuB"),
}


def mark_look(mark: str | None) -> MarkLook:
    """Colour roles of `mark`; an unknown mark is a `KeyError`."""
    return _LOOKS[mark]


def paint_mark(
    painter: QPainter,
    theme: Theme,
    mark: str | None,
    center: QPointF,
    diameter: float,
    *,
    color: QColor | None = None,
    inside: QColor | None = None,
) -> None:
    """The mark's shape, `diameter` logical pixels across, in its own colour unless one is given.

    `inside` fills the rings, where something runs beneath them.
    """
    color = color or theme.color(mark_look(mark).front)
    width = _pen_width(diameter)
    radius = diameter / 2
    with smooth(painter):
        painter.setPen(QPen(color, width))
        painter.setBrush(inside or Qt.BrushStyle.NoBrush)
        if mark == "not_expected":
            painter.drawLine(_across(center, radius * 0.45, 0.0))
            return
        ring = QRectF(center.x() - radius, center.y() - radius, diameter, diameter)
        if mark == "present":
            _fill(painter, color)
            painter.drawEllipse(ring)
            return
        if mark is None:
            painter.setPen(_dotted(color, width, radius - width / 2))
        painter.drawEllipse(ring.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        _paint_inside(painter, mark, color, center, radius)


def _paint_inside(
    painter: QPainter, mark: str | None, color: QColor, center: QPointF, radius: float
) -> None:
    if mark == "late":
        _fill(painter, color)
        half = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        painter.drawPie(half, -90 * 16, 180 * 16)
    elif mark == "notified":
        painter.drawLine(_across(center, radius * 0.5, 0.0))
    elif mark == "absent":
        arm = radius * 0.36
        painter.drawLine(_across(center, arm, arm))
        painter.drawLine(_across(center, arm, -arm))


def _pen_width(diameter: float) -> float:
    """1.8 px at the 16 px of a row; thinner in small marks, so that the cross stays open."""
    return min(max(diameter * 0.115, 1.5), diameter * 0.16)


def _across(center: QPointF, dx: float, dy: float) -> QLineF:
    return QLineF(center.x() - dx, center.y() - dy, center.x() + dx, center.y() + dy)


def _fill(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _dotted(color: QColor, width: float, radius: float) -> QPen:
    """Eight dashes that meet without a seam: the pattern is a whole part of the circumference."""
    dash = math.tau * radius / 16 / width
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash * 1.1, dash * 0.9])
    return pen
