# SPDX-License-Identifier: GPL-3.0-or-later
"""The handle by which an agenda row is taken: with the mouse to drag it, with Alt and arrows to move it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.theme import Theme


class Grip(QAbstractButton):
    """Six dots. `dragged` tells where the pointer is on the screen, `dropped` that it was let go
    (True) or that the drag was given up with Esc (False)."""

    dragged = Signal(QPoint)
    dropped = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setProperty("focusRadius", 6)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.height("target"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = "focus" if self._is_dragging else "ink2" if self.underMouse() else "ink3"
        picture = self._theme.pixmap("grip-vertical", 18, role, 2)
        side = self._theme.px(18)
        with QPainter(self) as painter:
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._pressed_at is None:
            return
        far = (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragging:
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragging:
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._end(kept=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._end(kept=False)
        else:
            super().keyPressEvent(event)

    def _end(self, *, kept: bool) -> None:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()
        if was_dragging:
            self.dropped.emit(kept)
