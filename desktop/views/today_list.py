# SPDX-License-Identifier: GPL-3.0-or-later
"""The day's sessions: times at the left, the thread, and a card for each session."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from db.queries.today import DaySession, Today
from db.rules.sessions import Phase
from desktop.desk import Desk
from desktop.views.today_card import SessionCard
from desktop.widgets.card import Card
from desktop.widgets.day_thread import Stop, paint_thread
from desktop.widgets.empty import EmptyState
from desktop.widgets.label import text_label
from desktop.widgets.plait import EmptyBraid

TIME_WIDTH, THREAD_WIDTH = 56, 44


class DayList(QWidget):
    """Cards from the morning on. The thread is painted behind, from where the cards really are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[tuple[DaySession, SessionCard]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(desk.theme.px(12))
        self._grid.setColumnMinimumWidth(0, desk.theme.px(TIME_WIDTH))
        self._grid.setColumnMinimumWidth(1, desk.theme.px(THREAD_WIDTH))
        self._grid.setColumnStretch(2, 1)

    def show_day(self, day: Today) -> None:
        """Show the sessions; the focus stays with the session it was on."""
        focused = self._focused()
        kept = focused[0].head.id if focused else None
        self._clear()
        for row, session in enumerate(day.sessions):
            card = SessionCard(self._desk, session)
            self._grid.addWidget(self._times(session, card), row, 0)
            self._grid.addWidget(card, row, 2)
            self._rows.append((session, card))
        if not day.sessions:
            self._grid.addWidget(self._empty(day), 0, 0, 1, 3)
        for session, card in self._rows:
            if session.head.id == kept:
                card.main.setFocus()
        self.update()

    def focus_first(self) -> None:
        """The running session, else the first not recorded, else the first of all."""
        for wanted in (Phase.RUNNING, Phase.UNRECORDED, Phase.COMING, Phase.RECORDED):
            for session, card in self._rows:
                if session.phase is wanted:
                    card.main.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return

    def step(self, by: int) -> None:
        """From card to card."""
        places = [place for place, row in enumerate(self._rows) if row == self._focused()]
        place = (places[0] + by) if places else 0
        if 0 <= place < len(self._rows):
            card = self._rows[place][1]
            card.main.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._reveal(card)

    def _reveal(self, card: SessionCard) -> None:
        """Scroll a card into sight; Qt does so for Tab only."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(card)

    def print_focused(self) -> None:
        """Print the plan of the session that has the focus."""
        focused = self._focused()
        if focused:
            focused[1].print_plan()

    def print_sign_in(self) -> None:
        """Print the sign-in sheet of the session that has the focus."""
        focused = self._focused()
        if focused:
            focused[1].print_sign_in()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._desk.theme
            x = theme.px(TIME_WIDTH) + theme.px(THREAD_WIDTH) / 2
            paint_thread(painter, theme, x, list(self._stops()))

    def _stops(self) -> Iterator[Stop]:
        for session, card in self._rows:
            area = card.sheet().translated(QPointF(card.pos()))
            bead = card.pos().y() + card.bead_height()
            yield Stop(area.top(), area.bottom(), bead, session.head.strand, session.phase)

    def _focused(self) -> tuple[DaySession, SessionCard] | None:
        for row in self._rows:
            focus = self.focusWidget()
            if focus is not None and row[1].isAncestorOf(focus):  # type: ignore[redundant-expr]
                return row
        return None

    def _times(self, session: DaySession, card: SessionCard) -> QWidget:
        w, theme = self._desk.words, self._desk.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, card.times_top(), 0, 0)
        column.setSpacing(0)
        for moment, kind, tone in (
            (session.head.starts_at, "heading", "ink"),
            (session.head.ends_at, "small", "ink2"),
        ):
            label = text_label(w.time(moment), kind, tone)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)
        column.addStretch(1)
        holder.setMinimumWidth(theme.px(TIME_WIDTH))
        return holder

    def _empty(self, day: Today) -> QWidget:
        w, theme = self._desk.words, self._desk.theme
        is_today = day.day == self._desk.clock.today()
        title = w._("No sessions today") if is_today else w._("No sessions on this day")
        line = ""
        if day.next_sessions:
            head = day.next_sessions[0]
            when = w._("{day} at {times}").format(
                day=w.weekday_date(head.date), times=w.time(head.starts_at)
            )
            line = w._("Next: {group} {when}").format(group=head.group, when=when)
        card = Card(theme)
        card.body.addWidget(EmptyState(theme, EmptyBraid(theme), title, line))
        return card

    def _clear(self) -> None:
        self._rows = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
