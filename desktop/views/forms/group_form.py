# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a group, new or known."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from db.actions.groups import add_group, change_group
from db.queries.groups import choices
from db.rules.words import Counting, LeaderRole, Openness
from desktop.desk import Desk
from desktop.views.forms.form import Form, open_form, with_own
from desktop.views.forms.leaders import Leader, Leaders
from desktop.views.forms.rooms import RoomPick
from desktop.widgets.combo import Combo
from desktop.widgets.segmented import Segmented
from desktop.widgets.stepper import Stepper
from desktop.widgets.strands import strand_names
from desktop.widgets.swatches import Swatches

if TYPE_CHECKING:
    from db.queries.groups import Choices, GroupCard
    from db.work import Do

_MOST = 500
_COUNT_WIDTH = 136


class GroupForm(Form):
    """Name, kind, who may come, where, who leads, how many, colour and aims."""

    width_asked = 640

    def __init__(
        self,
        desk: Desk,
        offered: "Choices",
        card: "GroupCard | None" = None,
        taken: Sequence[str] = (),
    ) -> None:
        super().__init__(desk)
        words = desk.words
        self._offered, self._card = offered, card
        self.title = words._("Edit the group") if card else words._("New group")
        if card is None:
            self.save_text = words._("Add the group")
            self.sentence = words._("The weekly time and the participants come next.")
        self._unit = card.unit_id if card else offered.units[0][0]
        self._build_what()
        self._build_where()
        self._build_who(taken)

    def deed(self) -> "Do[Any]":
        if self._card is None:
            return add_group(**self.values())
        return change_group(
            group_id=self._card.group_id, expect=self._card.version, **self.values()
        )

    def step(self) -> str:
        words, name = self.desk.words, " ".join(self.name.text().split())
        if self._card is None:
            return words._("Group added: {name}").format(name=name)
        return words._("Group changed: {name}").format(name=name)

    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "kind": self.kind.currentData(),
            "unit_id": self.unit.currentData(),
            "openness": Openness(self.openness.value()),
            "counting": Counting(self.counting.currentData()),
            "default_room_id": self.room.room_id(),
            "new_room": self.room.new_room(),
            "min_size": self.least.value() or None,
            "max_size": self.most.value() or None,
            "leaders": self.leaders.value(),
            "strand": self.strand.value(),
            "aims": self.aims.toPlainText().strip(),
            **({} if self._card else {"starts_on": self.desk.clock.today()}),
        }

    def _build_what(self) -> None:
        theme, words, codes, card = self.desk.theme, self.desk.words, self.desk.codes, self._card
        self.name = QLineEdit(card.name if card else "")
        self.name.setPlaceholderText(words._("e.g. Keys to everyday life"))
        own_kind = card.kind if card else ""
        kinds = with_own(
            codes.choices("group_kinds"), own_kind, codes.name("group_kinds", own_kind)
        )
        self.kind = Combo(theme, kinds)
        self.kind.set_value(card.kind if card else "activity")
        self.openness = Segmented(
            theme,
            codes.choices("openness"),
            codes.title("openness"),
            value=card.openness if card else Openness.CLOSED,
        )
        self.counting = Combo(theme, codes.choices("counting"))
        self.counting.set_value(card.counting if card else Counting.NAMED)
        self.add(self.field("name", words._("Name of the group"), self.name))
        self.kind_field = self.field("kind", codes.title("group_kinds"), self.kind)
        self.add(self.kind_field)
        self.kind.currentIndexChanged.connect(self._explain_kind)
        self._explain_kind()
        self.openness_field = self.field("openness", words._("Who may come"), self.openness)
        self.add(
            (self.openness_field, 0),
            self.field("counting", codes.title("counting"), self.counting),
        )
        self.openness.changed.connect(self._follow_openness)
        self._follow_openness(self.openness.value(), by_person=False)

    def _build_where(self) -> None:
        theme, words, card = self.desk.theme, self.desk.words, self._card
        own_unit = card.unit if card else ""
        self.unit = Combo(theme, with_own(self._offered.units, self._unit, own_unit))
        self.unit.set_value(self._unit)
        room = (card.default_room_id, card.default_room) if card else (None, "")
        self.room = RoomPick(self, self._offered, self._unit, *room)
        unit = self.field("unit_id", words._("Unit"), self.unit)
        unit.setVisible(len(self._offered.units) > 1)
        self.unit.currentIndexChanged.connect(
            lambda _row: self.room.set_unit(self.unit.currentData())
        )
        self.least = self._count(words._("At least"), card.min_size if card else None)
        self.most = self._count(words._("At most"), card.max_size if card else None)
        least = self.field("min_size", words._("Places at least"), self.least)
        most = self.field("max_size", words._("Places at most"), self.most)
        for field in (least, most):
            field.setMinimumWidth(theme.px(_COUNT_WIDTH))
        self.add(unit, self.room.field, (least, 0), (most, 0))
        self.add(self.room.new_field)

    def _build_who(self, taken: Sequence[str]) -> None:
        theme, words, card = self.desk.theme, self.desk.words, self._card
        known = card.leaders if card else self._myself()
        self.leaders = Leaders(self.desk, self._offered.staff, known)
        self.add(self.field("leaders", words._("Leaders"), self.leaders))
        self.strand = Swatches(theme, words, card.strand if card else _free(words, taken))
        self.add(
            self.field(
                "strand",
                words._("Colour of the group"),
                self.strand,
                words._("The same on the day, the calendar and the lists"),
            )
        )
        self.aims = self.prose(card.aims if card else "")
        self.add(self.field("aims", words._("What the group is for"), self.aims))

    def _myself(self) -> list[Leader]:
        """Whoever makes a group most often leads it."""
        me = self.desk.who.staff_id
        return [(who, name, LeaderRole.LEADER) for who, name in self._offered.staff if who == me]

    def _count(self, name: str, value: int | None) -> Stepper:
        stepper = Stepper(self.desk.theme, name, maximum=_MOST, value=value or 0)
        stepper.setSpecialValueText("–")
        return stepper

    def _explain_kind(self) -> None:
        self.kind_field.set_help(self.desk.codes.help("group_kinds", str(self.kind.currentData())))

    def _follow_openness(self, key: str, *, by_person: bool = True) -> None:
        """Open groups count heads beside names; closed ones expect their members."""
        words, is_open = self.desk.words, key == Openness.OPEN
        self.openness_field.set_help(
            words._("Whoever comes") if is_open else words._("Members are expected")
        )
        if by_person:
            self.counting.set_value(Counting.BOTH if is_open else Counting.NAMED)


def open_group_form(
    desk: Desk,
    over: QWidget,
    card: "GroupCard | None" = None,
    *,
    taken: Sequence[str] = (),
    then: Callable[[Any], None] | None = None,
) -> None:
    """Read what there is to choose from and show the form; `taken` are colours in use already."""
    desk.worker.read(
        over,
        choices(),
        lambda offered: open_form(GroupForm(desk, offered, card, taken), over, then),
        latest="form",
    )


def _free(words: Any, taken: Sequence[str]) -> str:  # noqa: ANN401
    strands = list(strand_names(words))
    return min(strands, key=lambda strand: (taken.count(strand), strands.index(strand)))
