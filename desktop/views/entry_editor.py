# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a person's own entry is typed: saved by itself, and warned of another's name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from db.rules.names import Case, Mention, mentions
from db.rules.people import Person
from desktop.theme import Theme
from desktop.widgets.label import text_label
from desktop.widgets.name_warning import NameWarning, underline_spans
from desktop.words import Words

SAVE_AFTER = 600
CHECK_AFTER = 400

REPLACED, IGNORED = "replaced", "ignored"

_LEAST_LINES, _MOST_LINES = 2, 9

_SOMEBODY: dict[Case, Callable[[Words], str]] = {
    Case.NOMINATIVE: lambda w: w.p("nominative", "a group member"),
    Case.GENITIVE: lambda w: w.p("genitive", "a group member"),
    Case.PARTITIVE: lambda w: w.p("partitive", "a group member"),
    Case.INESSIVE: lambda w: w.p("inessive", "a group member"),
    Case.ELATIVE: lambda w: w.p("elative", "a group member"),
    Case.ILLATIVE: lambda w: w.p("illative", "a group member"),
    Case.ADESSIVE: lambda w: w.p("adessive", "a group member"),
    Case.ABLATIVE: lambda w: w.p("ablative", "a group member"),
    Case.ALLATIVE: lambda w: w.p("allative", "a group member"),
}


class EntryEditor(QWidget):
    """One person's entry. `written` carries the participant's id and the text after each burst of
    typing, and when it is left; with it how a warning was answered, None where there was none."""

    written = Signal(int, str, object)
    left = Signal()
    """Esc: back to the row."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._others: Sequence[tuple[Person, str]] = ()
        self._own: Person | None = None
        self._saved = ""
        self._answer: str | None = None
        self._ignored: set[str] = set()
        self.text = _GrowingText(theme)
        self.text.left.connect(self.left)
        self.text.focus_lost.connect(self.settle)
        self.text.textChanged.connect(self._typed)
        self.warning = NameWarning(theme, words)
        self.warning.hide()
        self.warning.replace_chosen.connect(self._replace)
        self.warning.ignore_chosen.connect(self._ignore)
        self._save = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save.timeout.connect(self.settle)
        self._check = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._check.timeout.connect(self._look_for_names)
        self._lay_out()
        self.setFocusProxy(self.text)

    def show_entry(
        self, text: str, own: Person, name: str, others: Sequence[tuple[Person, str]]
    ) -> None:
        """Show what is stored of a person, unless something newer is being typed about the same.

        `others` are the other people of the session, each with the name shown on screen.
        """
        same, dirty = own == self._own, self.is_dirty()
        if not same:
            self.settle()
        self._own, self._others, self._saved = own, others, text
        self.text.setAccessibleName(self._words._("Personal entry: {name}").format(name=name))
        if same and dirty:
            return
        if not same:
            self._ignored.clear()
            self._answer = None
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)
            self.text.fit()
        self._save.stop()
        self._look_for_names()

    def set_open(self, is_open: bool) -> None:
        """Whether the text may be typed in: not before what is stored has been read."""
        self.text.is_open = is_open

    def show_draft(self, text: str) -> None:
        """What was typed before and could not be stored yet."""
        if not self.is_dirty() and self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def is_dirty(self) -> bool:
        """Whether something typed has not been handed over yet."""
        return self._save.isActive()

    def settle(self) -> None:
        """Hand over what has been typed."""
        self._save.stop()
        text = self.text.toPlainText()
        if self._own is not None and text != self._saved:
            self._saved = text
            self.written.emit(self._own.id, text, self._answer)

    def _typed(self) -> None:
        self._save.start()
        self._check.start()

    def _look_for_names(self) -> None:
        found = self._found()
        underline_spans(self.text, self._theme, [(m.start, m.end) for m in found])
        self.warning.setVisible(bool(found))
        if found:
            names = {person.id: name for person, name in self._others}
            self.warning.show_match(names[found[0].participant_id], self._offer(found[0]))

    def _found(self) -> list[Mention]:
        text = self.text.toPlainText()
        people = [person for person, _ in self._others]
        return [
            mention
            for mention in mentions(text, people, self._own)
            if text[mention.start : mention.end].casefold() not in self._ignored
        ]

    def _offer(self, mention: Mention) -> str:
        """What would stand in the name's place, in the name's form."""
        return _SOMEBODY[mention.case](self._words)

    def _replace(self) -> None:
        found = self._found()
        if found:
            self._answer = REPLACED
            self.text.replace(found[0].start, found[0].end, self._offer(found[0]))
            self._look_for_names()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ignore(self) -> None:
        text = self.text.toPlainText()
        self._ignored |= {text[m.start : m.end].casefold() for m in self._found()}
        self._answer = IGNORED
        self._saved = "\0"  # the answer is to be kept though the text is the same
        self._save.start()
        self._look_for_names()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words, px = self._words, self._theme.px
        heading = QHBoxLayout()
        heading.addWidget(text_label(words._("Personal entry"), "body", weight=600))
        heading.addStretch(1)
        heading.addWidget(text_label(words._("Only in this person's record"), "small", "ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(heading)
        column.addWidget(self.text)
        column.addWidget(self.warning)


class _GrowingText(QPlainTextEdit):
    """As tall as its lines, between two and nine of them."""

    left = Signal()
    focus_lost = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_open = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        needed = self._lines()
        lines = min(max(needed, _LEAST_LINES), _MOST_LINES)
        policy = Qt.ScrollBarPolicy
        scrolls = needed > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        around = 2 * (self.document().documentMargin() + self._theme.px(7) + 1)
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + around))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in the place of the characters from `start` to `end`; one step of its own undo."""
        before = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(_units(before[:start]))
        cursor.setPosition(_units(before[:end]), cursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.is_open or not event.text():
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def _lines(self) -> int:
        block, lines = self.document().begin(), 0
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines


def _units(text: str) -> int:
    """Length as Qt counts it: beyond the first 65,536 characters one is two."""
    return len(text.encode("utf-16-le")) // 2
