# SPDX-License-Identifier: GPL-3.0-or-later
"""The card that tells whose goals the session serves."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.session_plan import PlanCard, PlanGoal
from desktop.desk import Desk
from desktop.models.plan_draft import is_closed, people_served
from desktop.theme import Theme
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_goal_picker import GoalPicker
from desktop.widgets.card import Card
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.widgets.painting import paint_box, paint_text, smooth
from desktop.widgets.plain_tip import plain_tip

_LINE, _NAME = 26, 92
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GoalsCard(Card):
    """One line a participant, with all their goals that are planned; more are ticked in a popover."""

    def __init__(self, desk: Desk, deeds: PlanDeeds) -> None:
        super().__init__(desk.theme, padding=0)
        self._desk, self._deeds = desk, deeds
        self._card: PlanCard | None = None
        self._picker: GoalPicker | None = None
        theme, words = desk.theme, desk.words
        px = theme.px
        self.body.setContentsMargins(px(16), px(11), px(16), px(8) + self.shadow())
        self.body.setSpacing(0)
        self.count = text_label("", "body", "ink2")
        head = QHBoxLayout()
        head.setContentsMargins(0, px(1), 0, px(3))
        head.addWidget(text_label(words._("Goals by participant"), "body", weight=600))
        head.addStretch(1)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.link_button = link(
            theme, words._("Link a goal"), icon="link", chevron=False, dense=True
        )
        self.link_button.clicked.connect(self.pick)
        self.body.addSpacing(px(2))
        self.body.addWidget(self.link_button)
        self.body.addStretch(1)

    def show_card(self, card: PlanCard) -> None:
        """Show the goals that the session is planned to serve."""
        words = self._desk.words
        self._card = card
        served, expected = words.number(people_served(card)), words.number(card.expected)
        self.count.setText(f"{served}/{expected}")
        told = words._("{served} of {expected} participants have a goal linked")
        told = told.format(served=served, expected=expected)
        self.count.setToolTip(told)
        self.count.setAccessibleName(told)
        self.link_button.setVisible(not is_closed(card))
        self._show_lines(card.linked)
        if self._picker is not None:
            self._picker.show_goals(card.goals, {goal.goal_id for goal in card.linked})

    def pick(self) -> None:
        """Tick goals for the whole session."""
        self._picker = GoalPicker(self._desk, self._desk.words._("Goals this time"), self)
        self._picker.ticked.connect(self._tick)
        self._picker.closed.connect(self._picked)
        if self._card is not None:
            ticked = {goal.goal_id for goal in self._card.linked}
            self._picker.show_goals(self._card.goals, ticked)
        self._picker.open_below(self.link_button)

    def _show_lines(self, linked: tuple[PlanGoal, ...]) -> None:
        by_person: dict[int, list[PlanGoal]] = {}
        for goal in linked:
            by_person.setdefault(goal.participant_id, []).append(goal)
        anonymous = self._desk.words._("Anonymous {number}")
        while self._list.count() > len(by_person):
            item = self._list.takeAt(self._list.count() - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, goals in enumerate(by_person.values()):
            item = self._list.itemAt(place)
            line = item.widget() if item is not None else None
            if not isinstance(line, _GoalLine):
                line = _GoalLine(self._desk.theme)
                self._list.addWidget(line)
            titles = " · ".join(goal.title for goal in goals)
            line.show_goals(goals[0].name.said(anonymous), titles, goals[0].strand)

    def _tick(self, goal_id: int, linked: bool) -> None:
        verb = self._deeds.link if linked else self._deeds.unlink
        verb(goal_id, None)

    def _picked(self) -> None:
        self._picker = None
        self.link_button.setFocus(Qt.FocusReason.PopupFocusReason)


class _GoalLine(QWidget):
    """A strand's bar, a name, and goals cut with an ellipsis; the whole is the tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = self._titles = self._strand = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_goals(self, name: str, titles: str, strand: str) -> None:
        """Show one participant's goals."""
        self._name, self._titles, self._strand = name, titles, strand
        self.setToolTip(plain_tip(titles))
        self.setAccessibleName(f"{name}: {titles}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        rect = QRectF(self.rect())
        with QPainter(self) as painter, smooth(painter):
            bar = QRectF(0, (rect.height() - px(18)) / 2, px(4), px(18))
            paint_box(painter, bar, px(2), fill=theme.strand(self._strand).line)
            name = QRectF(px(12), 0, px(_NAME - 12), rect.height())
            bold, plain = theme.font("body", 600), theme.font("body")
            paint_text(painter, name, self._name, bold, theme.color("ink"), _LEFT)
            rest = rect.adjusted(px(_NAME), 0, 0, 0)
            paint_text(painter, rest, self._titles, plain, theme.color("ink2"), _LEFT)
