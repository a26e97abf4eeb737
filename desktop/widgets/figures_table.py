# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a summary: bars in the cells of visits, rates with what they are rates of, masked cells."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from db.rules.disclosure import Masked
from desktop.models.figures import BASE, CELL, LABEL, SHARE, STRAND, FiguresModel
from desktop.theme import Theme
from desktop.widgets.bar_cell import paint_bar_cell, paint_masked_cell
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

Index = QModelIndex | QPersistentModelIndex
_ROW, _PAD, _SQUARE = 36, 15, 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """Arrows move from cell to cell; Ctrl+C copies what is selected as a table."""

    def __init__(self, theme: Theme, model: FiguresModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures = model
        self._stretches = True
        self.setModel(model)
        self.setItemDelegate(_Painter(theme, self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(_ROW))
        head.setFont(theme.font("caption"))
        head.setSectionsClickable(False)
        model.modelReset.connect(self._lay_out)

    def follow(self, other: "FiguresTable") -> None:
        """Be the one row below `other`, its columns as wide."""
        self.horizontalHeader().hide()
        self.setFixedHeight(self._theme.px(_ROW))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stretches = False
        head = other.horizontalHeader()
        head.sectionResized.connect(lambda place, _old, new: self.setColumnWidth(place, new))
        other.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self._figures.modelReset.connect(lambda: self._copy_widths(other))

    def _copy_widths(self, other: "FiguresTable") -> None:
        for place in range(len(self._figures.columns)):
            self.setColumnWidth(place, other.columnWidth(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """What is selected, as tab-separated text that spreadsheets take."""
        chosen = sorted((i.row(), i.column()) for i in self.selectedIndexes())
        rows: dict[int, list[str]] = {}
        for row, column in chosen:
            text = self._figures.index(row, column).data()
            rows.setdefault(row, []).append(str(text).replace("\t", " ").replace("\n", " "))
        lines = ("\t".join(row) for row in rows.values())
        QApplication.clipboard().setText("\n".join(lines))

    def _lay_out(self) -> None:
        head, px = self.horizontalHeader(), self._theme.px
        wide = len(self._figures.columns) > 7
        widest = "visits" if "visits" in self._figures.columns else LABEL
        for place, key in enumerate(self._figures.columns):
            stretches = self._stretches and key == widest
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(place, mode)
            if not stretches:
                widths = {LABEL: 210, "group": 150, "rate": 156, "minutes": 92}
                heading = str(self._figures.headerData(place, Qt.Orientation.Horizontal))
                least = text_width(self._theme.font("caption"), heading) + 2 * px(_PAD)
                self.setColumnWidth(
                    place, max(px(widths.get(key, 84 if wide else 108)), int(least))
                )


class _Painter(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = self._theme, index.model()
        assert isinstance(model, FiguresModel)  # noqa: S101 - the only model this view has
        line, key = model.lines[index.row()], model.columns[index.column()]
        rect = QRectF(option.rect)
        painter.save()
        painter.setFont(theme.font("body"))
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.color("line"))
        inner = rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        if key == LABEL:
            self._paint_label(painter, inner, str(index.data()), index.data(STRAND), line.is_total)
        elif key == "visits" and not line.is_total:
            self._paint_visits(painter, inner, index)
        else:
            self._paint_figure(painter, inner, index, line.is_total)
        painter.restore()

    def _paint_label(
        self, painter: QPainter, rect: QRectF, text: str, strand: str, total: bool
    ) -> None:
        theme = self._theme
        if strand:
            side = theme.px(_SQUARE)
            square = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            with smooth(painter):
                paint_box(painter, square, theme.px(3), fill=theme.strand(strand).line)
            rect = rect.adjusted(side + theme.px(10), 0, 0, 0)
        font = theme.font("body", 600 if total else 500)
        paint_text(painter, rect, text, font, theme.color("ink"), align=_LEFT)

    def _paint_visits(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme = self._theme
        if isinstance(index.data(CELL), Masked):
            paint_masked_cell(painter, rect, theme, str(index.data()))
            return
        strand = index.data(STRAND) or "kuusi"
        colour = theme.strand(strand).line
        paint_bar_cell(
            painter, rect, theme, text=str(index.data()), share=index.data(SHARE), color=colour
        )

    def _paint_figure(self, painter: QPainter, rect: QRectF, index: Index, total: bool) -> None:
        theme = self._theme
        ink = theme.color("ink2" if isinstance(index.data(CELL), Masked) else "ink")
        left = bool(int(index.data(Qt.ItemDataRole.TextAlignmentRole)) & 1)
        align = _LEFT if left else _RIGHT
        base = index.data(BASE)
        if base:
            small = theme.font("caption", 400)
            paint_text(painter, rect, base, small, theme.color("ink3"), align=_RIGHT)
            rect = rect.adjusted(0, 0, -text_width(small, base) - theme.px(8), 0)
        font = theme.font("body", 600 if total else 400)
        paint_text(painter, rect, str(index.data()), font, ink, align=align)
