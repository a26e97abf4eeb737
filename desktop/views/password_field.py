# SPDX-License-Identifier: GPL-3.0-or-later
"""A password's field: label, Caps Lock warning, a button that shows what is typed, and what is wrong."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop import caps_lock
from desktop.theme import Theme
from desktop.widgets.buttons import icon_button
from desktop.widgets.chip import Chip
from desktop.widgets.label import set_look, text_label
from desktop.words import Words

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PasswordField(QWidget):
    """`line` is the field itself. Nothing typed here is logged, completed or put on the clipboard."""

    def __init__(
        self, theme: Theme, words: Words, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = {False: words._("Show the password"), True: words._("Hide the password")}
        self._caps = bool(caps_lock.state())
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS)
        self.line.setAccessibleName(label)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.label = text_label(label, "small", "ink", weight=500)
        self.label.setBuddy(self.line)
        self.caps = Chip(theme, words._("Caps Lock is on"), "warn", icon="arrow-big-up")
        self.eye = icon_button(theme, "eye", self._names[False])
        self.eye.clicked.connect(lambda: self.reveal(not self.is_revealed()))
        self._icon = QLabel()
        self._icon.setPixmap(theme.pixmap("circle-alert", 16, "badF"))
        self._icon.setContentsMargins(0, theme.px(2), 0, 0)
        self.note = text_label("", "small", "bad", wrap=True)
        self._lay_out()
        self.set_error("")
        self._show_caps()

    def is_revealed(self) -> bool:
        """Whether the letters are on show."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def reveal(self, shown: bool) -> None:
        """Show the letters or hide them."""
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.setAccessibleName(self._names[shown])
        self.eye.setToolTip(self._names[shown])

    def set_error(self, text: str, *, marked: bool = True) -> None:
        """Say what is wrong under the field, and mark the field unless it is not at fault."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self._icon.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        set_look(self.line, error=bool(text) and marked)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._caps = caps_lock.after(event, self._caps)
            self._show_caps()
        return False

    def _show_caps(self) -> None:
        self.caps.setVisible(self._caps)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.caps)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        foot = QHBoxLayout()
        foot.setSpacing(px(6))
        foot.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addLayout(row)
        column.addLayout(foot)
        # The warning comes and goes without moving what is below it.
        self.label.setMinimumHeight(self._theme.height("chip"))
