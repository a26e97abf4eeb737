# SPDX-License-Identifier: GPL-3.0-or-later
"""The few strokes that every painted part shares: crisp boxes, fitted text, hatching, the focus ring."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.theme import Theme

Paint = QColor | QBrush
CENTRED = Qt.AlignmentFlag.AlignCenter


@contextmanager
def smooth(painter: QPainter) -> Iterator[QPainter]:
    """Antialiasing on; the painter's state comes back afterwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.restore()


def mix(color: QColor, other: QColor, share: float) -> QColor:
    """`color` with `share` (0–1) of `other` in it; both opaque."""
    return QColor(
        round(color.red() + (other.red() - color.red()) * share),
        round(color.green() + (other.green() - color.green()) * share),
        round(color.blue() + (other.blue() - color.blue()) * share),
    )


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: Paint | None = None,
    edge: Paint | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box whose edge lies inside `rect`: inset by half the pen, so that lines stay crisp."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if edge is not None else 0.0
    painter.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
    )


def paint_focus_ring(
    painter: QPainter, theme: Theme, rect: QRectF, radius: float, ground: str = "surface"
) -> None:
    """The focus ring around `rect`: 2 px of focus colour 3 px outside, a halo of the ground beneath."""
    for color, width, out in ((theme.color(ground), 4.0, 2.0), (theme.color("focus"), 2.0, 3.0)):
        paint_box(
            painter,
            rect.adjusted(-out, -out, out, out).adjusted(
                -width / 2, -width / 2, width / 2, width / 2
            ),
            radius + out + width / 2,
            edge=color,
            width=width,
        )


def text_width(font: QFont, text: str) -> float:
    """Advance of one line of `text`, in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(  # noqa: PLR0917 - the order of QPainter.drawText
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = CENTRED,
) -> None:
    """One line of `text` in `rect`, shortened with … at the end where it does not fit."""
    fitted = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, fitted)


def paint_hatch(painter: QPainter, shape: QPainterPath, color: QColor, gap: float) -> None:
    """Rising lines, `gap` apart, clipped to `shape`."""
    box = shape.boundingRect()
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, max(1.0, gap / 4)))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top())))
        x += gap
    painter.restore()
