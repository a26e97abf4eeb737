# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of one group and of one person share: a head that stays, and cards that are made
anew from each answer without losing the keyboard's place or the scroll."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import Refused
from desktop.desk import Desk, Place
from desktop.sentences import sentence
from desktop.views.page import Page
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.page_header import PageHeader
from desktop.widgets.plait import EmptyBraid
from desktop.widgets.reflow import Columns
from desktop.widgets.scroll import Scroll
from desktop.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.work import Ask

T = TypeVar("T")

_WIDE_FROM = 860


class DetailPage(Page, Generic[T]):
    """Reads one card (`ask`) and shows it (`fill_head`, `build`); what is gone is said, with the
    way back to the list."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        assert place.key is not None  # noqa: S101 - such places always name what they show
        self.own_id = place.key
        self.card: T | None = None
        theme = desk.theme
        self.header = PageHeader(theme, "")
        self.badge = QHBoxLayout()
        name, self._actions = QWidget(), QWidget()
        named = QHBoxLayout(name)
        named.setContentsMargins(0, 0, 0, 0)
        named.setSpacing(theme.px(14))
        named.addLayout(self.badge)
        named.addWidget(self.header, 1)
        self._action_row = QHBoxLayout(self._actions)
        self._action_row.setContentsMargins(0, 0, 0, 0)
        self._action_row.setSpacing(theme.px(8))
        # Large text leaves no room for the name beside three verbs: they go below it.
        head = Columns(
            [(name, 1), (self._actions, 0)], gap=theme.px(10), width=theme.px(_WIDE_FROM)
        )
        self._column = QVBoxLayout(self)
        edge = theme.space("page")
        self._column.setContentsMargins(edge, theme.px(16), edge, 0)
        self._column.setSpacing(theme.px(14))
        self._column.addWidget(head)
        waiting = Skeleton(theme, desk.words._("Loading"), (0.5, 0.8, 0.6, 0.7))
        self._shown: QWidget = waiting
        self._column.addWidget(waiting, 1)

    def ask(self) -> "Ask[T]":
        """The question whose answer is the card."""
        raise NotImplementedError

    def fill_head(self, card: T) -> None:
        """Show the card's name and state in the head."""
        raise NotImplementedError

    def build(self, card: T) -> QWidget:
        """The cards of the page."""
        raise NotImplementedError

    def load(self) -> None:
        self.desk.worker.read(self, self.ask(), self._show, failed=self._refused, latest="card")

    def rebuild(self) -> None:
        """Show the same card again: a choice of what to see has changed."""
        if self.card is not None:
            self._show(self.card)

    def focus_first(self) -> None:
        first = self._actions.findChild(Button)
        if isinstance(first, Button):
            first.setFocus()

    def command(self, text: str, icon: str, run: "Callable[[], Any]", *, kind: str = "secondary",
                keys: str = "") -> Button:  # fmt: skip
        """A button in the head that is a command of the page as well, with its key."""
        button = Button(self.desk.theme, text, kind, icon=icon)
        button.clicked.connect(run)
        self._action_row.addWidget(button)
        self.add_command(text, run, keys)
        return button

    def add_command(self, text: str, run: "Callable[[], Any]", keys: str = "") -> QAction:
        """A command of the page; the command search finds it."""
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: run())
        self.addAction(action)
        return action

    def _show(self, card: T) -> None:
        self.card = card
        self.fill_head(card)
        self._set_able(able=True)
        self._put(Scroll(self._padded(self.build(card))))

    def _refused(self, error: object) -> None:
        """Somebody removed what the page shows, or it was taken back."""
        words, theme = self.desk.words, self.desk.theme
        assert isinstance(error, Refused)  # noqa: S101 - the worker gives nothing else here
        self.card = None
        above = self.way_back()
        back = Button(theme, words._("Back to the list"), icon="arrow-left")
        back.clicked.connect(lambda: self.desk.go(above) if above else None)
        gone = words._("Nothing here any more")
        told = sentence(words, error)
        self._set_able(able=False)
        self._put(EmptyState(theme, EmptyBraid(theme, "app"), gone, told, button=back))
        back.setFocus()

    def _set_able(self, *, able: bool) -> None:
        for button in self._actions.findChildren(Button):
            button.setEnabled(able)
        for action in self.actions():
            action.setEnabled(able)

    def _put(self, shown: QWidget) -> None:
        """Show it in place of what is on show, at the same scroll and with the keyboard where it was."""
        focus, before = self._focus_name(), self._shown
        scrolled = before.verticalScrollBar().value() if isinstance(before, Scroll) else 0
        self._column.replaceWidget(before, shown)
        before.hide()
        before.deleteLater()
        self._shown = shown
        shown.show()
        if scrolled and isinstance(shown, Scroll):
            # The bar has its range only once the new cards are laid out.
            QTimer.singleShot(0, shown, lambda: shown.verticalScrollBar().setValue(scrolled))
        if focus is not None:
            found = shown.findChild(QWidget, focus) if focus else None
            (found.setFocus if isinstance(found, QWidget) else self.focus_first)()

    def _focus_name(self) -> str | None:
        """The name of the widget on show that has the keyboard; None where it is elsewhere."""
        focus: QWidget | None = self.window().focusWidget()
        if focus is None or not self._shown.isAncestorOf(focus):
            return None
        return focus.objectName()

    def _padded(self, content: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self.desk.theme.px(4), self.desk.theme.space("page"))
        column.addWidget(content)
        column.addStretch(1)
        return holder
