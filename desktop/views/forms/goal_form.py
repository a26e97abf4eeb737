# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of a goal with its five levels, and of the main goal in the person's own words."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db.actions.plans import LEVELS as COLUMNS
from db.actions.plans import STRANDS, add_goal, change_goal, set_main_goal
from db.errors import Why
from db.rules.words import GoalState
from desktop.desk import Desk
from desktop.views.forms.form import Form, with_own
from desktop.views.forms.levels import Levels
from desktop.views.forms.optional_date import OptionalDate
from desktop.widgets.combo import Combo
from desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from db.queries.people import GoalLine, PersonCard
    from db.work import Do

_USUAL_WEEKS = 12
_NONE = "none"


class GoalForm(Form):
    """Own words first, then what each level looks like; 0 is the aim agreed on."""

    width_asked = 860

    def __init__(self, desk: Desk, card: "PersonCard", goal: "GoalLine | None" = None) -> None:
        super().__init__(desk)
        words = desk.words
        self._card, self._goal = card, goal
        self.title = words._("Edit the goal") if goal else words._("New goal")
        if goal is None:
            self.save_text = words._("Add the goal")
        self.told = {
            ("title", Why.NAME_MISSING): words._("The goal is missing. Write it in own words."),
            ("title", Why.NAME_TOO_LONG): words._("The goal is too long. Say it in fewer words."),
        }
        self.name = QLineEdit(goal.title if goal else "")
        self.name.setPlaceholderText(words._("e.g. I go out twice a week"))
        self.add(
            self.field(
                "title",
                words._("Goal in the person's own words"),
                self.name,
                words._("As the person says it, in the first person"),
            )
        )
        left, right = QWidget(), QWidget()
        self._left, self._right = self._column_of(left), self._column_of(right)
        self._build_levels()
        self._build_about()
        self.add((left, 6), (right, 5))

    def deed(self) -> "Do[Any]":
        values = self.values()
        if self._goal is None:
            today = self.desk.clock.today()
            return add_goal(participant_id=self._card.participant_id, on=today, **values)
        if values["state"] is not self._goal.state:
            ended = values["state"] is not GoalState.LIVE
            values["ended_on"] = self.desk.clock.today() if ended else None
        return change_goal(goal_id=self._goal.goal_id, expect=self._goal.version, **values)

    def step(self) -> str:
        words, title = self.desk.words, " ".join(self.name.text().split())
        if self._goal is None:
            return words._("Goal added: {goal}").format(goal=title)
        return words._("Goal changed: {goal}").format(goal=title)

    def values(self) -> dict[str, Any]:
        baseline = self.baseline.value()
        told: dict[str, Any] = {
            "title": self.name.text(),
            "set_by": self.set_by.value(),
            "domain": self.domain.currentData(),
            "baseline": None if baseline == _NONE else int(baseline),
            "importance": int(self.importance.value()),
            "difficulty": int(self.difficulty.value()),
            "due_on": self.due.value(),
            **dict(zip(COLUMNS, self.levels.value(), strict=True)),
        }
        if self._goal is not None:
            told["state"] = GoalState(self.state.currentData())
        return told

    def _build_levels(self) -> None:
        desk, goal, words = self.desk, self._goal, self.desk.words
        strand = goal.strand if goal else STRANDS[len(self._card.goals) % len(STRANDS)]
        colour = desk.theme.strand(strand).line
        self.levels = Levels(desk, goal.levels if goal else [""] * 5, colour)
        self._left.addWidget(
            self.field(
                "levels",
                words._("What each level looks like in practice"),
                self.levels,
                words._("Start from 0: what is good enough when the goal is reached"),
            )
        )
        choices = [(_NONE, words._("Not rated"))]
        choices += [(str(level), words.signed(level)) for level in (-2, -1, 0, 1, 2)]
        known = goal.baseline if goal else -2
        self.baseline = Segmented(
            desk.theme,
            choices,
            words._("Level at the start"),
            value=_NONE if known is None else str(known),
            size="s",
        )
        self._left.addWidget(
            self.field(
                "baseline",
                words._("Level at the start"),
                self.baseline,
                words._("−1 when some of it works already, else −2"),
            )
        )
        self._left.addStretch(1)

    def _build_about(self) -> None:
        desk, goal = self.desk, self._goal
        theme, words, codes = desk.theme, desk.words, desk.codes
        self.set_by = Segmented(
            theme,
            codes.choices("goal_setters"),
            words._("Who set the goal"),
            value=goal.set_by if goal else "person",
            size="s",
        )
        own = goal.domain if goal else ""
        domains: Sequence[tuple[object, str]] = [
            ("", words._("Not chosen")),
            *codes.choices("goal_domains"),
        ]
        self.domain = Combo(theme, with_own(domains, own, codes.name("goal_domains", own)))
        self.domain.set_value(own)
        self.importance = self._weight(words._("Importance"), goal.importance if goal else 1)
        self.difficulty = self._weight(words._("Difficulty"), goal.difficulty if goal else 1)
        in_weeks = desk.clock.today() + timedelta(weeks=_USUAL_WEEKS)
        self.due = OptionalDate(
            desk, words._("There is a day"), goal.due_on if goal else None, in_weeks
        )
        fields = [
            self.field("set_by", words._("Who set the goal"), self.set_by),
            self.field("domain", words._("Domain of life"), self.domain),
            self.field("importance", words._("Importance to the person, 0–3"), self.importance),
            self.field("difficulty", words._("Difficulty, 0–3"), self.difficulty),
            self.field("due_on", words._("To be reached by"), self.due),
        ]
        if goal is not None:
            self.state = Combo(theme, codes.choices("goal_states"))
            self.state.set_value(goal.state)
            fields.append(self.field("state", words._("Where the goal stands"), self.state))
        for field in fields:
            self._right.addWidget(field)
        self._right.addStretch(1)

    def _weight(self, name: str, value: int) -> Segmented:
        choices = [(str(n), self.desk.words.number(n)) for n in range(4)]
        return Segmented(self.desk.theme, choices, name, value=str(value), size="s")

    def _column_of(self, holder: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.theme.px(12))
        return column


class MainGoalForm(Form):
    """What the person wants, as the person says it."""

    def __init__(self, desk: Desk, card: "PersonCard") -> None:
        super().__init__(desk)
        words = desk.words
        self._card = card
        self.title = words._("Main goal")
        self.sentence = words._("In the person's own words, as they stand in the plan.")
        self.text = self.prose(card.main_goal, lines=4)
        self.source = QLineEdit(card.source)
        self.source.setPlaceholderText(words._("e.g. client plan"))
        self.add(self.field("main_goal", words._("What the person wants"), self.text))
        self.add(self.field("source", words._("Where the original is kept"), self.source))

    def deed(self) -> "Do[Any]":
        return set_main_goal(
            participant_id=self._card.participant_id,
            main_goal=self.text.toPlainText(),
            source=self.source.text(),
            on=self.desk.clock.today(),
        )

    def step(self) -> str:
        return self.desk.words._("Main goal saved")

    def values(self) -> tuple[str, str]:
        return self.text.toPlainText(), self.source.text()
