# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a page: its title, a line below, and what can be done at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.label import ElidedLabel


class PageHeader(QWidget):
    """Title and sub-line give way with an ellipsis before the actions do."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sub: str = "",
        *,
        kind: str = "display",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, kind)
        self._sub = ElidedLabel(sub, "body", "ink2")
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.px(12))
        self._beside.addWidget(self._title)
        self._beside.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addLayout(self._beside)
        words.addWidget(self._sub)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.px(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        self.set_texts(title, sub)

    def set_texts(self, title: str, sub: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._sub.setText(sub)
        self._sub.setVisible(bool(sub))
        self.setAccessibleName(title)

    def add_beside(self, widget: QWidget) -> None:
        """Set a chip after the title."""
        place = self._beside.count() - 1
        self._beside.insertWidget(place, widget, alignment=Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """Add a button or a switch at the right, after those already there."""
        self._actions.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)

    def insert_action(self, widget: QWidget) -> None:
        """Add one at the right, before those already there."""
        self._actions.insertWidget(0, widget, alignment=Qt.AlignmentFlag.AlignVCenter)
