# SPDX-License-Identifier: GPL-3.0-or-later
"""One participant: the plan, the groups and the visits. Nobody else is named here."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.actions.people import archive_participant, change_participant
from db.queries.people import person
from db.rules.words import GoalState, ParticipantKind
from desktop import names
from desktop.desk import Desk, Place
from desktop.views.card_parts import fact, inset, rows_card, stacked, switch, titled_card, wrapped
from desktop.views.detail_page import DetailPage
from desktop.views.forms.end_form import EndForm
from desktop.views.forms.enrolment_form import open_to_group_form
from desktop.views.forms.form import open_form
from desktop.views.forms.goal_form import GoalForm, MainGoalForm
from desktop.views.forms.participant_form import open_participant_form
from desktop.views.goal_view import GoalView
from desktop.views.person_parts import MembershipRow, summary_card, visit_row
from desktop.vocabulary import person_name
from desktop.widgets.avatar import Avatar
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.empty import EmptyState
from desktop.widgets.link import link
from desktop.widgets.plait import EmptyBraid
from desktop.widgets.reflow import Columns, EvenGrid

if TYPE_CHECKING:
    from db.queries.people import GoalLine, Membership, PersonCard
    from db.work import Ask

_FEW = 8
_WIDE_FROM = 920
_GOAL_LEAST, _GOAL_MOST = 330, 480


class PersonPage(DetailPage["PersonCard"]):
    """What the own worker and the leaders see of one person."""

    tables = frozenset(
        {
            *("participants", "plans", "goals", "goal_steps", "enrolments", "groups", "marks"),
            *("group_sessions", "entries", "reviews", "service_periods", "staff"),
        }
    )

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        theme, words = desk.theme, desk.words
        self._shows_ended_goals = False
        self._shows_all_visits = False
        self._avatar = Avatar(theme, "", 56)
        self.badge.addWidget(self._avatar)
        self._kind_chip = Chip(theme, "", "info")
        self._secret_chip = Chip(theme, words._("Non-disclosure"), "bad", icon="eye-off")
        self._archived_chip = Chip(theme, words._("Archived"), "neu", icon="archive")
        for chip in (self._kind_chip, self._secret_chip, self._archived_chip):
            self.header.add_beside(chip)
            chip.hide()
        self.edit_button = self.command(words._("Edit"), "pencil", self._edit, keys="Ctrl+E")
        self.enrol_button = self.command(
            words._("Add to a group"), "users-round", self._enrol, keys="Ctrl+G"
        )
        self.goal_button = self.command(
            words._("Add a goal"), "target", self._add_goal, kind="primary", keys="Ctrl+N"
        )
        self.add_command(words._("Write the main goal"), self._main_goal)
        self._archive = self.add_command(words._("Archive the participant"), self._toggle_archived)

    def ask(self) -> "Ask[PersonCard]":
        return person(participant_id=self.own_id)

    def crumb(self) -> str:
        return self.short_name() if self.card else ""

    def way_back(self) -> Place | None:
        return Place("people")

    def focus_first(self) -> None:
        self.goal_button.setFocus()

    def short_name(self) -> str:
        """What screens call the person."""
        card = self.card
        if card is None:
            return ""
        return person_name(
            self.desk.words, card.first_name, card.last_name, card.code or card.nickname
        )

    def fill_head(self, card: "PersonCard") -> None:
        words, codes = self.desk.words, self.desk.codes
        today = self.desk.clock.today()
        groups = [m.group for m in card.memberships if m.ends_on is None or m.ends_on >= today]
        worker = words._("own worker {name}").format(name=card.own_worker)
        named = card.kind is ParticipantKind.NAMED
        # The whole name stands here and nowhere else; the title is what every screen says.
        whole = names.full(card.first_name, card.last_name) if named else ""
        told = [whole if whole != self.short_name() else "", *groups]
        told.append(worker if card.own_worker else words._("no own worker yet"))
        self.header.set_texts(self.short_name(), " · ".join(part for part in told if part))
        text = names.initials(card.first_name, card.last_name) if named else "–"
        self._avatar.setText(text)
        self._kind_chip.set_state(codes.name("participant_kinds", card.kind), "info")
        self._kind_chip.setVisible(not named)
        self._secret_chip.setVisible(card.non_disclosure)
        self._archived_chip.setVisible(card.archived_on is not None)
        self._archive.setText(
            words._("Bring the participant back")
            if card.archived_on
            else words._("Archive the participant")
        )

    def build(self, card: "PersonCard") -> QWidget:
        theme = self.desk.theme
        gap = theme.space("gap")
        side = [self._groups_card(card), self._care_card(card)]
        below = Columns(
            [(self._visits_card(card), 8), (stacked(*side, gap=gap), 5)],
            gap=gap,
            width=theme.px(_WIDE_FROM),
        )
        summary = summary_card(self.desk, card, self._main_goal)
        return stacked(summary, *self._goal_parts(card), below, gap=gap)

    def _goal_parts(self, card: "PersonCard") -> list[QWidget]:
        words, theme = self.desk.words, self.desk.theme
        live = [goal for goal in card.goals if goal.state is GoalState.LIVE]
        ended = [goal for goal in card.goals if goal.state is not GoalState.LIVE]
        shown = [*live, *(ended if self._shows_ended_goals else [])]
        parts: list[QWidget] = []
        if shown:
            holder = QWidget()
            px = theme.px
            grid = EvenGrid(px(_GOAL_LEAST), px(_GOAL_MOST), theme.space("gap"), holder)
            for goal in shown:
                grid.addWidget(self._goal_view(goal))
            parts.append(holder)
        else:
            parts.append(self._no_goals())
        if ended:
            told = words.n("Show {count} ended goal", "Show {count} ended goals", len(ended))
            text = words._("Hide ended goals") if self._shows_ended_goals else told
            text = text.format(count=len(ended))
            parts.append(switch(theme, "ended-goals", text, self._toggle_ended))
        return parts

    def _goal_view(self, goal: "GoalLine") -> GoalView:
        view = GoalView(self.desk, goal)
        view.edit.clicked.connect(lambda: self._edit_goal(goal))
        return view

    def _no_goals(self) -> Card:
        words, theme = self.desk.words, self.desk.theme
        card = Card(theme)
        add = Button(theme, words._("Add a goal"), icon="target")
        add.setObjectName("first-goal")
        add.clicked.connect(self._add_goal)
        card.body.addWidget(
            EmptyState(
                theme,
                EmptyBraid(theme),
                words._("No goals yet"),
                words._("Write down together what the person wants, in own words."),
                button=add,
            )
        )
        return card

    def _visits_card(self, card: "PersonCard") -> Card:
        words, theme = self.desk.words, self.desk.theme
        told = words._("{here}/{marked} times").format(here=card.here, marked=card.marked)
        shown = rows_card(theme, words._("Visits"), told if card.marked else "")
        visits = card.visits if self._shows_all_visits else card.visits[:_FEW]
        for visit in visits:
            shown.body.addWidget(visit_row(self.desk, visit))
        if not card.visits:
            none = wrapped(words._("No visits yet. They come from marking attendance."))
            shown.body.addLayout(inset(theme, none))
        if len(card.visits) > _FEW:
            more = words.n("Show {count} latest", "Show {count} latest", len(card.visits))
            text = words._("Show fewer") if self._shows_all_visits else more
            text = text.format(count=len(card.visits))
            fewer = switch(theme, "all-visits", text, self._toggle_visits)
            shown.body.addLayout(inset(theme, fewer))
        shown.body.addStretch(1)
        return shown

    def _groups_card(self, card: "PersonCard") -> Card:
        words, theme = self.desk.words, self.desk.theme
        shown = rows_card(theme, words._("Groups"))
        for told in card.memberships:
            shown.body.addWidget(self._membership(told))
        if not card.memberships:
            none = wrapped(words._("Not in any group yet."))
            shown.body.addLayout(inset(theme, none))
            add = link(theme, words._("Add to a group"), icon="users-round")
            add.setObjectName("first-group")
            add.clicked.connect(self._enrol)
            shown.body.addLayout(inset(theme, add))
        return shown

    def _membership(self, told: "Membership") -> MembershipRow:
        row = MembershipRow(self.desk, told)
        if row.end is not None:
            row.end.clicked.connect(lambda: self._end(told))
        return row

    def _care_card(self, card: "PersonCard") -> Card:
        """What to mind stands out; it is for leaders and on no shared print."""
        words, codes = self.desk.words, self.desk.codes
        shown = titled_card(self.desk.theme, words._("To mind"))
        fact(shown, words._("In a group"), card.mind_in_group)
        language = codes.name("contact_languages", card.contact_language)
        fact(shown, codes.title("contact_languages"), language if card.contact_language else "")
        year = words._("born {year}").format(year=card.birth_year) if card.birth_year else ""
        fact(shown, words._("Age group"), year)
        came = codes.name("came_through", card.came_through)
        fact(shown, codes.title("came_through"), came if card.came_through else "")
        if shown.body.count() == 1:
            shown.body.addWidget(wrapped(words._("Nothing is written here.")))
        return shown

    def _toggle_ended(self) -> None:
        self._shows_ended_goals = not self._shows_ended_goals
        self.rebuild()

    def _toggle_visits(self) -> None:
        self._shows_all_visits = not self._shows_all_visits
        self.rebuild()

    def _edit(self) -> None:
        if self.card is not None:
            open_participant_form(self.desk, self, self.card)

    def _enrol(self) -> None:
        if self.card is not None:
            open_to_group_form(self.desk, self, self.own_id, self.short_name())

    def _add_goal(self) -> None:
        if self.card is not None:
            open_form(GoalForm(self.desk, self.card), self)

    def _edit_goal(self, goal: "GoalLine") -> None:
        if self.card is not None:
            open_form(GoalForm(self.desk, self.card, goal), self)

    def _main_goal(self) -> None:
        if self.card is not None:
            open_form(MainGoalForm(self.desk, self.card), self)

    def _end(self, told: "Membership") -> None:
        form = EndForm(self.desk, told.enrolment_id, self.short_name(), told.group, told.starts_on)
        open_form(form, self)

    def _toggle_archived(self) -> None:
        if self.card is None:
            return
        words, name = self.desk.words, self.short_name()
        if self.card.archived_on is None:
            deed = archive_participant(participant_id=self.own_id, on=self.desk.clock.today())
            step = words._("Participant archived: {name}")
        else:
            deed = change_participant(participant_id=self.own_id, archived_on=None)
            step = words._("Participant brought back: {name}")
        self.desk.history.do(self, deed, step.format(name=name), failed=self.desk.trouble)
