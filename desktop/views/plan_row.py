# SPDX-License-Identifier: GPL-3.0-or-later
"""One agenda item as a row: handle, start, minutes, title, who, goals, and what else can be done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from db.queries.session_plan import PlanCard, PlanItem
from desktop.desk import Desk
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_grip import Grip
from desktop.views.plan_who import WhoCombo
from desktop.widgets.glyph_button import GlyphButton
from desktop.widgets.history_keys import HistoryKeys
from desktop.widgets.inline_line import InlineLine
from desktop.widgets.label import text_label
from desktop.widgets.stepper import Stepper

MOST_MINUTES = 600
_BAR = 4


class AgendaRow(QWidget):
    """Reused for as long as its item is there, so that the keyboard keeps its place.

    `step_asked` carries -1 or 1: the keyboard is to go to the same part of the row above or below.
    """

    goals_asked = Signal()
    step_asked = Signal(int)

    def __init__(self, desk: Desk, deeds: PlanDeeds, item_id: int) -> None:
        super().__init__()
        self._desk, self._deeds, self.item_id = desk, deeds, item_id
        self._item: PlanItem | None = None
        self._is_current = False
        theme, words = desk.theme, desk.words
        self.grip = Grip(theme)
        self.start = text_label("", "body", "ink2", weight=500)
        self.minutes = Stepper(theme, words._("Minutes"), minimum=0, maximum=MOST_MINUTES)
        self.title = InlineLine(theme, words._("Agenda item"))
        self.who = WhoCombo(desk, words._("Responsible"))
        self.goals = GlyphButton(theme, "target", words._("Link to goals"))
        self.more = GlyphButton(theme, "ellipsis-vertical", words._("More"))
        self._dress()
        self._lay_out()
        self._join()

    def show_item(self, card: PlanCard, item: PlanItem, *, read_only: bool) -> None:
        """Show the item as `card` has it."""
        words = self._desk.words
        self._item = item
        self.start.setText(words.time(item.starts_at))
        if not self.minutes.hasFocus() or self.minutes.value() != item.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(item.minutes)
            self.minutes.blockSignals(False)
        self.title.show_text(item.title)
        self.who.show_who(card, item.staff_id, item.responsible)
        self._show_goals(item)
        name = item.title or words._("Agenda item")
        self.setAccessibleName(name)
        self.grip.setAccessibleName(words._("Move: {item}").format(item=name))
        self.more.set_name(words._("More about {item}").format(item=name))
        self._set_read_only(read_only)

    def set_current(self, current: bool) -> None:
        """Mark the row that the keyboard is in."""
        if current != self._is_current:
            self._is_current = current
            self.title.set_weight(600 if current else 500)
            if not current:
                self.minutes.lineEdit().deselect()
            self.update()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.grip, self.minutes, self.title, self.who, self.goals, self.more]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter go from title to title and from handle to handle."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in steps:
            self.step_asked.emit(steps[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._desk.theme
        with QPainter(self) as painter:
            if self._is_current:
                painter.fillRect(self.rect(), theme.color("sel"))
                bar = self.rect()
                bar.setWidth(theme.px(_BAR))
                painter.fillRect(bar, theme.color("pri"))
            line = self.rect()
            line.setHeight(1)
            painter.fillRect(line, theme.color("line"))

    def ask_needs(self) -> None:
        """What the item needs, in words: printed beside it."""
        words, item = self._desk.words, self._item
        title = words._("What is needed for this?")
        said = item.materials if item is not None else ""
        told = self._desk.ask.text(title, words._("Materials"), words._("Save"), value=said)
        if told is not None:
            self._deeds.needs(self.item_id, told.strip())

    def remove(self) -> None:
        """Take the item out; it can be undone."""
        self._deeds.remove(self.item_id)

    def _dress(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        self.setFixedHeight(theme.height("agenda_row"))
        self.start.setFixedWidth(theme.px(54))
        self.minutes.setProperty("sizing", "s")
        self.minutes.setFixedSize(theme.px(92), theme.height("small"))
        self.title.setPlaceholderText(words._("What is done?"))
        self.title.installEventFilter(self)
        self.grip.installEventFilter(self)
        self.more.set_menu(self._menu())

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(7), 1, px(4), 0)
        row.setSpacing(0)
        row.addWidget(self.grip)
        row.addSpacing(px(5))
        row.addWidget(self.start)
        row.addSpacing(px(8))
        row.addWidget(self.minutes)
        row.addSpacing(px(8))
        row.addWidget(self.title, 1)
        row.addSpacing(px(8))
        row.addWidget(self.who)
        row.addWidget(self.goals)
        row.addWidget(self.more)

    def _join(self) -> None:
        self.minutes.valueChanged.connect(lambda n: self._deeds.minutes(self.item_id, n))
        self.title.textEdited.connect(lambda text: self._deeds.title(self.item_id, text))
        self.who.chosen.connect(lambda who: self._deeds.leads(self.item_id, who))
        self.goals.clicked.connect(self.goals_asked)
        self._deeds.heed(self.title, self.title.history)
        self._deeds.heed(self.minutes, HistoryKeys(self.minutes))

    def _menu(self) -> QMenu:
        words, theme = self._desk.words, self._desk.theme
        menu = QMenu(self)
        choices: list[tuple[str, str, Callable[[], None]]] = [
            ("arrow-up", words._("Move up"), partial(self._move, -1)),
            ("arrow-down", words._("Move down"), partial(self._move, 1)),
            ("package-open", words._("Materials…"), self.ask_needs),
            ("target", words._("Goals…"), self.goals_asked.emit),
            ("trash-2", words._("Remove"), self.remove),
        ]
        for icon, text, run in choices:
            menu.addAction(theme.icon(icon, 16, "ink2"), text).triggered.connect(
                lambda _on=False, run=run: run()
            )
        return menu

    def _move(self, by: int) -> None:
        self._deeds.move(self.item_id, by)

    def _show_goals(self, item: PlanItem) -> None:
        words, count = self._desk.words, len(item.goals)
        if count:
            self.goals.set_icon("target", "pri", 2.2)
            told = words.n("{count} goal linked", "{count} goals linked", count)
            self.goals.set_name(told.format(count=count))
        else:
            self.goals.set_icon("target", "ink2")
            self.goals.set_name(words._("Link to goals"))

    def _set_read_only(self, read_only: bool) -> None:
        self.title.setReadOnly(read_only)
        self.minutes.setEnabled(not read_only)
        self.who.setEnabled(not read_only)
        self.grip.setEnabled(not read_only)
        self.goals.setEnabled(not read_only)
        self.more.setVisible(not read_only)
