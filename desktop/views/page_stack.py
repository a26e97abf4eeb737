# SPDX-License-Identifier: GPL-3.0-or-later
"""The middle of the main window: pages made when first shown, the last few kept as they were left."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.desk import Desk, Place
from desktop.views.page import Page
from desktop.views.registry import Factory

# A page that was left lately is there again at once, with its scroll and its choices.
MOST_KEPT = 6


class PageStack(QStackedWidget):
    """Shows one page at a time. Leaving a page settles it."""

    def __init__(
        self, desk: Desk, pages: Mapping[str, Factory], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._factories = pages
        self._kept: dict[Place, Page] = {}

    def page(self) -> Page | None:
        """The page on show."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_place(self, place: Place) -> Page:
        """Show a place; KeyError if no page shows such places."""
        page = self._kept.pop(place, None) or self._factories[place.page](self._desk, place, self)
        self._kept[place] = page
        leaving = self.page()
        if leaving is not None and leaving is not page:
            leaving.settle()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self._drop_oldest()
        return page

    def settle(self) -> None:
        """Save what is still being written on the page on show; others were settled when left."""
        page = self.page()
        if page is not None:
            page.settle()

    def _drop_oldest(self) -> None:
        while len(self._kept) > MOST_KEPT:
            oldest = self._kept.pop(next(iter(self._kept)))
            self.removeWidget(oldest)
            oldest.deleteLater()
