# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that puts a participant into a group: from the group's page or from the person's."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from db.actions.people import enrol
from db.queries.groups import choices, groups
from db.rules.words import EnrolmentKind
from desktop.desk import Desk
from desktop.views.forms.form import Form, open_form
from desktop.views.forms.participant_form import ParticipantForm
from desktop.views.forms.person_picker import PersonPicker
from desktop.widgets.banner import Banner
from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField
from desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from db.queries.groups import Choices, GroupCard, GroupRow
    from db.work import Do


class EnrolmentForm(Form):
    """Since when, as what, and how the person came; what is asked first is up to the two below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.title = desk.words._("Add to a group")
        self.save_text = desk.words._("Add to the group")
        self.full = Banner(desk.theme, "warn", "")
        self.full.hide()

    def group_id(self) -> int | None:
        """The group, once it is known."""
        raise NotImplementedError

    def participant_id(self) -> int | None:
        """The participant, once known."""
        raise NotImplementedError

    def deed(self) -> "Do[Any] | None":
        group, person = self.group_id(), self.participant_id()
        if group is None or person is None:
            self._mark_missing()
            return None
        values = self.values()
        return enrol(
            group_id=group,
            participant_id=person,
            starts_on=values["starts_on"],
            kind=values["kind"],
            came_through=values["came_through"],
        )

    def values(self) -> dict[str, Any]:
        return {
            "group_id": self.group_id(),
            "participant_id": self.participant_id(),
            "starts_on": self.first.value(),
            "kind": EnrolmentKind(self.kind.value()),
            "came_through": self.came_through.currentData(),
        }

    def build_rest(self, earliest: date | None = None) -> None:
        """The fields that both forms share."""
        desk = self.desk
        theme, words, codes = desk.theme, desk.words, desk.codes
        self.column.addWidget(self.full)
        today = desk.clock.today()
        self.first = DateField(theme, words, max(today, earliest or today))
        self.kind = Segmented(
            theme, codes.choices("enrolment_kinds"), words._("As what"), value=EnrolmentKind.MEMBER
        )
        ways: Sequence[tuple[object, str]] = [
            ("", words._("Not known")),
            *codes.choices("came_through"),
        ]
        self.came_through = Combo(theme, ways)
        self.add(
            (self.field("kind", words._("As what"), self.kind), 0),
            self.field(
                "starts_on",
                words._("From"),
                self.first,
                words._("Expected at sessions from this day on"),
            ),
        )
        self.add(self.field("came_through", codes.title("came_through"), self.came_through))

    def tell_room(self, members: int, places: int | None) -> None:
        """Say when the group is full; it may be overfilled, knowingly."""
        is_full = places is not None and members >= places
        words = self.desk.words
        told = words._("The group is full: {members}/{places}. You may still add the participant.")
        self.full.set_text(told.format(members=members, places=places))
        self.full.setVisible(is_full)

    def _mark_missing(self) -> None:
        raise NotImplementedError


class IntoGroupForm(EnrolmentForm):
    """From the group's page: who."""

    def __init__(self, desk: Desk, card: "GroupCard", members: int) -> None:
        super().__init__(desk)
        words = desk.words
        self._card = card
        self.title = words._("Add a participant")
        self.sentence = words._("Group {name}").format(name=words.quoted(card.name))
        self.picker = PersonPicker(desk)
        self.add(self.field("participant", words._("Participant"), self.picker))
        self.picker.new_asked.connect(self._make_new)
        self.picker.line.textEdited.connect(lambda _text: self.fields["participant"].clear_error())
        self.build_rest(card.starts_on)
        self.tell_room(members, card.max_size)

    def group_id(self) -> int | None:
        return self._card.group_id

    def participant_id(self) -> int | None:
        return self.picker.value()

    def step(self) -> str:
        told = self.desk.words._("{name} added to the group {group}")
        return told.format(name=self.picker.name(), group=self._card.name)

    def _make_new(self, typed: str) -> None:
        """A person who is not in the office yet is made first, as a step of its own."""

        def show(offered: "Choices") -> None:
            form = ParticipantForm(self.desk, offered, typed=typed)
            open_form(form, self, lambda made: self.picker.pick(made, form.short_name()))

        self.desk.worker.read(self, choices(), show, latest="form")

    def _mark_missing(self) -> None:
        words = self.desk.words
        told = words._("No participant is chosen. Write a name and choose with Enter.")
        self.mark("participant", told)


class ToGroupForm(EnrolmentForm):
    """From the person's page: into which group."""

    def __init__(
        self, desk: Desk, participant_id: int, name: str, offered: "Sequence[GroupRow]"
    ) -> None:
        super().__init__(desk)
        words = desk.words
        self._person, self._name = participant_id, name
        self.sentence = name
        self._groups = {row.group_id: row for row in offered if not row.archived}
        offers: list[tuple[object, str]] = [(None, words._("Choose…"))]
        offers += [(key, self._told(row)) for key, row in self._groups.items()]
        self.group = Combo(desk.theme, offers)
        self.add(self.field("group", words._("Group"), self.group))
        self.build_rest()
        self.group.currentIndexChanged.connect(self._follow_group)

    def group_id(self) -> int | None:
        key = self.group.currentData()
        return key if isinstance(key, int) else None

    def participant_id(self) -> int | None:
        return self._person

    def step(self) -> str:
        group = self._groups[self.group_id() or 0].name
        told = self.desk.words._("{name} added to the group {group}")
        return told.format(name=self._name, group=group)

    def _told(self, row: "GroupRow") -> str:
        if row.max_size is None:
            return row.name
        return f"{row.name} · {row.members}/{row.max_size}"

    def _follow_group(self) -> None:
        row = self._groups.get(self.group_id() or 0)
        self.tell_room(row.members if row else 0, row.max_size if row else None)

    def _mark_missing(self) -> None:
        self.mark("group", self.desk.words._("No group is chosen. Choose one."))


def open_to_group_form(
    desk: Desk,
    over: QWidget,
    participant_id: int,
    name: str,
    then: Callable[[Any], None] | None = None,
) -> None:
    """Read the groups and show the form."""
    ask = groups(on=desk.clock.today(), now=desk.clock.now())
    desk.worker.read(
        over,
        ask,
        lambda rows: open_form(ToGroupForm(desk, participant_id, name, rows), over, then),
        latest="form",
    )
