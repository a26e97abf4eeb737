# SPDX-License-Identifier: GPL-3.0-or-later
"""What the main window shows in its middle: how a page loads, refreshes, settles and tells its keys."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk, Place

if TYPE_CHECKING:
    from db.journal import Changes


class Page(QWidget):
    """A page says which tables it shows; when one of them changes it reads itself again, at once if
    it is seen and otherwise when it is next shown.

    Every command of a page is a QAction added with `addAction`, with a text, a shortcut where one
    is due, and `ShortcutContext.WidgetWithChildrenShortcut`; the command search finds them there.
    """

    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_stale = True
        desk.worker.changed.connect(self._noticed)

    def load(self) -> None:
        """Read what the page shows and show it. Called when first shown and after changes."""

    def crumb(self) -> str:
        """What the top bar calls this place after the way back ("Arjen avaimet, ti 4.5."); empty on
        the five main pages, which show the search field there instead."""
        return ""

    def way_back(self) -> Place | None:
        """Where the arrow of the top bar leads."""
        return None

    def settle(self) -> None:
        """Save what is still being written: the page is about to be left or the office locked."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """Keys that work here beside those of the actions, for F1: (key, what it does)."""
        return []

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.load()

    def _noticed(self, changes: "Changes") -> None:
        if not changes.tables & self.tables:
            return
        if self.isVisible():
            self.load()
        else:
            self._is_stale = True
