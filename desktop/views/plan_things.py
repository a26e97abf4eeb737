# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of things to bring and of who sees to what."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.session_plan import PlanCard, PlanDuty, PlanMaterial
from desktop.desk import Desk
from desktop.models.plan_draft import is_closed
from desktop.views.plan_adder import Adder
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_who import WhoCombo
from desktop.widgets.card import Card
from desktop.widgets.inline_line import InlineLine
from desktop.widgets.label import text_label

R = TypeVar("R", bound="Thing")

# What an inline text keeps between its edge and its letters, so that they line up with the title.
INSET = 10


class Thing(QWidget):
    """A row with a name that is edited in place. Emptied and left, it is taken out; so is Del on
    anything in it but its name."""

    def __init__(self, desk: Desk, hint: str, remove: Callable[[], None]) -> None:
        super().__init__()
        self.name = InlineLine(desk.theme, hint, weight=400)
        self.name.editingFinished.connect(self._left)
        self.name.installEventFilter(self)
        self.remove = remove
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace or Del in a name already empty takes the row out at once."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deletes = event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
            if deletes and not self.name.text() and not self.name.isReadOnly():
                self.remove()
                return True
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if not self.name.text().strip() and not self.name.hasFocus():
            self.remove()


class MaterialRow(Thing):
    """A box to tick and a name."""

    def __init__(self, desk: Desk, deeds: PlanDeeds, material_id: int) -> None:
        super().__init__(desk, desk.words._("Material"), lambda: deeds.remove_material(material_id))
        self.ready = QCheckBox()
        self.ready.setProperty("focusRadius", 5)
        self.ready.setProperty("bare", True)
        self.ready.setFixedWidth(desk.theme.px(20))
        self.line.setContentsMargins(desk.theme.px(INSET), 0, 0, 0)
        self.line.addWidget(self.ready)
        self.line.addWidget(self.name, 1)
        self.ready.clicked.connect(lambda on: deeds.tick(material_id, ready=on))
        self.name.textEdited.connect(lambda text: deeds.rename_material(material_id, text))

    def show_material(self, material: PlanMaterial, *, read_only: bool) -> None:
        """Show it as it is."""
        self.ready.setChecked(material.ready)
        self.ready.setAccessibleName(material.name)
        self.ready.setEnabled(not read_only)
        self.name.show_text(material.name)
        self.name.setReadOnly(read_only)


class DutyRow(Thing):
    """A name and who sees to it."""

    def __init__(self, desk: Desk, deeds: PlanDeeds, duty_id: int) -> None:
        super().__init__(desk, desk.words._("Duty"), lambda: deeds.remove_duty(duty_id))
        self.who = WhoCombo(desk, desk.words._("Responsible"), compact=True)
        self.line.addWidget(self.name, 1)
        self.line.addWidget(self.who)
        self.name.textEdited.connect(lambda text: deeds.rename_duty(duty_id, text))
        self.who.chosen.connect(lambda who: deeds.sees_to(duty_id, who))

    def show_duty(self, card: PlanCard, duty: PlanDuty, *, read_only: bool) -> None:
        """Show it as it is."""
        self.name.show_text(duty.name)
        self.name.setReadOnly(read_only)
        self.who.show_who(card, duty.staff_id, duty.responsible)
        self.who.setEnabled(not read_only)


class ThingsCard(Card):
    """A titled list of rows with a line at its foot to add more."""

    def __init__(self, desk: Desk, deeds: PlanDeeds, title: str, add: str, hint: str) -> None:
        super().__init__(desk.theme, padding=0)
        self._desk, self._deeds = desk, deeds
        px = desk.theme.px
        self.body.setContentsMargins(px(16 - INSET), px(11), px(16 - INSET), px(8) + self.shadow())
        self.body.setSpacing(0)
        head = text_label(title, "body", weight=600)
        head.setContentsMargins(px(INSET), px(1), 0, px(3))
        self.body.addWidget(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.adder = Adder(desk.theme, add, hint, INSET)
        self.body.addWidget(self.adder)
        self.body.addStretch(1)
        self._rows: dict[int, Thing] = {}

    def rows(self) -> list[Thing]:
        """The rows, in order."""
        items = (self._list.itemAt(n) for n in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Thing)]

    def arrange(self, ids: list[int], make: Callable[[int], R]) -> list[R]:
        """Rows for these ids in this order, made where they are missing and dropped where not named."""
        for key in [key for key in self._rows if key not in ids]:
            self._drop(self._rows.pop(key))
        for place, key in enumerate(ids):
            if key not in self._rows:
                self._rows[key] = self._made(make(key))
            if self._list.indexOf(self._rows[key]) != place:
                self._list.insertWidget(place, self._rows[key])
        return [self._rows[key] for key in ids]  # type: ignore[misc]

    def _made(self, row: R) -> R:
        self._deeds.heed(row.name, row.name.history)
        row.setFixedHeight(self._desk.theme.px(30))
        return row

    def _drop(self, row: Thing) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and row.isAncestorOf(focus)
        self._list.removeWidget(row)
        row.name.blockSignals(True)
        row.hide()
        row.deleteLater()
        if had_focus:
            self.adder.button.setFocus(Qt.FocusReason.ShortcutFocusReason)


class MaterialsCard(ThingsCard):
    """What to bring, ticked off when it is there."""

    def __init__(self, desk: Desk, deeds: PlanDeeds) -> None:
        words = desk.words
        texts = (words._("Materials"), words._("Add a material"), words._("What is needed?"))
        super().__init__(desk, deeds, *texts)
        self.adder.added.connect(deeds.add_material)

    def show_card(self, card: PlanCard) -> None:
        """Show the plan's materials."""
        read_only = is_closed(card)
        self.adder.setVisible(not read_only)
        ids = [material.material_id for material in card.materials]
        rows = self.arrange(ids, lambda key: MaterialRow(self._desk, self._deeds, key))
        for row, material in zip(rows, card.materials, strict=True):
            row.show_material(material, read_only=read_only)


class DutiesCard(ThingsCard):
    """Who sees to what."""

    def __init__(self, desk: Desk, deeds: PlanDeeds) -> None:
        words = desk.words
        texts = (words._("Duties"), words._("Add a duty"), words._("What is seen to?"))
        super().__init__(desk, deeds, *texts)
        self.adder.added.connect(deeds.add_duty)

    def show_card(self, card: PlanCard) -> None:
        """Show the plan's duties."""
        read_only = is_closed(card)
        self.adder.setVisible(not read_only)
        ids = [duty.duty_id for duty in card.duties]
        rows = self.arrange(ids, lambda key: DutyRow(self._desk, self._deeds, key))
        for row, duty in zip(rows, card.duties, strict=True):
            row.show_duty(card, duty, read_only=read_only)
