# SPDX-License-Identifier: GPL-3.0-or-later
"""A labelled field: its name above, help or an error below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.label import set_look, text_label


class Field(QWidget):
    """Wraps any input (line, text, combo box, date, stepper) with a label and a line for help.

    An error is a sentence saying what to do; it takes the place of the help, marks the input's
    edge, and is what a screen reader adds to the input's name.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        control: QWidget,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._help = help_text
        self.label = text_label(label, "small", "ink2", weight=500, wrap=True)
        self.label.setBuddy(control)
        self.setFocusProxy(control)
        control.setAccessibleName(control.accessibleName() or label)
        self._theme = theme
        self._icon = QLabel()
        self._note = text_label("", "small", "ink3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.label)
        column.addWidget(control)
        note = QHBoxLayout()
        note.setSpacing(theme.px(6))
        note.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column.addLayout(note)
        column.addStretch()
        self._icon.hide()
        self._note.setVisible(bool(help_text))
        self._note.setText(help_text)
        control.setAccessibleDescription(help_text)

    def error(self) -> str:
        """The sentence shown as an error, or nothing."""
        return self._note.text() if self.control.property("error") else ""

    def set_error(self, text: str) -> None:
        """Show what is wrong and how to mend it."""
        self._show(text, bad=True)

    def clear_error(self) -> None:
        """Back to the help text."""
        self._show(self._help, bad=False)

    def set_help(self, text: str) -> None:
        """Change the help; an error on show stays."""
        self._help = text
        if not self.error():
            self.clear_error()

    def _show(self, text: str, *, bad: bool) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if bad and self._icon.pixmap().isNull():
            self._icon.setPixmap(self._theme.pixmap("circle-alert", 16, "badF"))
        self._icon.setVisible(bad)
        self.control.setAccessibleDescription(text)
        set_look(self._note, tone="bad" if bad else "ink3")
        set_look(self.control, error=bad)
