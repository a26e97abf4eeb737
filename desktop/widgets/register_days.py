# SPDX-License-Identifier: GPL-3.0-or-later
"""The heads of a register's tables: what stands of people, and the days of the sessions under their months."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_text, text_width
from desktop.words import Words

HEIGHT = 44
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NamesHeader(QHeaderView):
    """The names of the columns, level with the days beside them."""

    def __init__(self, theme: Theme, pads: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._pads = theme, pads
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        half = rect.height() / 2
        room = QRectF(rect).adjusted(theme.px(self._pads[section]), half - theme.px(2), 0, 0)
        room.setHeight(half)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        paint_text(painter, room, text, theme.font("caption"), theme.color("ink2"), _LEFT)


class DaysHeader(QHeaderView):
    """The day of each session, struck through where it is cancelled, and the month that goes on over the next."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._words = theme, words
        self._days: Sequence[tuple[date, bool]] = ()
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(0)

    def show_days(self, days: Sequence[tuple[date, bool]]) -> None:
        """The day of each column, and whether its session is cancelled."""
        self._days = days
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        left = self.length() - self.offset()
        with QPainter(self.viewport()) as painter:
            foot = QRect(left, self.height() - 1, max(0, self.width() - left), 1)
            painter.fillRect(foot, self._theme.color("line"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if section >= len(self._days):
            return
        day, cancelled = self._days[section]
        half = rect.height() / 2
        below = QRectF(rect.left(), rect.top() + half - theme.px(2), rect.width(), half)
        role = "badF" if cancelled else "ink"
        text = f"{day.day}."
        paint_text(painter, below, text, theme.font("caption", 600), theme.color(role))
        if cancelled:
            wide = text_width(theme.font("caption", 600), text)
            middle = below.center()
            painter.fillRect(
                QRectF(middle.x() - wide / 2, middle.y(), wide, 1.5), theme.color(role)
            )
        self._paint_month(painter, rect, section, half)

    def _paint_month(self, painter: QPainter, rect: QRect, section: int, half: float) -> None:
        """Each section shows its part of the month's name, which runs on over the next ones."""
        theme = self._theme
        first, last = self._month_around(section)
        left = self.sectionViewportPosition(first)
        width = sum(self.sectionSize(at) for at in range(first, last + 1))
        day, font = self._days[section][0], theme.font("micro", 500)
        text = self._words.month(day)
        if text_width(font, text) > width - theme.px(8):
            text = f"{day.month}/{day.year}"
        painter.save()
        painter.setClipRect(rect)
        if section == first and first:
            painter.fillRect(
                QRect(rect.left(), rect.top() + 4, 1, rect.height() - 4), theme.color("line2")
            )
        room = QRectF(left + theme.px(6), rect.top() + theme.px(4), width, half - theme.px(2))
        paint_text(painter, room, text, font, theme.color("ink3"), _LEFT)
        painter.restore()

    def _month_around(self, section: int) -> tuple[int, int]:
        day = self._days[section][0]

        def same(at: int) -> bool:
            other = self._days[at][0]
            return (other.year, other.month) == (day.year, day.month)

        first = last = section
        while first > 0 and same(first - 1):
            first -= 1
        while last + 1 < len(self._days) and same(last + 1):
            last += 1
        return first, last
