# SPDX-License-Identifier: GPL-3.0-or-later
"""Who leads a group and in what role: a row for each, with more or fewer of them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.rules.words import LeaderRole
from desktop.desk import Desk
from desktop.views.forms.form import with_own
from desktop.widgets.buttons import icon_button
from desktop.widgets.combo import Combo
from desktop.widgets.link import link

Leader = tuple[int, str, LeaderRole]


class LeaderRow(QWidget):
    """One leader."""

    def __init__(
        self,
        desk: Desk,
        staff: Sequence[tuple[int, str]],
        leader: tuple[int | None, str, LeaderRole],
    ) -> None:
        super().__init__()
        theme, words = desk.theme, desk.words
        own, name, role = leader
        offered = [(None, words._("Choose…")), *with_own(staff, own, name)]
        roles = desk.codes.choices("leader_roles")
        self.person = Combo(theme, offered, words._("Leader"))
        self.role = Combo(theme, roles, words._("Role"))
        self.person.set_value(own)
        self.role.set_value(role.value)
        self.remove = icon_button(theme, "x", words._("Remove the leader"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.person, 3)
        row.addWidget(self.role, 3)
        row.addWidget(self.remove)


class Leaders(QWidget):
    """The rows; `changed` comes when one is added, removed or changed."""

    changed = Signal()

    def __init__(
        self, desk: Desk, staff: Sequence[tuple[int, str]], leaders: Sequence[Leader]
    ) -> None:
        super().__init__()
        self._desk, self._staff = desk, staff
        self.rows: list[LeaderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(8))
        for leader in leaders:
            self._add(leader)
        # After the rows, for Tab goes in the order of making.
        self.more = link(desk.theme, desk.words._("Add a leader"), icon="plus")
        self.more.clicked.connect(self._add_empty)
        self._column.addWidget(self.more)

    def value(self) -> list[tuple[int, LeaderRole]]:
        """Whoever was chosen; somebody chosen twice has the role told last."""
        told = [(row.person.currentData(), row.role.currentData()) for row in self.rows]
        chosen = {who: LeaderRole(role) for who, role in told if who is not None}
        return list(chosen.items())

    def _add_empty(self) -> None:
        role = LeaderRole.CO_LEADER if self.rows else LeaderRole.LEADER
        row = self._add((None, "", role))
        before = self.rows[-2].remove if len(self.rows) > 1 else None
        stops = [before, row.person, row.role, row.remove, self.more]
        for one, next_one in pairwise(stop for stop in stops if stop is not None):
            QWidget.setTabOrder(one, next_one)
        row.person.setFocus()
        self.changed.emit()

    def _add(self, leader: tuple[int | None, str, LeaderRole]) -> LeaderRow:
        row = LeaderRow(self._desk, self._staff, leader)
        for combo in (row.person, row.role):
            combo.currentIndexChanged.connect(lambda _row: self.changed.emit())
        row.remove.clicked.connect(lambda: self._drop(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _drop(self, row: LeaderRow) -> None:
        self.rows.remove(row)
        self.more.setFocus()
        row.deleteLater()
        self.changed.emit()
