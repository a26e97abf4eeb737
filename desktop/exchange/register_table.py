# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a register with a line of dates and a row for each person, whichever way it lies on its sheet."""

from collections.abc import Mapping

from desktop.exchange.grid import Place, Value
from desktop.exchange.register_beside import note_other_columns
from desktop.exchange.register_columns import NameColumns, name_columns
from desktop.exchange.register_dates import is_week, is_weekday, read_month, read_time
from desktop.exchange.register_draft import (
    Draft,
    DraftMark,
    DraftPerson,
    DraftSession,
    DraftUnknown,
    MarkReader,
    Unmarked,
)
from desktop.exchange.register_header import DateLine
from desktop.exchange.register_marks import Read, token
from desktop.exchange.register_names import looks_like_name
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_settle import Counted, count_in, is_figure, settle
from desktop.exchange.register_shapes import Left, Trouble
from desktop.exchange.register_view import View
from desktop.exchange.register_words import headings, is_cancelled

_HEADS = {Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME, Heading.DATE, Heading.CODE}
Cells = Mapping[int, Value]


def read_table(view: View, line: DateLine, rows: range, reader: MarkReader) -> Draft | None:
    """The register whose dates are in `line`, within `rows` (titles first); None where no names stand by it."""
    names = name_columns(view, line, rows.stop)
    return _Table(view, line, names, reader).read(rows) if names else None


class _Table:
    """The register as its rows are walked down. `_gap` tells that the people seem to have ended."""

    def __init__(self, view: View, line: DateLine, names: NameColumns, reader: MarkReader) -> None:
        self._view, self._line, self._names, self._reader = view, line, names, reader
        self._draft = Draft(view.grid, order=names.order, headed=names.named)
        self._columns = sorted(line.reads)
        self._index = {column: at for at, column in enumerate(self._columns)}
        self._gap = False
        self._said_cancelled: list[DraftUnknown] = []
        self._counts: list[Counted] = []
        self._without_value: list[Place] = []
        self._person_rows: list[int] = []

    def read(self, rows: range) -> Draft:
        self._sessions(rows)
        self._above(range(rows.start, self._line.row))
        above = self._line.row
        for row in self._view.between(self._line.row + 1, rows.stop):
            self._gap = self._gap or (row > above + 1 and bool(self._person_rows))
            self._row(row, self._view.cells(row))
            above = row
        if self._without_value:
            self._draft.trouble(Trouble.NO_VALUE, self._without_value)
        settle(self._draft, self._said_cancelled, self._counts)
        note_other_columns(self._view, self._line, self._names, self._draft, self._person_rows)
        return self._draft

    # The line of dates and what stands above it.

    def _sessions(self, rows: range) -> None:
        row, turned = self._line.row, self._view.turned
        self._draft.titles = range(min(self._names.columns)) if turned else range(rows.start, row)
        for column in self._columns:
            read = self._line.reads[column]
            place = self._view.place(row, column)
            self._draft.sessions.append(
                DraftSession(read, place, read.start, is_cancelled(read.rest))
            )
        self._draft.take(self._view.places(row, self._columns))
        corner = set(self._names.all_columns) & set(self._view.cells(row))
        self._draft.corner = sorted(self._view.places(row, corner))
        self._draft.take(self._draft.corner)

    def _above(self, rows: range) -> None:
        for row in self._view.between(rows.start, rows.stop):
            cells = self._view.cells(row)
            inside = self._inside(cells)
            if headings(self._names.label(cells)) & _HEADS:
                self._draft.take(self._view.places(row, self._names.columns))
            if inside and not self._schedule(row, inside):
                self._cancel(row, _cancelled(inside))

    def _inside(self, cells: Cells) -> dict[int, Value]:
        return {column: value for column, value in cells.items() if column in self._index}

    def _schedule(self, row: int, inside: Cells) -> bool:
        """Take a row of times, weekdays, weeks or months; they belong to the dates."""
        times = {column: start for column, value in inside.items() if (start := read_time(value))}
        said = [v for v in inside.values() if is_weekday(v) or is_week(v) or read_month(v)]
        if len(times) + len(said) < len(inside):
            return False
        for column, start in times.items():
            session = self._draft.sessions[self._index[column]]
            session.start = session.start or start
        self._draft.take(self._view.places(row, inside))
        return True

    # One row below the dates.

    def _row(self, row: int, cells: Cells) -> None:
        label, inside = self._names.label(cells), self._inside(cells)
        kinds = headings(label)
        if not label:
            self._unlabelled(row, inside)
        elif Heading.HEAD_COUNT in kinds or (Heading.COUNT in kinds and _are_counts(inside)):
            places = {
                self._index[column]: (value, self._view.place(row, column))
                for column, value in inside.items()
            }
            self._counts.append(Counted(label, places))
            self._end_of_people(row)
        elif Heading.CANCELLED in kinds:
            self._cancel(row, inside)
            self._end_of_people(row, taken=bool(inside))
        elif kinds & _HEADS:
            self._schedule(row, inside)
            self._draft.take(self._view.places(row, self._names.columns))
        elif kinds:
            self._about(row, inside, label, kinds)
        else:
            self._person_or_text(row, cells, label, inside)

    def _end_of_people(self, row: int, *, taken: bool = True) -> None:
        self._gap = bool(self._person_rows)
        if taken:
            self._draft.take(self._view.places(row, self._names.columns))

    def _about(self, row: int, inside: Cells, label: str, kinds: frozenset[Heading]) -> None:
        """A row of totals, topics, leaders or remarks: left out, but for times and cancellations."""
        self._end_of_people(row)
        if Heading.TIME in kinds and self._schedule(row, inside):
            return
        cancelled = _cancelled(inside)
        self._cancel(row, cancelled)
        kind = Left.REMARKS if Heading.REMARKS in kinds else Left.DETAILS
        if rest := set(inside) - set(cancelled):
            self._draft.note(
                Left.TOTALS if Heading.TOTALS in kinds else kind,
                self._view.places(row, rest),
                label,
            )

    def _unlabelled(self, row: int, inside: Cells) -> None:
        cancelled = _cancelled(inside)
        self._cancel(row, cancelled)
        rest = {column: value for column, value in inside.items() if column not in cancelled}
        if not rest or self._schedule(row, rest):
            return
        if all(is_figure(value) for value in rest.values()):
            self._draft.note(Left.TOTALS, self._view.places(row, rest))
        elif sum(isinstance(self._reader.read(value), Read) for value in rest.values()) * 2 >= len(
            rest
        ):
            self._draft.trouble(Trouble.NO_NAME, self._view.places(row, rest))
        self._gap = self._gap or bool(self._person_rows)

    def _person_or_text(self, row: int, cells: Cells, label: str, inside: Cells) -> None:
        """A person, unless the row is of figures (costs, cups of coffee) or a line of text below the people."""
        figures = bool(inside) and all(
            is_figure(v) and token(v) not in {"0", "1"} for v in inside.values()
        )
        if figures and self._gap:
            self._draft.note(Left.DETAILS, self._view.places(row, (*self._names.columns, *inside)))
            return
        known = any(isinstance(self._reader.read(value), Read) for value in inside.values())
        if known or (looks_like_name(label) and (inside or not self._gap)):
            self._person(row, cells, label, inside)

    def _person(self, row: int, cells: Cells, label: str, inside: Cells) -> None:
        column = next(column for column in self._names.columns if column in cells)
        person = DraftPerson(
            label,
            self._view.place(row, column),
            self._names.parts(cells),
            self._names.group_of(cells),
        )
        self._draft.people.append(person)
        self._draft.take(self._view.places(row, {*self._names.all_columns, *inside} & set(cells)))
        self._person_rows.append(row)
        for at, value in inside.items():
            self._mark(row, at, value)

    def _mark(self, row: int, column: int, value: Value) -> None:
        person, session = len(self._draft.people) - 1, self._index[column]
        place, read = self._view.place(row, column), self._reader.read(value)
        if isinstance(read, Read):
            self._draft.add(DraftMark(person, session, read, place))
        elif read is Unmarked.NO_VALUE:
            self._without_value.append(place)
        elif read is Unmarked.UNKNOWN:
            text = value if isinstance(value, str) else token(value)
            asked = self._said_cancelled if is_cancelled(text) else self._draft.unknown
            asked.append(DraftUnknown(person, session, text, place))

    def _cancel(self, row: int, inside: Cells) -> None:
        for column in inside:
            self._draft.sessions[self._index[column]].cancelled = True
        self._draft.take(self._view.places(row, inside))


def _cancelled(inside: Cells) -> dict[int, Value]:
    return {
        column: value
        for column, value in inside.items()
        if isinstance(value, str) and is_cancelled(value)
    }


def _are_counts(inside: Cells) -> bool:
    return bool(inside) and all(count_in(value) is not None for value in inside.values())
