# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a register on its way into the office: who its people are, its months and days, its marks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.queries.import_preview import Fate
from desktop.models.register_rows import HEAD_COUNTS, CellShown, RowShown, Sign
from desktop.models.rows import ROW
from desktop.theme import Theme
from desktop.widgets.marks import paint_mark
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width
from desktop.words import Words

Index = QModelIndex | QPersistentModelIndex

COLUMN_WIDTH, ROW_HEIGHT, HEADER_HEIGHT = 44, 40, 44
WHO = 2
_PAD = 12
_MARK, _DOT, _CHIP = 16, 3, 26
_FADED = 0.4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _RowPainter(QStyledItemDelegate):
    """What both tables share: the ground, the line below, the whole row of the one that is current."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        row: RowShown = index.data(ROW)
        view = option.widget
        current = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        if current and view.hasFocus():
            painter.fillRect(rect, self._theme.color("sel"))
        elif row.place == HEAD_COUNTS:
            painter.fillRect(rect, self._theme.color("sunken"))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.color("line")
        )
        painter.save()
        if row.left_out:
            painter.setOpacity(_FADED)
        self.paint_cell(painter, rect, row, index.column(), option)
        painter.restore()

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        row: RowShown,
        column: int,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint what the cell says."""
        raise NotImplementedError


class PeoplePainter(_RowPainter):
    """First name, last name, and who it is: a chip that opens the choices."""

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        row: RowShown,
        column: int,
        option: QStyleOptionViewItem,
    ) -> None:
        theme = self._theme
        if column == WHO:
            if row.who:
                hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
                self._paint_chip(painter, self.chip_rect(rect), row, hovered=hovered)
            return
        text = (row.first_name, row.last_name)[column]
        room = rect.adjusted(theme.px(_PAD if column == 0 else 4), 0, -theme.px(4), 0)
        if row.place == HEAD_COUNTS:
            room.setWidth(room.width() + theme.px(100))
        font = theme.font("body", 500)
        paint_text(painter, room, text, font, theme.color("ink"), _LEFT)

    def chip_rect(self, rect: QRectF) -> QRectF:
        """Where the chip is in its cell."""
        chip = rect.adjusted(self._theme.px(2), 0, -self._theme.px(_PAD), 0)
        chip.setHeight(self._theme.px(_CHIP + 4))
        chip.moveTop(rect.center().y() - chip.height() / 2)
        return chip

    def _paint_chip(self, painter: QPainter, chip: QRectF, row: RowShown, *, hovered: bool) -> None:
        theme = self._theme
        front, back = ("onsoft", "sel") if row.tone == "soft" else (f"{row.tone}F", f"{row.tone}B")
        edge = theme.color("ink2") if hovered else None
        with smooth(painter):
            paint_box(
                painter, chip, theme.radius("field"), fill=theme.color(back), edge=edge, width=1
            )
        size = theme.px(14)
        arrow = QPointF(chip.right() - size - theme.px(6), chip.center().y() - size / 2)
        painter.drawPixmap(arrow, theme.pixmap("chevron-down", 14, front))
        room = chip.adjusted(theme.px(8), 0, -size - theme.px(8), 0)
        paint_text(painter, room, row.who, theme.font("caption", 600), theme.color(front), _LEFT)


class MarksPainter(_RowPainter):
    """The marks in their shapes; faint what the office has already, boxed what it has otherwise."""

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        row: RowShown,
        column: int,
        _option: QStyleOptionViewItem,
    ) -> None:
        theme, cell = self._theme, row.cells[column]
        if cell.sign == Sign.CANCELLED:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("sunken"))
            paint_mark(painter, theme, "not_expected", rect.center(), theme.px(_MARK))
        elif cell.sign == Sign.EMPTY:
            with smooth(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("line2"))
                painter.drawEllipse(rect.center(), theme.px(_DOT) / 2, theme.px(_DOT) / 2)
        elif cell.sign == Sign.UNKNOWN:
            self._paint_boxed(painter, rect, "warn", "?")
        elif cell.sign == Sign.COUNT:
            font = theme.font("body", 600)
            paint_text(painter, rect, str(cell.number), font, theme.color("ink"))
        else:
            paint_register_mark(painter, theme, rect, cell)

    def _paint_boxed(self, painter: QPainter, rect: QRectF, tone: str, text: str) -> None:
        theme = self._theme
        box = QRectF(0, 0, theme.px(_CHIP), theme.px(_CHIP))
        box.moveCenter(rect.center())
        with smooth(painter):
            paint_box(
                painter,
                box,
                theme.radius("check"),
                fill=theme.color(f"{tone}B"),
                edge=theme.color(f"{tone}F"),
            )
        paint_text(painter, box, text, theme.font("body", 600), theme.color(f"{tone}F"))


def paint_register_mark(painter: QPainter, theme: Theme, rect: QRectF, cell: CellShown) -> None:
    """A mark in the middle of `rect`, with the minutes late beside it."""
    size = theme.px(_MARK)
    number = str(cell.number) if cell.number else ""
    font = theme.font("micro", 600)
    wide = size + (theme.px(2) + text_width(font, number) if number else 0)
    center = QPointF(rect.center().x() - (wide - size) / 2, rect.center().y())
    if cell.fate is Fate.KEPT:
        box = QRectF(0, 0, wide + theme.px(10), theme.px(_CHIP))
        box.moveCenter(rect.center())
        with smooth(painter):
            paint_box(painter, box, theme.radius("check"), edge=theme.color("badF"), width=1.5)
    before = painter.opacity()
    if cell.fate is Fate.SAME:
        painter.setOpacity(before * _FADED)
    paint_mark(painter, theme, cell.sign, center, size)
    if number:
        room = QRectF(center.x() + size / 2 + theme.px(2), rect.top(), wide, rect.height())
        paint_text(painter, room, number, font, theme.color("warnF"), _LEFT)
    painter.setOpacity(before)


class DaysHeader(QHeaderView):
    """The days of the sessions, and above them their months and years."""

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
        return QSize(0, self._theme.px(HEADER_HEIGHT))

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
