# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a register with a line of dates and a row for each person, whichever way it lies on its sheet."""

import re
from collections.abc import Iterable, Mapping

from desktop.exchange.grid import Place, Unread, Value
from desktop.exchange.register_columns import NameColumns, column_headings, name_columns
from desktop.exchange.register_dates import is_date_shaped, is_week, is_weekday, read_month, read_time
from desktop.exchange.register_draft import Draft, DraftMark, DraftPerson, DraftSession, MarkReader, Unmarked
from desktop.exchange.register_header import DateLine
from desktop.exchange.register_marks import Read, read_mark, token
from desktop.exchange.register_names import looks_like_name
from desktop.exchange.register_shapes import Left, Trouble
from desktop.exchange.register_view import View
from desktop.exchange.register_words import Heading, counts_participants, headings, is_cancelled

_COUNT = re.compile(r"(?:n\.? ?)?(\d{1,4})(?:[.,]0+)?(?: ?(?:kpl|hlö[ä]?|henkilöä|pers\.?|st|personer|people))?", re.IGNORECASE)
_NO_COUNT = {"-", "–", "—"}
_HEADS = {Heading.NAME, Heading.FIRST_NAME, Heading.LAST_NAME, Heading.DATE, Heading.CODE}


def read_table(view: View, line: DateLine, rows: range, reader: MarkReader) -> Draft | None:
    """The register whose dates are in `line`, within `rows` (titles first); None where no names stand by it."""
    below = range(line.row + 1, rows.stop)
    names = name_columns(view, line, below)
    return _Table(view, line, names, reader).read(rows) if names else None


class _Table:
    def __init__(self, view: View, line: DateLine, names: NameColumns, reader: MarkReader) -> None:
        self._view, self._line, self._names, self._reader = view, line, names, reader
        self._draft = Draft(view.grid, order=names.order, headed=names.named)
        self._columns = sorted(line.reads)
        self._index = {column: at for at, column in enumerate(self._columns)}
        self._gap = False
        self._said_cancelled: dict[Place, tuple[int, int]] = {}
        self._counts: list[tuple[str, dict[int, Value], int]] = []
        self._person_rows: list[int] = []

    def read(self, rows: range) -> Draft:
        self._sessions()
        self._draft.titles = range(min(self._names.columns)) if self._view.turned else range(rows.start, self._line.row)
        self._above(range(rows.start, self._line.row))
        for row in range(self._line.row + 1, rows.stop):
            cells = self._view.cells(row)
            if cells:
                self._row(row, cells)
            self._gap = self._gap or (not cells and bool(self._person_rows))
        self._cancelled_in_cells()
        self._settle_counts()
        self._settle_cancelled()
        self._other_columns()
        self._without_marks()
        return self._draft

    # The lines of dates and what stands above them.

    def _sessions(self) -> None:
        row = self._line.row
        for column in self._columns:
            read = self._line.reads[column]
            place = self._view.place(row, column)
            self._draft.sessions.append(DraftSession(read, place, read.start, is_cancelled(read.rest)))
        self._draft.take(self._view.places(row, self._columns))
        corner = self._view.places(row, set(self._names.columns) & set(self._view.cells(row)))
        self._draft.take(corner)
        self._draft.corner = sorted(corner)

    def _above(self, rows: range) -> None:
        for row in rows:
            cells = self._view.cells(row)
            inside = self._inside(cells)
            if inside and not self._schedule(row, inside):
                self._cancel(row, {column: v for column, v in inside.items() if isinstance(v, str) and is_cancelled(v)})

    def _inside(self, cells: Mapping[int, Value]) -> dict[int, Value]:
        return {column: cells[column] for column in self._columns if column in cells}

    def _schedule(self, row: int, inside: Mapping[int, Value]) -> bool:
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

    def _row(self, row: int, cells: Mapping[int, Value]) -> None:
        label, inside = self._names.label(cells), self._inside(cells)
        kinds = headings(label)
        counted = all(_count(value) is not None for value in inside.values())
        if not label:
            self._unlabelled(row, inside)
        elif Heading.HEAD_COUNT in kinds or (Heading.COUNT in kinds and inside and counted):
            self._counts.append((label, inside, row))
            self._end_of_people(row)
        elif Heading.CANCELLED in kinds:
            self._cancel(row, inside)
            self._end_of_people(row)
        elif kinds & _HEADS:
            self._schedule(row, inside)
            self._draft.take(self._view.places(row, self._names.columns))
        elif kinds:
            self._about(row, inside, label, kinds)
        else:
            self._person_or_text(row, cells, label, inside)

    def _end_of_people(self, row: int) -> None:
        self._gap = True
        self._draft.take(self._view.places(row, self._names.columns))

    def _about(self, row: int, inside: Mapping[int, Value], label: str, kinds: set[Heading]) -> None:
        """A row of totals, topics, leaders or remarks: left out, but for times and cancellations."""
        self._end_of_people(row)
        if Heading.TIME in kinds and self._schedule(row, inside):
            return
        cancelled = {column: v for column, v in inside.items() if isinstance(v, str) and is_cancelled(v)}
        self._cancel(row, cancelled)
        kind = Left.TOTALS if Heading.TOTALS in kinds else Left.REMARKS if Heading.REMARKS in kinds else Left.DETAILS
        if rest := set(inside) - set(cancelled):
            self._draft.note(kind, self._view.places(row, rest), label)

    def _unlabelled(self, row: int, inside: Mapping[int, Value]) -> None:
        cancelled = {column: v for column, v in inside.items() if isinstance(v, str) and is_cancelled(v)}
        self._cancel(row, cancelled)
        rest = {column: value for column, value in inside.items() if column not in cancelled}
        if not rest or self._schedule(row, rest):
            return
        if all(_is_figure(value) for value in rest.values()):
            self._draft.note(Left.TOTALS, self._view.places(row, rest))
        elif sum(isinstance(self._reader.read(value), Read) for value in rest.values()) * 2 >= len(rest):
            self._draft.trouble(Trouble.NO_NAME, self._view.places(row, rest))
        self._gap = self._gap or bool(self._person_rows)

    def _person_or_text(self, row: int, cells: Mapping[int, Value], label: str, inside: dict[int, Value]) -> None:
        figures = bool(inside) and all(_is_figure(v) and token(v) not in {"0", "1"} for v in inside.values())
        if figures and self._gap:
            self._draft.note(Left.DETAILS, self._view.places(row, inside), "")
            return
        known = any(isinstance(self._reader.read(value), Read) for value in inside.values())
        if known or (looks_like_name(label) and (inside or not self._gap)):
            self._person(row, cells, label, inside)

    def _person(self, row: int, cells: Mapping[int, Value], label: str, inside: Mapping[int, Value]) -> None:
        column = next(column for column in self._names.columns if column in cells)
        self._draft.people.append(DraftPerson(label, self._view.place(row, column), self._names.parts(cells)))
        self._draft.take(self._view.places(row, (*self._names.columns, *inside)))
        self._person_rows.append(row)
        for column, value in inside.items():
            self._mark(row, column, value)

    def _mark(self, row: int, column: int, value: Value) -> None:
        person, session = len(self._draft.people) - 1, self._index[column]
        place, read = self._view.place(row, column), self._reader.read(value)
        if isinstance(read, Read):
            self._draft.marks.append(DraftMark(person, session, read, place))
        elif read is Unmarked.NO_VALUE:
            self._draft.trouble(Trouble.NO_VALUE, {place})
        elif read is Unmarked.UNKNOWN and isinstance(value, str) and is_cancelled(value):
            self._said_cancelled[place] = (person, session)
        elif read is Unmarked.UNKNOWN:
            self._draft.unknown.append((_written(value), place))

    # What can be told only when all rows are read.

    def _cancel(self, row: int, inside: Mapping[int, Value]) -> None:
        for column in inside:
            self._draft.sessions[self._index[column]].cancelled = True
        self._draft.take(self._view.places(row, inside))

    def _cancelled_in_cells(self) -> None:
        """ "Peruttu" in people's own cells cancels the session if nobody has a mark; else it is asked about."""
        marked = {mark.session for mark in self._draft.marks}
        for place, (_, session) in self._said_cancelled.items():
            if session in marked and not self._draft.sessions[session].cancelled:
                self._draft.unknown.append((_written(self._draft.grid.cells[place]), place))
            else:
                self._draft.sessions[session].cancelled = True

    def _settle_counts(self) -> None:
        """Counts that everywhere equal the people marked present are totals, unless they say otherwise."""
        here = [0] * len(self._columns)
        for mark in self._draft.marks:
            here[mark.session] += mark.read.kind in {"present", "late"}
        for label, inside, row in self._counts:
            sure = Heading.HEAD_COUNT in headings(label)
            counts = {column: _count(value) for column, value in inside.items()}
            same = any(here) and all(counts[column] == here[self._index[column]] for column in inside)
            if same and not sure:
                self._draft.note(Left.TOTALS, self._view.places(row, inside), label)
            elif not sure and self._draft.people and counts_participants(label):
                self._draft.trouble(Trouble.UNCLEAR_COUNT, self._view.places(row, inside), label)
            else:
                self._head_counts(row, inside, label)

    def _head_counts(self, row: int, inside: Mapping[int, Value], label: str) -> None:
        for column, value in inside.items():
            session, count = self._draft.sessions[self._index[column]], _count(value)
            self._draft.take({self._view.place(row, column)})
            if count is None and isinstance(value, str) and is_cancelled(value):
                session.cancelled = True
            elif count is None and value not in _NO_COUNT:
                kind = Trouble.NO_VALUE if isinstance(value, Unread) else Trouble.BAD_COUNT
                self._draft.trouble(kind, {self._view.place(row, column)}, label)
            elif count is not None:
                session.head_count = (session.head_count or 0) + count

    def _settle_cancelled(self) -> None:
        """Nobody is marked at a cancelled session; who seems to have come is reported."""
        cancelled = {at for at, session in enumerate(self._draft.sessions) if session.cancelled}
        gone = [mark for mark in self._draft.marks if mark.session in cancelled]
        came = {mark.place for mark in gone if mark.read.kind in {"present", "late"}}
        for at in sorted(cancelled):
            session = self._draft.sessions[at]
            if session.head_count:
                came.add(session.place)
            session.head_count = None
        columns = {self._columns[at] for at in cancelled}
        doubtful = {place for _, place in self._draft.unknown if self._column_of(place) in columns}
        filler = {mark.place for mark in gone} - came | doubtful
        if came:
            self._draft.trouble(Trouble.MARKS_IN_CANCELLED, came)
        if filler:
            self._draft.note(Left.CANCELLED_FILLER, filler)
        self._draft.marks = [mark for mark in self._draft.marks if mark.session not in cancelled]
        self._draft.unknown = [(text, place) for text, place in self._draft.unknown if place not in doubtful]

    def _column_of(self, place: Place) -> int:
        return place[0] if self._view.turned else place[1]

    def _other_columns(self) -> None:
        """What stands beside the dates in people's rows: totals, remarks, or marks without a date."""
        skip = set(self._columns) | set(self._names.columns)
        cells = {row: self._view.cells(row) for row in self._person_rows}
        for column in sorted({column for row in cells.values() for column in row} - skip):
            self._other_column(column, {row: found[column] for row, found in cells.items() if column in found})

    def _other_column(self, column: int, values: Mapping[int, Value]) -> None:
        kinds, text = column_headings(self._view, self._line, column)
        head = self._view.cells(self._line.row).get(column)
        places = {self._view.place(row, column) for row in values}
        if head is not None:
            places.add(self._view.place(self._line.row, column))
        marks = sum(_is_sure_mark(value) for value in values.values()) * 2 >= len(values)
        if kinds & {Heading.REMARKS}:
            self._draft.note(Left.REMARKS, places, text)
        elif kinds & {Heading.TOTALS, Heading.COUNT, Heading.MARK}:
            self._draft.note(Left.TOTALS, places, text)
        elif kinds:
            self._draft.note(Left.DETAILS, places, text)
        elif is_week(head or ""):
            self._draft.trouble(Trouble.WEEK_NUMBER, places, text)
        elif is_date_shaped(head or "") or isinstance(head, Unread):
            self._draft.trouble(Trouble.BAD_DATE, places, text)
        elif marks:
            self._draft.trouble(Trouble.NO_DATE, places, text)
        elif _is_numbering(list(values.values())):
            self._draft.take(places)
        else:
            self._draft.note(Left.TEXT, places, text)

    def _without_marks(self) -> None:
        marked = {mark.person for mark in self._draft.marks}
        asked = {self._row_of(place) for _, place in self._draft.unknown}
        silent = {p.place for at, p in enumerate(self._draft.people) if at not in marked and self._row_of(p.place) not in asked}
        if silent and self._draft.marks:
            self._draft.note(Left.NO_MARKS, silent)

    def _row_of(self, place: Place) -> int:
        return place[1] if self._view.turned else place[0]


def _count(value: Value) -> int | None:
    found = _COUNT.fullmatch(token(value)) if isinstance(value, str | float) else None
    return int(found[1]) if found else None


def _is_figure(value: Value) -> bool:
    """A plain number or a share, as totals are, in whatever type; a formula without a value too."""
    return isinstance(value, Unread) or bool(re.fullmatch(r"\d+([.,]\d+)?(e[+-]?\d+)? ?%?", token(value)))


def _is_sure_mark(value: Value) -> bool:
    return read_mark(value) is not None


def _is_numbering(values: list[Value]) -> bool:
    """1, 2, 3 … before the names."""
    numbers = [token(value) for value in values]
    return numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _written(value: Value) -> str:
    return value if isinstance(value, str) else token(value)
