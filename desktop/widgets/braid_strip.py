# SPDX-License-Identifier: GPL-3.0-or-later
"""The braid strip: earlier visits on one curve, high where the person was there, low where away."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.theme import Theme
from desktop.widgets.marks import paint_mark
from desktop.widgets.painting import smooth

WIDTH, HEIGHT = 128, 40
VISITS = 8
_STEP = 15.7
_MARK = 11

# Share of the strip's height. What was not recorded or expected lies between and says neither.
_LEVELS = {"present": 0.32, "late": 0.32, "notified": 0.68, "absent": 0.68}
_BETWEEN = 0.5


def strip_points(theme: Theme, marks: Sequence[str | None], rect: QRectF) -> list[QPointF]:
    """Centres of the marks, oldest first; the newest ends at the right whatever their number."""
    step = min(theme.scale * _STEP, (rect.width() - theme.px(_MARK) - 2) / (VISITS - 1))
    right = rect.center().x() + step * (VISITS - 1) / 2
    return [
        QPointF(
            right - step * (len(marks) - 1 - i),
            rect.top() + rect.height() * _LEVELS.get(mark or "", _BETWEEN),
        )
        for i, mark in enumerate(marks)
    ]


def paint_braid_strip(
    painter: QPainter, rect: QRectF, theme: Theme, marks: Sequence[str | None]
) -> None:
    """The curve and its marks in `rect` (128×40 at the smallest text size); at most `VISITS` marks."""
    points = strip_points(theme, marks, rect)
    with smooth(painter):
        painter.setPen(QPen(theme.color("line2"), max(2.0, theme.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_curve(points))
        for mark, point in zip(marks, points, strict=True):
            inside = theme.color("surface")
            paint_mark(painter, theme, mark, point, theme.px(_MARK), inside=inside)


def strip_sentence(
    marks: Sequence[str | None], names: Mapping[str | None, str], heading: str
) -> str:
    """What the strip says, for a screen reader: "Last 8 visits: present 3, absent 1, present 4"."""
    runs = [f"{names[mark]} {len(list(run))}" for mark, run in groupby(marks)]
    return f"{heading}: {', '.join(runs)}"


def _curve(points: Sequence[QPointF]) -> QPainterPath:
    """A cubic from mark to mark that leaves and reaches each of them level."""
    path = QPainterPath(points[0]) if points else QPainterPath()
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    return path
