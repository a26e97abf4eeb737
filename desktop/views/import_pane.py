# SPDX-License-Identifier: GPL-3.0-or-later
"""What was understood of a file, beside what is asked of it and what is not brought in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.import_preview import Fate
from db.rules.words import MarkKind
from desktop.exchange.import_amounts import Part
from desktop.import_told import DOUBTS, note_told, problem_told
from desktop.models.register_rows import choices, rows_shown
from desktop.theme import Theme
from desktop.views.import_answers import Answers
from desktop.views.import_head import HeadShown, ImportHead
from desktop.views.import_listed import ListedCard
from desktop.views.import_questions import QuestionsCard
from desktop.views.import_tables import RegisterTables
from desktop.views.import_work import FileShown
from desktop.views.problem import Problem
from desktop.vocabulary import mark_name
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card
from desktop.widgets.label import ElidedLabel, rule
from desktop.widgets.mark_name import MarkName
from desktop.widgets.register_cells import FADED
from desktop.widgets.scroll import Scroll
from desktop.words import Words

_SIDE = 320
_STACKED_BELOW = 1000
_TABLE_LEAST = 320


class ImportPane(QWidget):
    """Shows one register of the file at a time. `said` carries the cell of somebody's name and whom
    a person has said it to be."""

    said = Signal(str, object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown: FileShown | None = None
        self._answers = Answers()
        self.at = 0
        self.problem = Problem(theme, 0)
        self.banner = Banner(theme, "info", "")
        self.banner.hide()
        self.head = ImportHead(theme, words)
        self.head.register_chosen.connect(self.show_register)
        self.amounts = ElidedLabel("", "body", weight=600)
        self.tables = RegisterTables(theme, words)
        self.tables.said.connect(self._tell_said)
        self.questions = QuestionsCard(theme, words)
        self.problems = ListedCard(theme, words, words._("Not understood"))
        self.doubts = ListedCard(theme, words, words._("Check these"))
        self.ignored = ListedCard(theme, words, words._("Left out"))
        self._lay_out()

    def show_file(self, shown: FileShown, answers: Answers) -> None:
        """Show a file and what has been answered about it."""
        self._shown, self._answers = shown, answers
        words, now = self._words, shown.now
        asked = answers.questions(shown.first, now)
        self.questions.show_marks(asked, answers.meanings)
        self.problems.show_list([(problem_told(words, one), one.cells) for one in now.problems])
        doubts = [note for note in now.ignored if note.kind in DOUBTS]
        left = [note for note in now.ignored if note.kind not in DOUBTS]
        self.doubts.show_list([(note_told(words, note), note.cells) for note in doubts])
        self.ignored.show_list([(note_told(words, note), note.cells) for note in left])
        self._side.setVisible(bool(asked or now.problems or now.ignored))
        self.show_register(min(self.at, len(shown.parts) - 1))

    def show_register(self, at: int) -> None:
        """Show one of the file's registers."""
        if self._shown is None:
            return
        self.at = at
        shown, answers, words = self._shown, self._answers, self._words
        part = shown.parts[at]
        self.head.show_head(
            HeadShown(
                [one.group.name for one in shown.parts],
                at,
                answers.target(part.group),
                is_known=part.preview.group_id is not None,
                is_taken=part.group.name not in answers.left_out,
                order=part.group.name_order if shown.can_flip else None,
                year=shown.year,
            )
        )
        self.amounts.setText(self._period(part))
        self._faint.setVisible(part.fates()[Fate.SAME] > 0)
        self.tables.show_register(
            part.group.dates,
            rows_shown(words, part, shown.faces, shown.now.unknown),
            lambda place: choices(
                words,
                part.preview.people[place],
                part.decision.people.get(place),
                shown.faces,
                part.group.people[place].name,
            ),
        )
        self.tables.setEnabled(part.group.name not in answers.left_out)

    def begin(self) -> None:
        """Another file comes: show its first register."""
        self.at = 0

    def focus_question(self) -> bool:
        """Give the keyboard to the first mark that is asked about, if there is one."""
        asked = next(iter(self.questions.questions.values()), None)
        if asked is not None:
            asked.combo.setFocus(Qt.FocusReason.OtherFocusReason)
        return asked is not None

    def demand(self) -> bool:
        """Whether nothing is left to be answered; the first thing that is says so and gets the keyboard."""
        taken = [
            (at, part)
            for at, part in enumerate(self._shown.parts if self._shown else ())
            if part.group.name not in self._answers.left_out
        ]
        for at, part in taken:
            if not part.decision.group:
                self.show_register(at)
                self.head.demand_group()
                return False
        return self.questions.demand() and self._demand_people(taken)

    def tell(self, sentence: str) -> None:
        """Say a sentence above the register; "" takes it away."""
        self.banner.set_text(sentence)
        self.banner.setVisible(bool(sentence))

    def _demand_people(self, taken: Sequence[tuple[int, Part]]) -> bool:
        for at, part in taken:
            if unsure := part.unsure():
                self.show_register(at)
                self.tables.people.choose(unsure[0])
                self.problem.say(self._words._("Several people have this name. Choose who it is."))
                return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack(event.size().width() < self._theme.px(_STACKED_BELOW))

    def _tell_said(self, place: int, said: object) -> None:
        if self._shown is not None:
            person = self._shown.parts[self.at].group.people[place]
            self.said.emit(person.cell, said)

    def _period(self, part: Part) -> str:
        """ "12.1.–13.4.2027 · 14 tapaamista, 1 peruttu" """
        words, dates = self._words, part.group.dates
        if not dates:
            return words._("No sessions")
        days = [session.date for session in dates]
        told = words.n("{count} session", "{count} sessions", len(days)).format(count=len(days))
        cancelled = sum(session.cancelled for session in dates)
        if cancelled:
            more = words.n("{count} cancelled", "{count} cancelled", cancelled)
            told = f"{told}, {more.format(count=cancelled)}"
        return f"{words.date_range(min(days), max(days))} · {told}"

    def _lay_out(self) -> None:
        px = self._theme.px
        card = Card(self._theme, padding=0)
        # The tables are square: they end above the round corners of the sheet.
        card.body.setContentsMargins(1, 0, 1, px(8) + card.shadow())
        card.body.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(px(16), px(12), px(16), px(12))
        top.setSpacing(px(12))
        top.addWidget(self.head)
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.amounts, 1)
        line.addWidget(self._legend())
        top.addLayout(line)
        card.body.addLayout(top)
        card.body.addWidget(rule())
        card.body.addWidget(self.tables, 1)
        self._register = QWidget()
        column = QVBoxLayout(self._register)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.problem)
        column.addWidget(self.banner)
        column.addWidget(card, 1)
        self._cards = QWidget()
        side = QVBoxLayout(self._cards)
        side.setContentsMargins(0, 0, px(4), 0)
        side.setSpacing(px(12))
        for part in (self.questions, self.problems, self.doubts, self.ignored):
            side.addWidget(part)
        side.addStretch(1)
        self._side = Scroll(self._cards)
        self._side.setProperty("pane", True)
        content = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(20))
        self._box.addWidget(self._register, 1)
        self._box.addWidget(self._side)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Scroll(content))
        self._stack(False)

    def _legend(self) -> QWidget:
        words, theme = self._words, self._theme
        names = [MarkName(theme, kind, mark_name(words, kind)) for kind in MarkKind]
        told = words._("Already in the office")
        self._faint = MarkName(theme, MarkKind.PRESENT, told, faint=FADED)
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        for name in (*names, self._faint):
            row.addWidget(name)
        return legend

    def _stack(self, stacked: bool) -> None:
        """Side by side the cards scroll by themselves; one below the other all scrolls together."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        px = self._theme.px
        if stacked:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            width = max(px(_SIDE), self.width())
            self._side.setMinimumHeight(max(0, self._cards.heightForWidth(width)))
            self._register.setMinimumHeight(
                px(_TABLE_LEAST) + self._register.sizeHint().height() // 2
            )
        else:
            self._side.setFixedWidth(px(_SIDE))
            self._side.setMinimumHeight(0)
            self._register.setMinimumHeight(0)
