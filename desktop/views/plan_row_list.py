# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the agenda below one another, and where a dragged one would go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.views.plan_row import AgendaRow


class RowList(QWidget):
    """Rows below one another, and while one is dragged a line where it would go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._line = _DropLine(theme, self)
        self._target: int | None = None

    def rows(self) -> list[AgendaRow]:
        """In order."""
        items = (self._column.itemAt(n) for n in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, AgendaRow)]

    def put(self, place: int, row: AgendaRow) -> None:
        """Give a row its place; one that is there already is left alone."""
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)

    def take(self, row: AgendaRow) -> None:
        """Do away with a row."""
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def drag(self, at: QPoint) -> None:
        """Show where a row would go if it were let go at `at` on the screen."""
        y = self.mapFromGlobal(at).y()
        rows = self.rows()
        self._target = sum(y > other.geometry().center().y() for other in rows)
        edge = rows[self._target].y() if self._target < len(rows) else self.height()
        self._line.show_at(edge)

    def drop(self, row: AgendaRow) -> int:
        """Put the line away; by how many places the row is to move."""
        self._line.hide()
        if self._target is None:
            return 0
        old, new = self._column.indexOf(row), self._target
        self._target = None
        return new - old - 1 if new > old else new - old


class _DropLine(QWidget):
    """A line in the focus colour with a bead at its start."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Lie across the list at height `y`."""
        high = self._theme.px(10)
        top = min(max(y - high // 2, 0), self._list.height() - high)
        self.setGeometry(0, top, self._list.width(), high)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._theme.px
        middle = self.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("focus"))
            painter.drawEllipse(px(8), round(middle - px(4)), px(8), px(8))
            painter.drawRect(px(14), round(middle - px(1)), self.width() - px(22), px(2))
