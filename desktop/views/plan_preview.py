# SPDX-License-Identifier: GPL-3.0-or-later
"""The page as it will be printed, beside the plan and always up to date."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.session_plan import PlanCard
from db.rules.people import Person
from db.rules.words import Copy
from desktop.desk import Desk
from desktop.documents.session_plan import session_plan_pdf
from desktop.models.wall_names import names_on_wall
from desktop.views.pdf_pane import PdfPane
from desktop.views.printables import name_warning, printed_by
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.label import ElidedLabel
from desktop.widgets.link import link
from desktop.widgets.segmented import Segmented

PAUSE_MS = 400


class PlanPreview(QWidget):
    """Shows the copy for the leader or for the wall; `print_asked` and `save_asked` are its buttons."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: PlanCard | None = None
        self._shown: tuple[PlanCard, Copy] | None = None
        self._by = printed_by(desk)
        theme, words, codes = desk.theme, desk.words, desk.codes
        copies = [(c.value, codes.name("copies", c.value)) for c in (Copy.LEADER, Copy.WALL)]
        self.copies = Segmented(theme, copies, codes.title("copies"), size="s")
        self.copies.changed.connect(lambda _copy: self.refresh())
        self.print_button = Button(theme, words._("Print"), "primary", icon="printer")
        self.print_button.clicked.connect(self.print_asked)
        self.save_button = link(theme, words._("Save PDF"), icon="download", chevron=False)
        self.save_button.clicked.connect(self.save_asked)
        self.pane = PdfPane(desk)
        self.warning = Banner(theme, "warn", "")
        self._people: Sequence[Person] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.setProperty("pane", True)
        self.setAccessibleName(words._("Preview"))
        self._lay_out()

    def show_card(self, card: PlanCard, people: Sequence[Person], *, typing: bool) -> None:
        """The plan has changed: at once, or after a pause while somebody is typing. `people` are
        those whose names the wall copy is not to hold."""
        self._people = people
        # The version moves on with every save and is not on the page.
        self._card = replace(card, version=0)
        if typing:
            self._pause.start()
        elif self._pause.isActive():
            return
        else:
            self.refresh()

    def copy(self) -> Copy:
        """Whose copy is on show."""
        return Copy(self.copies.value())

    def refresh(self) -> None:
        """Make the page anew, unless it is what is on show already or nobody sees it."""
        self._pause.stop()
        card, copy = self._card, self.copy()
        if card is None or not self.isVisible() or self._shown == (card, copy):
            return
        self._shown = (card, copy)
        self._warn(card, copy)
        words, printed = self._desk.words, self._by()
        self.pane.show_pages(lambda: session_plan_pdf(card, words, copy, printed))

    def _warn(self, card: PlanCard, copy: Copy) -> None:
        names = names_on_wall(card, self._people) if copy is Copy.WALL else ()
        self.warning.setVisible(bool(names))
        if names:
            self.warning.set_text(name_warning(self._desk.words, names))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._desk.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("rail"))
            edge = self.rect()
            edge.setWidth(1)
            painter.fillRect(edge, theme.color("line"))

    def _lay_out(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        px = theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), 0)
        head.setSpacing(px(10))
        head.addWidget(self.copies)
        head.addStretch(1)
        head.addWidget(self.pane.turner)
        head.addWidget(self.print_button)
        turning = QLabel()
        turning.setPixmap(theme.pixmap("refresh-cw", 16, "ink2"))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), 0, px(24), px(4))
        foot.setSpacing(px(8))
        foot.addWidget(turning)
        foot.addWidget(
            ElidedLabel(words._("The preview follows as you write."), "small", "ink2"), 1
        )
        foot.addWidget(self.save_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        warning = QHBoxLayout()
        warning.setContentsMargins(px(24), px(12), px(24), 0)
        warning.addWidget(self.warning)
        self.warning.hide()
        column.addLayout(warning)
        column.addWidget(self.pane, 1)
        column.addLayout(foot)
        self.setMinimumSize(QSize(px(380), px(200)))
