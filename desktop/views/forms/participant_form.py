# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a participant: known by name, by a code, or not at all; only what that calls for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from db.actions.people import add_participant, change_participant
from db.errors import Why
from db.queries.groups import choices
from db.queries.namesakes import namesakes
from db.rules.words import ParticipantKind
from desktop import names
from desktop.desk import Desk, Place
from desktop.views.forms.form import Form, open_form, with_own
from desktop.widgets.banner import Banner
from desktop.widgets.combo import Combo
from desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from db.queries.groups import Choices
    from db.queries.namesakes import Namesake
    from db.queries.people import PersonCard
    from db.work import Do

_PAUSE_MS = 300
_KINDS = ParticipantKind


class ParticipantForm(Form):
    """What is not needed is not asked: a code needs no name, somebody anonymous neither."""

    def __init__(
        self,
        desk: Desk,
        offered: "Choices",
        card: "PersonCard | None" = None,
        typed: str = "",
    ) -> None:
        super().__init__(desk)
        words = desk.words
        self._offered, self._card = offered, card
        self.title = words._("Edit the participant") if card else words._("New participant")
        if card is None:
            self.save_text = words._("Add the participant")
        self.told = {
            ("first_name", Why.NAME_MISSING): words._("The first name is missing. Write it here."),
            ("code", Why.NAME_MISSING): words._("The code is missing. Write it here."),
            ("code", Why.NAME_TAKEN): words._(
                "Another participant already has this code. Choose another one."
            ),
        }
        self._build_who(*typed.strip().partition(" ")[::2])
        self._build_care()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_namesakes)
        self._follow_kind(self.kind.value())
        if card is None:
            self.begin_at = self.first
        if typed:
            self._pause.start()

    def deed(self) -> "Do[Any]":
        values, card = self.values(), self._card
        if card is None:
            return add_participant(**values)
        named_now = values["kind"] is _KINDS.NAMED and card.kind is not _KINDS.NAMED
        if named_now:
            values["identified_on"] = self.desk.clock.today()
        return change_participant(participant_id=card.participant_id, expect=card.version, **values)

    def step(self) -> str:
        words, name = self.desk.words, self.short_name()
        if self._card is None:
            return words._("Participant added: {name}").format(name=name)
        return words._("Participant changed: {name}").format(name=name)

    def values(self) -> dict[str, Any]:
        kind = ParticipantKind(self.kind.value())
        named, coded = kind is _KINDS.NAMED, kind is _KINDS.PSEUDONYMOUS
        return {
            "kind": kind,
            "first_name": _line(self.first) if named else "",
            "last_name": _line(self.last) if named else "",
            "code": _line(self.code) if coded else "",
            "nickname": _line(self.nickname) if kind is _KINDS.ANONYMOUS else "",
            "contact_language": self.language.currentData(),
            "own_worker_id": self.worker.currentData(),
            "mind_in_group": self.mind.toPlainText().strip(),
            "non_disclosure": self.secret.isChecked(),
        }

    def _build_who(self, first_name: str, last_name: str) -> None:
        desk, card = self.desk, self._card
        words, codes = desk.words, desk.codes
        kind = card.kind if card else ParticipantKind.NAMED
        self.kind = Segmented(
            desk.theme,
            codes.choices("participant_kinds"),
            codes.title("participant_kinds"),
            value=kind,
        )
        self.kind_field = self.field("kind", words._("How the person is known"), self.kind)
        self.first = QLineEdit(card.first_name if card else first_name)
        self.last = QLineEdit(card.last_name if card else last_name)
        self.code = QLineEdit(card.code if card else "")
        self.nickname = QLineEdit(card.nickname if card else "")
        self.add(self.kind_field)
        self.add(
            self.field("first_name", words._("First name"), self.first),
            self.field("last_name", words._("Last name"), self.last),
        )
        self.add(
            self.field(
                "code",
                words._("Code"),
                self.code,
                words._("Agreed with the person, e.g. K-12; not an identity code"),
            )
        )
        self.add(
            self.field(
                "nickname",
                words._("What the person is called (optional)"),
                self.nickname,
                words._("Tells one visitor from another; no real name is needed"),
            )
        )
        self.same = Banner(desk.theme, "warn", "", words._("Open"))
        self.same.hide()
        self.same.acted.connect(self._open_namesake)
        self.column.addWidget(self.same)
        self.kind.changed.connect(self._follow_kind)
        for line in (self.first, self.last):
            line.textEdited.connect(lambda _text: self._pause.start())

    def _build_care(self) -> None:
        desk, card = self.desk, self._card
        theme, words, codes = desk.theme, desk.words, desk.codes
        languages: Sequence[tuple[object, str]] = [
            ("", words._("Not known")),
            *codes.choices("contact_languages"),
        ]
        own = card.contact_language if card else "sv" if words.language == "sv" else "fi"
        self.language = Combo(theme, with_own(languages, own, codes.name("contact_languages", own)))
        self.language.set_value(own)
        worker = (card.own_worker_id, card.own_worker) if card else (None, "")
        nobody: list[tuple[object, str]] = [(None, words._("Nobody yet"))]
        self.worker = Combo(theme, [*nobody, *with_own(self._offered.staff, *worker)])
        self.worker.set_value(worker[0])
        self.add(
            self.field("contact_language", codes.title("contact_languages"), self.language),
            self.field("own_worker_id", words._("Own worker"), self.worker),
        )
        self.mind = self.prose(card.mind_in_group if card else "", lines=2)
        self.add(
            self.field(
                "mind_in_group",
                words._("What to mind in a group"),
                self.mind,
                words._("For the leaders; never on pages that others see"),
            )
        )
        self.secret = QCheckBox(words._("Non-disclosure for safety"))
        self.secret.setChecked(card.non_disclosure if card else False)
        self.add(self.field("non_disclosure", "", self.secret))
        self.fields["non_disclosure"].label.hide()

    def _follow_kind(self, key: str) -> None:
        """Show only what this kind calls for."""
        words = self.desk.words
        for name in ("first_name", "last_name"):
            self.fields[name].setVisible(key == _KINDS.NAMED)
        self.fields["code"].setVisible(key == _KINDS.PSEUDONYMOUS)
        self.fields["nickname"].setVisible(key == _KINDS.ANONYMOUS)
        self.same.hide()
        self.kind_field.set_help(
            {
                _KINDS.NAMED: words._("Screens show the first name and an initial"),
                _KINDS.PSEUDONYMOUS: words._("The office knows a code only"),
                _KINDS.ANONYMOUS: words._("Nothing is asked; visits are counted all the same"),
            }[ParticipantKind(key)]
        )

    def _look_for_namesakes(self) -> None:
        ask = namesakes(
            first_name=self.first.text(),
            last_name=self.last.text(),
            on=self.desk.clock.today(),
            besides=self._card.participant_id if self._card else None,
        )
        self.desk.worker.read(self, ask, self._show_namesakes, latest="namesakes")

    def _show_namesakes(self, found: "Sequence[Namesake]") -> None:
        self.same.setVisible(bool(found) and self.kind.value() == _KINDS.NAMED)
        if not found:
            return
        words, self._namesake = self.desk.words, found[0].participant_id
        told = words._("Somebody of this name is here already: {people}. Is it the same person?")
        self.same.set_text(told.format(people=words.list(_said(one) for one in found)))

    def _open_namesake(self) -> None:
        """Leave this form, which asks first, for the person who is here already."""
        dialog = self.window()
        place = Place("person", self._namesake)
        dialog.rejected.connect(lambda: self.desk.go(place))  # type: ignore[attr-defined]
        dialog.reject()  # type: ignore[attr-defined]

    def short_name(self) -> str:
        """What screens will call the person."""
        values = self.values()
        name = names.short(values["first_name"], values["last_name"])
        return name or values["code"] or values["nickname"] or self.desk.words._("Without a name")


def open_participant_form(
    desk: Desk,
    over: QWidget,
    card: "PersonCard | None" = None,
    *,
    typed: str = "",
    then: Callable[[Any], None] | None = None,
) -> None:
    """Read what there is to choose from and show the form."""
    desk.worker.read(
        over,
        choices(),
        lambda offered: open_form(ParticipantForm(desk, offered, card, typed), over, then),
        latest="form",
    )


def _line(edit: QLineEdit) -> str:
    return " ".join(edit.text().split())


def _said(one: "Namesake") -> str:
    return f"{one.name} ({one.groups})" if one.groups else one.name
