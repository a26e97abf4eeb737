# SPDX-License-Identifier: GPL-3.0-or-later
"""What an unwritten agenda shows: how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.session_plan import PlanCard
from desktop.desk import Desk
from desktop.models.plan_draft import is_closed
from desktop.views.plan_deeds import PlanDeeds
from desktop.widgets.buttons import Button
from desktop.widgets.label import text_label
from desktop.widgets.plait import EmptyBraid

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class FirstStep(QWidget):
    """Two ways to begin: what the group did last time, or an empty first item."""

    add_asked = Signal()

    def __init__(self, desk: Desk, deeds: PlanDeeds) -> None:
        super().__init__()
        self._desk, self._deeds = desk, deeds
        self._card: PlanCard | None = None
        theme, words = desk.theme, desk.words
        self.title = text_label("", "heading", wrap=True)
        self.line = text_label("", "body", "ink2", wrap=True)
        self.copy_button = Button(theme, words._("Copy from earlier"), "primary", icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.add_button = Button(theme, words._("Add the first item"), icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(4))
        column.addWidget(EmptyBraid(theme), alignment=_CENTRE)
        column.addSpacing(theme.px(10))
        for label in (self.title, self.line):
            label.setAlignment(_CENTRE)
            column.addWidget(label)
        column.addSpacing(theme.px(10))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)

    def show_card(self, card: PlanCard) -> None:
        """Offer what there is to copy; nothing for a session that is over."""
        words = self._desk.words
        self._card = card
        closed = is_closed(card)
        self.title.setText(
            words._("No agenda was written") if closed else words._("What is done this time?")
        )
        self.line.setText("" if closed else words._("Times follow from the minutes by themselves."))
        self.copy_button.setVisible(card.earlier is not None and not closed)
        self.add_button.setVisible(not closed)
        if card.earlier is not None:
            day = words.weekday_date(card.earlier[1].date())
            self.copy_button.setText(words._("Copy from {day}").format(day=day))

    def _copy(self) -> None:
        if self._card is not None and self._card.earlier is not None:
            self._deeds.copy_from(self._card.earlier[0])
