# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices when nobody has touched the program for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 5_000

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Emits `idle` once after `minutes` without a key, a touch or a move of the pointer.

    It listens to windows, where input arrives once; a filter on the whole application would run
    Python for every repaint as well. `monotonic` stands still while a computer sleeps, `wall` may be
    set by hand: the longer of the two counts, so that a sleep counts too.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: int,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clocks = (monotonic, wall)
        self._touched: list[float] = []
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.check)
        self.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - nothing here lives without one
        app.focusWindowChanged.connect(self._watch)
        for window in app.topLevelWindows():
            self._watch(window)

    def start(self) -> None:
        """Count from now."""
        self._touched = [clock() for clock in self._clocks]
        self._timer.start()

    def check(self) -> None:
        """See whether it is time."""
        since = max(c() - t for c, t in zip(self._clocks, self._touched, strict=True))
        if self.minutes and since >= self.minutes * 60:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = [clock() for clock in self._clocks]
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
