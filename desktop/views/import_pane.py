# SPDX-License-Identifier: GPL-3.0-or-later
"""What was understood of a file, beside what is asked of it and what is not brought in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from db.queries.import_preview import Fate
from db.rules.words import MarkKind
from desktop.exchange.import_amounts import Part
from desktop.import_told import DOUBTS, note_told, problem_told
from desktop.models.register_rows import choices, rows_shown
from desktop.names import full
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
from desktop.widgets.flow import Flow
from desktop.widgets.label import rule, text_label
from desktop.widgets.mark_name import MarkName
from desktop.widgets.reflow import Columns
from desktop.widgets.register_cells import FADED
from desktop.widgets.scroll import Scroll
from desktop.words import Words

_SIDE = 320
_STACKED_BELOW = 1000
_TABLE_LEAST = 320
_ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX


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
        self.amounts = text_label("", "body", weight=600)
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
        self._fit()

    def show_register(self, at: int) -> None:
        """Show one of the file's registers."""
        if self._shown is None:
            return
        self.at = at
        shown, answers, words = self._shown, self._answers, self._words
        part = shown.parts[at]
        taken = part.group.name not in answers.left_out
        self.head.show_head(
            HeadShown(
                [one.group.name for one in shown.parts],
                at,
                answers.target(part.group),
                is_known=part.preview.group_id is not None,
                is_taken=taken,
                order=part.group.name_order if shown.can_flip else None,
                year=shown.year,
            )
        )
        self.amounts.setText(self._period(part))
        fates = part.fates()
        self._faint.setVisible(fates[Fate.SAME] > 0)
        self._boxed.setVisible(fates[Fate.KEPT] > 0)
        self.tables.show_register(
            part.group.dates,
            rows_shown(words, part, shown.faces, shown.now.unknown, is_taken=taken),
            lambda place: choices(
                words,
                part.preview.people[place],
                shown.faces,
                full(part.group.people[place].first_name, part.group.people[place].last_name),
            ),
        )
        self.tables.setEnabled(taken)

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
        done = self.questions.demand() and self._demand_people(taken)
        if not done:
            QTimer.singleShot(0, self, self._show_focus)
        return done

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
        self._fit()

    def _show_focus(self) -> None:
        """Scroll to where the keyboard was put."""
        focus = QApplication.focusWidget()
        for scroll in (self._side, self._scroll):
            if focus is not None and scroll.isAncestorOf(focus):
                scroll.ensureWidgetVisible(focus)

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
        top.addWidget(self._about())
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
        self._columns = Columns(
            [(self._register, 1), (self._side, 0)], gap=px(20), width=px(_STACKED_BELOW)
        )
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self._columns)
        room.addWidget(self._scroll)

    def _about(self) -> QWidget:
        """What the register holds, and what the marks mean."""
        words, theme = self._words, self._theme
        names = [MarkName(theme, kind, mark_name(words, kind)) for kind in MarkKind]
        same, kept = words._("Already in the office"), words._("Otherwise in the office")
        self._faint = MarkName(theme, MarkKind.PRESENT, same, faint=FADED)
        self._boxed = MarkName(theme, MarkKind.PRESENT, kept, boxed=True)
        about = QWidget()
        flow = Flow(theme.px(16), about)
        for part in (self.amounts, *names, self._faint, self._boxed):
            flow.addWidget(part)
        return about

    def _fit(self) -> None:
        """Side by side the cards scroll by themselves; one below the other all scrolls together."""
        px = self._theme.px
        stacked = self.width() < px(_STACKED_BELOW)
        policy = QSizePolicy.Policy
        self._side.setSizePolicy(policy.Preferred, policy.Fixed if stacked else policy.Ignored)
        self.tables.setMinimumHeight(px(_TABLE_LEAST) if stacked else 0)
        self._side.setFixedWidth(px(_SIDE))
        self._side.setMinimumHeight(0)
        if stacked:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY_WIDTH)
            wanted = self._cards.heightForWidth(self.width() - px(16))
            self._side.setMinimumHeight(max(0, wanted))
