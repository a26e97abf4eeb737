# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to a session's plan, each with the name of its undo step."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from db.actions.agenda import insert_item
from db.actions.session_plan import (
    add_duty,
    add_item,
    add_material,
    change_duty,
    change_item,
    change_material,
    copy_plan,
    link_goal,
    move_item,
    remove_duty,
    remove_item,
    remove_material,
    set_plan,
    unlink_goal,
)
from db.queries.session_plan import PlanCard
from db.work import Done
from desktop.models.plan_draft import next_minutes, with_duty, with_item, with_material
from desktop.views.plan_writer import Draft, PlanWriter
from desktop.widgets.history_keys import HistoryKeys
from desktop.words import Words

Told = Callable[[int], None]
Responsible = tuple[int | None, str]
"""The id of a member of staff or None, and a name in words where it is none."""


class PlanDeeds:
    """Verbs of one plan. Texts and minutes are typed: saved after a pause; the rest at once."""

    def __init__(self, writer: PlanWriter, words: Words, session_id: int) -> None:
        self._writer, self._w, self._session = writer, words, session_id

    def heed(self, field: QLineEdit | QAbstractSpinBox, keys: HistoryKeys) -> None:
        """Make a field one with the rest: left or finished with Enter it is saved, and Ctrl+Z in it
        takes back the last step, whatever that was."""
        field.editingFinished.connect(self._writer.settle)
        keys.undo_asked.connect(self._writer.undo)
        keys.redo_asked.connect(self._writer.redo)

    def theme(self, text: str) -> None:
        """What the session is about."""
        deed = set_plan(session_id=self._session, theme=text)
        label = self._w._("Theme changed")
        self._writer.put("theme", Draft(label, lambda card: replace(card, theme=text), deed))

    def aim(self, text: str) -> None:
        """What it is to lead to."""
        deed = set_plan(session_id=self._session, aim=text)
        label = self._w._("Aim changed")
        self._writer.put("aim", Draft(label, lambda card: replace(card, aim=text), deed))

    def title(self, item_id: int, text: str) -> None:
        """What an agenda item is called."""
        self._item(item_id, self._w._("Agenda item changed"), title=text)

    def minutes(self, item_id: int, minutes: int) -> None:
        """How long it takes."""
        self._item(item_id, self._w._("Length changed"), minutes=minutes)

    def needs(self, item_id: int, text: str) -> None:
        """What it needs, in words."""
        self._item(item_id, self._w._("Materials of the item changed"), materials=text)

    def leads(self, item_id: int, who: Responsible) -> None:
        """Who sees to an agenda item."""
        staff_id, named = who
        deed = change_item(item_id=item_id, staff_id=staff_id, responsible=named)
        self._writer.do(deed, self._w._("Responsible person changed"))

    def add(self, after: int | None, done: Told) -> None:
        """A new agenda item below `after`, or at the end; `done` gets its id."""
        card = self._writer.card
        minutes = next_minutes(card) if card is not None else 0
        deed = (
            add_item(session_id=self._session, minutes=minutes)
            if after is None
            else insert_item(session_id=self._session, after=after, minutes=minutes)
        )
        self._writer.do(deed, self._w._("Agenda item added"), _value(done))

    def move(self, item_id: int, by: int) -> None:
        """Move an agenda item; -1 is up."""
        self._writer.do(move_item(item_id=item_id, by=by), self._w._("Agenda item moved"))

    def remove(self, item_id: int) -> None:
        """Take an agenda item out."""
        self._writer.do(remove_item(item_id=item_id), self._w._("Agenda item removed"))

    def link(self, goal_id: int, item_id: int | None) -> None:
        """Plan the session, and an item when given, to serve a goal."""
        deed = link_goal(session_id=self._session, goal_id=goal_id, item_id=item_id)
        self._writer.do(deed, self._w._("Goal linked"))

    def unlink(self, goal_id: int, item_id: int | None) -> None:
        """Take a goal off an item, or off the session."""
        deed = unlink_goal(session_id=self._session, goal_id=goal_id, item_id=item_id)
        self._writer.do(deed, self._w._("Goal unlinked"))

    def add_material(self, name: str) -> None:
        """Something to bring."""
        deed = add_material(session_id=self._session, name=name)
        self._writer.do(deed, self._w._("Material added"))

    def rename_material(self, material_id: int, name: str) -> None:
        """What it is called."""
        self._writer.put(
            ("material", material_id),
            Draft(
                self._w._("Material changed"),
                lambda card: with_material(card, material_id, name=name),
                change_material(material_id=material_id, name=name),
            ),
        )

    def tick(self, material_id: int, *, ready: bool) -> None:
        """Whether it is there already."""
        label = self._w._("Material ready") if ready else self._w._("Material not ready")
        self._writer.do(change_material(material_id=material_id, ready=ready), label)

    def remove_material(self, material_id: int) -> None:
        """Leave it out."""
        deed = remove_material(material_id=material_id)
        self._writer.do(deed, self._w._("Material removed"))

    def add_duty(self, name: str) -> None:
        """Something to see to."""
        self._writer.do(add_duty(session_id=self._session, name=name), self._w._("Duty added"))

    def rename_duty(self, duty_id: int, name: str) -> None:
        """What it is called."""
        self._writer.put(
            ("duty", duty_id),
            Draft(
                self._w._("Duty changed"),
                lambda card: with_duty(card, duty_id, name=name),
                change_duty(duty_id=duty_id, name=name),
            ),
        )

    def sees_to(self, duty_id: int, who: Responsible) -> None:
        """Who sees to a duty."""
        staff_id, named = who
        deed = change_duty(duty_id=duty_id, staff_id=staff_id, responsible=named)
        self._writer.do(deed, self._w._("Responsible person changed"))

    def remove_duty(self, duty_id: int) -> None:
        """Leave it out."""
        self._writer.do(remove_duty(duty_id=duty_id), self._w._("Duty removed"))

    def copy_from(self, session_id: int) -> None:
        """Bring over what another session's plan has."""
        deed = copy_plan(from_session=session_id, to_session=self._session)
        self._writer.do(deed, self._w._("Plan copied"))

    def _item(self, item_id: int, label: str, **values: Any) -> None:  # noqa: ANN401
        def show(card: PlanCard) -> PlanCard:
            return with_item(card, item_id, **values)

        deed = change_item(item_id=item_id, **values)
        self._writer.put(("item", item_id, *values), Draft(label, show, deed))


def _value(told: Told) -> Callable[[Done[int]], None]:
    return lambda done: told(done.value)
