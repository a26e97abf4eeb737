# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a list page: rows of 44, one delegate for every cell, keys and pointer alike."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.listing import Listing, Shown
from desktop.theme import Theme
from desktop.widgets.painting import paint_box, smooth

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

_PAD = 8
_CHIP = 22
_CHIP_PAD = 8
_BAR = 4
_ELIDE = Qt.TextElideMode.ElideRight


class CellPainter(QStyledItemDelegate):
    """Draws every cell; fonts and their measures are made once."""

    def __init__(
        self, theme: Theme, columns: Sequence[Shown[Any]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.hovered = -1
        self._fonts = [theme.font("body", column.weight) for column in columns]
        self._measures = [QFontMetricsF(font) for font in self._fonts]
        self._caption = theme.font("caption", 600)
        self._caption_measure = QFontMetricsF(self._caption)
        self._line = theme.color("line")
        self._fills = {"sel": theme.color("sel"), "hover": theme.color("hover")}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._theme.height("roster_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Listing)  # noqa: S101 - the only model it is given
        row, number = model.rows[index.row()], index.column()
        column = self._columns[number]
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() == self.hovered:
            painter.fillRect(rect, self._fills["sel" if chosen else "hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        area = QRectF(rect).adjusted(self._theme.px(_PAD), 0, -self._theme.px(_PAD), 0)
        if column.strand is not None:
            area = self._paint_strand(painter, area, column.strand(row))
        role = "onsoft" if chosen else column.tone
        taken = self._paint_text(painter, area, column.text(row), number, role)
        chips = column.chips(row)
        if chips:
            area.setLeft(area.left() + taken + self._theme.px(8))
            self._paint_chips(painter, area, chips)

    def _paint_text(
        self, painter: QPainter, area: QRectF, text: str, number: int, role: str
    ) -> float:
        """Write the text and tell how wide it came out."""
        if not text:
            return 0.0
        column, measure = self._columns[number], self._measures[number]
        wide = measure.horizontalAdvance(text)
        if wide > area.width():
            text = measure.elidedText(text, _ELIDE, area.width())
        painter.setFont(self._fonts[number])
        painter.setPen(self._theme.color(role))
        painter.drawText(area, column.align | Qt.TextFlag.TextSingleLine, text)
        return min(wide, area.width())

    def _paint_strand(self, painter: QPainter, area: QRectF, strand: str) -> QRectF:
        theme = self._theme
        bar = QRectF(area.left(), area.top() + theme.px(9), theme.px(_BAR), 0)
        bar.setBottom(area.bottom() - theme.px(9))
        with smooth(painter):
            paint_box(painter, bar, bar.width() / 2, fill=theme.strand(strand).line)
        return area.adjusted(theme.px(_BAR + 10), 0, 0, 0)

    def _paint_chips(
        self, painter: QPainter, area: QRectF, chips: Sequence[tuple[str, str]]
    ) -> None:
        theme = self._theme
        with smooth(painter):
            for text, tone in chips:
                wide = self._caption_measure.horizontalAdvance(text) + 2 * theme.px(_CHIP_PAD)
                if wide > area.width():
                    return
                chip = QRectF(area.left(), 0, wide, theme.px(_CHIP))
                chip.moveTop(area.center().y() - chip.height() / 2)
                paint_box(painter, chip, chip.height() / 2, fill=theme.color(f"{tone}B"))
                painter.setFont(self._caption)
                painter.setPen(theme.color(f"{tone}F"))
                painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
                area.setLeft(chip.right() + theme.px(6))


class ListView(QTableView):
    """`opened` carries the number of a row that was pressed or entered; `typed` what was typed here
    and belongs into the search field."""

    opened = Signal(int)
    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: Listing[R],
        columns: Sequence[Shown[R]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, columns
        self.setModel(model)
        self._painter = CellPainter(theme, columns, self)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.height("roster_row"))
        self.verticalScrollBar().setSingleStep(theme.height("roster_row"))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setTextElideMode(_ELIDE)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setMinimumSectionSize(1)
        head.setFixedHeight(theme.height("report_row"))
        head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSortingEnabled(True)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewport().installEventFilter(self)

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into sight; none is there, nothing happens."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Move the current row."""
        last = self.model().rowCount() - 1
        self.choose(min(max(self.currentIndex().row() + by, 0), last))

    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.viewport().height() // self._theme.height("roster_row") - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters go to the search field."""
        text = event.text()
        with_modifier = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif text.isprintable() and text.strip() and not with_modifier:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Each column its width, and the rest by shares; where there is too little, all give way."""
        widths = [self._theme.px(column.width) for column in self._columns]
        spare = self.viewport().width() - sum(widths)
        shares = sum(column.share for column in self._columns)
        for number, column in enumerate(self._columns):
            if spare >= 0:
                own = widths[number] + (spare * column.share // shares if shares else 0)
            else:
                own = widths[number] * self.viewport().width() // sum(widths)
            self.setColumnWidth(number, own)

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()
