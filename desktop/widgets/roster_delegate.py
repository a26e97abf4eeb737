# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the rows of the roster: name, control, strip, minutes and the sign of an entry."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.roster import (
    EARLIER,
    ENTRY,
    MARK,
    MINUTES,
    NAME,
    added_name,
    minutes_text,
    name_of,
)
from desktop.models.rows import ROW
from desktop.theme import Theme
from desktop.vocabulary import mark_name
from desktop.widgets.braid_strip import HEIGHT as STRIP_HEIGHT
from desktop.widgets.braid_strip import paint_braid_strip
from desktop.widgets.mark_control import (
    HEIGHT,
    control_width,
    paint_mark_control,
    segment_at,
    segment_rects,
)
from desktop.widgets.marks import MARKS
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.roster import RosterRow

Index = QModelIndex | QPersistentModelIndex

PAD, _GAP = 16, 12
_BAR_WIDTH, _BAR_HEIGHT = 4, 24
_MOST_PICTURES = 200
_REMARK_LEAST = 30
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """One cell to be painted, of the current row or another."""

    painter: QPainter
    rect: QRectF
    row: "RosterRow"
    current: bool


class RosterDelegate(QStyledItemDelegate):
    """Draws what the row says; the table tells it what the pointer and the keyboard are at."""

    def __init__(self, theme: Theme, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._paint: dict[int, Callable[[Cell], None]] = {
            NAME: self._paint_name,
            MARK: self._paint_mark,
            EARLIER: self._paint_earlier,
            MINUTES: self._paint_minutes,
            ENTRY: self._paint_entry,
        }
        self._pictures: dict[tuple[Hashable, int, int, float], QPixmap] = {}
        self.labels = [mark_name(words, mark) for mark in MARKS]
        self.letters: Mapping[int, str] = {}
        """The letter of each person, underlined while `show_letters`."""
        self.show_letters = False
        self.read_only = False
        self.hovered: tuple[int, str] | None = None
        """The person and the mark under the pointer."""

    def control_width(self) -> int:
        """How wide the column of the control has to be."""
        return round(control_width(self._theme, self.labels)) + self._theme.px(_GAP)

    def control_rect(self, cell: QRect) -> QRectF:
        """Where the control stands in its cell."""
        height = self._theme.px(HEIGHT)
        top = cell.top() + (cell.height() - height) // 2
        return QRectF(cell.left(), top, cell.width() - self._theme.px(_GAP), height)

    def segment_rect(self, cell: QRect, mark: str | None) -> QRectF:
        """One segment of the control, or all of it."""
        control = self.control_rect(cell)
        if mark is None:
            return control
        return segment_rects(self._theme, self.labels, control)[MARKS.index(mark)]

    def minutes_rect(self, cell: QRect) -> QRectF:
        """The box of the minutes, drawn on the current row."""
        rect = QRectF(0, 0, self._theme.px(44), self._theme.px(32))
        rect.moveCenter(QRectF(cell).center())
        return rect

    def entry_rect(self, cell: QRect) -> QRectF:
        """The sign of an entry, as large as a target has to be."""
        side = self._theme.height("target")
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(cell).center())
        return rect

    def mark_at(self, cell: QRect, pos: QPointF) -> str | None:
        """The mark whose segment is at `pos`; the whole height of the row counts."""
        control = self.control_rect(cell)
        return segment_at(self._theme, self.labels, control, QPointF(pos.x(), control.center().y()))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._theme.height("roster_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        current = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        rect = QRectF(option.rect)
        if current:
            painter.fillRect(rect, self._theme.color("sel"))
        foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(foot, self._theme.color("line"))
        painter.save()
        painter.setClipRect(rect)
        self._paint[index.column()](Cell(painter, rect, index.data(ROW), current))
        painter.restore()

    def _paint_name(self, cell: Cell) -> None:
        px, color, painter = self._theme.px, self._theme.color, cell.painter
        if cell.current:
            bar = QRectF(cell.rect.left(), 0, px(_BAR_WIDTH), px(_BAR_HEIGHT))
            bar.moveTop(cell.rect.center().y() - bar.height() / 2)
            with smooth(painter):
                paint_box(painter, bar, bar.width() / 2, fill=color("pri"))
        font = self._theme.font("body", 600 if cell.current else 500)
        room = cell.rect.adjusted(px(PAD), 0, -px(6), 0)
        name = name_of(self._words, cell.row)
        letter = self.letters.get(cell.row.participant_id, "") if self.show_letters else ""
        at = name.upper().find(letter)
        if at < 0:
            name = f"{name} ({letter})"
            at = len(name) - 2
        paint_text(painter, room, name, font, color("ink"), _LEFT)
        if letter:
            self._underline(painter, room, name, at)
            return
        left = room.left() + text_width(font, name) + px(8)
        for width, paint in self._remarks(cell.row):
            fits = min(width, room.right() - left)
            if fits >= px(_REMARK_LEAST):
                paint(painter, QRectF(left, room.top(), fits, room.height()))
            left += fits + px(8)

    def _underline(self, painter: QPainter, place: QRectF, text: str, at: int) -> None:
        """A line under the letter that stands for the person, as menus have it."""
        font = painter.font()
        start = place.left() + text_width(font, text[:at])
        y = place.center().y() + self._theme.line("body") / 2
        line = QRectF(start, y, text_width(font, text[at]), max(2, self._theme.px(2)))
        painter.fillRect(line, self._theme.color("focus"))

    def _remarks(self, row: "RosterRow") -> list[tuple[float, Callable[[QPainter, QRectF], None]]]:
        """What stands after the name: how wide it is, and how it is painted."""
        found: list[tuple[float, Callable[[QPainter, QRectF], None]]] = []
        if row.absences >= 2:
            found.append(self._flag(f"{row.absences}×"))
        if row.added is not None:
            found.append(self._chip(added_name(self._words, row.added), "neuF", "neuB"))
        if row.told and row.mark is None:
            found.append(self._chip(self._words._("told"), "infoF", "infoB"))
        return found

    def _flag(self, text: str) -> tuple[float, Callable[[QPainter, QRectF], None]]:
        font, size = self._theme.font("caption", 600), self._theme.px(16)

        def paint(painter: QPainter, rect: QRectF) -> None:
            icon = self._theme.pixmap("triangle-alert", 16, "badF")
            painter.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), icon)
            beside = rect.adjusted(size + self._theme.px(4), 0, 0, 0)
            paint_text(painter, beside, text, font, self._theme.color("badF"), _LEFT)

        return size + self._theme.px(4) + text_width(font, text) + 1, paint

    def _chip(
        self, text: str, ink: str, ground: str
    ) -> tuple[float, Callable[[QPainter, QRectF], None]]:
        font = self._theme.font("micro", 500)
        width = text_width(font, text) + self._theme.px(12)

        def paint(painter: QPainter, rect: QRectF) -> None:
            box = QRectF(rect.left(), 0, rect.width(), self._theme.px(20))
            box.moveTop(rect.center().y() - box.height() / 2)
            with smooth(painter):
                paint_box(painter, box, box.height() / 2, fill=self._theme.color(ground))
            paint_text(painter, box, text, font, self._theme.color(ink))

        return width, paint

    def _paint_mark(self, cell: Cell) -> None:
        at, mark = self.hovered, cell.row.mark
        hovered = at[1] if at and at[0] == cell.row.participant_id else None

        def paint(painter: QPainter, rect: QRectF) -> None:
            paint_mark_control(
                painter,
                rect,
                self._theme,
                self.labels,
                mark,
                read_only=self.read_only,
                hovered=hovered,
            )

        control = self.control_rect(cell.rect.toRect())
        self._paint_once(cell.painter, control, ("mark", mark, hovered, self.read_only), paint)

    def _paint_earlier(self, cell: Cell) -> None:
        if not cell.row.earlier:
            return
        strip = QRectF(cell.rect)
        strip.setHeight(self._theme.px(STRIP_HEIGHT))
        strip.moveTop(cell.rect.top() + (cell.rect.height() - strip.height()) // 2)

        def paint(painter: QPainter, rect: QRectF) -> None:
            paint_braid_strip(painter, rect, self._theme, cell.row.earlier)

        self._paint_once(cell.painter, strip, cell.row.earlier, paint)

    def _paint_once(
        self,
        painter: QPainter,
        rect: QRectF,
        key: Hashable,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Paint from a picture made before: few controls and strips differ, and all are costly."""
        ratio = painter.device().devicePixelRatio()
        size = rect.size().toSize()
        picture = self._pictures.get((key, size.width(), size.height(), ratio))
        if picture is None:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as inner:
                paint(inner, QRectF(0, 0, size.width(), size.height()))
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key, size.width(), size.height(), ratio] = picture
        painter.drawPixmap(rect.topLeft(), picture)

    def _paint_minutes(self, cell: Cell) -> None:
        color = self._theme.color
        if cell.current and cell.row.minutes and not self.read_only:
            box = self.minutes_rect(cell.rect.toRect())
            radius = self._theme.radius("field") - 1
            with smooth(cell.painter):
                paint_box(cell.painter, box, radius, fill=color("surface"), edge=color("ctl"))
        role = "ink" if cell.row.minutes else "ink3"
        font = self._theme.font("body")
        paint_text(cell.painter, cell.rect, minutes_text(cell.row), font, color(role))

    def _paint_entry(self, cell: Cell) -> None:
        written = cell.row.entries > 0
        name = "message-square-text" if written else "message-square-plus"
        icon = self._theme.pixmap(name, 20, "pri" if written else "ink2")
        side = self._theme.px(20)
        corner = cell.rect.center() - QPointF(side / 2, side / 2)
        cell.painter.drawPixmap(corner, icon)
        if written:
            self._paint_badge(cell.painter, corner + QPointF(side - 1, 0), str(cell.row.entries))

    def _paint_badge(self, painter: QPainter, center: QPointF, text: str) -> None:
        size = self._theme.px(16)
        disc = QRectF(0, 0, size, size)
        disc.moveCenter(center)
        font = self._theme.font("micro", 600)
        font.setPixelSize(self._theme.px(11))
        with smooth(painter):
            paint_box(painter, disc, size / 2, fill=self._theme.color("pri"))
        paint_text(painter, disc, text, font, self._theme.color("onpri"))
