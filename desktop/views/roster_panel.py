# SPDX-License-Identifier: GPL-3.0-or-later
"""The person of the current row: own words, goals at this session, the entry, and the last one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.people import Person, initials
from desktop.models.roster import name_of
from desktop.theme import Theme
from desktop.views.entry_editor import EntryEditor
from desktop.widgets.avatar import Avatar
from desktop.widgets.buttons import icon_button
from desktop.widgets.goal_card import GoalCard
from desktop.widgets.label import ElidedLabel, text_label
from desktop.widgets.scroll import Scroll
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.person_at_session import PersonAtSession, Written
    from db.queries.roster import RosterGoal, RosterRow


class RosterPanel(QWidget):
    """Shows the row at once, and what is read of the person when it has come."""

    worked_asked = Signal(int, int, bool)
    """Participant, goal, and whether it was worked on."""
    level_asked = Signal(int, int, object)
    """Participant, goal and level; None takes the level back."""
    step_asked = Signal(int)
    """The next person (1) or the one before (-1)."""
    left = Signal()
    """Esc: back to the row."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._row: RosterRow | None = None
        self._told: PersonAtSession | None = None
        self._draft: str | None = None
        self._cards: dict[int, GoalCard] = {}
        self._spare: list[GoalCard] = []
        self.setProperty("pane", True)
        self.editor = EntryEditor(theme, words)
        self.editor.left.connect(self.left)
        self._lay_out()

    def show_person(self, row: "RosterRow", others: Sequence[tuple[Person, str]]) -> None:
        """Show a row; `others` are the other people of the session with their names on the screen."""
        new = self._row is None or self._row.participant_id != row.participant_id
        if new:
            self.editor.settle()
            self._told = self._draft = None
        self._row = row
        name = name_of(self._words, row)
        self.setAccessibleName(name)
        self._avatar.setText(initials(name))
        self._name.setText(name)
        self._show_goals(row)
        if new:
            self._others = others
            self._show_read()
            self._content.verticalScrollBar().setValue(0)

    def show_read(self, told: "PersonAtSession", draft: str | None = None) -> None:
        """Show what was read of the person, if it is still the one in the row; `draft` is what was
        typed and is not stored."""
        if self._row is not None and told.participant_id == self._row.participant_id:
            self._told, self._draft = told, draft
            self._show_read()
            self._show_goals(self._row)

    def toggle_goal(self) -> None:
        """Turn "worked on today" of the goal that carries the key T."""
        card = next(iter(self._cards.values()), None)
        focused = next(
            (c for c in self._cards.values() if c.isAncestorOf(self.focusWidget())), card
        )
        if focused is not None:
            focused.toggle.click()

    def focus_first(self) -> None:
        """The first goal, or the entry of somebody who has none."""
        card = next(iter(self._cards.values()), None)
        target = card.toggle if card is not None else self.editor
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().upper() == "T" and not event.modifiers():
            self.toggle_goal()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            edge = QRect(0, 0, 1, self.height())
            painter.fillRect(edge, self._theme.color("line"))

    def _show_goals(self, row: "RosterRow") -> None:
        if list(self._cards) != [goal.id for goal in row.goals]:
            self._make_cards(row)
        meanings = self._told.meanings if self._told is not None else {}
        for goal in row.goals:
            self._cards[goal.id].show_goal(
                goal.title,
                worked=goal.worked_on,
                last=goal.last_level,
                today=goal.level,
                meanings=meanings.get(goal.id, {}),
            )
        self._goals_head.setVisible(bool(row.goals))
        self._goals_count.setText(str(len(row.goals)))

    def _make_cards(self, row: "RosterRow") -> None:
        """Cards of the strands that are needed; those of the person before are used again."""
        for card in self._cards.values():
            self._goals.removeWidget(card)
            card.hide()
            self._spare.append(card)
        self._cards = {goal.id: self._card(goal) for goal in row.goals}
        for place, card in enumerate(self._cards.values()):
            self._goals.addWidget(card)
            card.show_key(place == 0)
            card.show()

    def _card(self, goal: "RosterGoal") -> GoalCard:
        card = next((c for c in self._spare if c.property("strand") == goal.strand), None)
        if card is not None:
            self._spare.remove(card)
            return card
        card = GoalCard(self._theme, self._words, goal.strand)
        card.setProperty("strand", goal.strand)
        card.worked_changed.connect(partial(self._ask_worked, card))
        card.level_chosen.connect(partial(self._ask_level, card))
        return card

    def _ask_worked(self, card: GoalCard, worked_on: bool) -> None:
        if self._row is not None:
            self.worked_asked.emit(self._row.participant_id, self._goal_of(card), worked_on)

    def _ask_level(self, card: GoalCard, level: int | None) -> None:
        if self._row is not None:
            self.level_asked.emit(self._row.participant_id, self._goal_of(card), level)

    def _goal_of(self, card: GoalCard) -> int:
        return next(goal for goal, own in self._cards.items() if own is card)

    def _show_read(self) -> None:
        """The parts that are read for the person alone; empty until they have come."""
        told, row = self._told, self._row
        assert row is not None  # noqa: S101 - shown only with a row
        self._sub.setText(self._period(told))
        main_goal = told.main_goal if told is not None else ""
        self._main_goal.setText(self._words.quoted(main_goal) if main_goal else "")
        self._main_goal.setVisible(bool(main_goal))
        own = told.own_entry if told is not None else None
        name = name_of(self._words, row)
        self.editor.show_entry(own.text if own is not None else "", row.person, name, self._others)
        self.editor.set_open(told is not None)
        if self._draft is not None:
            self.editor.show_draft(self._draft)
        others = [e for e in told.entries if not e.mine] if told is not None else []
        self._show_written(self._colleagues, [(e, e.initials) for e in others])
        last = told.last if told is not None else None
        self._last_head.setVisible(last is not None)
        self._show_written(self._last, [(last, last.initials)] if last is not None else [])
        if last is not None:
            day = self._words.weekday_date(last.on)
            self._last_head.setText(self._words._("Last time, {day}").format(day=day))

    def _show_written(self, label: QLabel, entries: Sequence[tuple["Written", str]]) -> None:
        label.setText("\n".join(f"{entry.text} – {who}" for entry, who in entries))
        label.setVisible(bool(entries))

    def _period(self, told: "PersonAtSession | None") -> str:
        """Jakso 12.1.–30.6. · kerta 32"""
        words, parts = self._words, []
        if told is None:
            return ""
        if told.period_from is not None:
            first = words.day_month(told.period_from)
            last = words.day_month(told.period_to) if told.period_to is not None else ""
            parts.append(words._("Period {first}–{last}").format(first=first, last=last))
        parts.append(words._("session {number}").format(number=told.nth))
        return " · ".join(parts)

    def _lay_out(self) -> None:
        px, words = self._theme.px, self._words
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(20), px(14), px(20), px(20))
        column.setSpacing(px(8))
        column.addLayout(self._head())
        self._main_goal = text_label("", "body", "ink2", italic=True, wrap=True)
        column.addWidget(self._main_goal)
        self._goals_head = QWidget()
        head = QHBoxLayout(self._goals_head)
        head.setContentsMargins(0, px(4), 0, 0)
        head.addWidget(text_label(words._("Goals this time"), "body", weight=600))
        head.addStretch(1)
        self._goals_count = text_label("", "body", "ink2")
        head.addWidget(self._goals_count)
        column.addWidget(self._goals_head)
        self._goals = QVBoxLayout()
        self._goals.setSpacing(px(8))
        column.addLayout(self._goals)
        column.addSpacing(px(8))
        column.addWidget(self.editor)
        self._colleagues = text_label("", "small", "ink2", wrap=True)
        column.addWidget(self._colleagues)
        column.addSpacing(px(8))
        self._last_head = text_label("", "body", weight=600)
        self._last = text_label("", "small", "ink2", wrap=True)
        column.addWidget(self._last_head)
        column.addWidget(self._last)
        column.addStretch(1)
        self._content = Scroll(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._content)

    def _head(self) -> QHBoxLayout:
        px, words = self._theme.px, self._words
        self._avatar = Avatar(self._theme, "", 44)
        self._name = ElidedLabel("", "title")
        self._sub = ElidedLabel("", "small", "ink2")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._sub)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._avatar)
        row.addLayout(names, 1)
        for icon, by, name in (
            ("chevron-up", -1, words._("Previous participant")),
            ("chevron-down", 1, words._("Next participant")),
        ):
            button = icon_button(self._theme, icon, name, "quiet")
            button.clicked.connect(lambda _on=False, by=by: self.step_asked.emit(by))
            row.addWidget(button)
        return row
