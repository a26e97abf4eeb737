# SPDX-License-Identifier: GPL-3.0-or-later
"""One session of the day: what it is, where it stands, and the one thing it needs now."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.today import DaySession
from db.rules.sessions import Phase, going_on
from db.rules.words import LeaderRole, Openness
from desktop.desk import Desk, Place
from desktop.vocabulary import state_name
from desktop.widgets.agenda_progress import AgendaProgress
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.keycap import keycap
from desktop.widgets.label import ElidedLabel, text_label

_CHIPS = {
    Phase.RECORDED: ("ok", "circle-check", "done"),
    Phase.RUNNING: ("soft", "circle-play", "running"),
    Phase.COMING: ("neu", "clock", "upcoming"),
    Phase.CANCELLED: ("bad", "calendar-x", "cancelled"),
}
_TITLE_MIDDLE = 28


class SessionCard(Card):
    """`main` is the button that Enter presses. A click beside the buttons opens the attendance."""

    def __init__(self, desk: Desk, session: DaySession, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, padding=0, parent=parent)
        self._desk, self._session = desk, session
        self._w = desk.words
        px = desk.theme.px
        self.body.setContentsMargins(px(19), px(14), px(15), px(14) + self.shadow())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.main = Button(desk.theme, "")
        self._plan = Button(desk.theme, self._w._("Print the plan"), icon="printer")
        self._plan.clicked.connect(self.print_plan)
        self._fill()
        head = session.head
        self.setAccessibleName(
            f"{self._w.time_range(head.starts_at, head.ends_at)} {head.group}, {self._state()}"
        )

    def bead_height(self) -> float:
        """Where the bead sits: beside the title on a tall card, in the middle of a low one."""
        middle = self.sheet().height() / 2
        return min(middle, self._desk.theme.px(_TITLE_MIDDLE)) if self._is_running else middle

    def times_top(self) -> int:
        """How far down the times begin."""
        return self._desk.theme.px(8 if self._is_running else 20)

    def print_plan(self) -> None:
        """Show the plan's page, ready to print."""
        from desktop.views.print_dialog import open_plan

        open_plan(self._desk, self._session.head.id, self.window())

    def print_sign_in(self) -> None:
        """Show the sign-in sheet, ready to print."""
        from desktop.views.print_dialog import open_sign_in

        open_sign_in(self._desk, self._session.head.id, self.window())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()

    @property
    def _is_running(self) -> bool:
        return self._session.phase is Phase.RUNNING

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(self._desk.theme.px(6))
        words.addLayout(self._title())
        words.addLayout(self._facts())
        if self._is_running:
            self.body.addLayout(words)
            self._add_running()
            return
        row = QHBoxLayout()
        row.setSpacing(self._desk.theme.px(12))
        row.addLayout(words, 1)
        for part in self._verbs():
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def _title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._desk.theme.px(12))
        row.addWidget(ElidedLabel(self._session.head.group, "heading"))
        tone, icon = "warn", "triangle-alert"
        if self._session.phase in _CHIPS:
            tone, icon, _ = _CHIPS[self._session.phase]
        row.addWidget(Chip(self._desk.theme, self._state(), tone, icon=icon))
        row.addStretch(1)
        return row

    def _state(self) -> str:
        if self._session.phase is Phase.UNRECORDED:
            return self._w._("Attendance not recorded")
        return state_name(self._w, _CHIPS[self._session.phase][2])

    def _facts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._desk.theme.px(16))
        for icon, text in (
            ("map-pin", self._session.head.place),
            ("user-round", self._leaders()),
            ("users-round", self._people()),
        ):
            if text:
                row.addWidget(self._fact(icon, text))
        row.addStretch(1)
        return row

    def _fact(self, icon: str, text: str) -> QWidget:
        theme = self._desk.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        picture = QLabel()
        picture.setPixmap(theme.pixmap(icon, 16, "ink2"))
        row.addWidget(picture)
        row.addWidget(ElidedLabel(text, "small", "ink2"), 1)
        return holder

    def _leaders(self) -> str:
        told = []
        for leader in self._session.head.leaders:
            if leader.role is LeaderRole.PEER_LEADER:
                told.append(self._w._("peer leader {name}").format(name=leader.name))
            else:
                told.append(leader.name)
        return ", ".join(told)

    def _people(self) -> str:
        w, session = self._w, self._session
        count = session.expected
        expected = w.n("{count} expected", "{count} expected", count).format(count=count)
        if session.phase is Phase.RECORDED:
            visits = session.visits
            expected = w.n("{count} visitor", "{count} visitors", visits).format(count=visits)
        if session.head.openness is Openness.OPEN:
            return (
                f"{w._('Open group')} · {expected}"
                if count or session.visits
                else w._("Open group")
            )
        return expected

    def _verbs(self) -> list[QWidget]:
        theme, w = self._desk.theme, self._w
        printing = icon_button(theme, "printer", w._("Print the plan"))
        printing.clicked.connect(self.print_plan)
        match self._session.phase:
            case Phase.COMING:
                self.main = self._plan
                return [self._plan]
            case Phase.UNRECORDED:
                return [self._opening(w._("Record attendance"), "primary", "list-checks"), printing]
            case _:
                opening = self._opening(w._("Open"), "secondary", None)
                closed = self._session.head.closed_at
                if closed is None:
                    return [opening, printing]
                told = w._("Recorded at {time}").format(time=w.time(closed))
                return [text_label(told, "small", "ink2"), opening, printing]

    def _opening(self, text: str, kind: str, icon: str | None) -> Button:
        self.main = Button(self._desk.theme, text, kind, icon=icon)
        self.main.clicked.connect(self._open)
        return self.main

    def _open(self) -> None:
        self._desk.go(Place("roster", self._session.head.id))

    def _add_running(self) -> None:
        theme, w = self._desk.theme, self._w
        head, now = self._session.head, self._desk.clock.now()
        self.body.addSpacing(theme.px(4))
        if self._session.parts:
            bar = AgendaProgress(theme)
            minutes = [part.minutes for part in self._session.parts]
            bar.show_progress(minutes, (now - head.starts_at) / timedelta(minutes=1))
            self.body.addWidget(bar)
        line = QHBoxLayout()
        line.addLayout(self._now(), 1)
        left = max(0, int((head.ends_at - now) / timedelta(minutes=1)))
        told = f"{w.time(now)} · {w.left(left)}"
        line.addWidget(text_label(told, "small", "ink2"))
        self.body.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._opening(w._("Record attendance"), "primary", "list-checks"))
        row.addWidget(self._plan)
        row.addStretch(1)
        row.addWidget(keycap(w._("Enter")))
        row.addWidget(text_label(w._("opens attendance"), "caption", "ink3"))
        self.body.addLayout(row)

    def _now(self) -> QHBoxLayout:
        row = QHBoxLayout()
        part = going_on(self._session.parts, self._desk.clock.now())
        if part is not None:
            w = self._w
            title = w._("Now: {item}").format(item=part.title)
            row.addWidget(ElidedLabel(title, "small", weight=600))
            row.addWidget(text_label(w.time_range(part.starts_at, part.ends_at), "small", "ink2"))
        row.addStretch(1)
        return row
