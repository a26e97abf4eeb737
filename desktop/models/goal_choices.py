# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals of those expected at a session as rows to tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.queries.session_plan import PlanGoal
from desktop.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
GOAL = Qt.ItemDataRole.UserRole
NAME = Qt.ItemDataRole.UserRole + 1
"""The participant's name, on the first of their goals only."""


class GoalChoices(QAbstractListModel):
    """One row a goal, in the order of names; `anonymous` has the place {number}."""

    def __init__(self, anonymous: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._anonymous = anonymous
        self._goals: Sequence[PlanGoal] = ()
        self._ticked: Collection[int] = ()

    def show_goals(self, goals: Sequence[PlanGoal], ticked: Collection[int]) -> None:
        """Replace the rows; rows that stay keep their place, so that a list does not jump."""
        if [g.goal_id for g in goals] != [g.goal_id for g in self._goals]:
            self.beginResetModel()
            self._goals, self._ticked = goals, ticked
            self.endResetModel()
            return
        self._goals, self._ticked = goals, ticked
        if goals:
            self.dataChanged.emit(self.index(0), self.index(len(goals) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._goals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        goal = self._goals[index.row()]
        name = goal.name.said(self._anonymous)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name}: {goal.title}"
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = goal.goal_id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(goal.title)
        if role == GOAL:
            return goal
        if role == NAME:
            before = self._goals[index.row() - 1] if index.row() else None
            same = before is not None and before.participant_id == goal.participant_id
            return "" if same else name
        return None
