# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes who was not expected: a known person, somebody new by first name, or a head more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.field import Field
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.visitors import Known

ASK_AFTER = 200
_LINES = 5


@dataclass(frozen=True)
class Visitor:
    """Who was chosen: a known person's id, or a new name, or how many without a name."""

    participant_id: int | None = None
    first_name: str = ""
    last_name: str = ""
    unnamed: int = 0
    stays: bool = False


class DropInDialog(Dialog):
    """Search first, so that nobody is made twice; `chosen` carries a `Visitor`."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, session_id: int, *, counts_heads: bool, parent: QWidget | None = None
    ) -> None:
        self._desk, self._session_id = desk, session_id
        self._counts_heads = counts_heads
        words, theme = desk.words, desk.theme
        self.name = _NameField()
        self.found = QListWidget()
        self.once = QRadioButton(words._("Only this time"))
        self.stays = QRadioButton(words._("Member from today"))
        body = self._body(theme.px(8))
        super().__init__(
            theme,
            words._("Add a visitor"),
            "",
            safe=words._("Cancel"),
            main=words._("Add"),
            body=body,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wait = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._wait.timeout.connect(self._search)
        self.name.textChanged.connect(self._typed)
        self.name.moved.connect(self._move)
        self.found.itemDoubleClicked.connect(lambda _item: self.accept())
        self.found.currentRowChanged.connect(lambda _row: self._show_choice())
        self.accepted.connect(self._tell)
        self._show_known([])
        self.name.setFocus()

    def visitor(self) -> Visitor | None:
        """What would be added now."""
        if self.found.currentRow() < 0:
            return None
        told: Visitor = self.found.currentItem().data(Qt.ItemDataRole.UserRole)
        stays = self.stays.isChecked() and not told.unnamed
        return Visitor(told.participant_id, told.first_name, told.last_name, told.unnamed, stays)

    def _typed(self) -> None:
        self._wait.start()
        self._show_known([])

    def _search(self) -> None:
        from db.queries.visitors import known_by_name

        text = self.name.text().strip()
        if text and not text.isdecimal():
            ask = known_by_name(session_id=self._session_id, text=text)
            self._desk.worker.read(
                self, ask, self._show_known, failed=self._desk.trouble, latest="known"
            )

    def _show_known(self, found: "Sequence[Known]") -> None:
        """Those found, then the new one that the text would make."""
        self.found.clear()
        for known in found:
            visitor = Visitor(participant_id=known.participant_id)
            self._add_line(_told(self._desk.words, known), visitor)
        new = self._new()
        if new is not None:
            self._add_line(*new)
        self.found.setCurrentRow(0 if self.found.count() else -1)
        self._show_choice()

    def _new(self) -> tuple[str, Visitor] | None:
        words = self._desk.words
        text = " ".join(self.name.text().split())
        if text.isdecimal() and self._counts_heads and 0 < int(text) < 1000:
            count = int(text)
            told = words.n("{count} without a name", "{count} without a name", count)
            return told.format(count=count), Visitor(unnamed=count)
        if not text or text.isdecimal():
            return None
        first, _, last = text.partition(" ")
        told = words._("New: {name}").format(name=words.quoted(text))
        return told, Visitor(first_name=first, last_name=last)

    def _add_line(self, text: str, visitor: Visitor) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, visitor)
        self.found.addItem(item)

    def _show_choice(self) -> None:
        chosen = self.visitor()
        if self.main_button is not None:
            self.main_button.setEnabled(chosen is not None)
        for choice in (self.once, self.stays):
            choice.setEnabled(chosen is not None and not chosen.unnamed)

    def _move(self, by: int) -> None:
        row = self.found.currentRow() + by
        self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))

    def _tell(self) -> None:
        chosen = self.visitor()
        if chosen is not None:
            self.chosen.emit(chosen)

    def _body(self, gap: int) -> QWidget:
        words, theme = self._desk.words, self._desk.theme
        help_text = words._("A first name is enough.")
        if self._counts_heads:
            help_text = words._("A first name is enough. A number adds visitors without a name.")
        self.found.setAccessibleName(words._("Found"))
        self.found.setFixedHeight(theme.height("target") * _LINES)
        self.found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choices = QButtonGroup(self.found)
        row = QHBoxLayout()
        row.setSpacing(theme.px(20))
        for choice in (self.once, self.stays):
            choices.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        self.once.setChecked(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(Field(theme, words._("Name"), self.name, help_text))
        column.addWidget(self.found)
        column.addLayout(row)
        return body


class _NameField(QLineEdit):
    """Up and Down choose among those found while the cursor stays in the name."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _told(words: Words, known: "Known") -> str:
    """Ritva A. – jo tapaamisessa · Aamukahvila · viimeksi 3.5."""
    name = known.name.said(words._("Anonymous {number}"))
    details = [words._("already expected")] if known.expected else []
    details += known.groups
    if known.last_visit is not None:
        day = words.date(known.last_visit)
        details.append(words._("last here {day}").format(day=day))
    return f"{name} – {' · '.join(details)}" if details else name
