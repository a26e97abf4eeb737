# SPDX-License-Identifier: GPL-3.0-or-later
"""The focus ring: drawn over the window, outside the widget that has the keyboard."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.theme import Theme, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QTabBar

_RADIUS = 8
# Asked by name: PySide makes a class the first time Python names it, and the first paint waits.
_TEXT_FIELDS = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit")
_POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Follows the focus in one window and shows a ring while the keyboard is what people use.

    A widget may offer `focus_rect() -> QRect` (in its own coordinates) to have a part of it ringed,
    and the property "focusRadius" (design pixels) for its corners. Item views get their current
    cell, tab bars their current tab. Fields for text show focus on their own edge and get no ring.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._by_keyboard = True
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._seen = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._focus_moved(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """The widget that has the ring at this moment."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind in _POINTER or kind == QEvent.Type.KeyPress:
                self._by_keyboard = kind == QEvent.Type.KeyPress
                self._follow()
        elif kind == QEvent.Type.Show and watched is self._window:
            # Only a shown window has the handle through which keys and pointer arrive.
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
            self._follow()
        elif kind in _MOVES or (kind == QEvent.Type.Paint and watched in self._watched[:2]):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        sizes = tokens()["focus"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._seen.translated(-self.pos()))
        edge = self._margin()
        inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        halo, gap, width = sizes["halo"], sizes["gap"], sizes["width"]
        for out, pen in ((halo / 2, QPen(self._theme.color("surface"), halo)),
                         (gap, QPen(self._theme.color("focus"), width))):  # fmt: skip
            painter.setPen(pen)
            corner = self._corner() + out
            painter.drawRoundedRect(inner.adjusted(-out, -out, out, out), corner, corner)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched.clear()
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        if self._target is not None and _shows_focus_itself(self._target):
            self._target = None
        part: QWidget | None = self._target
        if part is not None and part.inherits("QAbstractScrollArea"):
            self._watched.append(cast("QAbstractScrollArea", part).viewport())
        while part is not None and part is not self._window:
            self._watched.append(part)
            part = part.parentWidget()
        for watched in self._watched:
            watched.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        """Move to where the target is now, or go where there is nothing to ring."""
        target = self._target
        if target is None or not isValid(target) or not self._by_keyboard:
            self.hide()
            return
        inner = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        part = _part_of(target)
        inner = QRect(inner.topLeft() + part.topLeft(), part.size())
        edge = self._margin()
        self._seen = self._in_sight(target, inner.adjusted(-edge, -edge, edge, edge))
        if self._seen.isEmpty() or not target.isVisible():
            self.hide()
            return
        outer = inner.adjusted(-edge, -edge, edge, edge)
        if outer != self.geometry():
            self.setGeometry(outer)
            self.update()
        if not self.isVisible():
            self.show()
            self.raise_()

    def _in_sight(self, target: QWidget, outer: QRect) -> QRect:
        """The part of the ring that scroll areas round the target let through."""
        seen = outer.intersected(self._window.rect())
        part: QWidget | None = target
        if target.inherits("QAbstractItemView"):
            part = cast("QAbstractScrollArea", target).viewport()
        edge = self._margin()
        while part is not None and part is not self._window:
            above = part.parentWidget()
            if above is not None and above.inherits("QAbstractScrollArea"):
                port = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
                seen = seen.intersected(port.adjusted(-edge, -edge, edge, edge))
            part = above
        return seen

    def _margin(self) -> int:
        return int(tokens()["focus"]["gap"] + tokens()["focus"]["width"])

    def _corner(self) -> float:
        own = self._target.property("focusRadius") if self._target is not None else None
        return self._theme.px(_RADIUS if own is None else float(own))


def _shows_focus_itself(widget: QWidget) -> bool:
    if widget.inherits("QComboBox"):
        return bool(widget.property("editable"))
    return any(widget.inherits(kind) for kind in _TEXT_FIELDS)


def _part_of(widget: QWidget) -> QRect:
    """The rectangle to ring, in the widget's own coordinates."""
    own = getattr(widget, "focus_rect", None)
    if own is not None:
        return QRect(own())
    if widget.inherits("QAbstractItemView"):
        return _current_cell(widget)
    if widget.inherits("QTabBar"):
        return _current_tab(widget)
    return widget.rect()


def _current_cell(widget: QWidget) -> QRect:
    view = cast("QAbstractItemView", widget)
    index = view.currentIndex()
    if not index.isValid():
        return view.rect()
    cell = view.visualRect(index)
    if view.selectionBehavior() == view.SelectionBehavior.SelectRows:
        cell.setLeft(0)
        cell.setRight(view.viewport().width() - 1)
    return cell.translated(view.viewport().pos())


def _current_tab(widget: QWidget) -> QRect:
    bar = cast("QTabBar", widget)
    return bar.tabRect(bar.currentIndex())
