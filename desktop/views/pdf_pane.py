# SPDX-License-Identifier: GPL-3.0-or-later
"""A page view that makes its PDF on the second lane and says which page is on show."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import Refused
from desktop.desk import Desk
from desktop.page_picture import PagePicture
from desktop.sentences import sentence
from desktop.widgets.buttons import icon_button
from desktop.widgets.label import text_label
from desktop.widgets.page_view import PageView


class PdfPane(QWidget):
    """Keeps the page on show until the next one is ready. `turner` is a row that tells the page and,
    where there are several, turns them; whoever makes the pane puts it where it belongs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = PageView(desk.theme, desk.words, self._run)
        self.view.setAccessibleName(desk.words._("Preview"))
        self.view.page_shown.connect(self._page_shown)
        self.turner = QWidget()
        self._lay_out()

    def show_pages(self, make: Callable[[], bytes]) -> None:
        """Make a PDF away from the window, and show it unless another was asked for since."""
        self._desk.worker.render(
            self, lambda _progress: make(), self.view.show_pdf, failed=self._refused, latest="pdf"
        )

    def _run(self, job: Callable[[], PagePicture], done: Callable[[PagePicture], None]) -> None:
        self._desk.worker.render(self, lambda _progress: job(), done)

    def _refused(self, error: object) -> None:
        if isinstance(error, Refused):
            self.view.show_error(sentence(self._desk.words, error))

    def _page_shown(self, page: int, count: int) -> None:
        told = self._desk.words._("Page {page}/{pages}").format(page=page, pages=count)
        self.label.setText(told)
        for button, usable in ((self._back, page > 1), (self._on, page < count)):
            button.setVisible(count > 1)
            button.setEnabled(usable)

    def _lay_out(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        self.label = text_label("", "body", "ink2")
        self._back = icon_button(theme, "chevron-left", words._("Previous page"), "quiet", size="s")
        self._on = icon_button(theme, "chevron-right", words._("Next page"), "quiet", size="s")
        self._back.clicked.connect(lambda: self.view.go_to(self.view.page() - 1))
        self._on.clicked.connect(lambda: self.view.go_to(self.view.page() + 1))
        row = QHBoxLayout(self.turner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        for part in (self._back, self.label, self._on):
            row.addWidget(part)
        self._back.hide()
        self._on.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
