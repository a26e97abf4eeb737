# SPDX-License-Identifier: GPL-3.0-or-later
"""The view switch: a few choices in one trough, exactly one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.theme import Theme


class Segmented(QFrame):
    """A row of choices (key, text); Left and Right move between them, Tab enters at the chosen one.

    `changed` carries the key, and only when a person chose; `set_value` stays silent.
    """

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        name: str,
        *,
        value: str | None = None,
        size: str = "m",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "trough")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(theme.px(2))
        self._group = QButtonGroup(self, exclusive=True)
        self._keys: dict[QAbstractButton, str] = {}
        for key, text in choices:
            self._add(row, key, text, size)
        self._value = value if value is not None else choices[0][0]
        self.set_value(self._value)
        self._group.buttonClicked.connect(self._chosen)

    def value(self) -> str:
        """The key of the chosen segment."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose a segment without telling anyone; KeyError if there is no such key."""
        self.button(key).setChecked(True)
        self._value = key
        self._let_tab_enter_here()

    def button(self, key: str) -> QAbstractButton:
        """The segment itself, to disable it or to name it further."""
        for button, own in self._keys.items():
            if own == key:
                return button
        raise KeyError(key)

    def _add(self, row: QHBoxLayout, key: str, text: str, size: str) -> None:
        segment = QPushButton(text, self)
        segment.setCheckable(True)
        segment.setProperty("kind", "segment")
        segment.setProperty("sizing", size)
        segment.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(segment)
        self._keys[segment] = key
        row.addWidget(segment)

    def _chosen(self, button: QAbstractButton) -> None:
        if self._keys[button] != self._value:
            self._value = self._keys[button]
            self._let_tab_enter_here()
            self.changed.emit(self._value)

    def _let_tab_enter_here(self) -> None:
        """Tab stops once, at the chosen segment; Qt arranges that only for auto-exclusive buttons."""
        for button in self._keys:
            stop = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)
