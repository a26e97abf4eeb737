# SPDX-License-Identifier: GPL-3.0-or-later
"""A goal as the person's page shows it: where it began, where it stands, what each level means."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from db.rules.words import GoalState
from desktop.desk import Desk
from desktop.theme import Theme
from desktop.vocabulary import level_name
from desktop.widgets.buttons import icon_button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.gas_ladder import LEVELS, GasLadder
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from db.queries.people import GoalLine
    from desktop.words import Words

_EDGE = 4


class TravelLadder(GasLadder):
    """A ladder that only tells: a ring where the goal began, a filled bead where it stands."""

    def __init__(self, theme: Theme, words: "Words", strand: QColor) -> None:
        super().__init__(theme, words, strand)
        self._last_caption, self._today_caption = words._("at first"), words.p("goal", "now")
        self.set_read_only(True)


class GoalView(Card):
    """`edit` is the button that asks for the form."""

    def __init__(self, desk: Desk, goal: "GoalLine") -> None:
        super().__init__(desk.theme)
        theme, words = desk.theme, desk.words
        self._line = theme.strand(goal.strand).line
        margins = self.body.contentsMargins()
        margins.setLeft(theme.px(26))
        self.body.setContentsMargins(margins)
        self.body.setSpacing(theme.px(4))
        self.setAccessibleName(goal.title)
        told = words._("Edit the goal: {goal}").format(goal=goal.title)
        self.edit = icon_button(theme, "pencil", told, "quiet", size="s")
        self.edit.setObjectName(f"goal-{goal.goal_id}")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        title = text_label(goal.title, "heading", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(text_label(about_goal(desk, goal), "small", "ink2", wrap=True))
        if goal.state is not GoalState.LIVE:
            state = desk.codes.name("goal_states", goal.state)
            reached = goal.state is GoalState.REACHED
            self.body.addWidget(
                Chip(theme, state, "ok" if reached else "neu", icon="flag" if reached else None)
            )
        self.ladder = TravelLadder(theme, words, self._line)
        meanings = {level: goal.levels[level + 2] for level in LEVELS if goal.levels[level + 2]}
        began = goal.baseline if goal.level is not None else None
        self.ladder.show_levels(began, goal.level, meanings)
        self.ladder.setAccessibleName(goal.title)
        self.body.addWidget(self.ladder)
        if goal.level is None:
            self.body.addWidget(text_label(words._("Not rated yet"), "small", "ink2"))
        if meanings:
            self.body.addWidget(_meanings(desk, goal))
        self.body.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, sheet = self._theme, self.sheet()
        inset = theme.px(16)
        strand = QRectF(
            sheet.left() + theme.px(12),
            sheet.top() + inset,
            theme.px(_EDGE),
            sheet.height() - 2 * inset,
        )
        with QPainter(self) as painter, smooth(painter):
            paint_box(painter, strand, strand.width() / 2, fill=self._line)


def about_goal(desk: Desk, goal: "GoalLine") -> str:
    """ "Elämänhallinta · itse nimetty · 30.6.2027 mennessä"."""
    words, codes = desk.words, desk.codes
    told = [codes.name("goal_domains", goal.domain)] if goal.domain else []
    setter = codes.name("goal_setters", goal.set_by)
    told.append(setter.lower() if told else setter)
    if goal.due_on is not None:
        this_year = goal.due_on.year == desk.clock.today().year
        day = words.day_month(goal.due_on) if this_year else words.date(goal.due_on)
        told.append(words._("by {date}").format(date=day))
    return " · ".join(told)


def _meanings(desk: Desk, goal: "GoalLine") -> QWidget:
    """The level texts from the best down; where the goal stands is bold."""
    holder, theme = QWidget(), desk.theme
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(2))
    grid.setColumnStretch(1, 1)
    for row, level in enumerate(reversed(LEVELS)):
        text = goal.levels[level + 2]
        if not text:
            continue
        here = level == goal.level
        number = text_label(
            desk.words.signed(level), "small", "ink" if here else "ink3", weight=600
        )
        number.setToolTip(level_name(desk.words, level))
        meaning = text_label(
            text, "small", "ink" if here else "ink2", weight=600 if here else None, wrap=True
        )
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(meaning, row, 1)
    return holder
