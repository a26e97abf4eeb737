# SPDX-License-Identifier: GPL-3.0-or-later
"""Toasts: what was just done, at the bottom left of a pane, with the way to take it back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.theme import Theme
from desktop.widgets.card import Card
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.widgets.link import link

if TYPE_CHECKING:
    from desktop.words import Words

_ICONS = {"ok": ("circle-check", "okF"), "info": ("info", "infoF"), "bad": ("circle-alert", "badF")}
_INSET = 24


class Toast(Card):
    """One toast of a pane; a new sentence takes the place of the old one.

    It goes after `interval` milliseconds (the tokens' 8 s), but not while the pointer is over it
    or the focus in it. `undo_asked` is emitted when a person takes the change back here.
    """

    undo_asked = Signal()

    def __init__(
        self, theme: Theme, words: "Words", pane: QWidget, *, interval: int | None = None
    ) -> None:
        super().__init__(theme, elevation="popover", padding=12, across=True, parent=pane)
        self._pane = pane
        self.body.setSpacing(theme.px(12))
        self._icon = QLabel()
        self._label = text_label("", wrap=False)
        self.undo = link(theme, words._("Undo"), icon="undo-2", chevron=False)
        self._key = keycap(words._("Ctrl Z"))
        for part in (self._icon, self._label, self.undo, self._key):
            self.body.addWidget(part)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(theme.delay("toast") if interval is None else interval)
        self._timer.timeout.connect(self._go_unless_held)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.undo.clicked.connect(self._undo)
        pane.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()

    def say(self, text: str, tone: str = "ok", *, undoable: bool = True) -> None:
        """Show a sentence (tone ok, info or bad) and let a screen reader say it."""
        icon, role = _ICONS[tone]
        self._icon.setPixmap(self._theme.pixmap(icon, 20, role))
        self._label.setText(text)
        self._label.setWordWrap(False)
        self.undo.setVisible(undoable)
        self._key.setVisible(undoable)
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._show_up()
        self._timer.start()

    def text(self) -> str:
        """The sentence on show, or the last one."""
        return self._label.text()

    def dismiss(self) -> None:
        """Put the toast away."""
        self._timer.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._pane and self.isVisible():
            self._fit()
            self.move(self._place())
        return super().eventFilter(watched, event)

    def _show_up(self) -> None:
        self._fit()
        self._rise.stop()
        self.move(self._place())
        self.raise_()
        if not self.isVisible() and self._theme.motion:
            self._rise.setDuration(self._theme.duration("panel"))
            self._rise.setStartValue(self._place() + QPoint(0, self._theme.px(8)))
            self._rise.setEndValue(self._place())
            self._rise.start()
        self.show()

    def _fit(self) -> None:
        """As wide as the sentence; where the pane is narrower the sentence wraps."""
        self._label.setWordWrap(False)
        room = self._pane.width() - 2 * self._theme.px(_INSET)
        if self.sizeHint().width() > room:
            self._label.setWordWrap(True)
            self.setFixedWidth(max(room, self.minimumSizeHint().width()))
            self.resize(self.width(), self.heightForWidth(self.width()))
            return
        self.setMinimumWidth(0)
        self.setMaximumWidth(room)
        self.adjustSize()

    def _place(self) -> QPoint:
        inset = self._theme.px(_INSET)
        return QPoint(inset, self._pane.height() - self.height() - inset + self.shadow())

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.isAncestorOf(new)
        if inside:
            self._timer.stop()
        elif self.isVisible() and not self._timer.isActive() and not self.underMouse():
            self._timer.start()

    def _go_unless_held(self) -> None:
        focused = QApplication.focusWidget()
        if not (focused is not None and self.isAncestorOf(focused)):
            self.hide()

    def _undo(self) -> None:
        self.dismiss()
        self.undo_asked.emit()
