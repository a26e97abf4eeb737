# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a room of a unit, or naming a new one on the spot."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop.views.forms.form import Form, with_own
from desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from db.queries.groups import Choices

_NEW = -1


class RoomPick:
    """Two fields for a form: the rooms, and below them the name of a new one when that is wanted."""

    def __init__(
        self,
        form: Form,
        choices: "Choices",
        unit_id: int,
        room_id: int | None = None,
        room: str = "",
    ) -> None:
        words = form.desk.words
        self._words, self._choices = words, choices
        self._own = (room_id, room)
        self.combo = Combo(form.desk.theme, self._offered(unit_id), words._("Room"))
        self.combo.set_value(room_id)
        self.line = QLineEdit()
        self.field = form.field("room_id", words._("Room"), self.combo)
        self.new_field = form.field("room", words._("Name of the new room"), self.line)
        self.new_field.hide()
        self.combo.currentIndexChanged.connect(self._show)

    def set_unit(self, unit_id: int) -> None:
        """Offer another unit's rooms."""
        self.combo.set_choices(self._offered(unit_id))

    def room_id(self) -> int | None:
        """The chosen room, if it is one that there is."""
        key = self.combo.currentData()
        return key if isinstance(key, int) and key != _NEW else None

    def new_room(self) -> str:
        """The name of a room to be made, "" for none. A name left out is a space: the deed refuses
        it as it refuses every empty name."""
        return (self.line.text().strip() or " ") if self.combo.currentData() == _NEW else ""

    def _offered(self, unit_id: int) -> list[tuple[object, str]]:
        own = [(key, name) for key, unit, name in self._choices.rooms if unit == unit_id]
        words = self._words
        rooms = with_own(own, *self._own)
        return [(None, words._("No room of its own")), *rooms, (_NEW, words._("New room…"))]

    def _show(self) -> None:
        wanted = self.combo.currentData() == _NEW
        self.new_field.setVisible(wanted)
        if wanted and self.combo.isVisible():
            self.line.setFocus()
