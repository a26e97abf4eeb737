# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the day: what waits for somebody to act, and the next day's sessions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from db.actions.contacts import note_contact
from db.queries.session_head import SessionHead
from db.queries.today import AbsentTwice, ReviewDue, Today
from db.rules.words import ReviewKind
from desktop.desk import Desk, Place
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.figure_tile import IconTile
from desktop.widgets.label import ElidedLabel, rule, text_label
from desktop.widgets.link import link
from desktop.widgets.strand_dot import StrandDot

MOST = 6
CONTACTS = ("call", "message", "meeting")


@dataclass(frozen=True)
class Item:
    """Something that waits: an icon on a tint, a title, a detail, and what can be done."""

    icon: str
    tone: str
    title: str
    detail: str
    verb: str
    act: Callable[[Button], None]


class Waiting(Card):
    """ "Waiting for you": the most urgent first, six at most, then all on request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        self._day: Today | None = None
        self._all = False
        self.setProperty("pane", True)
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(desk.theme.px(10))
        head.addWidget(text_label(desk.words._("Waiting for you"), "heading"))
        self._count = Chip(desk.theme, "", "neu")
        head.addWidget(self._count)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addSpacing(desk.theme.px(4))
        self.body.addLayout(self._list)

    def show_day(self, day: Today) -> None:
        """Show what waits on that day."""
        self._day = day
        items = list(self._items(day))
        _empty(self._list)
        self._count.set_state(self._desk.words.number(len(items)), "neu")
        self._count.setVisible(bool(items))
        shown = items if self._all else items[:MOST]
        for place, item in enumerate(shown):
            if place:
                self._list.addWidget(rule())
            self._list.addWidget(_Line(self._desk, item))
        if not items:
            done = text_label(self._desk.words._("Nothing is waiting."), "small", "ink2", wrap=True)
            self._list.addWidget(done)
        if len(items) > len(shown):
            more = link(self._desk.theme, self._desk.words._("Show all"))
            more.clicked.connect(self._show_all)
            self._list.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        if self._day is not None:
            self.show_day(self._day)

    def _items(self, day: Today) -> Iterator[Item]:
        if day.unrecorded:
            yield self._unrecorded(day.unrecorded)
        yield from (self._absent(one) for one in day.absent)
        yield from (self._review(one) for one in day.reviews)

    def _unrecorded(self, heads: tuple[SessionHead, ...]) -> Item:
        w, today = self._desk.words, self._desk.clock.today()
        told = [
            f"{head.group} {w.time(head.starts_at) if head.date == today else w.day_month(head.date)}"
            for head in heads[:2]
        ]
        if len(heads) > 2:
            told.append(
                w.n("{count} more", "{count} more", len(heads) - 2).format(count=len(heads) - 2)
            )
        return Item(
            "clipboard-list", "warn", w._("Attendance not recorded"), ", ".join(told),
            w._("Record now"), lambda _button: self._desk.go(Place("roster", heads[0].id)),
        )  # fmt: skip

    def _absent(self, one: AbsentTwice) -> Item:
        w = self._desk.words
        days = w.list(w.day_month(day) for day in one.days)
        detail = f"{self._called(one)} – {one.group}, {days}"
        return Item(
            "user-round-x", "bad", w._("Absent twice in a row"), detail, w._("Note a contact"),
            lambda button: self._ask_contact(one, button),
        )  # fmt: skip

    def _review(self, one: ReviewDue) -> Item:
        w = self._desk.words
        titles = {
            ReviewKind.START: w._("Start evaluation is near"),
            ReviewKind.INTERIM: w._("Interim evaluation is near"),
            ReviewKind.FINAL: w._("Final evaluation is near"),
            ReviewKind.FOLLOW_UP: w._("Follow-up is near"),
        }
        detail = w._("{name}: goals are reviewed {day}").format(
            name=self._called(one), day=w.weekday_date(one.due_on)
        )
        return Item(
            "flag", "info", titles[one.kind], detail, w._("Prepare the evaluation"),
            lambda _button: self._desk.go(Place("person", one.participant_id)),
        )  # fmt: skip

    def _called(self, one: AbsentTwice | ReviewDue) -> str:
        return one.name.said(self._desk.words._("Anonymous {number}"))

    def _ask_contact(self, one: AbsentTwice, button: Button) -> None:
        """Only how: a call, a message or a meeting."""
        menu = QMenu(self)
        for kind in CONTACTS:
            action = menu.addAction(self._desk.codes.name("contact_kinds", kind))
            action.triggered.connect(lambda _=False, how=kind: self._note(one, how))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _note(self, one: AbsentTwice, kind: str) -> None:
        desk = self._desk
        deed = note_contact(
            participant_id=one.participant_id,
            kind=kind,
            now=desk.clock.now(),
            about_absence=True,
        )
        label = desk.words._("Contact noted: {name}").format(name=self._called(one))
        desk.history.do(self, deed, label, failed=desk.trouble)


class NextDay(Card):
    """The next day that has sessions; a press on the card goes there."""

    def __init__(
        self, desk: Desk, go: Callable[[date], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk, self._go = desk, go
        self.setProperty("pane", True)
        self._title = text_label("", "heading")
        self._day: date | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body.addWidget(self._title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(desk.theme.px(8))
        self._grid.setVerticalSpacing(desk.theme.px(5))
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)

    def show_day(self, day: Today) -> None:
        """Show the sessions that follow that day."""
        self._day = day.next_day
        self.setVisible(day.next_day is not None)
        _empty(self._grid)
        if day.next_day is None:
            return
        self._title.setText(self._called(day.next_day))
        w, theme = self._desk.words, self._desk.theme
        for row, head in enumerate(day.next_sessions):
            self._grid.addWidget(StrandDot(theme, head.strand), row, 0)
            self._grid.addWidget(text_label(w.time(head.starts_at), "small", weight=600), row, 1)
            self._grid.addWidget(ElidedLabel(head.group, "small"), row, 2)
            place = ElidedLabel(head.place, "small", "ink2")
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            place.setMaximumWidth(theme.px(110))
            self._grid.addWidget(place, row, 3)

    def _called(self, day: date) -> str:
        w, today = self._desk.words, self._desk.clock.today()
        if day - today == timedelta(days=1):
            return w._("Tomorrow, {day}").format(day=w.weekday_date(day))
        return w._("Next, {day}").format(day=w.weekday_date(day))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._day is not None:
            self._go(self._day)


class _Line(QWidget):
    """One thing that waits."""

    def __init__(self, desk: Desk, item: Item) -> None:
        super().__init__()
        theme = desk.theme
        self._item = item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        tile = IconTile(theme, item.icon, f"{item.tone}F", f"{item.tone}B")
        row.addWidget(tile, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(text_label(item.title, "body", weight=600, wrap=True))
        words.addWidget(text_label(item.detail, "small", "ink2", wrap=True))
        self.verb = link(theme, item.verb, dense=True)
        self.verb.clicked.connect(lambda: item.act(self.verb))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        words.addWidget(self.verb, alignment=left)
        row.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.verb.click()


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
