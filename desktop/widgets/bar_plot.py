# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything in a bar chart stands, and how it is painted; `desktop.widgets.bar_chart` moves in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.axis import nice_ticks
from desktop.theme import Theme
from desktop.widgets.painting import mix, paint_hatch, paint_text, text_width
from desktop.words import Words

_SHARE, _WIDEST, _RADIUS, _MASKED, _LOWEST = 0.6, 56, 4, 16, 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: its short label on the axis, its figure (`None`: masked), its name in full."""

    label: str
    value: int | None
    name: str


class BarPlot:
    """The layout of `bars` in `rect`: gridlines, columns and the places of their labels."""

    def __init__(self, theme: Theme, words: Words, rect: QRectF, bars: Sequence[Bar]) -> None:
        self.theme, self.words, self.bars = theme, words, bars
        figures = [bar.value for bar in bars if bar.value is not None]
        self.largest = max(figures, default=0)
        self.ticks = nice_ticks(self.largest)
        axis = max(text_width(theme.font("caption", 400), words.number(t)) for t in self.ticks)
        line = theme.line("caption")
        self.area = rect.adjusted(axis + theme.px(10), line, 0, -(line + theme.px(6)))
        self._axis = QRectF(rect.left(), 0, axis, line)

    @property
    def highest(self) -> int | None:
        """The first column of the largest figure; none where nothing was counted."""
        values = [bar.value for bar in self.bars]
        return values.index(self.largest) if self.largest else None

    def y(self, value: float) -> float:
        """The height of `value` on the axis."""
        return self.area.bottom() - self.area.height() * value / self.ticks[-1]

    def column(self, index: int) -> QRectF:
        """The whole column, from the top of the plot to its foot."""
        pitch = self.area.width() / len(self.bars)
        left = self.area.left() + pitch * index
        return QRectF(left, self.area.top(), pitch, self.area.height())

    def bar(self, index: int) -> QRectF:
        """The bar itself; a masked one has a height that says nothing."""
        column, value = self.column(index), self.bars[index].value
        width = min(column.width() * _SHARE, self.theme.px(_WIDEST))
        height = self.theme.px(_MASKED) if value is None else self.area.bottom() - self.y(value)
        if value:
            height = max(height, self.theme.px(_LOWEST))
        left, top = column.center().x() - width / 2, self.area.bottom() - height
        return QRectF(left, top, width, height)

    def index_at(self, x: float) -> int | None:
        """The column under `x`."""
        if not self.bars or not self.area.left() <= x < self.area.right():
            return None
        return int((x - self.area.left()) * len(self.bars) / self.area.width())

    def paint(self, painter: QPainter, current: int | None = None) -> None:
        """Everything but the note on the `current` column."""
        self._paint_grid(painter)
        for index in range(len(self.bars)):
            self._paint_bar(painter, index, current=index == current)
        self._paint_labels(painter)
        y = round(self.area.bottom()) + 0.5
        painter.setPen(QPen(self.theme.color("ctl"), 1))
        painter.drawLine(QLineF(self.area.left(), y, self.area.right(), y))

    def _paint_grid(self, painter: QPainter) -> None:
        font, ink = self.theme.font("caption", 400), self.theme.color("ink2")
        for tick in self.ticks:
            y = round(self.y(tick)) + 0.5
            painter.setPen(QPen(self.theme.color("line"), 1))
            painter.drawLine(QLineF(self.area.left(), y, self.area.right(), y))
            self._axis.moveTop(y - self._axis.height() / 2)
            paint_text(painter, self._axis, self.words.number(tick), font, ink, align=_RIGHT)

    def _paint_bar(self, painter: QPainter, index: int, *, current: bool) -> None:
        theme, rect = self.theme, self.bar(index)
        shape = _rounded_above(rect, min(theme.px(_RADIUS), rect.width() / 4, rect.height()))
        if self.bars[index].value is None:
            painter.fillPath(shape, theme.color("neuB"))
            paint_hatch(painter, shape, theme.color("ctl"), theme.px(6))
            return
        color = theme.strand("kuusi").line
        if index == self.highest:
            color = theme.color("pri")
        elif current:
            color = mix(color, theme.color("pri"), 0.5)
        painter.fillPath(shape, color)

    def _paint_labels(self, painter: QPainter) -> None:
        theme, pitch = self.theme, self.column(0).width()
        every = self._label_step(pitch)
        foot = QRectF(0, self.area.bottom() + theme.px(6), 0, theme.line("caption"))
        foot.setWidth(every * pitch - 4)
        # The highest column always keeps its label.
        for index in range((self.highest or 0) % every, len(self.bars), every):
            strong = index == self.highest
            font = theme.font("caption", 600 if strong else 400)
            foot.moveLeft(self.column(index).center().x() - foot.width() / 2)
            role = "ink" if strong else "ink2"
            paint_text(painter, foot, self.bars[index].label, font, theme.color(role))
        if self.highest is not None:
            self._paint_highest(painter, self.bar(self.highest))

    def _paint_highest(self, painter: QPainter, bar: QRectF) -> None:
        font, text = self.theme.font("small", 600), self.words.number(self.largest)
        place = QRectF(0, 0, text_width(font, text) + 2, self.theme.line("small"))
        place.moveCenter(bar.center())
        place.moveBottom(bar.top() - 1)
        painter.fillRect(place, self.theme.color("surface"))
        paint_text(painter, place, text, font, self.theme.color("ink"))

    def _label_step(self, pitch: float) -> int:
        """Each label stands under its column, or every so many where they would touch."""
        font = self.theme.font("caption", 600)
        widest = max(text_width(font, bar.label) for bar in self.bars)
        return min(math.ceil((widest + self.theme.px(6)) / pitch), len(self.bars))


def _rounded_above(rect: QRectF, radius: float) -> QPainterPath:
    """Round shoulders, square feet."""
    tall = QPainterPath()
    tall.addRoundedRect(rect.adjusted(0, 0, 0, radius), radius, radius)
    cut = QPainterPath()
    cut.addRect(rect)
    return tall.intersected(cut)
