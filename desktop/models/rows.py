# SPDX-License-Identifier: GPL-3.0-or-later
"""A read-only table over frozen rows: columns are data, and a refresh keeps selection and scroll."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW = Role.UserRole
"""The whole row, for delegates and views."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """What one column says of a row: `text` to be read, `spoken` for a screen reader where the text
    alone would not do, `sort` the value to order by where it is not the text."""

    header: str
    text: Callable[[R], str]
    spoken: Callable[[R], str] | None = None
    sort: Callable[[R], Any] | None = None
    align: Qt.AlignmentFlag = LEFT


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows as a table. `key` tells one row from another from refresh to refresh.

    Where the same keys come in the same order only the rows that differ are redrawn, so that the
    current row, the selection and the scroll stay; otherwise the table begins anew.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._key = key
        self._rows: list[R] = []
        self._order: tuple[int, bool] | None = None

    @property
    def rows(self) -> Sequence[R]:
        """What is shown, in its order."""
        return self._rows

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows; in the order given, unless a column was chosen to sort by."""
        wanted = self._sorted(rows)
        if not self._same_keys(wanted):
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        before, self._rows = self._rows, wanted
        for number, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                last = self.index(number, len(self._columns) - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def _same_keys(self, rows: Sequence[R]) -> bool:
        """Whether these are the rows on show, whatever is new in them; other lengths settle it."""
        if len(rows) != len(self._rows):
            return False
        return all(self._key(a) == self._key(b) for a, b in zip(rows, self._rows, strict=True))

    def row_of(self, key: Hashable) -> int | None:
        """Where the row with this key is."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Role.DisplayRole:
            return column.text(row)
        if role == Role.AccessibleTextRole:
            return (column.spoken or column.text)(row)
        if role == Role.TextAlignmentRole:
            return column.align
        return row if role == ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return column.header
        return column.align if role == Role.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column from now on; the row that was current stays current."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        wanted = self._sorted(self._rows)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in before]
        self._rows = wanted
        place = {self._key(row): number for number, row in enumerate(wanted)}
        moved = [
            self.index(place[key], index.column()) for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[R]) -> list[R]:
        if self._order is None:
            return list(rows)
        column, downwards = self._order
        told = self._columns[column]
        return sorted(rows, key=told.sort or told.text, reverse=downwards)
