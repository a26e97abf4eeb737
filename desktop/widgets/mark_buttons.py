# SPDX-License-Identifier: GPL-3.0-or-later
"""The attendance control on its own: four radio buttons that look like the segments of a roster row."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.vocabulary import MARK_KEYS
from desktop.widgets.mark_control import (
    HEIGHT,
    control_width,
    paint_segment,
    paint_trough,
    segment_rects,
)
from desktop.widgets.marks import MARKS
from desktop.widgets.painting import smooth


class MarkButtons(QWidget):
    """Chooses a mark. Left and Right move between segments; P, M, I and X choose; Delete clears.

    `labels` are the four names in the order of `MARKS`. `mark_chosen` carries the mark, or `None` when it
    was cleared, and comes only from a person's doing.
    """

    mark_chosen = Signal(object)

    def __init__(self, theme: Theme, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._labels = theme, labels
        self._mark: str | None = None
        self._group = QButtonGroup(self)
        self._segments: Mapping[str, Segment] = {
            mark: Segment(theme, label, mark, self)
            for mark, label in zip(MARKS, labels, strict=True)
        }
        for segment in self._segments.values():
            self._group.addButton(segment)
            segment.clicked.connect(self._clicked)
        self.setFocusProxy(self._segments[MARKS[0]])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def mark(self) -> str | None:
        """The mark chosen; `None` while unrecorded."""
        return self._mark

    def show_mark(self, mark: str | None) -> None:
        """Show a mark without telling anyone."""
        self._mark = mark
        self._group.setExclusive(False)  # an exclusive group would not let go of its last button
        for name, segment in self._segments.items():
            segment.setChecked(name == mark)
        self._group.setExclusive(True)
        self.setFocusProxy(self._segments[mark or MARKS[0]])
        self.update()

    def segment(self, mark: str) -> "Segment":
        """The button of `mark`."""
        return self._segments[mark]

    def sizeHint(self) -> QSize:
        width = control_width(self._theme, self._labels)
        return QSize(math.ceil(width), self._theme.height("target"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = MARK_KEYS.get(event.text().upper())
        if mark is not None:
            self._choose(mark)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        rects = segment_rects(self._theme, self._labels, QRectF(self.rect()))
        for segment, rect in zip(self._segments.values(), rects, strict=True):
            segment.setGeometry(rect.toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, smooth(painter):
            strong, closed = self._mark is None, not self.isEnabled()
            rect = QRectF(_drawn(self, self._theme))
            paint_trough(painter, rect, self._theme, strong=strong, read_only=closed)

    def _clicked(self) -> None:
        self._choose(next(name for name, s in self._segments.items() if s is self.sender()))

    def _choose(self, mark: str | None) -> None:
        if mark == self._mark:
            return
        focused = any(segment.hasFocus() for segment in self._segments.values())
        self.show_mark(mark)
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mark_chosen.emit(mark)


class Segment(QRadioButton):
    """One segment of the control."""

    def __init__(self, theme: Theme, label: str, mark: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self._theme, self._mark = theme, mark
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focus_rect(self) -> QRect:
        """Where the segment is drawn, and the focus ring round it: the target is a little higher."""
        return _drawn(self, self._theme)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Space are a radio button's own; letters are for the control."""
        if event.text().upper() in MARK_KEYS or event.key() in (
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, smooth(painter):
            paint_segment(
                painter,
                QRectF(self.focus_rect()),
                self._theme,
                self.text(),
                self._mark,
                chosen=self.isChecked(),
                hovered=self.underMouse() and self.isEnabled(),
                read_only=not self.isEnabled(),
            )


def _drawn(widget: QWidget, theme: Theme) -> QRect:
    inset = (widget.height() - theme.px(HEIGHT)) // 2
    return widget.rect().adjusted(0, inset, 0, -inset)
