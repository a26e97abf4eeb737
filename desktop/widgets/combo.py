# SPDX-License-Identifier: GPL-3.0-or-later
"""A combo box whose list has the rows of the design and which the mouse wheel cannot change unseen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from desktop.theme import Theme
from desktop.widgets.plain_tip import plain_tip


class Combo(QComboBox):
    """Choices of (key, text); `currentData` is the key. F4 and Alt+Down open it, as Qt has it."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[object, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        # The default delegate of a combo box ignores the row height of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setProperty("focusRadius", theme.radius("field") / theme.scale)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replace the choices; the chosen key stays chosen if it is still there."""
        key = self.currentData()
        self.clear()
        for own, text in choices:
            self.addItem(text, own)
            self.setItemData(self.count() - 1, plain_tip(text), Qt.ItemDataRole.ToolTipRole)
        self.set_value(key)

    def set_value(self, key: object) -> None:
        """Choose by key; the first choice where the key is unknown."""
        keys = [self.itemData(row) for row in range(self.count())]
        self.setCurrentIndex(keys.index(key) if key in keys else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over an idle combo box scrolls the page instead."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
