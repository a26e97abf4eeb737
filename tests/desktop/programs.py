# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program in a test: real windows, a real encrypted office, only clock and answers given."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.app import Program
from desktop.ask import GivenAsk
from desktop.clock import FixedClock
from desktop.crash import Crash
from desktop.desk import Desk, Place
from desktop.settings import Settings
from desktop.views.page import Page
from desktop.views.registry import PAGES
from tests.conftest import NOW, PASSWORD


class TinyPage(Page):
    """A page of one field: `settled` tells what was saved when it was left."""

    settled: list[str]
    printed: list[Place]

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.place = place
        self.setProperty("unsaved", False)
        self.line = QLineEdit()
        self.line.setObjectName("tiny-line")
        QVBoxLayout(self).addWidget(self.line)
        command = QAction(f"Tulosta {place.page}", self)
        command.setShortcut(QKeySequence("Ctrl+P"))
        command.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        command.triggered.connect(lambda: self.printed.append(place))
        self.addAction(command)

    def crumb(self) -> str:
        return f"Paikka {self.place.key}" if self.place.key else ""

    def way_back(self) -> Place | None:
        return Place("groups") if self.place.key else None

    def settle(self) -> None:
        self.settled.append(self.line.text())

    def focus_first(self) -> None:
        self.line.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        return [("P", "Paikalla")]


class Running:
    """One program and what a person can do with it."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        office: Path | str | None = None,
        *,
        language: str = "fi",
        theme: str = "light",
        text_size: int = 100,
    ) -> None:
        self.app = app
        self.moment = 1000.0
        self._beat = QTimer(interval=20)
        self.ask = GivenAsk()
        self.settled: list[str] = []
        self.printed: list[Place] = []
        self.reports: list[object] = []
        self.settings = Settings(folder / "settings")
        self.settings.language, self.settings.theme = language, theme
        self.settings.text_size = text_size
        tiny = type("Tiny", (TinyPage,), {"settled": self.settled, "printed": self.printed})
        self.program = Program(
            app,
            str(office) if office else None,
            clock=FixedClock(NOW),
            settings=self.settings,
            ask=self.ask,
            monotonic=lambda: self.moment,
            pages={**dict.fromkeys(PAGES, tiny), "settings": PAGES["settings"]},
            watch_over=lambda _program: Noting(folder / "crashes", self.reports),
        )
        self.frame = self.program.house.frame
        self.program.start()
        self.wait(lambda: self.program.entrance.is_warm)

    @property
    def body(self):
        """What stands in the middle of the sign-in."""
        return self.program.entrance.body()

    @property
    def window(self):
        """The main window."""
        return self.program.sitting.window

    def wait(self, ready: Callable[[], object]) -> None:
        """Let answers arrive until `ready()`; bounded, no sleeping."""
        self._wait(ready)
        self.idle()

    def idle(self) -> None:
        """Wait until nothing is on its way."""
        self._wait(lambda: self.program.house.worker.is_idle)

    def _wait(self, ready: Callable[[], object]) -> None:
        # Given a time, processEvents does not wait but spins, and starves the thread waited for.
        deadline = QDeadlineTimer(20_000)
        self._beat.start()
        self.turn()
        while not ready():
            assert not deadline.hasExpired(), f"still waiting; on screen: {self.seen()}"
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._beat.stop()
        self.turn()

    def turn(self) -> None:
        """Let what is queued happen, the end of old windows too."""
        for _ in range(3):
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def seen(self) -> list[str]:
        """Every text a person sees in the window, in no promised order."""
        parts = self.frame.findChildren(QWidget)
        texts = [
            p.text() for p in parts if isinstance(p, QLabel | QAbstractButton) and p.isVisible()
        ]
        return [text for text in texts if text]

    def sees(self, text: str) -> bool:
        """Whether some text on the window holds `text`."""
        return any(text in one for one in self.seen())

    def button(self, text: str) -> QAbstractButton:
        """The button a person sees with this text."""
        found = [
            b
            for b in self.frame.findChildren(QAbstractButton)
            if b.isVisible() and b.text() == text
        ]
        assert len(found) == 1, f"{text!r}: {[b.text() for b in found]} of {self.seen()}"
        return found[0]

    def press(self, text: str) -> None:
        """Press the button with this text."""
        button = self.button(text)
        assert button.isEnabled(), text
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.turn()

    def key(self, keys: str) -> None:
        """A key or a combination, given to the window as the keyboard gives it."""
        pressed = QKeySequence(keys)[0]
        handle = self.frame.windowHandle()
        QTest.keyClick(handle, pressed.key(), pressed.keyboardModifiers())
        self.turn()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        for letter in text:  # QTest.keyClicks knows no ä
            mods = shift if letter.isupper() else plain
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), mods, letter)
                self.app.sendEvent(QApplication.focusWidget(), event)
        self.turn()

    def sign_in(self, password: str = PASSWORD) -> None:
        """Type the password and wait for what comes of it."""
        self.body.password.line.setFocus()
        self.type(password)
        self.key("Return")
        self.idle()
        if self.program.sitting is not None:
            self.wait(lambda: self.window is not None)

    def locked(self) -> None:
        """Wait until the office is locked."""
        self.wait(lambda: self.program.sitting is None)

    def end(self) -> None:
        """Close everything."""
        self.program.end()
        self.frame.close()
        self.frame.deleteLater()
        self.program.deleteLater()
        self.turn()


class Noting(Crash):
    """Notes reports without hooks: pytest has its own."""

    def __init__(self, folder: Path, reports: list[object]) -> None:
        super().__init__(folder, lambda _path: None)
        self.reports = reports

    def report(self, error: BaseException) -> Path | None:
        self.reports.append(error)
        return None

    def close(self) -> None:
        """There was nothing to take down."""


Start = Callable[..., Running]
