# SPDX-License-Identifier: GPL-3.0-or-later
"""Long lists that are searched as one types and sorted by column, in plain Python.

QSortFilterProxyModel over Python rows costs a second a key at 60 000 rows; a
comprehension over folded texts a few milliseconds.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt

from db.rules.folding import fold
from desktop.models.rows import Column, RowsModel

R = TypeVar("R")


def _nothing(_row: object) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Shown(Column[R]):
    """A column as it is drawn: at least `width` design pixels and a share of what is left over;
    `strand` names the colour of a bar before the text, `chips` are (text, tone) after it, the tone
    ok, warn, info, bad or neu."""

    width: int = 100
    share: int = 0
    weight: int = 400
    tone: str = "ink"
    strand: Callable[[R], str] | None = None
    chips: Callable[[R], Sequence[tuple[str, str]]] = _nothing


class Listing(RowsModel[R]):
    """Rows of which those are shown that hold every searched word. `folded` gives the text that is
    looked in; `hidden` rows are left out unless asked for.

    Rows stay where they came; what is sorted, left out and found are their numbers.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        folded: Callable[[R], str],
        hidden: Callable[[R], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, parent)
        self._folded, self._hidden = folded, hidden
        self._all: Sequence[R] = ()
        self._texts: list[str] = []
        self._seen: list[int] = []
        self._pool: list[int] = []
        self._found: list[int] = []
        self._words: list[str] = []
        self._shows_hidden = False

    @property
    def total(self) -> int:
        """How many rows there would be without a search."""
        return len(self._pool)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all, hidden rows counted."""
        return not self._all

    def show(self, rows: Sequence[R]) -> None:
        """Take these rows, in the order given unless a column was chosen to sort by."""
        self._all = rows
        hidden = self._hidden
        self._texts = [self._folded(row) for row in rows]
        self._seen = [number for number, row in enumerate(rows) if not hidden(row)]
        self._fill_pool()
        self._find(self._pool)
        super().show(self._found_rows())

    def search(self, text: str) -> None:
        """Show the rows that hold every word of `text`, in any case and with any accents."""
        before, self._words = self._words, fold(text).split()
        # One more letter narrows what was found already: nothing else can hold it.
        narrows = all(any(old in new for new in self._words) for old in before)
        self._reset(self._found if narrows else self._pool)

    def show_hidden(self, shown: bool) -> None:
        """Show the hidden rows too, or leave them out."""
        self._shows_hidden = shown
        self._fill_pool()
        self._reset(self._pool)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column from now on; the row that was current stays current. Qt asks for column
        -1 before anybody has chosen one."""
        if column < 0:
            return
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._found[index.row()] for index in before]
        self._fill_pool()
        self._find(self._pool)
        self._rows = self._found_rows()
        for number, index in zip(numbers, before, strict=True):
            self.changePersistentIndex(index, self.index(self._found.index(number), index.column()))
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[R]) -> list[R]:
        """What is shown is in order already."""
        return list(rows)

    def _fill_pool(self) -> None:
        pool = list(range(len(self._all))) if self._shows_hidden else list(self._seen)
        if self._order is not None:
            column, downwards = self._order
            told = self._columns[column].sort or self._columns[column].text
            keys = [told(row) for row in self._all]
            pool.sort(key=keys.__getitem__, reverse=downwards)
        self._pool = pool

    def _find(self, among: list[int]) -> None:
        texts, found = self._texts, among
        for word in self._words:
            found = [number for number in found if word in texts[number]]
        self._found = found

    def _found_rows(self) -> list[R]:
        rows = self._all
        return [rows[number] for number in self._found]

    def _reset(self, among: list[int]) -> None:
        self._find(among)
        self.beginResetModel()
        self._rows = self._found_rows()
        self.endResetModel()
