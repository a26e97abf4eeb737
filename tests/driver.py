# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the main window as a person does: by what is written on it, and by keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.desk import Place
from desktop.places import Trail
from desktop.views.main_window import MainWindow
from desktop.views.top_bar import Person
from desktop.widgets.row_button import RowButton


class Driver:
    """The main window of a desk, at a place. `go` of the desk leads here, or with `stays` only into
    the list `went`."""

    def __init__(self, qtbot, desk, place: Place, *, stays: bool = False) -> None:
        self.qtbot, self.desks = qtbot, desk.__dict__["desks"]
        self.went: list[Place] = []
        self._stays = stays
        self.desk = replace(desk, go=self._go)
        self.trail = Trail(place)
        self.window = MainWindow(self.desk, Person("Elina K.", "EK", "Ohjaaja"), self.trail)
        qtbot.addWidget(self.window, before_close_func=lambda _window: _close_dialogs())
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.idle()

    def _go(self, place: Place) -> None:
        self.went.append(place)
        if not self._stays:
            self.window.go(place)

    @property
    def page(self) -> QWidget:
        return self.window.page()

    @property
    def dialog(self) -> QWidget:
        """The form on show."""
        found = QApplication.activeModalWidget()
        assert found is not None, "no dialog is open"
        return found

    @property
    def is_in_dialog(self) -> bool:
        return QApplication.activeModalWidget() is not None

    @property
    def notice(self) -> str:
        return self.window.toast.text() if self.window.toast.isVisible() else ""

    def idle(self) -> None:
        """Until nothing is on its way to or from the office, and what came is laid out."""
        self.desks.idle()
        if QApplication.activeWindow() is None:
            # What every window manager does when a dialog has gone; "offscreen" has none.
            (QApplication.activeModalWidget() or self.window).activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """A key for whatever has the keyboard."""
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.idle()

    def ctrl(self, key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Letters, each as a key of its own. (QTest knows no key for ä and aborts.)"""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)
        self.idle()

    def click(self, text: str) -> None:
        """Press the button that says so, in the dialog if there is one."""
        self.qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.idle()

    def button(self, text: str) -> QAbstractButton:
        place = self.dialog if self.is_in_dialog else self.window
        found = [
            button
            for button in place.findChildren(QAbstractButton)
            if button.isVisible() and text in (button.text(), button.accessibleName())
        ]
        assert found, f"no button says {text!r}"
        return found[0]

    def row(self, begins: str) -> QAbstractButton:
        """The row of a card that a screen reader begins so."""
        rows = self.page.findChildren(RowButton)
        return next(row for row in rows if row.accessibleName().startswith(begins))

    def asked(self, ask):
        """The answer to a question, through the window's own door."""
        answers: list[object] = []
        self.desk.worker.read(self.window, ask, answers.append)
        self.idle()
        return answers[0]

    def told(self, place: QWidget | None = None) -> list[str]:
        """Every text that stands on a page or dialog, with plain spaces."""
        place = place or (self.dialog if self.is_in_dialog else self.page)
        labels = [label for label in place.findChildren(QLabel) if label.isVisible()]
        return [label.text().replace("\u00a0", " ") for label in labels]

    def heard(self) -> str:
        """What a screen reader calls the input that has the keyboard. (Asked of the widget: on Linux
        the accessible name of a combo box is its value.)"""
        focus = QApplication.focusWidget()
        return focus.accessibleName() or focus.property("text")


def _close_dialogs() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
