# SPDX-License-Identifier: GPL-3.0-or-later
"""The one window of the program: it holds the sign-in, the making of an office, or the main window.

Its title is always "Punos": no name of a client ever stands on a task bar.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.widgets.focus_ring import FocusRing

SMALLEST = QSize(1024, 640)
FIRST = QSize(1366, 768)


class Frame(QWidget):
    """Shows one screen at a time. `may_close` is asked before the window closes, and may refuse."""

    def __init__(self, geometry: str) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._screen: QWidget | None = None
        self._ring: FocusRing | None = None
        self._theme: Theme | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle("Punos")
        self.setMinimumSize(SMALLEST)
        known = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        if not (geometry and self.restoreGeometry(known)):
            self.resize(FIRST.boundedTo(self.screen().availableSize()))

    def geometry_text(self) -> str:
        """Where the window is, to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def show_screen(self, theme: Theme, screen: QWidget) -> None:
        """Put a screen in place of the one on show, which is done away with."""
        if self._screen is not None:
            self._screen.hide()
            self._room.removeWidget(self._screen)
            self._screen.deleteLater()
        self._screen = screen
        self._room.addWidget(screen)
        # At once, not when the layout gets to it: only what is seen can take the keyboard.
        screen.show()
        has_changed, self._theme = theme is not self._theme, theme
        if self._ring is not None and has_changed:
            self.dress()

    def dress(self) -> None:
        """Give the window its icon and focus ring in the look on show; the first time after the
        first paint, which needs neither."""
        from desktop.widgets.focus_ring import FocusRing
        from desktop.widgets.plait import logo_icon

        if self._theme is None:
            return
        if self._ring is not None:
            self._ring.deleteLater()
        self._ring = FocusRing(self._theme, self)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self._ring)
        self.setWindowIcon(logo_icon(self._theme))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())
