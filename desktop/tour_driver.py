# SPDX-License-Identifier: GPL-3.0-or-later
"""Presses the program's real keys and buttons, one step after another, inside its own event loop.

A tour is a generator: each `yield` waits until the program has come to rest. Presses happen on a
later turn of the loop, so a dialog that a press opens runs while the tour goes on in it.
"""

import time
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

Script = Generator[None, None, None]
TURN_MS = 15
REST_MS = 260  # longer than any animation
PATIENCE_S = 60


class Lost(RuntimeError):  # noqa: N818 - a tour is lost, not in error
    """The tour did not find what it was to press, or the program never came to rest."""


class Driver(QObject):
    """Runs a script against the program; `failed` holds what stopped it."""

    def __init__(
        self,
        app: QApplication,
        is_idle: Callable[[], bool],
        out: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._is_idle, self.out = app, is_idle, out
        self._queue: deque[Callable[[], object]] = deque()
        self._rested_at = 0.0
        self._script: Script | None = None
        self._timer = QTimer(self, interval=TURN_MS)
        self._timer.timeout.connect(self._turn)
        self._done: Callable[[], None] = lambda: None
        self._ready: Callable[[], bool] = lambda: True
        self.failed: BaseException | None = None
        self.pictures: list[Path] = []

    @property
    def is_under_way(self) -> bool:
        """Whether the script has not come to its end."""
        return self._script is not None

    def run(self, script: Script, done: Callable[[], None]) -> None:
        """Begin; `done` is called at the end, whether it came well or not."""
        self._script, self._done = script, done
        self._move_on()
        self._timer.start()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        self._later(lambda: QTest.keyClick(self.focus(), key, modifiers))

    def ctrl(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type where the focus is. Letters outside ASCII go in as an input method gives them."""
        for letter in text:
            self._later(partial(self._type, letter))

    def _type(self, letter: str) -> None:
        if letter.isascii():
            QTest.keyClicks(self.focus(), letter)
        else:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self.focus(), Qt.Key.Key_unknown, letter,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip

    def click(self, text: str) -> None:
        """Press the visible button that shows or is called `text`."""
        self._later(lambda: self._click(text))

    def do(self, step: Callable[[], None]) -> None:
        """Anything else, in its turn."""
        self._later(step)

    def until(self, ready: Callable[[], bool]) -> None:
        """Not go on before this is so, as well as the program being at rest."""
        self._ready = ready

    def has_focus(self) -> bool:
        """Whether some widget has the keyboard; a window gets it a while after it is shown."""
        return self._app.focusWidget() is not None

    def focus(self) -> QWidget:
        """Where keys go: the focused widget, or the window in front."""
        found = self._app.focusWidget() or self._app.activeModalWidget() or self.window()
        if found is None:
            raise Lost("no window")
        return found

    def window(self) -> QWidget:
        """The program's own window."""
        for widget in self._app.topLevelWidgets():
            if widget.isVisible() and widget.isWindow() and widget.parent() is None:
                return widget
        raise Lost("no window")

    def picture(self, name: str) -> None:
        """Keep the window as it looks now, with a dialog in front of it if there is one."""
        self._later(lambda: self._grab(name))

    def grab_failure(self) -> None:
        """Keep how the window looked when the tour was lost, if there still is one."""
        with suppress(Lost):
            self._grab("lost")

    def _grab(self, name: str) -> None:
        window = self.window()
        shot = window.grab()
        front = self._app.activeModalWidget() or self._app.activePopupWidget()
        if front is not None and front.window() is not window:
            from PySide6.QtGui import QPainter

            painter = QPainter(shot)
            painter.drawPixmap(window.mapFromGlobal(front.mapToGlobal(QPoint(0, 0))), front.grab())
            painter.end()
        path = self.out / f"{name}.png"
        shot.save(str(path))
        self.pictures.append(path)

    def _click(self, text: str) -> None:
        top = self._app.activeModalWidget() or self.window()
        for button in top.findChildren(QAbstractButton):
            named = (button.text().replace("&", ""), button.accessibleName())
            if button.isVisible() and button.isEnabled() and text in named:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise Lost(f"no button is called {text!r}")

    def _later(self, step: Callable[[], object]) -> None:
        self._queue.append(step)

    def _carry_out(self, step: Callable[[], object]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends the tour and is raised there
            self._end(error)

    def _turn(self) -> None:
        now = time.monotonic()
        if self._app.activeWindow() is None and self._app.activePopupWidget() is None:
            # A screen without a window manager gives the keyboard back to nobody by itself.
            with suppress(Lost):
                (self._app.activeModalWidget() or self.window()).activateWindow()
        if self._queue:
            # On a turn of its own: what a dialog opened by it needs to go on is this very timer.
            QTimer.singleShot(0, partial(self._carry_out, self._queue.popleft()))
            self._rested_at = now
            return
        if not self._is_idle() or not self._ready():
            if now - self._rested_at > PATIENCE_S:
                self._end(Lost("the program never came to rest"))
            return
        if now - self._rested_at >= REST_MS / 1000:
            self._ready = lambda: True
            self._move_on()

    def _move_on(self) -> None:
        self._rested_at = time.monotonic()
        if self._script is None:
            return
        try:
            next(self._script)
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001 - as above
            self._end(error)

    def _end(self, error: BaseException | None) -> None:
        if self._script is not None:
            self._script = None
            self.failed = error
            self._timer.stop()
            self._done()
