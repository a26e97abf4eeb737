# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview of a printed page: the real PDF, as large as fits, on the desk's ground."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.page_picture import PagePicture, render_page
from desktop.theme import Theme
from desktop.widgets.page_sheet import PageSheet
from desktop.words import Words

Run = Callable[[Callable[[], PagePicture], Callable[[PagePicture], None]], None]

_MARGIN = 16
_ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
# Twice the screen's own resolution, so that small print stays legible; not where it is large already.
_FINE = 2


def at_once(job: Callable[[], PagePicture], done: Callable[[PagePicture], None]) -> None:
    """Render on the window's own thread: a page takes about 10 ms."""
    done(job())


class PageView(QScrollArea):
    """Shows one page at a time and keeps the old one until the next is ready.

    PageUp and PageDown turn pages; Ctrl with the wheel, plus, minus or 0 zooms. `run` carries the
    rendering to another thread and its result back; an overtaken result is dropped.
    `page_shown` tells the page, from 1, and how many there are.
    """

    page_shown = Signal(int, int)

    def __init__(
        self, theme: Theme, words: Words, run: Run = at_once, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._run = theme, words, run
        self._pdf: bytes | None = None
        self._page = self._zoom = self._asked = 0
        self._sheet = PageSheet(theme)
        self._count = 0
        self._settle = QTimer(self, singleShot=True, interval=120)
        self._settle.timeout.connect(self._render)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self, self.viewport(), self._sheet):
            part.setAutoFillBackground(False)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, or the same one written anew: the page and the zoom stay."""
        self._pdf = pdf
        self._render()

    def show_loading(self) -> None:
        """The first page is being made; a page that is on the desk already stays."""
        self._sheet.show_loading()

    def show_error(self, sentence: str) -> None:
        """The page could not be made; `sentence` says why and what to do."""
        self._asked += 1
        self._pdf = None
        self._sheet.show_error(sentence)
        self.setAccessibleDescription(sentence)

    def go_to(self, page: int) -> None:
        """Turn to a page, from 0; past either end it is the last page or the first."""
        page = min(max(page, 0), max(self._count - 1, 0))
        if page != self._page:
            self._page = page
            self._render()

    def zoom(self) -> float:
        """How many times larger than what fits."""
        return _ZOOMS[self._zoom]

    def page(self) -> int:
        """The page on show, from 0."""
        return self._page

    def zoom_by(self, steps: int) -> None:
        """Enlarge (1) or make smaller (-1) by so many steps, as far as there are any."""
        self._zoom_to(self._zoom + steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(self._page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_to(self._zoom + 1)
        elif control and key == Qt.Key.Key_Minus:
            self._zoom_to(self._zoom - 1)
        elif control and key == Qt.Key.Key_0:
            self._zoom_to(0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheet.set_room(self._room(), self.zoom())
        self._settle.start()

    def _room(self) -> QSize:
        """What the page may take at zoom 1: the desk less its margins."""
        margin = 2 * self._theme.px(_MARGIN)
        size = self.maximumViewportSize() - QSize(margin, margin)
        return size.expandedTo(QSize(1, 1))

    def _zoom_to(self, step: int) -> None:
        self._zoom = min(max(step, 0), len(_ZOOMS) - 1)
        self._sheet.set_room(self._room(), self.zoom())
        self._render()

    def _render(self) -> None:
        if self._pdf is None:
            return
        self._asked += 1
        pdf, page, asked, room = self._pdf, self._page, self._asked, self._room()
        fine = _FINE if self.zoom() < 2 else 1
        scale = self.zoom() * self.devicePixelRatioF() * fine

        def show(picture: PagePicture) -> None:
            if asked == self._asked:
                self._show(picture)

        self._run(lambda: render_page(pdf, page, scale, (room.width(), room.height())), show)

    def _show(self, picture: PagePicture) -> None:
        self._page, self._count = picture.page, picture.count
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGB32,
        )
        self._sheet.show_page(image.copy())
        told = self._words._("Page {page} of {count}")
        self.setAccessibleDescription(told.format(page=picture.page + 1, count=picture.count))
        self.page_shown.emit(picture.page + 1, picture.count)
