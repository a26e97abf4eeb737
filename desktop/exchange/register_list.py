# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a list with one row for each mark: date, name, mark, perhaps group, time, minutes or a head count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time

from db.rules.words import MarkKind
from desktop.exchange.grid import Grid, Place, Unread, Value
from desktop.exchange.register_dates import DateRead, is_week, read_date, read_time
from desktop.exchange.register_draft import (
    Draft,
    DraftMark,
    DraftPerson,
    DraftSession,
    DraftUnknown,
    MarkReader,
    Unmarked,
)
from desktop.exchange.register_list_head import ListHead
from desktop.exchange.register_marks import Read, token
from desktop.exchange.register_names import clean_name
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_settle import clear_cancelled
from desktop.exchange.register_shapes import Left, Trouble
from desktop.exchange.register_view import View
from desktop.exchange.register_words import headings, is_cancelled, says_total

_NUMBER = re.compile(r"(-?\d{1,4})(?:[.,]0+)?(?: ?(?:min\w*|'|kpl|hlö[ä]?|st))?")
_COUNTED = re.compile(r"#|head ?count|headcount")
_ASIDE = {Heading.TOTALS, Heading.REMARKS, Heading.DETAILS}
Cells = Mapping[int, Value]


def read_list(grid: Grid, head: ListHead, reader: MarkReader) -> list[Draft]:
    """The groups of a list, in the order in which they first come."""
    reading = _List(View(grid), head, reader)
    for row, cells in reading.view.rows.items():
        if row > head.row:
            reading.row(row, cells)
    return reading.drafts()


@dataclass
class _Group:
    """What is known so far of one group of the list."""

    draft: Draft
    people: dict[tuple[str, str], int] = field(default_factory=dict)
    sessions: dict[tuple[int, int, int | None, time | None], int] = field(default_factory=dict)
    marked: dict[tuple[int, int], DraftMark] = field(default_factory=dict)
    torn: dict[tuple[int, int], set[Place]] = field(default_factory=dict)
    same: set[Place] = field(default_factory=set)

    def keep(self, mark: DraftMark) -> None:
        """One mark for a person at a session: the same again is noted, another takes both away."""
        key = (mark.person, mark.session)
        first = self.marked.setdefault(key, mark)
        if first is mark:
            return
        if first.read == mark.read:
            self.same.add(mark.place)
        else:
            self.torn.setdefault(key, {first.place}).add(mark.place)

    def finished(self) -> Draft:
        """The draft, when all rows are read."""
        for key, mark in self.marked.items():
            if key not in self.torn:
                self.draft.add(mark)
        for places in self.torn.values():
            self.draft.trouble(Trouble.TWO_MARKS, places)
        if self.same:
            self.draft.note(Left.SAME_ROW, self.same)
        clear_cancelled(self.draft)
        return self.draft


class _List:
    """The list as it is walked down. `_aside` gathers what belongs to no group."""

    def __init__(self, view: View, head: ListHead, reader: MarkReader) -> None:
        self.view, self._head, self._reader = view, head, reader
        self._groups: dict[str, _Group] = {}
        self._aside = Draft(view.grid)
        self._last: dict[Heading, Value] = {}
        self._from_above: set[Place] = set()
        self._ignored: dict[int, set[Place]] = {}

    def drafts(self) -> list[Draft]:
        """The drafts of the groups; the first one also tells of what belongs to none."""
        drafts = [group.finished() for group in self._groups.values()]
        for first in drafts[:1]:
            first.take(self.view.places(self._head.row, self.view.cells(self._head.row)))
            first.problems[:0] = self._aside.problems
            first.notes[:0] = self._aside.notes
            first.take(self._aside.taken)
            for column, places in sorted(self._ignored.items()):
                text = self.view.text(self._head.row, column)
                kind = Left.REMARKS if Heading.REMARKS in headings(text) else Left.DETAILS
                first.note(kind, places, text)
            if self._from_above:
                first.note(Left.FROM_ABOVE, self._from_above)
        return drafts

    def row(self, row: int, cells: Cells) -> None:
        name, marked = self._head.name(cells), self._is_marked(cells)
        labels = headings(name) | headings(self._first_text(row, cells))
        aside = Heading.TOTALS in labels or says_total(name) or (labels & _ASIDE and not marked)
        if aside and not _is_anonymous(name):
            self._aside.note(Left.TOTALS, self.view.places(row, cells))
        elif name or marked:
            self._entry(row, cells, name)

    def _first_text(self, row: int, cells: Cells) -> str:
        """What the row begins with, unless it begins with its mark."""
        first = min(cells)
        is_mark = first in {self._head.columns.get(Heading.MARK), *self._head.checks}
        return "" if is_mark else self.view.text(row, first)

    def _is_marked(self, cells: Cells) -> bool:
        columns = {
            self._head.columns.get(kind)
            for kind in (Heading.MARK, Heading.HEAD_COUNT, Heading.COUNT, Heading.STATE)
        }
        return bool((columns | set(self._head.checks)) & set(cells))

    def _entry(self, row: int, cells: Cells, name: str) -> None:
        day = self._day(row, cells)
        if day is None:
            return
        group = self._group(row, cells)
        self._take(row, cells, group)
        session = self._session(group, row, cells, day)
        self._head_count(group, row, cells, name, session)
        state = token(self._head.value(cells, Heading.STATE))
        if is_cancelled(state) or (not name and is_cancelled(self._mark_text(cells))):
            group.draft.sessions[session].cancelled = True
        elif name and not _is_anonymous(name):
            self._person(group, row, cells, name, session)
        elif not name and self._mark_text(cells) and not _COUNTED.fullmatch(self._mark_text(cells)):
            group.draft.trouble(Trouble.NO_NAME, self._places(row, cells, Heading.MARK))

    # Which session, of which group.

    def _filled(self, row: int, cells: Cells, kind: Heading) -> Value:
        """A cell, or where it is empty the last one above it, as in lists that write each date once."""
        value = self._head.value(cells, kind)
        if value != "":
            self._last[kind] = value
        elif kind in self._last:
            self._from_above.add(self.view.place(row, self._head.columns[kind]))
        return self._last.get(kind, "")

    def _day(self, row: int, cells: Cells) -> DateRead | None:
        value = self._filled(row, cells, Heading.DATE)
        read = read_date(value)
        if read and read.month:
            return read
        kind = Trouble.WEEK_NUMBER if is_week(value) else Trouble.BAD_DATE
        kind = Trouble.NO_VALUE if isinstance(value, Unread) else kind
        place = self._places(row, cells, Heading.DATE) or self.view.places(row, cells)
        self._aside.trouble(kind, place, value if isinstance(value, str) else "")
        return None

    def _group(self, row: int, cells: Cells) -> _Group:
        written = (
            self._filled(row, cells, Heading.GROUP) if Heading.GROUP in self._head.columns else ""
        )
        name = clean_name(written if isinstance(written, str) else token(written))
        if name not in self._groups:
            self._groups[name] = _Group(
                Draft(
                    self.view.grid,
                    titles=range(self._head.row),
                    group=name,
                    order=self._head.order,
                    headed=True,
                )
            )
        return self._groups[name]

    def _session(self, group: _Group, row: int, cells: Cells, day: DateRead) -> int:
        start = read_time(self._head.value(cells, Heading.TIME)) or day.start
        key = (day.day, day.month, day.year, start)
        if key not in group.sessions:
            group.sessions[key] = len(group.draft.sessions)
            place = self.view.place(row, self._head.columns[Heading.DATE])
            group.draft.sessions.append(DraftSession(day, place, start))
        return group.sessions[key]

    # Who, and which mark.

    def _head_count(self, group: _Group, row: int, cells: Cells, name: str, session: int) -> None:
        """A head count: in a column of its own, or in a row that is about people without a name."""
        anonymous = _is_anonymous(name) or (
            not name and bool(_COUNTED.fullmatch(self._mark_text(cells)))
        )
        kinds = [Heading.HEAD_COUNT, Heading.COUNT]
        if anonymous:
            kinds += [Heading.MINUTES, Heading.MARK]
        counts = [
            count for kind in kinds if (count := _whole(self._head.value(cells, kind))) is not None
        ]
        if counts and counts[0] >= 0:
            group.draft.sessions[session].head_count = counts[0]
        elif anonymous:
            group.draft.trouble(Trouble.BAD_COUNT, self._places(row, cells, *kinds))

    def _person(self, group: _Group, row: int, cells: Cells, name: str, session: int) -> None:
        key = (name.casefold(), token(self._head.value(cells, Heading.CODE)))
        if key not in group.people:
            group.people[key] = len(group.draft.people)
            place = self.view.place(row, self._head.columns[self._head.name_kinds[0]])
            group.draft.people.append(DraftPerson(name, place, self._head.parts(cells)))
        read, column = self._read(group, row, cells, (group.people[key], session))
        if read:
            minutes = _whole(self._head.value(cells, Heading.MINUTES))
            mark = DraftMark(
                group.people[key],
                session,
                _late(read, minutes, self._late_minutes(cells)),
                self.view.place(row, column),
            )
            mark.minutes = minutes if minutes is not None and minutes >= 0 else None
            group.keep(self._afar(mark, cells))

    def _read(
        self, group: _Group, row: int, cells: Cells, whose: tuple[int, int]
    ) -> tuple[Read | None, int]:
        """The mark of a row and its column; what gives none is reported or asked about."""
        if self._head.checks:
            return self._ticked(group, row, cells, whose)
        column = self._head.columns[Heading.MARK]
        return self._one(group, self.view.place(row, column), cells.get(column, ""), whose), column

    def _one(
        self, group: _Group, place: Place, value: Value, whose: tuple[int, int]
    ) -> Read | None:
        read = self._reader.read(value) if value != "" else Unmarked.SKIPPED
        if read is Unmarked.UNKNOWN:
            text = value if isinstance(value, str) else token(value)
            group.draft.unknown.append(DraftUnknown(*whose, text, place))
        elif read is Unmarked.NO_VALUE:
            group.draft.trouble(Trouble.NO_VALUE, {place})
        return read if isinstance(read, Read) else None

    def _ticked(
        self, group: _Group, row: int, cells: Cells, whose: tuple[int, int]
    ) -> tuple[Read | None, int]:
        """The mark whose column has a tick; minutes may stand in the place of the tick of a late one."""
        reads: dict[int, Read] = {}
        for column, kind in self._head.checks.items():
            value = cells.get(column, "")
            minutes = _whole(value) or 0
            if kind is MarkKind.LATE and minutes > 1:
                reads[column] = Read(kind, minutes)
                continue
            read = self._one(group, self.view.place(row, column), value, whose)
            if read and read.kind is not MarkKind.ABSENT:
                reads[column] = Read(kind, remote=read.remote)
        if len(reads) > 1:
            group.draft.trouble(Trouble.TWO_MARKS, self.view.places(row, reads))
        return next(iter(reads.values())) if len(reads) == 1 else None, next(iter(reads), 0)

    def _late_minutes(self, cells: Cells) -> int | None:
        return _whole(self._head.value(cells, Heading.LATE_MINUTES)) or None

    def _afar(self, mark: DraftMark, cells: Cells) -> DraftMark:
        remote = self._head.value(cells, Heading.REMOTE)
        read = self._reader.read(remote) if remote != "" else Unmarked.SKIPPED
        if isinstance(read, Read) and read.kind is MarkKind.PRESENT:
            mark.read = replace(mark.read, remote=True)
        return mark

    # Cells by heading.

    def _mark_text(self, cells: Cells) -> str:
        return token(self._head.value(cells, Heading.MARK))

    def _places(self, row: int, cells: Cells, *kinds: Heading) -> set[Place]:
        columns = {self._head.columns.get(kind) for kind in kinds} & set(cells)
        return self.view.places(row, (column for column in columns if column is not None))

    def _take(self, row: int, cells: Cells, group: _Group) -> None:
        known = set(self._head.columns.values()) | set(self._head.checks)
        group.draft.take(self.view.places(row, known & set(cells)))
        for column in set(cells) - known:
            self._ignored.setdefault(column, set()).add(self.view.place(row, column))


def _is_anonymous(name: str) -> bool:
    """Whether a row is about people without names; not one that sums them up at the end of the list."""
    if says_total(name):
        return False
    return bool(_COUNTED.fullmatch(name.casefold())) or Heading.HEAD_COUNT in headings(name)


def _late(read: Read, minutes: int | None, late: int | None) -> Read:
    """Minutes late: with the mark, in their own column, or as minus minutes."""
    if read.kind is not MarkKind.LATE:
        return read
    told = late or (-minutes if minutes is not None and minutes < 0 else None)
    return replace(read, late_minutes=read.late_minutes or told)


def _whole(value: Value) -> int | None:
    found = _NUMBER.fullmatch(token(value)) if isinstance(value, str | float) else None
    return int(found[1]) if found else None
