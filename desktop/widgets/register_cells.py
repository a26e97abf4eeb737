# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a register on its way into the office: who its people are, its months and days, its marks."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from db.queries.import_preview import Fate
from desktop.models.register_rows import HEAD_COUNTS, CellShown, RowShown, Sign
from desktop.models.rows import ROW
from desktop.theme import Theme
from desktop.widgets.marks import paint_mark
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

Index = QModelIndex | QPersistentModelIndex

COLUMN_WIDTH, ROW_HEIGHT, HEADER_HEIGHT = 44, 40, 44
WHO = 2
PAD = 16
_MARK, _DOT, _CHIP = 16, 3, 26
FADED = 0.4
# What is as expected is quiet; what somebody should look at stands on a tint.
_INKS = {"plain": "ink2", "soft": "onsoft"}
_FILLS = {"soft": "sel", "info": "infoB", "warn": "warnB"}
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
            painter.setOpacity(FADED)
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
        room = rect.adjusted(theme.px(PAD if column == 0 else 0), 0, -theme.px(4), 0)
        if row.place == HEAD_COUNTS:
            room.setWidth(room.width() + theme.px(100))
        font = theme.font("body", 500)
        paint_text(painter, room, text, font, theme.color("ink"), _LEFT)

    def chip_rect(self, rect: QRectF) -> QRectF:
        """Where the chip is in its cell."""
        chip = rect.adjusted(self._theme.px(2), 0, -self._theme.px(PAD), 0)
        chip.setHeight(self._theme.px(_CHIP + 4))
        chip.moveTop(rect.center().y() - chip.height() / 2)
        return chip

    def _paint_chip(self, painter: QPainter, chip: QRectF, row: RowShown, *, hovered: bool) -> None:
        theme = self._theme
        front = _INKS.get(row.tone, f"{row.tone}F")
        fill = theme.color(_FILLS[row.tone]) if row.tone in _FILLS else None
        with smooth(painter):
            edge = theme.color("ctl") if hovered else None
            paint_box(painter, chip, theme.radius("field"), fill=fill, edge=edge)
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
        painter.setOpacity(before * FADED)
    paint_mark(painter, theme, cell.sign, center, size)
    if number:
        room = QRectF(center.x() + size / 2 + theme.px(2), rect.top(), wide, rect.height())
        paint_text(painter, room, number, font, theme.color("warnF"), _LEFT)
    painter.setOpacity(before)
