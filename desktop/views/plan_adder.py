# SPDX-License-Identifier: GPL-3.0-or-later
"""A link that turns into a line to write in: one name after another, until nothing is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.theme import Theme
from desktop.widgets.link import link


class Adder(QWidget):
    """Enter adds and stays for the next one; Esc, or leaving it, puts the link back."""

    added = Signal(str)

    def __init__(self, theme: Theme, text: str, hint: str, inset: int) -> None:
        super().__init__()
        self.button = link(theme, text, icon="plus", chevron=False, dense=True)
        self.button.clicked.connect(self.open)
        self.line = _Line(hint)
        self.line.returnPressed.connect(self._enter)
        self.line.left.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(theme.px(inset))
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.line, 1)
        self.line.hide()
        self.setFixedHeight(theme.px(32))

    def open(self) -> None:
        """Write a name."""
        self.line.clear()
        self._show(writing=True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self) -> None:
        name = self.line.text().strip()
        if name:
            self.line.clear()
            self.added.emit(name)
        else:
            self._back()

    def _close(self, kept: bool) -> None:
        name = self.line.text().strip()
        self.line.clear()
        if kept:
            self._show(writing=False)
            if name:
                self.added.emit(name)
        else:
            self._back()

    def _show(self, *, writing: bool) -> None:
        self.button.setVisible(not writing)
        self.line.setVisible(writing)

    def _back(self) -> None:
        self._show(writing=False)
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Line(QLineEdit):
    """Tells when it is left: True to keep what it holds, False to forget it (Esc)."""

    left = Signal(bool)

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(120)
        self.setProperty("inline", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self.left.emit(True)
