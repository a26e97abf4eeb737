# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings an attendance spreadsheet in: a file is dropped, looked at, corrected, and taken in as one step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from db.errors import Refused
from db.queries.groups import groups
from desktop.desk import Desk, Place
from desktop.exchange.import_amounts import Part, amounts_of
from desktop.exchange.register_shapes import Meaning
from desktop.import_told import added_told, kept_told, lost_told
from desktop.sentences import sentence
from desktop.views.import_bar import ImportBar
from desktop.views.import_pane import ImportPane
from desktop.views.import_start import ReadingPart, StartPart
from desktop.views.import_work import FileShown, ImportWork
from desktop.views.page import Page
from desktop.widgets.buttons import Button
from desktop.widgets.chip import Chip
from desktop.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from db.actions.imports import Imported
    from db.queries.groups import GroupRow
    from db.work import Done


class ImportPage(Page):
    """Whatever is corrected stays until the file is brought in or another one is chosen."""

    tables = frozenset({"groups", "participants", "enrolments", "group_sessions", "marks"})

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:  # noqa: ARG002 - every page is made so
        super().__init__(desk, parent)
        theme, words = desk.theme, desk.words
        self._title = words._("Import attendance")
        self.work = ImportWork(desk, self)
        self._bring_when_shown = False
        self.setAcceptDrops(True)
        self.header = PageHeader(theme, self._title)
        self.file = Chip(theme, "", icon="file-spreadsheet")
        self.header.add_beside(self.file)
        self.other = Button(theme, words._("Another file…"), icon="folder-open")
        self.header.add_action(self.other)
        self.start = StartPart(theme, words)
        self.reading = ReadingPart(theme, words)
        self.pane = ImportPane(theme, words)
        self.bar = ImportBar(theme, words)
        self._lay_out()
        self._join()
        self._make_commands()
        self._show(self.start)

    def crumb(self) -> str:
        return self._title

    def way_back(self) -> Place | None:
        return Place("groups")

    def load(self) -> None:
        ask = groups(on=self.desk.clock.today(), now=self.desk.clock.now())
        self.desk.worker.read(self, ask, self._show_groups, latest="groups")
        self.work.look()

    def focus_first(self) -> None:
        part = self._stack.currentWidget()
        if part is self.start:
            self.start.pick.setFocus()
        elif part is self.pane and not self.pane.focus_question():
            self.bar.bring.setFocus()

    def choose(self) -> None:
        """Ask for a file."""
        words = self.desk.words
        kinds = words._("Spreadsheets")
        path = self.desk.ask.open_file(
            words._("Choose an attendance spreadsheet"),
            [f"{kinds} (*.xlsx *.xlsm *.ods *.xls *.csv *.txt)", f"{words._('All files')} (*)"],
        )
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file and show what was understood of it."""
        self.start.problem.say("")
        self._bring_when_shown = False
        self.bar.bring.set_busy(False)
        self.pane.begin()
        self.reading.show_file(path.name)
        self.file.set_state(path.name, "neu", "file-spreadsheet")
        self._show(self.reading)
        self.reading.stop.setFocus()
        self.work.open(path)

    def stop(self) -> None:
        """Leave the file, and begin again."""
        self.work.leave()
        self._show(self.start)
        self.start.pick.setFocus()

    def bring_in(self) -> None:
        """Take everything in as one step, once nothing is left to be answered."""
        if not self.bar.isVisible() or not self.bar.bring.isEnabled() or self.bar.bring.is_busy():
            return
        self.pane.head.commit()
        self._bring_when_shown = not self.work.is_settled
        if self._bring_when_shown:
            return
        self.pane.problem.say("")
        if self.pane.demand():
            self.bar.bring.set_busy(True)
            self.work.bring_in(self._step(self.work.taken()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event.mimeData().urls()) is not None:
            event.acceptProposedAction()
            self.start.place.set_held(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.place.set_held(False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.place.set_held(False)
        path = _file_of(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.open(path)

    # What the work tells.

    def _show_groups(self, rows: "list[GroupRow]") -> None:
        self.pane.head.show_groups([row.name for row in rows if not row.archived])

    def _shown(self, shown: FileShown) -> None:
        self.pane.problem.say("")
        self.pane.show_file(shown, self.work.answers)
        self._show_amounts()
        if self._bring_when_shown:
            self.bring_in()
        if self._stack.currentWidget() is not self.pane:
            self._show(self.pane)
            self.focus_first()

    def _show_amounts(self) -> None:
        words, taken = self.desk.words, self.work.taken()
        amounts, lost = amounts_of(taken), self.work.lost()
        nothing = amounts.nothing_new
        told = words._("To be added: {amounts}").format(amounts=added_told(words, amounts))
        if nothing:
            told = words._("Nothing to import")
        rest = [lost_told(words, lost)] if lost else []
        self.bar.show_told(told, " · ".join([*rest, *kept_told(words, amounts)]))
        self.bar.bring.setEnabled(bool(taken) and (not nothing or self.work.is_asking()))
        known = nothing and taken and not self.work.is_asking()
        self.pane.tell(words._("Nothing new: the office has all of this already.") if known else "")

    def _refused(self, error: object) -> None:
        self._bring_when_shown = False
        self.bar.bring.set_busy(False)
        assert isinstance(error, Refused)  # noqa: S101 - the worker gives nothing else here
        told = sentence(self.desk.words, error)
        if self._stack.currentWidget() is self.pane:
            self.pane.problem.say(told)
        else:
            self.stop()
            self.start.problem.say(told)

    def _brought(self, done: "Done[Imported]") -> None:
        self.bar.bring.set_busy(False)
        words, taken = self.desk.words, self.work.taken()
        if not done.changes:
            self.desk.notice("info", words._("Nothing new: the office has all of this already."))
        made = [row.key[0] for row in done.changes.rows if row.table == "groups" and not row.before]
        ids = [*made, *(part.preview.group_id for part in taken if part.preview.group_id)]
        self.stop()
        self.desk.go(Place("group", ids[0]) if len(taken) == 1 else Place("groups"))

    def _step(self, parts: Sequence[Part]) -> str:
        """What the undo step and its notice say."""
        words = self.desk.words
        amounts = added_told(words, amounts_of(parts))
        if len(parts) > 1:
            return words._("Attendance imported: {amounts}").format(amounts=amounts)
        told = words._("Imported into {group}: {amounts}")
        return told.format(group=parts[0].decision.group, amounts=amounts)

    # Making the page.

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        looking = part is self.pane
        self.bar.setVisible(looking)
        self.other.setVisible(looking)
        self.file.setVisible(part is not self.start)
        self.setProperty("footer", self.bar.height() if looking else 0)
        for action in (self._bring_action, self._other_action):
            action.setEnabled(looking or action is self._other_action)

    def _join(self) -> None:
        work, pane = self.work, self.pane
        work.shown.connect(self._shown)
        work.refused.connect(self._refused)
        work.brought.connect(self._brought)
        self.start.asked.connect(self.choose)
        self.other.clicked.connect(self.choose)
        self.reading.stopped.connect(self.stop)
        self.bar.import_asked.connect(self.bring_in)
        pane.said.connect(work.answer_person)
        pane.questions.answered.connect(
            lambda mark, told: work.answer_mark(mark, cast("Meaning", told) if told else None)
        )
        pane.head.group_named.connect(lambda name: work.name_group(pane.at, name))
        pane.head.taken.connect(lambda taken: work.take(pane.at, taken))
        pane.head.order_chosen.connect(lambda order: work.order_names(pane.at, order))
        pane.head.year_told.connect(work.tell_year)

    def _make_commands(self) -> None:
        words = self.desk.words
        self._other_action = self._command(
            words._("Choose a file…"), ["Ctrl+O"], "folder-open", self.choose
        )
        self._bring_action = self._command(
            words._("Import"), ["Ctrl+Return", "Ctrl+Enter"], "check", self.bring_in
        )

    def _command(
        self, text: str, keys: Sequence[str], icon: str, run: Callable[[], None]
    ) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _on=False: run())
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        px = self.desk.theme.px
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(px(24), px(16), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        for part in (self.start, self.reading, self.pane):
            self._stack.addWidget(part)
        column.addLayout(self._stack, 1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(middle, 1)
        room.addWidget(self.bar)


def _file_of(urls: Sequence[QUrl]) -> Path | None:
    """The one file of this computer that is held, or None."""
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
