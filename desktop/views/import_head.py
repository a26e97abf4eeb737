# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may correct of a whole register: its group, the order of names, the year."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.exchange.register_shapes import NameOrder
from desktop.theme import Theme
from desktop.widgets.combo import Combo
from desktop.widgets.field import Field
from desktop.widgets.flow import Flow
from desktop.widgets.segmented import Segmented
from desktop.widgets.stepper import Stepper
from desktop.words import Words

_WIDTH = 264


@dataclass(frozen=True)
class HeadShown:
    """What the head shows of the register at place `at` of the file; `order` and `year` are None where
    there is nothing to choose."""

    registers: Sequence[str]
    at: int
    group: str
    is_known: bool
    is_taken: bool
    order: NameOrder | None
    year: int | None


class ImportHead(QWidget):
    """Fields side by side, on a second line where there is no room."""

    register_chosen = Signal(int)
    group_named = Signal(str)
    taken = Signal(bool)
    order_chosen = Signal(object)
    year_told = Signal(int)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._group = ""
        self.registers = Combo(theme, [])
        self.group = Combo(theme, [])
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.order = Segmented(
            theme,
            [
                (NameOrder.FIRST_LAST.value, words._("First Last")),
                (NameOrder.LAST_FIRST.value, words._("Last First")),
            ],
            words._("Names in the file"),
        )
        self.year = Stepper(theme, words._("Year"), minimum=1990, maximum=2100)
        self.take = QCheckBox(words._("Import this one"))
        self._registers = Field(theme, words._("Register"), self.registers)
        self.group_field = Field(theme, words._("Group"), self.group)
        self._order = Field(theme, words._("Names in the file"), self.order)
        self._year = Field(theme, words._("Assumed year"), self.year)
        self._lay_out(theme)
        self._join()

    def show_groups(self, names: Sequence[str]) -> None:
        """The groups of the office to choose from."""
        with QSignalBlocker(self.group):
            self.group.set_choices([(name, name) for name in names])
            self.group.setCurrentText(self._group)

    def show_head(self, shown: HeadShown) -> None:
        """Show a register's own."""
        words = self._words
        self._group = shown.group
        with QSignalBlocker(self.registers):
            self.registers.set_choices(list(enumerate(shown.registers)))
            self.registers.setCurrentIndex(shown.at)
        several = len(shown.registers) > 1
        self._registers.setVisible(several)
        self._takes.setVisible(several)
        with QSignalBlocker(self.take):
            self.take.setChecked(shown.is_taken)
        if self.group.currentText() != shown.group:
            self.group.setCurrentText(shown.group)
        self.group_field.setEnabled(shown.is_taken)
        self.group_field.label.setText(
            words._("Group, in the office already") if shown.is_known else words._("New group")
        )
        if shown.group:
            self.group_field.clear_error()
        self._order.setVisible(shown.order is not None)
        if shown.order is not None:
            self.order.set_value(shown.order.value)
        self._year.setVisible(shown.year is not None)
        if shown.year is not None:
            with QSignalBlocker(self.year):
                self.year.setValue(shown.year)

    def demand_group(self) -> None:
        """Say that the group needs a name."""
        self.group_field.set_error(self._words._("Give the group a name."))
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        for field in (self._registers, self.group_field):
            field.setFixedWidth(theme.px(_WIDTH))
        for field in (self._registers, self.group_field, self._order, self._year):
            # A label that may wrap asks for two lines when nobody tells it how wide it is.
            field.label.setWordWrap(False)
        self._takes = QWidget()
        column = QVBoxLayout(self._takes)
        column.setContentsMargins(0, theme.px(24), 0, 0)
        column.addWidget(self.take)
        row = Flow(theme.px(20), self, centred=False)
        for part in (self._registers, self._takes, self.group_field, self._order, self._year):
            row.addWidget(part)

    def _join(self) -> None:
        self.registers.activated.connect(self.register_chosen)
        self.take.toggled.connect(self.taken)
        self.group.activated.connect(lambda _row: self.commit())
        line = self.group.lineEdit()
        assert line is not None  # noqa: S101 - the box is editable
        line.editingFinished.connect(self.commit)
        self.order.changed.connect(lambda key: self.order_chosen.emit(NameOrder(key)))
        self.year.valueChanged.connect(self.year_told)

    def commit(self) -> None:
        """Take the name of the group as it is written now."""
        name = " ".join(self.group.currentText().split())
        if name != self._group:
            self._group = name
            self.group_named.emit(name)
