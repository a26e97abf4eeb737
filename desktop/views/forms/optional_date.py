# SPDX-License-Identifier: GPL-3.0-or-later
"""A date that there may be: a box to tick, and the date while it is ticked."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.desk import Desk
from desktop.widgets.dates import DateField


class OptionalDate(QWidget):
    """`value` is None while the box is empty; `suggested` stands in the field at first."""

    changed = Signal()

    def __init__(self, desk: Desk, text: str, value: date | None, suggested: date) -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.date = DateField(desk.theme, desk.words, value or suggested, text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(12))
        row.addWidget(self.box)
        row.addWidget(self.date, 1)
        self.box.setChecked(value is not None)
        self.date.setEnabled(value is not None)
        self.box.toggled.connect(self._toggled)
        self.date.dateChanged.connect(lambda _day: self.changed.emit())
        self.setFocusProxy(self.box)

    def value(self) -> date | None:
        """The date, if there is one."""
        return self.date.value() if self.box.isChecked() else None

    def _toggled(self, on: bool) -> None:
        self.date.setEnabled(on)
        self.changed.emit()
