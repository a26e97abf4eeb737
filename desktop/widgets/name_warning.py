# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip that says whose name stands in another person's entry, and the mark under that name."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.emphasis_label import EmphasisLabel, utf16_length
from desktop.widgets.painting import paint_box, smooth
from desktop.words import Words


class NameWarning(QFrame):
    """Warns and never blocks: one button puts a neutral word in the name's place, one lets it stand."""

    replace_chosen = Signal()
    ignore_chosen = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        icon = QLabel()
        icon.setPixmap(theme.pixmap("triangle-alert", 20, "warnF"))
        self._sentence = EmphasisLabel(theme, "small", "warnF")
        self.replace_button = Button(theme, "", size="s")
        self.replace_button.clicked.connect(self.replace_chosen)
        self.ignore_button = Button(theme, words._("&Ignore"), "quiet", size="s")
        self.ignore_button.clicked.connect(self.ignore_chosen)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._sentence, 1, alignment=Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.replace_button)
        buttons.addWidget(self.ignore_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(9), theme.px(12), theme.px(9))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addLayout(buttons)

    def show_match(self, name: str, replacement: str) -> None:
        """Name the person (first name and initial) and the word that would replace the name."""
        self._sentence.show_text(self._words._("Mentions another participant: {name}"), name)
        offer = self._words._("&Replace with “{word}”")
        self.replace_button.setText(offer.format(word=replacement.replace("&", "&&")))
        self.setAccessibleName(self.sentence())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence()))

    def sentence(self) -> str:
        """What the strip says."""
        return self._sentence.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter, smooth(painter):
            fill, edge = theme.color("warnB"), theme.color("warnF")
            paint_box(painter, QRectF(self.rect()), theme.radius("box"), fill=fill, edge=edge)


def underline_spans(edit: QPlainTextEdit, theme: Theme, spans: Iterable[tuple[int, int]]) -> None:
    """A wave and a tint under `spans` of the edit's text: (start, end) as Python counts characters.

    They are extra selections: what is stored stays plain. They replace those of an earlier call.
    """
    text = edit.toPlainText()
    look = QTextCharFormat()
    look.setBackground(theme.color("warnB"))
    look.setForeground(theme.color("warnF"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme.color("badF"))
    selections = []
    for start, end in spans:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, look
        selections.append(selection)
    edit.setExtraSelections(selections)
