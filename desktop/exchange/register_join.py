# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the parts of one group on several sheets ("tammikuu", "helmikuu") together into one register."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop.exchange.register_shapes import (
    Problem,
    SheetMark,
    SheetPerson,
    SheetSession,
    Trouble,
    Understood,
    UnderstoodGroup,
)

T = TypeVar("T")


def joined(understood: Understood) -> Understood:
    """The same with one register for each name of a group.

    The n-th of a name on one sheet is the n-th of that name on another; so are sessions of one
    date and time. Two different marks of one person at one session are a problem, and neither
    is kept.
    """
    by_name: dict[str, list[UnderstoodGroup]] = defaultdict(list)
    for group in understood.groups:
        by_name[group.name.casefold()].append(group)
    groups, problems = [], list(understood.problems)
    for parts in by_name.values():
        group = parts[0]
        if len(parts) > 1:
            group, torn = _one(parts)
            problems += [Problem(Trouble.TWO_MARKS, cells) for cells in torn]
        groups.append(group)
    return replace(understood, groups=tuple(groups), problems=tuple(problems))


def _one(parts: Sequence[UnderstoodGroup]) -> tuple[UnderstoodGroup, list[tuple[str, ...]]]:
    """The group of all parts, and the cells of marks that speak against each other."""
    whole = _Whole()
    for part in parts:
        whole.add(part)
    order = sorted(range(len(whole.sessions)), key=lambda at: _moment(whole.sessions[at]))
    new = {old: at for at, old in enumerate(order)}
    marks, torn = whole.settled()
    group = replace(
        parts[0],
        sheet="",
        people=tuple(whole.people),
        dates=tuple(whole.sessions[at] for at in order),
        marks=tuple(replace(mark, session=new[mark.session]) for mark in marks),
    )
    return group, torn


def _moment(session: SheetSession) -> tuple[object, ...]:
    start = session.start_time
    return session.date, (start.hour, start.minute) if start else (-1, 0)


@dataclass
class _Whole:
    """What has been gathered of one group."""

    people: list[SheetPerson] = field(default_factory=list)
    sessions: list[SheetSession] = field(default_factory=list)
    marks: dict[tuple[int, int], list[SheetMark]] = field(default_factory=lambda: defaultdict(list))
    _who: dict[Hashable, int] = field(default_factory=dict)
    _when: dict[Hashable, int] = field(default_factory=dict)

    def add(self, part: UnderstoodGroup) -> None:
        people = [self._person(*named) for named in _numbered(part.people, _name)]
        sessions = [self._session(*timed) for timed in _numbered(part.dates, _time)]
        for mark in part.marks:
            person, session = people[mark.person], sessions[mark.session]
            self.marks[person, session].append(replace(mark, person=person, session=session))

    def settled(self) -> tuple[list[SheetMark], list[tuple[str, ...]]]:
        """One mark for each person and session; cells where there are several kinds."""
        marks, torn = [], []
        for same in self.marks.values():
            if len({mark.mark for mark in same}) == 1:
                marks.append(same[0])
            else:
                torn.append(tuple(mark.cell for mark in same))
        met = {mark.session for mark in marks}
        for at in met:
            self.sessions[at] = replace(self.sessions[at], cancelled=False)
        return marks, torn

    def _person(self, key: Hashable, person: SheetPerson) -> int:
        if key not in self._who:
            self._who[key] = len(self.people)
            self.people.append(person)
        return self._who[key]

    def _session(self, key: Hashable, session: SheetSession) -> int:
        at = self._when.setdefault(key, len(self.sessions))
        if at == len(self.sessions):
            self.sessions.append(session)
        else:
            before = self.sessions[at]
            count = before.head_count if before.head_count is not None else session.head_count
            self.sessions[at] = replace(
                before, head_count=count, cancelled=before.cancelled or session.cancelled
            )
        return at


def _name(person: SheetPerson) -> Hashable:
    return " ".join(f"{person.first_name} {person.last_name}".casefold().split())


def _time(session: SheetSession) -> Hashable:
    return session.date, session.start_time


def _numbered(things: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[Hashable, T]]:
    """Each with its key and which of that key it is."""
    seen = Counter[Hashable]()
    for thing in things:
        seen[key(thing)] += 1
        yield (key(thing), seen[key(thing)]), thing
