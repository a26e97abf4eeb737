# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: the day's sessions on one thread, what waits for the leader, and the next day."""

from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import Refused
from db.queries.today import Today, today
from desktop.desk import Desk, Place
from desktop.sentences import sentence
from desktop.views.page import Page
from desktop.views.today_list import DayList
from desktop.views.today_side import NextDay, Waiting
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll import Scroll
from desktop.widgets.segmented import Segmented
from desktop.widgets.skeleton import Skeleton

SIDE_WIDTH, NARROW, WIDE = 336, 1104, 1384
TICK_MS = 60_000


class TodayPage(Page):
    """A day of this leader's or of the whole office. `place.day` is None for the day it is."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "group_sessions", "marks", "groups", "enrolments", "additions", "agenda_items",
            "reviews", "contacts", "participants", "session_leaders", "group_leaders", "rooms",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = place.day or desk.clock.today()
        self._shown: Today | None = None
        self._build()
        self._add_actions()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._pass_time)
        self._tick.start()

    def load(self) -> None:
        """Read the day again; what is on show stays until the answer is there."""
        desk = self.desk
        staff = desk.who.staff_id if self._scope.value() == "mine" else None
        desk.worker.read(
            self,
            today(day=self._day, now=desk.clock.now(), staff_id=staff),
            self._show,
            failed=self._fail,
            latest="today",
        )

    def focus_first(self) -> None:
        """On the running session, else on the first that waits for its marks."""
        self._list.focus_first()

    def show_day(self, day: date) -> None:
        """Another day."""
        self._day = day
        self._focus_when_shown = True
        self.load()

    def keys(self) -> list[tuple[str, str]]:
        w = self.desk.words
        return [
            ("↑ ↓", w._("From session to session")),
            (w._("Enter"), w._("Do what the session needs")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, width = self.desk.theme, self.width()
        narrow, wide = width < theme.px(NARROW), width >= theme.px(WIDE)
        edge = theme.px(48 if wide else 32)
        top = theme.px(32 if wide else 20)
        self._body.setContentsMargins(edge, top, edge if wide else theme.px(24), 0)
        if narrow == self._aside.isVisibleTo(self):
            self._place_side(narrow)

    def _place_side(self, narrow: bool) -> None:
        """Beside the list, in a pane of its own; under it where there is no room for two."""
        if narrow:
            self._aside.takeWidget()
            self._stack.insertWidget(1, self._side)
            self._side.show()
        else:
            self._stack.removeWidget(self._side)
            self._aside.setWidget(self._side)
        self._aside.setVisible(not narrow)

    def _build(self) -> None:
        theme, w = self.desk.theme, self.desk.words
        px = theme.px
        self._header = PageHeader(theme, " ", " ")
        self._header.add_action(self._days())
        choices = (("mine", w._("My own")), ("office", w._("Whole office")))
        scope = self.desk.settings.today_scope
        self._scope = Segmented(theme, choices, w._("Whose sessions"), value=scope)
        self._scope.changed.connect(self._choose_scope)
        self._header.add_action(self._scope)
        self._banner = Banner(theme, "bad", "", w._("Try again"))
        self._banner.acted.connect(self.load)
        self._banner.hide()
        self._loading = Skeleton(theme, w._("Loading"))
        self._list = DayList(self.desk)
        self._waiting = Waiting(self.desk)
        self._next = NextDay(self.desk, self.show_day)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(12))
        for card in (self._waiting, self._next):
            side.addWidget(card)
        side.addStretch(1)
        inside = QWidget()
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(0, 0, 0, px(16))
        self._stack.setSpacing(px(16))
        self._stack.addWidget(self._list)
        self._stack.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(px(16))
        for part in (self._header, self._banner, self._loading):
            left.addWidget(part)
        left.addWidget(Scroll(inside), 1)
        self._aside = Scroll(self._side)
        self._aside.setFixedWidth(px(SIDE_WIDTH))
        self._body = QHBoxLayout(self)
        self._body.setSpacing(px(24))
        self._body.addLayout(left, 1)
        self._body.addWidget(self._aside)
        self._focus_when_shown = True

    def _days(self) -> QWidget:
        theme, w = self.desk.theme, self.desk.words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, theme.px(8), 0)
        line.setSpacing(theme.px(8))
        before = icon_button(theme, "chevron-left", w._("The day before"))
        now = Button(theme, w._("Today"), "secondary")
        after = icon_button(theme, "chevron-right", w._("The day after"))
        for button, step in ((before, -1), (now, 0), (after, 1)):
            button.clicked.connect(lambda _=False, by=step: self._step(by))
            line.addWidget(button)
        for key, step in (("Left", -1), ("Right", 1), ("Home", 0)):
            action = QAction(row)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, by=step: self._step(by))
            row.addAction(action)
        return row

    def _add_actions(self) -> None:
        w = self.desk.words
        for text, keys, icon, done in (
            (w._("Print the plan"), "Ctrl+P", "printer", self._list.print_focused),
            (w._("Print the sign-in sheet"), "Ctrl+Shift+P", "printer", self._list.print_sign_in),
            (w._("Previous session"), "Up", "chevron-up", lambda: self._list.step(-1)),
            (w._("Next session"), "Down", "chevron-down", lambda: self._list.step(1)),
            (w._("The day before"), "Ctrl+PgUp", "chevron-left", lambda: self._step(-1)),
            (w._("The day after"), "Ctrl+PgDown", "chevron-right", lambda: self._step(1)),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setProperty("icon_name", icon)
            action.triggered.connect(lambda _=False, act=done: act())
            self.addAction(action)

    def _step(self, by: int) -> None:
        """A day forth or back, or with 0 to the day it is."""
        self.show_day(self._day + timedelta(days=by) if by else self.desk.clock.today())

    def _pass_time(self) -> None:
        """The clock moves the day on, where somebody sees it."""
        if self.isVisible():
            self.load()

    def _choose_scope(self, scope: str) -> None:
        self.desk.settings.today_scope = scope
        self.load()

    def _show(self, shown: Today) -> None:
        w = self.desk.words
        self._shown = shown
        self._banner.hide()
        self._loading.hide()
        day = w.day_long(shown.day)
        # Not capitalize(), which would take the capital from an English month.
        self._header.set_texts(day[:1].upper() + day[1:], self._sub(shown))
        self._list.show_day(shown)
        self._waiting.show_day(shown)
        self._next.show_day(shown)
        if self._focus_when_shown:
            self._focus_when_shown = False
            self._list.focus_first()

    def _sub(self, shown: Today) -> str:
        w = self.desk.words
        count = len(shown.sessions)
        week = w._("Week {number}").format(number=shown.day.isocalendar().week)
        parts = [week, w.n("{count} session", "{count} sessions", count).format(count=count)]
        late = [head for head in shown.unrecorded if head.date == shown.day]
        if late:
            told = w.n("{count} not recorded", "{count} not recorded", len(late))
            parts.append(told.format(count=len(late)))
        return " · ".join(parts)

    def _fail(self, refused: Refused) -> None:
        self._loading.hide()
        self._banner.set_text(sentence(self.desk.words, refused))
        self._banner.show()
