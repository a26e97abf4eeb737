# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the plan's page: what and when, whether it is saved, theme and aim."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.session_plan import PlanCard
from db.rules.words import SessionState
from desktop.desk import Desk
from desktop.models.plan_draft import is_closed
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_writer import Saving
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.chip import Chip
from desktop.widgets.field import Field
from desktop.widgets.history_line import HistoryLine
from desktop.widgets.page_header import PageHeader


class PlanHead(QWidget):
    """`copy_asked`, `preview_asked` and `retry_asked` are its buttons."""

    copy_asked = Signal()
    preview_asked = Signal()
    retry_asked = Signal()

    def __init__(self, desk: Desk, deeds: PlanDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, words = desk.theme, desk.words
        self.header = PageHeader(theme, words._("Session plan"))
        self.chip = Chip(theme, "", "ok")
        self.chip.hide()
        self.header.add_beside(self.chip)
        self.preview_button = Button(theme, words._("Preview"), icon="file-text")
        self.preview_button.clicked.connect(self.preview_asked)
        self.copy_button = Button(theme, words._("Copy from earlier"), icon="copy")
        self.copy_button.clicked.connect(self.copy_asked)
        self.header.add_action(self.preview_button)
        self.header.add_action(self.copy_button)
        self.theme = HistoryLine(words._("Theme"))
        self.theme.textEdited.connect(deeds.theme)
        self.aim = HistoryLine(words._("Aim"))
        self.aim.textEdited.connect(deeds.aim)
        for line in (self.theme, self.aim):
            deeds.heed(line, line.history)
        self.over = Banner(theme, "info", "")
        self.unsaved = Banner(theme, "bad", words._("Not saved"), words._("Try again"))
        self.unsaved.acted.connect(self.retry_asked)
        self._lay_out()

    def show_card(self, card: PlanCard) -> None:
        """Show the session and what it is for."""
        words, head = self._desk.words, card.head
        when = words._("{day} at {times}").format(
            day=words.weekday_date(head.date), times=words.time_range(head.starts_at, head.ends_at)
        )
        sub = " · ".join(part for part in (head.group, when, head.place) if part)
        self.header.set_texts(words._("Session plan"), sub)
        self.theme.show_text(card.theme)
        self.aim.show_text(card.aim)
        closed = is_closed(card)
        for line in (self.theme, self.aim):
            line.setReadOnly(closed)
        self.copy_button.setVisible(not closed)
        self._offer_copy(card)
        self.over.setVisible(closed)
        self.over.set_text(
            words._("The session was cancelled. The plan can be read and printed.")
            if head.state is SessionState.CANCELLED
            else words._("The session has ended. The plan can be read and printed.")
        )

    def show_saving(self, state: Saving) -> None:
        """Say how the saving stands."""
        words = self._desk.words
        if state is Saving.WAITING:
            self.chip.set_state(words._("Saving…"), "neu", "refresh-cw")
        elif state is Saving.SAVED:
            now = words.time(self._desk.clock.now())
            self.chip.set_state(words._("Saved {time}").format(time=now), "ok", "check")
        elif state is Saving.FAILED:
            self.chip.set_state(words._("Not saved"), "bad", "circle-alert")
        self.chip.setVisible(state is not Saving.NOTHING)
        self.unsaved.setVisible(state is Saving.FAILED)

    def _offer_copy(self, card: PlanCard) -> None:
        words = self._desk.words
        self.copy_button.setEnabled(card.earlier is not None)
        if card.earlier is None:
            told = words._("The group has no earlier plan.")
        else:
            day = words.weekday_date(card.earlier[1].date())
            told = words._("Copy from {day}").format(day=day)
        self.copy_button.setToolTip(told)

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        words, theme = self._desk.words, self._desk.theme
        fields = QHBoxLayout()
        fields.setSpacing(px(12))
        fields.addWidget(Field(theme, words._("Theme"), self.theme), 2)
        fields.addWidget(Field(theme, words._("Aim"), self.aim), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.header)
        column.addWidget(self.over)
        column.addWidget(self.unsaved)
        column.addLayout(fields)
        self.over.hide()
        self.unsaved.hide()
