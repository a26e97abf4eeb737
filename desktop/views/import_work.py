# SPDX-License-Identifier: GPL-3.0-or-later
"""One file on its way into the office: read, understood by the answers, laid beside the office, brought in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.actions.imports import import_attendance
from db.log import Deed
from db.queries.import_preview import Face, ImportPreview, import_preview
from desktop.desk import Desk
from desktop.exchange.import_amounts import Part
from desktop.exchange.register_out import SaidOf
from desktop.exchange.register_reading import Corrections, Reading, read
from desktop.exchange.register_shapes import Left, Meaning, NameOrder, Understood
from desktop.views.import_answers import Answers
from desktop.worker import Progress

if TYPE_CHECKING:
    from db.actions.imports import Imported
    from db.work import Done


@dataclass(frozen=True)
class Understanding:
    """What came of a file with certain answers; `first` is that without any. `can_flip`: whether
    names read the other way round would be others."""

    reading: Reading
    first: Understood
    now: Understood
    can_flip: bool


@dataclass(frozen=True)
class FileShown:
    """A file as it is understood now, a part for each of its registers, and the faces of everybody
    whom their people may be. `year` is that taken where the file tells none, else None."""

    first: Understood
    now: Understood
    parts: Sequence[Part]
    faces: Mapping[int, Face]
    can_flip: bool
    year: int | None


class ImportWork(QObject):
    """Answers that come too late, of a file that has been left, are dropped."""

    shown = Signal(object)
    """A `FileShown`: after reading, and again after each answer."""
    refused = Signal(object)
    """A `Refused`: the file cannot be read, or nothing was brought in."""
    brought = Signal(object)
    """A `Done[Imported]`: everything is in the office."""

    @property
    def is_settled(self) -> bool:
        """Whether what is shown heeds every answer."""
        return not self._pending

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turn = 0
        self._progress: Progress | None = None
        self._pending = False
        self._found: Understanding | None = None
        self.answers = Answers()
        self.parts: Sequence[Part] = ()

    def open(self, path: Path) -> None:
        """Read a file, off the window's thread."""
        self.leave()
        year = self._desk.clock.today().year

        def job(progress: Progress) -> Understanding:
            progress.step(0, 2)
            reading = read(path)
            progress.step(1, 2)
            return _understand(reading, None, Corrections(), year)

        self._render(job)

    def leave(self) -> None:
        """Forget the file; one that is being read is not waited for."""
        self._turn += 1
        self._pending = False
        if self._progress is not None:
            self._progress.stop.set()
        self._found = None
        self.answers = Answers()
        self.parts = ()

    def taken(self) -> list[Part]:
        """The registers that are brought in."""
        return [part for part in self.parts if part.group.name not in self.answers.left_out]

    def lost(self) -> int:
        """How many cells of marks, dates and counts are not brought in."""
        found = self._found
        return self.answers.lost(found.first, found.now) if found is not None else 0

    def is_asking(self) -> bool:
        """Whether a mark still has no meaning."""
        found = self._found
        asked = self.answers.questions(found.first, found.now) if found is not None else []
        return any(mark.text not in self.answers.meanings for mark in asked)

    def answer_mark(self, mark: str, meaning: Meaning | None) -> None:
        """What a mark means; None: not told."""
        self.answers.meanings.pop(mark, None)
        if meaning is not None:
            self.answers.meanings[mark] = meaning
        self._understand_again()

    def answer_person(self, cell: str, said: SaidOf) -> None:
        """Who stands in a cell."""
        self.answers.people[cell] = said
        self.look()

    def name_group(self, at: int, name: str) -> None:
        """The group of the office that the register at `at` goes to."""
        self.answers.groups[self.parts[at].group.name] = name
        self.look()

    def take(self, at: int, taken: bool) -> None:
        """Whether the register at `at` is brought in."""
        name = self.parts[at].group.name
        (self.answers.left_out.discard if taken else self.answers.left_out.add)(name)
        self.look()

    def order_names(self, at: int, order: NameOrder) -> None:
        """Which comes first in the names of the file, told for the register at `at`."""
        if self.parts[at].group.name_order is not order:
            self.answers.flipped = not self.answers.flipped
            self._understand_again()

    def tell_year(self, year: int) -> None:
        """The year of a file that tells none."""
        self.answers.year = year
        self._understand_again()

    def look(self) -> None:
        """Lay the registers beside the office, as it is now."""
        found = self._found
        if found is None:
            return
        today, turn = self._desk.clock.today(), self._turn
        self._pending = True

        def looked(preview: ImportPreview) -> None:
            if turn == self._turn:
                self._show(found, preview)

        ask = import_preview(registers=self.answers.whole_registers(found.now), on=today)
        self._desk.worker.read(self, ask, looked, failed=self._refuse, latest="preview")

    def bring_in(self, step: str) -> None:
        """Take the registers in as one undo step of that name."""
        deed = import_attendance(registers=self.answers.registers(self.taken()))
        turn = self._turn

        def brought(done: "Done[Imported]") -> None:
            if turn == self._turn:
                self.brought.emit(done)

        deed = replace(deed, deed=Deed.IMPORT)
        self._desk.history.do(self, deed, step, brought, failed=self._refuse)

    def _refuse(self, error: object) -> None:
        self._pending = False
        self.refused.emit(error)

    def _understand_again(self) -> None:
        found = self._found
        if found is None:
            return
        corrections, year = self.answers.corrections(), self._desk.clock.today().year
        self._render(lambda _progress: _understand(found.reading, found.first, corrections, year))

    def _render(self, job: Callable[[Progress], Understanding]) -> None:
        self._turn += 1
        turn = self._turn
        self._pending = True

        def understood(found: Understanding) -> None:
            if turn == self._turn:
                self._found = found
                self.look()

        def refused(error: object) -> None:
            if turn == self._turn:
                self._refuse(error)

        self._progress = self._desk.worker.render(self, job, understood, failed=refused)

    def _show(self, found: Understanding, preview: ImportPreview) -> None:
        self._pending = False
        self.parts = [
            Part(group, self.answers.decision(group), one)
            for group, one in zip(found.now.groups, preview.registers, strict=True)
        ]
        assumed = any(note.kind is Left.YEAR_ASSUMED for note in found.first.ignored)
        year = self.answers.year or self._desk.clock.today().year
        self.shown.emit(
            FileShown(
                found.first,
                found.now,
                self.parts,
                preview.faces,
                found.can_flip,
                year if assumed else None,
            )
        )


def _understand(
    reading: Reading, first: Understood | None, corrections: Corrections, year: int
) -> Understanding:
    now = reading.understood(corrections, year)
    other = reading.understood(replace(corrections, flipped=not corrections.flipped), year)
    can_flip = [group.people for group in now.groups] != [group.people for group in other.groups]
    return Understanding(reading, first or now, now, can_flip)
