# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda: rows in order, moved with the keyboard or dragged, and the sum of their minutes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db.queries.session_plan import PlanCard, PlanItem
from desktop.desk import Desk
from desktop.models.plan_draft import is_closed
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_first import FirstStep
from desktop.views.plan_goal_picker import GoalPicker
from desktop.views.plan_row import AgendaRow
from desktop.views.plan_row_list import RowList
from desktop.views.plan_sum import PlanSum
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.label import text_label


class PlanAgenda(Card):
    """The card of the agenda."""

    def __init__(self, desk: Desk, deeds: PlanDeeds, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, padding=0, parent=parent)
        self._desk, self._deeds = desk, deeds
        self._card: PlanCard | None = None
        self._rows: dict[int, AgendaRow] = {}
        self._current: AgendaRow | None = None
        self._wanted: int | None = None
        self._picker: GoalPicker | None = None
        self._picking: int | None = None
        theme, words = desk.theme, desk.words
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 1, 1, 1 + self.shadow())
        self.add_button = Button(theme, words._("Add an item"), size="s", icon="plus")
        self.add_button.clicked.connect(self.add_item)
        self.body.addLayout(self._head())
        self._list = RowList(desk.theme)
        self.body.addWidget(self._list)
        self.first = FirstStep(desk, deeds)
        self.first.add_asked.connect(self.add_item)
        self.body.addWidget(self.first)
        self.sum = PlanSum(theme, words)
        self.body.addWidget(self.sum)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def show_card(self, card: PlanCard) -> None:
        """Show the plan; rows that stay keep their widgets and so the keyboard."""
        self._card = card
        read_only = is_closed(card)
        self.add_button.setVisible(not read_only)
        lost = self._drop_rows({item.item_id for item in card.items})
        for place, item in enumerate(card.items):
            row = self._rows.get(item.item_id) or self._new_row(item.item_id)
            self._list.put(place, row)
            row.show_item(card, item, read_only=read_only)
        self.first.show_card(card)
        self.first.setVisible(not card.items)
        self._list.setVisible(bool(card.items))
        self.sum.setVisible(bool(card.items))
        self.sum.show_sum(card)
        self._order_tabs()
        self._focus_after(lost)
        self._refresh_picker()

    def rows(self) -> list[AgendaRow]:
        """The rows, in order."""
        return self._list.rows()

    def current(self) -> AgendaRow | None:
        """The row that the keyboard is in."""
        return self._current

    def add_item(self) -> None:
        """A new item below the current row, or at the end; the keyboard goes to its title."""
        self._deeds.add(self._current.item_id if self._current else None, self._want)

    def move_current(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        if self._current is not None:
            self._deeds.move(self._current.item_id, by)

    def _head(self) -> QHBoxLayout:
        px = self._desk.theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(15), px(7), px(11), px(8))
        row.addWidget(text_label(self._desk.words._("Agenda"), "heading"))
        row.addStretch(1)
        row.addWidget(self.add_button)
        return row

    def _new_row(self, item_id: int) -> AgendaRow:
        row = AgendaRow(self._desk, self._deeds, item_id)
        row.step_asked.connect(lambda by: self._step(row, by))
        row.goals_asked.connect(lambda: self._pick_goals(row))
        row.grip.dragged.connect(self._list.drag)
        row.grip.dropped.connect(lambda kept: self._drop(row, kept=kept))
        self._rows[item_id] = row
        return row

    def _drop_rows(self, kept: set[int]) -> int | None:
        """Do away with rows whose items are gone; where the keyboard was if it was in one of them."""
        lost = None
        for place, row in enumerate(self._list.rows()):
            if row.item_id in kept:
                continue
            if row is self._current:
                lost, self._current = place, None
            del self._rows[row.item_id]
            self._list.take(row)
        return lost

    def _focus_after(self, lost: int | None) -> None:
        rows = self._list.rows()
        if self._wanted is not None and self._wanted in self._rows:
            self._rows[self._wanted].title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._wanted = None
        elif lost is not None:
            target = rows[min(lost, len(rows) - 1)].grip if rows else self.add_button
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _want(self, item_id: int) -> None:
        self._wanted = item_id

    def _order_tabs(self) -> None:
        stops = [stop for row in self._list.rows() for stop in row.stops()]
        for one, other in zip([self.add_button, *stops], stops, strict=False):
            QWidget.setTabOrder(one, other)

    def _step(self, row: AgendaRow, by: int) -> None:
        rows = self._list.rows()
        place = rows.index(row) + by
        if 0 <= place < len(rows):
            target = rows[place].grip if row.grip.hasFocus() else rows[place].title
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _drop(self, row: AgendaRow, *, kept: bool) -> None:
        by = self._list.drop(row)
        if kept and by:
            self._deeds.move(row.item_id, by)

    def _pick_goals(self, row: AgendaRow) -> None:
        name = row.title.text() or self._desk.words._("Agenda item")
        self._picker = GoalPicker(self._desk, name, self)
        self._picking = row.item_id
        self._picker.ticked.connect(self._tick)
        self._picker.closed.connect(lambda: self._picked(row))
        self._refresh_picker()
        self._picker.open_below(row.goals)

    def _tick(self, goal_id: int, linked: bool) -> None:
        verb = self._deeds.link if linked else self._deeds.unlink
        verb(goal_id, self._picking)

    def _picked(self, row: AgendaRow) -> None:
        self._picker = None
        row.goals.setFocus(Qt.FocusReason.PopupFocusReason)

    def _refresh_picker(self) -> None:
        if self._picker is not None and self._card is not None:
            item = self._item(self._picking)
            self._picker.show_goals(self._card.goals, item.goals if item else ())

    def _item(self, item_id: int | None) -> PlanItem | None:
        items = self._card.items if self._card is not None else ()
        return next((item for item in items if item.item_id == item_id), None)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A popup of the row (its list, its menu) leaves the row current."""
        if new is None or (self.window() is not new.window()):
            return
        now = next((row for row in self._rows.values() if row.isAncestorOf(new)), None)
        if now is self._current:
            return
        for row, is_current in ((self._current, False), (now, True)):
            if row is not None:
                row.set_current(is_current)
        self._current = now
