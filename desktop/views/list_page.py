# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lists of groups and of participants share: search as you type, order, empty states."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import Desk
from desktop.models.listing import Listing, Shown
from desktop.views.list_view import ListView
from desktop.views.page import Page
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.page_header import PageHeader
from desktop.widgets.plait import EmptyBraid
from desktop.widgets.search_field import SearchField
from desktop.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from db.work import Ask

R = TypeVar("R")

_SEARCH_WIDTH = 420


class ListPage(Page, Generic[R]):
    """The keyboard starts in the search field: letters search, Up and Down move in the list, Enter
    opens, Esc clears. Letters typed in the list go to the search field as well."""

    def __init__(self, desk: Desk, columns: Sequence[Shown[R]], parent: QWidget | None) -> None:
        super().__init__(desk, parent)
        words, theme = desk.words, desk.theme
        self.columns = columns
        self.model: Listing[R] = Listing(columns, self.key, self.folded, self.is_archived, self)
        self.header = PageHeader(theme, self.title())
        self.new_button = Button(theme, self.new_text(), "primary", icon="plus")
        self.new_button.clicked.connect(self.new)
        self.header.add_action(self.new_button)
        self.search = SearchField(theme, self.search_hint(), words._("Search"))
        self.search.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._searched)
        self.archived = QCheckBox(words._("Show archived"))
        self.archived.toggled.connect(self._toggled_archived)
        self.view = ListView(theme, self.model, columns)
        self.view.setAccessibleName(self.title())
        self.view.opened.connect(lambda row: self.open(self.model.rows[row]))
        self.view.typed.connect(self._typed_in_list)
        self._lay_out()
        self._make_commands()

    def title(self) -> str:
        """What is listed."""
        raise NotImplementedError

    def new_text(self) -> str:
        """What the button for a new one says."""
        raise NotImplementedError

    def search_hint(self) -> str:
        """What can be searched for."""
        raise NotImplementedError

    def empty_texts(self) -> tuple[str, str]:
        """What is said where there is none at all, and the next step."""
        raise NotImplementedError

    def count_text(self, shown: int, total: int) -> str:
        """How many are shown, of how many."""
        raise NotImplementedError

    def ask(self) -> "Ask[list[R]]":
        """The question that gives every row."""
        raise NotImplementedError

    def key(self, row: R) -> Hashable:
        """What tells one row from another."""
        raise NotImplementedError

    def folded(self, row: R) -> str:
        """The text that is searched in, folded."""
        raise NotImplementedError

    def is_archived(self, row: R) -> bool:
        """Whether a row is shown only when asked for."""
        raise NotImplementedError

    def open(self, row: R) -> None:
        """Go to what a row tells of."""
        raise NotImplementedError

    def new(self) -> None:
        """Show the form for a new one."""
        raise NotImplementedError

    def load(self) -> None:
        self.desk.worker.read(self, self.ask(), self.show_rows, latest="rows")

    def show_rows(self, rows: list[R]) -> None:
        """Show what came; the current row stays the current one if it is still there."""
        current = self.view.currentIndex().row()
        kept = self.key(self.model.rows[current]) if 0 <= current < len(self.model.rows) else None
        self.model.show(rows)
        self._choose(self.model.row_of(kept) if kept is not None else 0)
        self._show_state()

    def focus_first(self) -> None:
        self.search.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        words = self.desk.words
        return [
            ("↑ ↓", words._("Move in the list")),
            (words._("Enter"), words._("Open")),
            (words._("Esc"), words._("Clear the search")),
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        """Whether a key in the search field was for the list."""
        key = Qt.Key(event.key())
        page = self.view.page()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1,
                 Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}  # fmt: skip
        if key in steps:
            self.view.step(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            row = self.view.currentIndex().row()
            if 0 <= row < len(self.model.rows):
                self.open(self.model.rows[row])
        elif key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            return False
        return True

    def _typed_in_list(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _searched(self, text: str) -> None:
        self.model.search(text)
        self._choose(0)
        self._show_state()

    def _toggled_archived(self, shown: bool) -> None:
        self.model.show_hidden(shown)
        self._choose(0)
        self._show_state()

    def _choose(self, row: int | None) -> None:
        self.view.choose(row or 0)

    def _show_state(self) -> None:
        """The table, or why it is empty and what to do."""
        shown, total = len(self.model.rows), self.model.total
        self.header.set_texts(self.title(), self.count_text(shown, total))
        if self.model.is_empty or (not total and not self.search.text()):
            self._stack.setCurrentWidget(self._empty)
        elif not shown:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self.view)

    def _lay_out(self) -> None:
        theme, words = self.desk.theme, self.desk.words
        column = QVBoxLayout(self)
        edge = theme.space("page")
        column.setContentsMargins(theme.px(32), theme.px(20), edge, edge - theme.px(4))
        column.setSpacing(theme.px(12))
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(theme.px(20))
        row.addWidget(self.search, 1)
        row.addWidget(self.archived)
        row.addStretch(1)
        column.addLayout(row)
        card = Card(theme, padding=4)
        self._stack = QStackedLayout()
        new = Button(theme, self.new_text(), icon="plus")
        new.clicked.connect(self.new)
        self._empty = EmptyState(theme, EmptyBraid(theme), *self.empty_texts(), button=new)
        clear = Button(theme, words._("Clear the search"), icon="x")
        clear.clicked.connect(self.search.clear)
        clear.clicked.connect(self.search.setFocus)
        self._nothing = EmptyState(
            theme,
            EmptyBraid(theme),
            words._("Nothing fits the search"),
            words._("Try fewer letters, or look among the archived ones too."),
            button=clear,
        )
        waiting = Skeleton(theme, words._("Loading"), (0.7, 0.5, 0.9, 0.6, 0.8))
        for part in (waiting, self.view, self._empty, self._nothing):
            self._stack.addWidget(part)
        card.body.addLayout(self._stack)
        column.addWidget(card, 1)

    def _make_commands(self) -> None:
        words = self.desk.words
        new = QAction(self.new_text(), self)
        new.setShortcut(QKeySequence("Ctrl+N"))
        new.triggered.connect(self.new)
        self.addAction(new)
        find = QAction(words._("Search in the list"), self)
        find.setShortcut(QKeySequence("Ctrl+F"))
        find.triggered.connect(self._to_search)
        self.addAction(find)
        for number, column in enumerate(self.columns):
            order = QAction(words._("Order by: {column}").format(column=column.header), self)
            order.setShortcut(QKeySequence(f"Alt+{number + 1}"))
            order.triggered.connect(lambda _on=False, n=number: self._order_by(n))
            self.addAction(order)
        for action in self.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _order_by(self, number: int) -> None:
        """Order by a column; the second time the other way round."""
        head = self.view.horizontalHeader()
        same = head.sortIndicatorSection() == number
        upwards = head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        down = same and upwards
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(number, order)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
