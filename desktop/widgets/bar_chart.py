# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar chart of counts over weeks or months, walked through with the arrow keys or the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.bar_plot import Bar, BarPlot
from desktop.widgets.card import paint_sheet
from desktop.widgets.painting import paint_text, smooth, text_width
from desktop.words import Words

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarChart(QWidget):
    """Shows `Bar`s; the caller names it (`setAccessibleName`), it describes itself.

    Left, Right, Home and End move a note with the figure from column to column; a screen reader hears it.
    """

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._bars: Sequence[Bar] = ()
        self._empty = ""
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar], empty: str = "") -> None:
        """Show `bars` from left to right, or the sentence `empty` where there are none."""
        self._bars, self._empty, self._current = bars, empty, None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bars else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(self._summary())
        self.update()

    def current(self) -> Bar | None:
        """The column that the note is on."""
        return None if self._current is None else self._bars[self._current]

    def told(self, bar: Bar) -> str:
        """The figure of a column in words."""
        return self._words._("masked") if bar.value is None else self._words.number(bar.value)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the current bar."""
        if self._current is None:
            return self.rect()
        return self._plot().bar(self._current).toAlignedRect()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        at = -1 if self._current is None else self._current
        places = {
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._go_to(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go_to(self._plot().highest or 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._plot().index_at(event.position().x())
        if index is not None:
            self._go_to(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go_to(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, smooth(painter):
            if not self._bars:
                font, ink = self._theme.font("body"), self._theme.color("ink2")
                paint_text(painter, QRectF(self.rect()), self._empty, font, ink)
                return
            plot = self._plot()
            plot.paint(painter, self._current)
            if self._current is not None:
                self._paint_note(painter, plot, self._current)

    def _plot(self) -> BarPlot:
        return BarPlot(self._theme, self._words, QRectF(self.rect()), self._bars)

    def _go_to(self, index: int | None) -> None:
        if index == self._current:
            return
        self._current = index
        self.update()
        bar = self.current()
        if bar is not None and self.hasFocus():
            told = f"{bar.name}: {self.told(bar)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _summary(self) -> str:
        if not self._bars:
            return self._empty
        highest = self._plot().highest
        if highest is None:
            return self._words._("Nothing was counted.")
        bar = self._bars[highest]
        return self._words._("Largest: {name}, {value}.").format(
            name=bar.name, value=self.told(bar)
        )

    def _paint_note(self, painter: QPainter, plot: BarPlot, index: int) -> None:
        """A small sheet beside the bar's top: the figure, and what it is the figure of."""
        theme, bar, at = self._theme, self._bars[index], plot.bar(index)
        told = self.told(bar)
        strong, plain = theme.font("body", 600), theme.font("caption", 400)
        pad = theme.px(10)
        width = max(text_width(strong, told), text_width(plain, bar.name)) + 2 * pad + 1
        top, foot = theme.line("body"), theme.line("caption")
        sheet = QRectF(0, 0, width, top + foot + pad)
        sheet.moveLeft(at.right() + theme.px(6))
        if sheet.right() > self.width():
            sheet.moveRight(at.left() - theme.px(6))
        lowest = plot.area.bottom() - sheet.height() - theme.px(4)
        sheet.moveTop(max(min(at.top() - theme.px(8), lowest), 1.0))
        paint_sheet(painter, theme, sheet, radius=theme.radius("field"), elevation="popover")
        line = sheet.adjusted(pad, pad / 2, -pad, 0)
        line.setHeight(top)
        paint_text(painter, line, told, strong, theme.color("ink"), align=_LEFT)
        line.moveTop(line.bottom())
        line.setHeight(foot)
        paint_text(painter, line, bar.name, plain, theme.color("ink2"), align=_LEFT)
