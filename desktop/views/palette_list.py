# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the command search: what each is, and how it is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

Index = QModelIndex | QPersistentModelIndex

ROW = 42
_ICON = 18
_PAD = 16
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Line:
    """One find or command. `note` follows the title, `kind` stands at the right; it is found by
    `also`, too, which is not shown."""

    icon: str
    title: str
    kind: str
    run: Callable[[], None]
    note: str = ""
    key: str = ""
    also: str = ""

    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.note, self.kind, self.key) if part)


class Lines(QAbstractListModel):
    """The lines on show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Put other lines in place of these."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        return None


class LinePainter(QStyledItemDelegate):
    """Icon and title at the left; what it is, and on the current line the key, at the right."""

    def __init__(self, theme: Theme, enter: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._enter = enter

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Lines)  # noqa: S101 - the only model it is given
        line = model.lines[index.row()]
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        area = QRectF(option.rect)
        with smooth(painter):
            self._paint(painter, area, line, current)

    def _paint(self, painter: QPainter, area: QRectF, line: Line, current: bool) -> None:
        theme, px = self._theme, self._theme.px
        if current:
            paint_box(painter, area, theme.radius("field"), fill=theme.color("sel"))
        ink = "onsoft" if current else "ink"
        top = area.center().y() - px(_ICON) / 2
        icon = theme.pixmap(line.icon, _ICON, "onsoft" if current else "ink2")
        painter.drawPixmap(round(area.left() + px(12)), round(top), icon)
        inner = area.adjusted(px(12 + _ICON + 10), 0, -px(_PAD), 0)
        small, ink2 = theme.font("small"), theme.color("onsoft" if current else "ink2")
        told = " · ".join(part for part in (line.kind, line.key) if part)
        if current and not line.key:
            told = f"{line.kind} · {self._enter}"
        right = min(text_width(small, told), inner.width() / 2)
        paint_text(
            painter, inner.adjusted(inner.width() - right, 0, 0, 0), told, small, ink2, _RIGHT
        )
        inner.setRight(inner.right() - right - px(_PAD))
        font = theme.font("body", 600 if current else 400)
        paint_text(painter, inner, line.title, font, theme.color(ink), _LEFT)
        inner.setLeft(inner.left() + text_width(font, line.title) + px(10))
        if line.note and inner.width() > px(40):
            paint_text(painter, inner, line.note, small, ink2, _LEFT)
