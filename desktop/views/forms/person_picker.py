# SPDX-License-Identifier: GPL-3.0-or-later
"""Picking a participant by a few letters of a name or a code, from the keyboard alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.views.palette_list import Line, LinePainter, Lines
from desktop.vocabulary import person_name
from desktop.widgets.label import text_label

if TYPE_CHECKING:
    from db.queries.search import Hit

MOST = 4
_ROW = 42
# Each question is a line in the log of use: one for a word, not one for each of its letters.
PAUSE_MS = 120


class PersonPicker(QWidget):
    """A field and, below it while nobody is picked, those who fit. Up and Down move, Enter picks;
    typing again lets go. `changed` comes with each pick and each letting go."""

    changed = Signal()
    new_asked = Signal(str)
    """A new participant is wanted; what was typed goes along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picked: tuple[int, str] | None = None
        self._is_asking = False
        self._pick_on_answer = False
        theme, words = desk.theme, desk.words
        self.line = QLineEdit()
        self.line.setPlaceholderText(words._("Write a few letters of the name or the code…"))
        self.line.setAccessibleName(words._("Participant"))
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.lines = Lines(self)
        self.list = QListView()
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LinePainter(theme, words._("Enter"), self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._nobody = text_label("", "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self.line, self.list, self._nobody):
            column.addWidget(part)
        self.list.hide()
        self._nobody.hide()
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def value(self) -> int | None:
        """The id of whoever is picked."""
        return self._picked[0] if self._picked else None

    def name(self) -> str:
        """What the picked one is called."""
        return self._picked[1] if self._picked else ""

    def pick(self, participant_id: int, name: str) -> None:
        """Take somebody."""
        self._picked = (participant_id, name)
        self.line.setText(name)
        self.list.hide()
        self._nobody.hide()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event)
        return False

    def event(self, event: QEvent) -> bool:
        """The mark of a refusal goes to the line, which can show it."""
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.line.setProperty("error", self.property("error"))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        return super().event(event)

    def _steer(self, event: QKeyEvent) -> bool:
        """Whether `event` was for the list. Enter with somebody picked goes on to the dialog."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._picked is None:
            if not self.line.text().strip():
                return False
            if self._is_asking:
                self._pick_on_answer = True
            else:
                self._run(self.list.currentIndex().row())
            return True
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.list.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose((self.list.currentIndex().row() + step) % len(self.lines.lines))
            return True
        return False

    def _typed(self) -> None:
        if self._picked is not None:
            self._picked = None
            self.changed.emit()
        self._is_asking = True
        self._pick_on_answer = False
        self._pause.start()

    def _ask(self) -> None:
        from db.queries.search import search

        text = self.line.text().strip()
        if not text:
            self._show(())
            return
        ask = search(text=text, today=self._desk.clock.today(), limit=MOST)
        self._desk.worker.read(self, ask, self._answer, latest="search")

    def _answer(self, hits: "Sequence[Hit]") -> None:
        if not self._pause.isActive():
            self._show([hit for hit in hits if hit.kind == "person"])

    def _show(self, people: "Sequence[Hit]") -> None:
        self._is_asking = False
        if self._picked is not None:
            return
        theme, words = self._desk.theme, self._desk.words
        text = self.line.text().strip()
        lines = [self._line_of(hit) for hit in people]
        if text:
            told = words._("New participant: {name}").format(name=text)
            lines.append(Line("user-round-plus", told, "", lambda: self.new_asked.emit(text)))
        self.lines.show(lines)
        self.list.setFixedHeight(len(lines) * theme.px(_ROW))
        self.list.setVisible(bool(lines))
        self._nobody.setText(words._("Nobody of that name was found."))
        self._nobody.setVisible(bool(text) and not people)
        if lines:
            self._choose(0)
        if self._pick_on_answer and people:
            self._run(0)

    def _line_of(self, hit: "Hit") -> Line:
        name = person_name(self._desk.words, hit.title, hit.surname)
        return Line("user-round", name, hit.detail, lambda: self.pick(hit.id, name))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.lines.index(row, 0))
        told = QAccessibleAnnouncementEvent(self.line, self.lines.lines[row].spoken())
        QAccessible.updateAccessibility(told)

    def _run(self, row: int) -> None:
        if 0 <= row < len(self.lines.lines):
            self.lines.lines[row].run()
