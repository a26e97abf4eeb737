# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the roster: which session this is, and what can be done with all of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from db.rules.sessions import Phase
from db.rules.words import Counting, LeaderRole
from desktop.codes import Codes
from desktop.theme import Theme
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.chip import Chip
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.widgets.page_header import PageHeader
from desktop.widgets.stepper import Stepper
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.session_head import Leader, SessionHead

MOST_HEADS = 999

# Tone and icon of the chip.
CHIPS = {
    Phase.COMING: ("neu", "clock"),
    Phase.RUNNING: ("soft", "circle-play"),
    Phase.UNRECORDED: ("warn", "triangle-alert"),
    Phase.RECORDED: ("ok", "circle-check"),
    Phase.CANCELLED: ("bad", "calendar-x"),
}


class RosterHead(QWidget):
    """Title, chip, sub-line and the tools; an ended session has one tool, to be opened again."""

    all_present_asked = Signal()
    visitor_asked = Signal()
    heads_told = Signal(int)
    reopen_asked = Signal()
    undo_asked = Signal()

    def __init__(
        self, theme: Theme, words: Words, steps: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.menu = QMenu(self)
        self._title = PageHeader(theme, "", " ")
        self._chip = Chip(theme, "", icon="clock")
        self._title.add_beside(self._chip)
        self.more = icon_button(theme, "ellipsis", words._("More about the session"), "quiet")
        self.more.clicked.connect(self._open_menu)
        self._title.add_action(self.more)
        self.all_present = Button(theme, words._("All present"), "primary", icon="check-check")
        self.all_present.setToolTip(f"{words._('All present')} (K)")
        self.add = Button(theme, words._("Add a visitor"), icon="user-round-plus")
        self.add.setToolTip(f"{words._('Add a visitor')} (A)")
        self.heads = Stepper(theme, words._("Unnamed visitors"), maximum=MOST_HEADS)
        self.reopen = Button(theme, words._("Open for correction"), icon="lock-open")
        self.undo = Button(theme, words._("Undo"), icon="undo-2")
        self.undo.setEnabled(steps.canUndo())
        steps.canUndoChanged.connect(self.undo.setEnabled)
        self._join()
        self._lay_out()

    def show_session(self, session: "SessionHead", phase: Phase) -> None:
        """Show which session it is and what can be done with it now."""
        words = self._words
        self._title.set_texts(session.group, session_line(words, session))
        tone, icon = CHIPS[phase]
        self._chip.set_state(phase_name(words, phase), tone, icon)
        closed = session.closed_at is not None or phase is Phase.CANCELLED
        counts = session.counting is not Counting.NAMED
        for part in (self.all_present, self.add, self.undo, self._undo_cap):
            part.setVisible(not closed)
        self._heads_name.setVisible(counts and not closed)
        self.heads.setVisible(counts and not closed)
        self.reopen.setVisible(session.closed_at is not None and phase is not Phase.CANCELLED)
        if not self.heads.hasFocus() or session.head_count != self.heads.value():
            self.heads.blockSignals(True)
            self.heads.setValue(session.head_count or 0)
            self.heads.blockSignals(False)

    def offer(self, actions: list[QAction]) -> None:
        """What stands in the menu of the session."""
        self.menu.clear()
        self.menu.addActions(actions)

    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        left = QPoint(self.menu.sizeHint().width(), 0)
        self.menu.popup(self.more.mapToGlobal(corner) - left)

    def _join(self) -> None:
        self.all_present.clicked.connect(self.all_present_asked)
        self.add.clicked.connect(self.visitor_asked)
        self.heads.valueChanged.connect(self.heads_told)
        self.reopen.clicked.connect(self.reopen_asked)
        self.undo.clicked.connect(self.undo_asked)

    def _lay_out(self) -> None:
        px, words = self._theme.px, self._words
        self._heads_name = text_label(words._("Unnamed"), "body", "ink2")
        self._undo_cap = keycap(words._("Ctrl Z"))
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        for part in (self.all_present, self.add, self.reopen):
            tools.addWidget(part)
        tools.addSpacing(px(12))
        tools.addWidget(self._heads_name)
        tools.addWidget(self.heads)
        tools.addStretch(1)
        tools.addWidget(self.undo)
        tools.addWidget(self._undo_cap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._title)
        column.addLayout(tools)


def phase_name(words: Words, phase: Phase) -> str:
    """What the chip says of a session."""
    return {
        Phase.COMING: words.p("session", "Upcoming"),
        Phase.RUNNING: words.p("session", "Running"),
        Phase.UNRECORDED: words._("Attendance not recorded"),
        Phase.RECORDED: words.p("session", "Done"),
        Phase.CANCELLED: words.p("session", "Cancelled"),
    }[phase]


def session_line(words: Words, session: "SessionHead") -> str:
    """Ti 4.5. klo 10.00–12.00 · Kammari · Elina K., Mikko S."""
    day = words.weekday_date(session.date)
    time = words.time_range(session.starts_at, session.ends_at)
    when = words._("{date} at {time}").format(date=day[:1].upper() + day[1:], time=time)
    parts = [when, session.place, leaders_line(words, session.leaders)]
    return " · ".join(part for part in parts if part)


def leaders_line(words: Words, leaders: "tuple[Leader, ...]") -> str:
    """Elina K., vertaisohjaaja Raili P.: whoever is not a leader by trade is named with the role."""
    plain = (LeaderRole.LEADER, LeaderRole.CO_LEADER)
    codes = Codes(words)
    told = [
        who.name
        if who.role in plain
        else f"{codes.name('leader_roles', who.role).lower()} {who.name}"
        for who in leaders
    ]
    return ", ".join(told)
