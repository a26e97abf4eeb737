# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: language, look, text size, the lock, and what this program is. Each acts at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import Refused
from desktop.desk import Desk, Place
from desktop.views.about import AboutCard
from desktop.views.page import Page
from desktop.widgets.card import Card
from desktop.widgets.label import text_label
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll import Scroll
from desktop.widgets.segmented import Segmented
from desktop.words import LANGUAGES, OWN_NAMES

WIDTH = 860
LOCK_MINUTES = (5, 10, 15, 30)
TEXT_SIZES = (100, 115, 130, 150)


class SettingsPage(Page):
    """`look_chosen` asks for the window to be made anew; `lock_after_chosen` carries minutes."""

    look_chosen = Signal()
    lock_after_chosen = Signal(int)

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:  # noqa: ARG002 - every page is made so
        super().__init__(desk, parent)
        w, settings, px = desk.words, desk.settings, desk.theme.px
        content = QWidget()
        content.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(px(32), px(24), px(24), px(24))
        self._column.setSpacing(px(12))
        self._column.addWidget(PageHeader(desk.theme, w._("Settings")))
        look = self._card(w._("Language and look"))
        self.language = self._choice(
            look,
            "language",
            w._("Language"),
            [(code, OWN_NAMES[code]) for code in LANGUAGES],
            w.language,
        )
        self.theme = self._choice(
            look,
            "theme",
            w._("Colours"),
            [("system", w._("As the system")), ("light", w._("Light")), ("dark", w._("Dark"))],
            settings.theme,
        )
        self.text_size = self._choice(
            look,
            "text_size",
            w._("Text size"),
            [(str(size), w.percent(size / 100)) for size in TEXT_SIZES],
            str(settings.text_size),
        )
        lock = self._card(w._("Locking"))
        self.lock_after = self._choice(
            lock,
            "lock_after",
            w._("Lock without use after"),
            [(str(minutes), w.minutes(minutes)) for minutes in LOCK_MINUTES],
            str(settings.lock_after),
        )
        lock.body.addWidget(
            text_label(
                w._("Ctrl+L locks at once. What you were writing is saved first."),
                "small",
                "ink3",
                wrap=True,
            )
        )
        self._column.addWidget(AboutCard(desk.theme, w))
        self._column.addStretch(1)
        self._connect()
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Scroll(_at_left(content)))

    def focus_first(self) -> None:
        self.language.button(self.language.value()).setFocus()

    def _card(self, title: str) -> Card:
        card = Card(self.desk.theme)
        card.body.setSpacing(self.desk.theme.px(14))
        card.body.addWidget(text_label(title, "heading"))
        self._column.addWidget(card)
        return card

    def _choice(
        self, card: Card, name: str, label: str, choices: Sequence[tuple[str, str]], value: str
    ) -> Segmented:
        """A label and its switch. Segments are named, so that the window made anew in another look
        finds the one that had the keyboard."""
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(16))
        told = text_label(label, "body", "ink")
        told.setMinimumWidth(self.desk.theme.px(200))
        switch = Segmented(self.desk.theme, choices, label, value=value)
        for key, text in choices:
            switch.button(key).setObjectName(f"{name}-{key}")
            switch.button(key).setAccessibleName(f"{label}: {text}")
        row.addWidget(told)
        row.addWidget(switch)
        row.addStretch(1)
        card.body.addLayout(row)
        return switch

    def _connect(self) -> None:
        self.language.changed.connect(self._setter("language", str, self.look_chosen.emit))
        self.theme.changed.connect(self._setter("theme", str, self.look_chosen.emit))
        self.text_size.changed.connect(self._setter("text_size", int, self.look_chosen.emit))
        self.lock_after.changed.connect(
            self._setter(
                "lock_after",
                int,
                lambda: self.lock_after_chosen.emit(self.desk.settings.lock_after),
            )
        )

    def _setter(
        self, name: str, kind: type[str] | type[int], then: Callable[[], object]
    ) -> Callable[[str], None]:
        def choose(key: str) -> None:
            try:
                setattr(self.desk.settings, name, kind(key))
            except Refused as refused:
                self.desk.trouble(refused)
            then()

        return choose


def _at_left(content: QWidget) -> QWidget:
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(content, 8, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return room
