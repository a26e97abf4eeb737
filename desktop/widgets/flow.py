# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout that sets its items side by side and goes on below where the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop.widgets.item_layout import ItemLayout


class Flow(ItemLayout):
    """Left to right, then down; `gap` is in logical pixels, between items and between lines.

    The items of a line share a middle, or with `centred=False` a top.
    """

    def __init__(self, gap: int, parent: QWidget | None = None, *, centred: bool = True) -> None:
        super().__init__(gap, parent)
        self._centred = centred

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in shown) - self.spacing()
        return self._with_margins(QSize(max(0, width), max((s.height() for s in shown), default=0)))

    def minimumSize(self) -> QSize:
        widest = QSize()
        for item in self._items:
            widest = widest.expandedTo(item.minimumSize())
        return self._with_margins(widest)

    def _with_margins(self, size: QSize) -> QSize:
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in `rect` and return the height they take."""
        area = rect.marginsRemoved(self.contentsMargins())
        top = area.top()
        for line in self._lines(area.width()):
            tall = max(size.height() for _, size in line)
            left = area.left()
            for item, size in line:
                drop = (tall - size.height()) // 2 if self._centred else 0
                if move:
                    item.setGeometry(QRect(QPoint(left, top + drop), size))
                left += size.width() + self.spacing()
            top += tall + self.spacing()
        taken = max(0, top - self.spacing() - area.top())
        return taken + self.contentsMargins().top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with the sizes they get, a list for each line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(0, width)), hint.height())
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines
