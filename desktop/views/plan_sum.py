# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of the agenda: each item's share of the time, the sum, and in words whether it fits."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.session_plan import PlanCard
from desktop.models.plan_draft import free_minutes, strand_of
from desktop.theme import Theme
from desktop.widgets.chip import Chip
from desktop.widgets.label import text_label
from desktop.widgets.share_bar import Share, ShareBar
from desktop.words import Words


class PlanSum(QWidget):
    """Says the same three ways: by shape, by number and in words with an icon."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.bar = ShareBar(theme)
        self.sum = text_label("", "body", weight=600)
        self.chip = Chip(theme, "", "neu")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(15), 1, theme.px(15), 0)
        row.setSpacing(theme.px(14))
        total = text_label(words._("Total"), "body", weight=600)
        total.setMinimumWidth(theme.px(82))
        row.addWidget(total)
        row.addWidget(self.bar, 1)
        row.addWidget(self.sum)
        row.addWidget(self.chip)
        self.setFixedHeight(theme.height("agenda_row"))

    def show_sum(self, card: PlanCard) -> None:
        """Show how the plan's minutes stand against the session's."""
        words = self._words
        shares = [Share(item.minutes, strand_of(card, item)) for item in card.items]
        self.bar.show_shares(shares, card.head.minutes)
        told = f"{words.number(card.planned_minutes)}/{words.minutes(card.head.minutes)}"
        self.sum.setText(told.replace(" ", "\N{NO-BREAK SPACE}"))
        self.chip.set_state(*self._verdict(free_minutes(card)))
        self.setAccessibleName(f"{told}, {self.chip.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            line = self.rect()
            line.setHeight(1)
            painter.fillRect(line, self._theme.color("line"))

    def _verdict(self, free: int) -> tuple[str, str, str]:
        words = self._words
        if free == 0:
            return words._("Fills the time"), "ok", "circle-check"
        if free > 0:
            return words._("{minutes} free").format(minutes=words.minutes(free)), "info", "clock"
        over = words._("{minutes} over").format(minutes=words.minutes(-free))
        return over, "warn", "triangle-alert"
