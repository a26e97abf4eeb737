# SPDX-License-Identifier: GPL-3.0-or-later
"""The four-segment attendance control, as the roster's delegate paints it.

`labels` are the four translated names in the order of `desktop.widgets.marks.MARKS`. Each segment is as
wide as its own label needs when chosen (mark and bold text); room to spare is shared evenly.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.theme import Theme
from desktop.widgets.marks import MARKS, mark_look, paint_mark
from desktop.widgets.painting import paint_box, paint_focus_ring, paint_text, smooth, text_width

HEIGHT = 34
_MARK = 14
_GAP = 6
_PADDING = 11
_RADIUS = 8


def control_width(theme: Theme, labels: Sequence[str]) -> float:
    """Width at which every label fits, chosen or not."""
    return sum(_natural_widths(theme, labels))


def segment_rects(theme: Theme, labels: Sequence[str], rect: QRectF) -> list[QRectF]:
    """The four segments, left to right, filling `rect`."""
    natural = _natural_widths(theme, labels)
    spare = (rect.width() - sum(natural)) / len(natural)
    widths = [width + spare for width in natural]
    lefts = accumulate(widths[:-1], initial=rect.left())
    return [
        QRectF(left, rect.top(), width, rect.height())
        for left, width in zip(lefts, widths, strict=True)
    ]


def segment_at(theme: Theme, labels: Sequence[str], rect: QRectF, pos: QPointF) -> str | None:
    """The mark whose segment holds `pos`; `None` outside the control."""
    for mark, segment in zip(MARKS, segment_rects(theme, labels, rect), strict=True):
        if segment.contains(pos):
            return mark
    return None


def paint_mark_control(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    labels: Sequence[str],
    mark: str | None,
    *,
    focused: bool = False,
    read_only: bool = False,
    hovered: str | None = None,
) -> None:
    """The whole control in `rect`. `hovered` is the mark under the pointer.

    While unset the trough has the stronger edge, so that what is left to do stands out in the list.
    """
    with smooth(painter):
        paint_trough(painter, rect, theme, strong=mark is None or focused, read_only=read_only)
        segments = dict(zip(MARKS, segment_rects(theme, labels, rect), strict=True))
        if not read_only:
            _paint_dividers(painter, theme, segments, {mark, hovered})
        for label, (name, segment) in zip(labels, segments.items(), strict=True):
            paint_segment(
                painter,
                segment,
                theme,
                label,
                name,
                chosen=name == mark,
                hovered=name == hovered and not read_only,
                read_only=read_only,
            )
        if focused:
            paint_focus_ring(painter, theme, rect, theme.px(_RADIUS))


def paint_trough(
    painter: QPainter, rect: QRectF, theme: Theme, *, strong: bool, read_only: bool
) -> None:
    """The outlined ground of the segments; without an outline once the session is closed."""
    radius = theme.px(_RADIUS)
    if read_only:
        paint_box(painter, rect, radius, fill=theme.color("sunken"))
    else:
        edge = theme.color("ctl" if strong else "line2")
        paint_box(painter, rect, radius, fill=theme.color("surface"), edge=edge)


def paint_segment(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    label: str,
    mark: str,
    *,
    chosen: bool,
    hovered: bool = False,
    read_only: bool = False,
) -> None:
    """One segment: tint, edge, mark and bold label when chosen; else the plain label."""
    if not chosen:
        if hovered:
            inner = rect.adjusted(2, 2, -2, -2)
            paint_box(painter, inner, theme.px(_RADIUS - 2), fill=theme.color("hover"))
        role = "ink3" if read_only else "ink2"
        paint_text(painter, rect, label, theme.font("small"), theme.color(role))
        return
    look = mark_look(mark)
    front = theme.color(look.front)
    edge = None if read_only else front
    paint_box(painter, rect, theme.px(_RADIUS), fill=theme.color(look.back), edge=edge, width=1.5)
    font = theme.font("small", 600)
    diameter, gap = theme.px(_MARK), theme.px(_GAP)
    text = min(text_width(font, label), rect.width() - diameter - 2 * gap)
    left = rect.center().x() - (diameter + gap + text) / 2
    paint_mark(painter, theme, mark, QPointF(left + diameter / 2, rect.center().y()), diameter)
    beside = QRectF(left + diameter + gap, rect.top(), text, rect.height())
    paint_text(painter, beside, label, font, front)


def _natural_widths(theme: Theme, labels: Sequence[str]) -> list[float]:
    font = theme.font("small", 600)
    around = theme.px(_MARK) + theme.px(_GAP) + 2 * theme.px(_PADDING)
    return [text_width(font, label) + around for label in labels]


def _paint_dividers(
    painter: QPainter, theme: Theme, segments: dict[str, QRectF], filled: set[str | None]
) -> None:
    """Short lines between two segments that are both unfilled."""
    painter.setPen(QPen(theme.color("line2"), 1))
    names = list(segments)
    for before, after in pairwise(names):
        if not filled & {before, after}:
            rect = segments[after]
            x = round(rect.left()) + 0.5
            inset = rect.height() * 0.27
            painter.drawLine(QLineF(x, rect.top() + inset, x, rect.bottom() - inset))
