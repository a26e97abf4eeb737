# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of participants.

Names are first name and initial, as on every screen: the list is what a
passer-by sees, and namesakes are told apart by just as much of the last name as it takes. The whole
name is searched all the same, and stands on the person's own page.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.queries.people import people
from desktop.desk import Desk, Place
from desktop.models.people_list import columns
from desktop.views.forms.participant_form import open_participant_form
from desktop.views.list_page import ListPage

if TYPE_CHECKING:
    from db.queries.people import PersonRow
    from db.work import Ask


class PeoplePage(ListPage["PersonRow"]):
    """Everyone in the office, archived ones when asked for."""

    tables = frozenset(
        {"participants", "enrolments", "groups", "goals", "marks", "group_sessions", "staff"}
    )

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:  # noqa: ARG002 - every page is made so
        self._places: dict[int, int] = {}
        super().__init__(
            desk, columns(desk.words, lambda row: self._places[row.participant_id]), parent
        )

    def title(self) -> str:
        return self.desk.words._("Participants")

    def new_text(self) -> str:
        return self.desk.words._("New participant")

    def search_hint(self) -> str:
        return self.desk.words._("Search by name, code or group")

    def empty_texts(self) -> tuple[str, str]:
        words = self.desk.words
        return (
            words._("No participants yet"),
            words._("Add the first one: by name, by a code or without a name."),
        )

    def count_text(self, shown: int, total: int) -> str:
        words = self.desk.words
        told = words.n("{count} participant", "{count} participants", total)
        text = told.format(count=words.number(total))
        if shown == total:
            return text
        return words._("{shown} of {all}").format(shown=words.number(shown), all=text)

    def ask(self) -> "Ask[list[PersonRow]]":
        return people(on=self.desk.clock.today())

    def show_rows(self, rows: "list[PersonRow]") -> None:
        self._places = {row.participant_id: number for number, row in enumerate(rows)}
        super().show_rows(rows)

    def key(self, row: "PersonRow") -> Hashable:
        return row.participant_id

    def folded(self, row: "PersonRow") -> str:
        return row.folded

    def is_archived(self, row: "PersonRow") -> bool:
        return row.archived

    def open(self, row: "PersonRow") -> None:
        self.desk.go(Place("person", row.participant_id))

    def new(self) -> None:
        open_participant_form(
            self.desk, self, then=lambda made: self.desk.go(Place("person", made))
        )
