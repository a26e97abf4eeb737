# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks what the marks mean that nobody could know: each once, with the cells where it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.words import MarkKind
from desktop.exchange.register_shapes import Meaning, UnknownMark
from desktop.import_told import cells_told
from desktop.theme import Theme
from desktop.vocabulary import mark_name
from desktop.widgets.card import Card
from desktop.widgets.combo import Combo
from desktop.widgets.field import Field
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.words import Words

_MOST_CELLS = 4


class MarkQuestion(QWidget):
    """One mark: what it means, and what the sheet's own legend says of it."""

    answered = Signal(str)
    """A `Meaning`, or "" for none yet."""

    def __init__(self, theme: Theme, words: Words, mark: UnknownMark, meaning: str) -> None:
        super().__init__()
        self._words = words
        choices: list[tuple[object, str]] = [("", words._("Choose what it means"))]
        choices += [(kind.value, mark_name(words, kind)) for kind in MarkKind]
        self.combo = Combo(theme, [*choices, ("skip", words._("Not imported"))])
        self.combo.set_value(meaning)
        legend = words._("In the sheet: {explanation}").format(explanation=mark.legend)
        self.field = Field(theme, "", self.combo, legend if mark.legend else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        self.use = link(theme, "", icon="check", dense=True)
        self.use.clicked.connect(lambda: self._choose(mark.suggestion or ""))
        column.addWidget(self.use, alignment=Qt.AlignmentFlag.AlignLeft)
        if mark.suggestion is not None:
            name = mark_name(words, mark.suggestion)
            self.use.setText(words._("Use {mark}").format(mark=words.quoted(name)))
        self._has_suggestion = mark.suggestion is not None
        self.use.setVisible(self._has_suggestion and not meaning)
        self.combo.activated.connect(lambda _row: self._tell())

    def show_cells(self, mark: UnknownMark) -> None:
        """Tell where the mark stands now."""
        words = self._words
        told = words.n("{mark} in cell {cells}", "{mark} in cells {cells}", len(mark.cells)).format(
            mark=words.quoted(mark.text), cells=cells_told(words, mark.cells, _MOST_CELLS)
        )
        self.field.label.setText(told)
        self.combo.setAccessibleName(told)

    def demand(self) -> bool:
        """Whether there is an answer; without one the question says so."""
        if self.combo.currentData():
            return True
        self.field.set_error(self._words._("Choose what the mark means, or leave it out."))
        return False

    def _choose(self, meaning: str) -> None:
        self.combo.set_value(meaning)
        self.combo.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.field.clear_error()
        meaning = str(self.combo.currentData())
        self.use.setVisible(self._has_suggestion and not meaning)
        self.answered.emit(meaning)


class QuestionsCard(Card):
    """All marks to ask about. `answered` carries a mark and its `Meaning`, or "" for none yet."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._words = words
        self.questions: dict[str, MarkQuestion] = {}
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(text_label(words._("What do these marks mean?"), "heading", wrap=True))

    def show_marks(self, marks: Sequence[UnknownMark], meanings: Mapping[str, Meaning]) -> None:
        """Ask about these; questions that stand already stay, with the keyboard where it is."""
        wanted = {mark.text: mark for mark in marks}
        for text in set(self.questions) - set(wanted):
            gone = self.questions.pop(text)
            self.body.removeWidget(gone)
            gone.deleteLater()
        for text, mark in wanted.items():
            if text not in self.questions:
                self.questions[text] = self._ask(mark, meanings.get(text, ""))
            self.questions[text].show_cells(mark)
        self.setVisible(bool(wanted))

    def demand(self) -> bool:
        """Whether all are answered; the first that is not gets the keyboard."""
        open_ones = [asked for asked in self.questions.values() if not asked.demand()]
        if open_ones:
            open_ones[0].combo.setFocus(Qt.FocusReason.OtherFocusReason)
        return not open_ones

    def _ask(self, mark: UnknownMark, meaning: str) -> MarkQuestion:
        question = MarkQuestion(self._theme, self._words, mark, meaning)
        question.answered.connect(lambda told: self.answered.emit(mark.text, told))
        self.body.addWidget(question)
        return question
