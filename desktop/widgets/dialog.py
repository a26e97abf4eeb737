# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog: a title, one sentence, perhaps a form, and two verbs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import paint_sheet
from desktop.widgets.focus_ring import FocusRing
from desktop.widgets.label import text_label
from desktop.widgets.scroll import Scroll

_SHADOW = 8


class Dialog(QDialog):
    """The safe action at the left is also Esc; the main one at the right is also Enter.

    A dangerous main action (`main_kind` "danger") starts with the focus on the safe one. `body` may
    be any widget; it scrolls where the screen is too low for it. Without `main` there is only one
    button. Connect `main_button.clicked` in place of `accept` by `closes=False` when the answer
    must be checked first.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        *,
        safe: str,
        main: str | None = None,
        main_kind: str = "primary",
        body: QWidget | None = None,
        closes: bool = True,
        width: int = 448,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.safe_button = Button(theme, safe, "secondary")
        self.safe_button.clicked.connect(self.reject)
        self.main_button = Button(theme, main, main_kind) if main is not None else None
        column = QVBoxLayout(self)
        edge = theme.px(24)
        column.setContentsMargins(edge, edge, edge, edge + theme.px(_SHADOW))
        column.setSpacing(theme.px(8))
        column.addWidget(text_label(title, "title", wrap=True))
        if sentence:
            column.addWidget(text_label(sentence, "body", "ink2", wrap=True))
        if body is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(Scroll(body, theme.px(width) - 2 * edge), 1)
        column.addSpacing(theme.px(12))
        column.addLayout(self._verbs(closes))
        self.setMinimumWidth(theme.px(width))
        FocusRing(theme, self)
        self._start(body, careful=main_kind == "danger")

    def showEvent(self, event: object) -> None:
        """Stay within the screen; the body scrolls instead."""
        room = self.screen().availableGeometry().height()
        self.setMaximumHeight(room)
        # Qt itself opens a window no taller than two thirds of the screen.
        wanted = self.sizeHint().height()
        self.resize(self.width(), max(self.height(), min(wanted, room)))
        super().showEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0, 0, 0, -self._theme.px(_SHADOW))
        paint_sheet(
            painter, self._theme, area, radius=self._theme.radius("dialog"), elevation="popover"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sheet has no title bar; it is dragged by any empty place."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def _start(self, body: QWidget | None, *, careful: bool) -> None:
        """Put the focus into the form, else on the main action, else where nothing can go wrong."""
        inputs = [] if body is None else [body, *body.findChildren(QWidget)]
        stops = [w for w in inputs if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
        if stops:
            stops[0].setFocus()
        elif self.main_button is None or careful:
            self.safe_button.setFocus()
        else:
            self.main_button.setFocus()

    def _verbs(self, closes: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(16))
        row.addWidget(self.safe_button)
        row.addStretch(1)
        if self.main_button is None:
            self.safe_button.setDefault(True)
            return row
        self.main_button.setDefault(True)
        if closes:
            self.main_button.clicked.connect(self.accept)
        row.addWidget(self.main_button)
        return row
