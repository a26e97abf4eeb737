# SPDX-License-Identifier: GPL-3.0-or-later
"""Long lists that are searched as one types and sorted by column, in plain Python.

QSortFilterProxyModel over Python rows costs a second a key at 60 000 rows (performance.md); a
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
    looked in; `hidden` rows are left out unless asked for."""

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
        self._all: list[R] = []
        self._pool: list[R] = []
        self._texts: list[str] = []
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
        self._take(self._sorted(rows))
        super().show(self._found())

    def search(self, text: str) -> None:
        """Show the rows that hold every word of `text`, in any case and with any accents."""
        self._words = fold(text).split()
        self._reset()

    def show_hidden(self, shown: bool) -> None:
        """Show the hidden rows too, or leave them out."""
        self._shows_hidden = shown
        self._take(self._all)
        self._reset()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column from now on; the row that was current stays current."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._take(self._sorted(self._all))
        wanted = self._found()
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in before]
        self._rows = wanted
        for key, index in zip(keys, before, strict=True):
            row = self.row_of(key)
            self.changePersistentIndex(index, self.index(row or 0, index.column()))
        self.layoutChanged.emit()

    def _take(self, rows: list[R]) -> None:
        hidden = self._hidden
        self._all = rows
        self._pool = rows if self._shows_hidden else [row for row in rows if not hidden(row)]
        self._texts = [self._folded(row) for row in self._pool]

    def _reset(self) -> None:
        found = self._found()
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def _found(self) -> list[R]:
        texts, rows = self._texts, self._pool
        for word in self._words:
            kept = [n for n, text in enumerate(texts) if word in text]
            texts, rows = [texts[n] for n in kept], [rows[n] for n in kept]
        return rows
