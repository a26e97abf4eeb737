# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window of a signed-in person: rail, top bar, pages, the command search and the notices."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk import Desk, Place
from desktop.places import Trail
from desktop.views.commands import icon_of, keys_of, name_of, offered
from desktop.views.keys_help import KeyGroup, keys_help
from desktop.views.page import Page
from desktop.views.page_stack import PageStack
from desktop.views.palette import Palette
from desktop.views.palette_list import Line
from desktop.views.panes import first_stop, next_pane
from desktop.views.rail import Rail
from desktop.views.registry import PAGES, SECTION_OF, SECTIONS, Factory
from desktop.views.top_bar import Person, TopBar
from desktop.widgets.toast import Toast

WIDE_FROM = 1600
_TONES = {"ok": "ok", "info": "info", "warn": "info", "bad": "bad"}


class MainWindow(QWidget):
    """Shows places. The trail is where the person has been; it is kept by whoever made the window."""

    lock_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        person: Person,
        trail: Trail,
        pages: Mapping[str, Factory] = PAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._trail = trail
        self._crumbs: dict[Place, str] = {}
        theme, words = desk.theme, desk.words
        self.rail = Rail(theme, words, SECTIONS)
        self.top_bar = TopBar(theme, words, person)
        self.stack = PageStack(desk, pages)
        self._lay_out()
        self.toast = PageToast(desk, self.stack)
        self.search = Palette(desk, self._lines, self)
        self._commands = self._make_commands()
        self._join()
        self._show(trail.here)

    def page(self) -> Page | None:
        """The page on show."""
        return self.stack.page()

    def go(self, place: Place) -> None:
        """Show a place and remember the present one."""
        self._trail.go(place)
        self._show(place)

    def go_back(self) -> None:
        """The place before this one; with none before, the one above."""
        page = self.page()
        place = self._trail.back()
        if place is not None:
            self._show(place)
        elif page is not None and (above := page.way_back()) is not None:
            self.go(above)

    def go_up(self) -> None:
        """Where the arrow of the top bar leads."""
        page = self.page()
        above = page.way_back() if page is not None else None
        if above is not None:
            self.go(above)

    def settle(self) -> None:
        """Save what is still being written."""
        self.stack.settle()

    def has_unsaved(self) -> bool:
        """Whether the page holds what could not be saved (its property "unsaved")."""
        page = self.page()
        return page is not None and bool(page.property("unsaved"))

    def notice(self, tone: str, sentence: str) -> None:
        """A quiet notice at the foot of the page."""
        self.toast.say(sentence, _TONES[tone], undoable=False)

    def show_keys(self) -> None:
        """The key list."""
        words, page = self._desk.words, self.page()
        own = [
            (keys_of(action, words), name_of(action))
            for action in (offered(page.actions()) if page is not None else [])
            if keys_of(action, words)
        ]
        own += page.keys() if page is not None else []
        told = [(keys_of(action, words), name_of(action)) for action in self._commands]
        groups = [
            KeyGroup(words._("On this page"), own),
            KeyGroup(words._("Pages"), told[: len(SECTIONS)]),
            KeyGroup(words._("Everywhere"), told[len(SECTIONS) :]),
        ]
        keys_help(self._desk.theme, words, groups, self).open()

    def next_pane(self) -> None:
        """Move the keyboard on to the next part of the window."""
        page = self.page()
        focus = QApplication.focusWidget()
        pane = next_pane([self.rail, self.top_bar, page, self.toast], focus)
        if pane is self.rail:
            self.rail.focus_chosen()
        elif pane is page and page is not None:
            page.focus_first()
        elif pane is not None and (stop := first_stop(pane)) is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page's own keys (Ctrl+P, Ctrl+N) work from the rail and the top bar as well."""
        page = self.page()
        if page is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pressed = QKeySequence(event.keyCombination())
            for action in offered(page.actions()):
                if pressed in action.shortcuts():
                    action.trigger()
                    return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_wide(self.width() >= self._desk.theme.px(WIDE_FROM))
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._desk.theme.color("app"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page knows its own name only when it has read it: its layout then changes."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.page():
            self._name_page()
        return False

    def _show(self, place: Place) -> None:
        page = self.stack.show_place(place)
        page.installEventFilter(self)
        self.toast.raise_()
        self._name_page()
        page.focus_first()

    def _name_page(self) -> None:
        page, here = self.page(), self._trail.here
        assert page is not None  # noqa: S101 - called with a page on show
        above = page.way_back()
        self.rail.choose(self._section(here.page, above))
        if above is None:
            self.top_bar.show_search()
            return
        self._crumbs[here] = page.crumb()
        self.top_bar.show_way_back(self._name_of(above), page.crumb())

    def _section(self, page: str, above: Place | None) -> str:
        return SECTION_OF.get(page) or (SECTION_OF.get(above.page, "") if above else "")

    def _name_of(self, place: Place) -> str:
        """What the arrow calls a place: its own name if it was seen, else that of its main page."""
        section = SECTION_OF.get(place.page, "")
        main = next((s.name(self._desk.words) for s in SECTIONS if s.page == section), "")
        return self._crumbs.get(place, "") or main

    def _lines(self) -> Sequence[Line]:
        """The commands on offer now, the page's own first."""
        words, page = self._desk.words, self.page()
        own = offered(page.actions()) if page is not None else []
        return [
            Line(
                icon_of(action),
                name_of(action),
                words._("Command"),
                action.trigger,
                key=keys_of(action, words),
            )
            for action in [*own, *offered(self._commands)]
            if action is not self._search_command
        ]

    def _make_commands(self) -> list[QAction]:
        w, history, add = self._desk.words, self._desk.history, self._command
        for section in SECTIONS:
            go = partial(self.go, Place(section.page))
            add(section.name(w), f"Ctrl+{section.key}", section.icon, go)
        self._search_command = add(w._("Search"), "Ctrl+K", "search", self.search.open)
        undo = add(w._("Undo"), "Ctrl+Z", "undo-2", history.undo)
        redo = add(w._("Redo"), "Ctrl+Y", "redo-2", history.redo)
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        for action, can, told in (
            (undo, history.stack.canUndo(), history.stack.canUndoChanged),
            (redo, history.stack.canRedo(), history.stack.canRedoChanged),
        ):
            action.setEnabled(can)
            told.connect(action.setEnabled)
        add(w._("Back"), "Alt+Left", "arrow-left", self.go_back)
        add(w._("Next part of the window"), "F6", "layout-list", self.next_pane)
        add(w._("Keys"), "F1", "keyboard", self.show_keys)
        add(w._("Lock"), "Ctrl+L", "lock", self.lock_asked.emit)
        return self.actions()

    def _command(self, text: str, keys: str, icon: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: run())
        self.addAction(action)
        return action

    def _join(self) -> None:
        words, history = self._desk.words, self._desk.history
        self.rail.chosen.connect(lambda page: self.go(Place(page)))
        self.top_bar.search_asked.connect(self.search.open)
        self.top_bar.back_asked.connect(self.go_up)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.toast.undo_asked.connect(history.undo)
        history.told.connect(self._tell_step)
        self._taken_back = words._("Taken back: {what}")

    def _tell_step(self, label: str, done: bool) -> None:
        self.toast.say(label if done else self._taken_back.format(what=label), undoable=done)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.top_bar)
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)


class PageToast(Toast):
    """The toast of the page on show, above the bar at its foot if it has one (its property
    "footer": the bar's height in pixels)."""

    def __init__(self, desk: Desk, stack: PageStack) -> None:
        super().__init__(desk.theme, desk.words, stack)
        self._stack = stack

    def _place(self) -> QPoint:
        page = self._stack.page()
        footer = page.property("footer") if page is not None else None
        return super()._place() - QPoint(0, int(footer or 0))
