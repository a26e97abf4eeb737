# SPDX-License-Identifier: GPL-3.0-or-later
"""The command search (Ctrl+K): people, groups, today's sessions and commands, by a few letters."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from db.rules.folding import fold
from desktop.desk import Desk, Place
from desktop.views.palette_list import ROW, Line, LinePainter, Lines
from desktop.vocabulary import person_name
from desktop.widgets.card import Card
from desktop.widgets.keycap import keycap
from desktop.widgets.label import rule, text_label

if TYPE_CHECKING:
    from db.queries.search import Hit

WIDTH, TOP = 560, 72
MOST_LINES = 9
# Each question is a line in the log of use: one for a word, not one for each of its letters.
PAUSE_MS = 90

_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_LINES,
    Qt.Key.Key_PageDown: MOST_LINES,
}


class Palette(QWidget):
    """Lies over the whole window while it is open; a press outside closes it, and so does Esc.

    `commands` gives the commands on offer at this moment as lines.
    """

    def __init__(self, desk: Desk, commands: Callable[[], Sequence[Line]], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._commands = commands
        self._came_from: QWidget | None = None
        self._hits: Sequence[Line] = ()
        self._is_asking = False
        self._run_on_answer = False
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the keyboard in its field."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self._hits = ()
        self.field.clear()
        self._show_lines()
        self.setGeometry(self._window.rect())
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask()

    def close_up(self) -> None:
        """Put it away; the keyboard goes back where it was."""
        self._pause.stop()
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event)
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self.setGeometry(self._window.rect())
            self._fit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def _steer(self, event: QKeyEvent) -> bool:
        """Whether `event` was for the list rather than for the field."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key in _MOVES:
            self._step(_MOVES[key])
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _step(self, by: int) -> None:
        last = len(self._lines.lines) - 1
        row = self.list.currentIndex().row() + by
        if abs(by) == 1:
            row = 0 if row > last else last if row < 0 else row
        self._choose(min(max(row, 0), last))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._lines.index(row, 0))
        if 0 <= row < len(self._lines.lines) and self.isVisible():
            spoken = self._lines.lines[row].spoken()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))

    def _enter(self) -> None:
        """Run the current line; what was typed a moment ago is waited for, not guessed."""
        if self._is_asking:
            self._run_on_answer = True
        else:
            self._run(self.list.currentIndex().row())

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._lines.lines):
            line = self._lines.lines[row]
            self.close_up()
            line.run()

    def _typed(self) -> None:
        parts = self._parts()
        self._hits = [line for line in self._hits if _fits(line, parts)]
        self._show_lines()
        self._is_asking = True
        self._run_on_answer = False
        self._pause.start()

    def _ask(self) -> None:
        from db.queries.search import search

        question = search(text=self.field.text(), today=self._desk.clock.today())
        self._is_asking = True
        self._desk.worker.read(self, question, self._answer, failed=self._failed, latest="search")

    def _failed(self, error: object) -> None:
        self._answer(())
        self._desk.trouble(error)

    def _answer(self, hits: "Sequence[Hit]") -> None:
        self._is_asking = self._pause.isActive()
        if not self.isVisible():
            return
        self._hits = [self._line_of(hit) for hit in hits]
        self._show_lines()
        if self._run_on_answer and not self._is_asking:
            self._run(0)

    def _show_lines(self) -> None:
        """What the office found, then the commands that fit what is typed."""
        parts = self._parts()
        lines = [*self._hits, *(line for line in self._commands() if _fits(line, parts))]
        self._lines.show(lines)
        self._nothing.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._choose(0)
        self._fit()

    def _parts(self) -> list[str]:
        return fold(self.field.text()).split()

    def _line_of(self, hit: "Hit") -> Line:
        words = self._desk.words
        if hit.kind == "person":
            title = person_name(words, hit.title, hit.surname)
            place, icon, kind = Place("person", hit.id), "user-round", words._("Participant")
        elif hit.kind == "group":
            title = hit.title
            place, icon, kind = Place("group", hit.id), "users-round", words._("Group")
        else:
            title = words._("Take attendance: {group}").format(group=hit.title)
            place, icon = Place("roster", hit.id), "list-checks"
            at = words.time(self._desk.clock.local(hit.starts_at)) if hit.starts_at else ""
            kind = words._("Today at {time}").format(time=at)
        return Line(icon, title, kind, lambda: self._desk.go(place), hit.detail, also=hit.surname)

    def _build(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        px = theme.px
        self.card = Card(theme, elevation="popover", padding=0, parent=self)
        self.card.body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(6), px(12), px(6))
        head.setSpacing(px(12))
        icon = QLabel()
        icon.setPixmap(theme.pixmap("search", 20, "ink2"))
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setFont(theme.font("heading", 400))
        self.field.setPlaceholderText(words._("Find a group, a participant or a command…"))
        self.field.setAccessibleName(words._("Search"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        head.addWidget(icon)
        head.addWidget(self.field, 1)
        head.addWidget(keycap(words._("Esc")))
        self._lines = Lines(self)
        self.list = QListView()
        self.list.setModel(self._lines)
        self.list.setItemDelegate(LinePainter(theme, words._("Enter"), self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._nothing = text_label(words._("Nothing found."), "body", "ink2")
        self._nothing.setContentsMargins(px(16), px(14), px(16), px(16))
        self.card.body.addLayout(head)
        self.card.body.addWidget(rule())
        under = QVBoxLayout()
        under.setContentsMargins(px(6), px(6), px(6), px(6))
        under.addWidget(self.list)
        self.card.body.addLayout(under)
        self.card.body.addWidget(self._nothing)

    def _fit(self) -> None:
        """As tall as its lines, at most nine of them, under the top bar and in the middle."""
        px = self._desk.theme.px
        room = (self.height() - px(TOP + 80)) // px(ROW)
        shown = min(len(self._lines.lines), MOST_LINES, max(room, 1))
        self.list.setFixedHeight(shown * px(ROW))
        width = min(px(WIDTH), self.width() - 2 * px(16))
        self.card.setFixedWidth(width)
        self.card.body.activate()
        self.card.resize(width, self.card.body.sizeHint().height())
        self.card.move((self.width() - width) // 2, px(TOP))


def _fits(line: Line, parts: Sequence[str]) -> bool:
    folded = fold(f"{line.title} {line.also} {line.note}")
    return all(part in folded for part in parts)
