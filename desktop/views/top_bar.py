# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above every page: search or the way back, who has signed in, and the lock."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.avatar import Avatar
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.keycap import keycap
from desktop.widgets.label import ElidedLabel, text_label
from desktop.widgets.painting import paint_box, paint_text, smooth
from desktop.words import Words

_SEARCH_WIDTH = 360
_PAD = 13


@dataclass(frozen=True)
class Person:
    """Who has signed in, as shown: "Elina K.", "EK", "Ryhmänohjaaja · Keskusta"."""

    name: str
    initials: str
    detail: str


class SearchButton(QAbstractButton):
    """Looks like a field and opens the command search."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words._("Find a group or a participant…"))
        self.setAccessibleName(words._("Search"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.addStretch(1)
        self._cap = keycap(f"{words._('Ctrl')} K")
        row.addWidget(self._cap)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_SEARCH_WIDTH), self._theme.height("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.height("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter, smooth(painter):
            edge = theme.color("ink2" if self.underMouse() else "ctl")
            box = QRectF(self.rect())
            radius = theme.radius("field")
            paint_box(painter, box, radius, fill=theme.color("surface"), edge=edge)
            icon = theme.pixmap("search", 18, "ink2")
            left = theme.px(_PAD)
            painter.drawPixmap(left, (self.height() - theme.px(18)) // 2, icon)
            text = box.adjusted(left + theme.px(28), 0, -self._cap.width() - theme.px(16), 0)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            paint_text(painter, text, self.text(), theme.font("body"), theme.color("ink3"), side)


class TopBar(QWidget):
    """Main pages show the search field; pages below them the way back and what they show."""

    search_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self, theme: Theme, words: Words, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.height("top_bar"))
        self.setAccessibleName(words._("Top bar"))
        self.field = SearchButton(theme, words)
        self.field.clicked.connect(self.search_asked)
        self.back = Button(theme, "", "link", icon="arrow-left")
        self.back.setStyleSheet(f"font-size: {theme.font('body').pixelSize()}px")
        self.back.clicked.connect(self.back_asked)
        self.crumb = ElidedLabel("", "body", "ink", weight=600)
        self.search = icon_button(theme, "search", words._("Search"), "quiet")
        self.search.clicked.connect(self.search_asked)
        self._slash = text_label("/", "body", "ink3")
        self._cap = keycap(f"{words._('Ctrl')} K")
        self.lock = Button(theme, words._("Lock"), "secondary", icon="lock")
        self.lock.setToolTip(f"{words._('Ctrl')}+L")
        self.lock.clicked.connect(self.lock_asked)
        self._lay_out(person)
        self.show_search()

    def show_search(self) -> None:
        """The bar of a main page."""
        self._show(below=False)

    def show_way_back(self, back: str, crumb: str) -> None:
        """The bar of a page below: an arrow with the name of what is above, and the page's own."""
        self.back.setText(back)
        self.crumb.setText(crumb)
        self._show(below=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            foot = self.rect().adjusted(0, self.height() - 1, 0, 0)
            painter.fillRect(foot, self._theme.color("line"))

    def _show(self, *, below: bool) -> None:
        self.field.setVisible(not below)
        for part in (self.back, self._slash, self.crumb, self.search, self._cap):
            part.setVisible(below)

    def _lay_out(self, person: Person) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(32), 0, px(24), 0)
        row.setSpacing(px(16))
        row.addWidget(self.field, 8)
        crumbs = QHBoxLayout()
        crumbs.setSpacing(px(6))
        crumbs.addWidget(self.back)
        crumbs.addSpacing(px(10))
        crumbs.addWidget(self._slash)
        crumbs.addWidget(self.crumb, 1)
        row.addLayout(crumbs, 8)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self._cap)
        row.addLayout(self._who(person))
        row.addWidget(self.lock)

    def _who(self, person: Person) -> QHBoxLayout:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(person.name, "small", "ink", weight=600))
        words.addWidget(ElidedLabel(person.detail, "caption", "ink2", weight=400))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Avatar(self._theme, person.initials, 36))
        row.addLayout(words)
        return row
