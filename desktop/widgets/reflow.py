# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts that follow the room there is: columns side by side or one below the other, and even grids."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

from desktop.widgets.item_layout import ItemLayout


class Columns(QWidget):
    """Parts side by side, with their stretches, where there are `width` pixels; else stacked."""

    def __init__(
        self,
        parts: Sequence[tuple[QWidget, int]],
        *,
        gap: int,
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide_from = width
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._parts = parts
        for part, stretch in parts:
            self._box.addWidget(part, stretch)

    def is_wide(self) -> bool:
        """Whether the parts stand side by side."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it can always be stacked."""
        widest = max(part.minimumSizeHint().width() for part, _ in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= self._wide_from
        if wide != self.is_wide():
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._box.setDirection(across if wide else down)
        super().resizeEvent(event)


class EvenGrid(ItemLayout):
    """Items of one width, as many in a line as fit with at least `least` pixels each and none wider
    than `most`; those of a line are equally tall."""

    def __init__(self, least: int, most: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._least, self._most = least, most

    def sizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(self._least))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(min(widest, self._least), 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in `rect` and return the height they take."""
        gap = self.spacing()
        fit = max(1, (rect.width() + gap) // (self._least + gap))
        across = min(fit, max(1, len(self._items)))
        wide = min((rect.width() - gap * (across - 1)) // across, self._most)
        top = rect.top()
        for start in range(0, len(self._items), across):
            line = self._items[start : start + across]
            tall = max(_height(item, wide) for item in line)
            for number, item in enumerate(line):
                if move:
                    corner = QPoint(rect.left() + number * (wide + gap), top)
                    item.setGeometry(QRect(corner, QSize(wide, tall)))
            top += tall + gap
        return max(0, top - gap - rect.top())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
