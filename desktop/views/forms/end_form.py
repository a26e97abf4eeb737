# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that ends somebody's time in a group."""

from datetime import date
from typing import TYPE_CHECKING, Any

from db.actions.people import end_enrolment
from desktop.desk import Desk
from desktop.views.forms.form import Form
from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField

if TYPE_CHECKING:
    from db.work import Do


class EndForm(Form):
    """The last day, why, and what comes next. Marks stay and keep counting."""

    width_asked = 480

    def __init__(
        self, desk: Desk, enrolment_id: int, name: str, group: str, starts_on: date
    ) -> None:
        super().__init__(desk)
        words, codes, theme = desk.words, desk.codes, desk.theme
        self._enrolment, self._name, self._group = enrolment_id, name, group
        self.title = words._("End the membership")
        self.sentence = f"{name} · {group}"
        self.save_text = words._("End the membership")
        unknown: list[tuple[object, str]] = [("", words._("Not known"))]
        self.last = DateField(theme, words, max(desk.clock.today(), starts_on))
        self.reason = Combo(theme, [*unknown, *codes.choices("end_reasons")])
        self.next = Combo(theme, [*unknown, *codes.choices("follow_on_paths")])
        self.add(
            self.field(
                "ends_on",
                words._("Last day in the group"),
                self.last,
                words._("Marks already made stay and keep counting"),
            )
        )
        self.add(self.field("reason", codes.title("end_reasons"), self.reason))
        self.add(self.field("follow_on", codes.title("follow_on_paths"), self.next))

    def deed(self) -> "Do[Any]":
        return end_enrolment(enrolment_id=self._enrolment, **self.values())

    def step(self) -> str:
        told = self.desk.words._("{name} left the group {group}")
        return told.format(name=self._name, group=self._group)

    def values(self) -> dict[str, Any]:
        return {
            "last_day": self.last.value(),
            "reason": self.reason.currentData(),
            "follow_on": self.next.currentData(),
        }
