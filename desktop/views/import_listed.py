# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a sheet is not brought in or should be looked at, with the cells where it stands."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.import_told import cells_told
from desktop.theme import Theme
from desktop.widgets.card import Card
from desktop.widgets.label import text_label
from desktop.words import Words


class ListedCard(Card):
    """A title and under it sentences, each with its cells; away while there is nothing to list."""

    def __init__(
        self, theme: Theme, words: Words, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._words = words
        self.body.addWidget(text_label(title, "heading", wrap=True))
        self._list: QWidget | None = None

    def show_list(self, found: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these sentences and cells."""
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        for told, cells in found:
            column.addLayout(self._line(told, cells))
        self.body.addWidget(self._list)
        self.setVisible(bool(found))

    def _line(self, told: str, cells: Sequence[str]) -> QVBoxLayout:
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addWidget(text_label(told, "small", "ink", wrap=True))
        if cells:
            line.addWidget(text_label(cells_told(self._words, cells), "caption", "ink3", wrap=True))
        return line
