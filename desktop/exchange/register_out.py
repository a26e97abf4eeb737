# SPDX-License-Identifier: GPL-3.0-or-later
"""From what was understood of a sheet, and what a person has said of it, to the registers that the office takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from db.rules.register import Register, RegisterMark, RegisterPerson, RegisterSession
from desktop.exchange.register_shapes import (
    SheetSession,
    Trouble,
    Understood,
    UnderstoodGroup,
    UnknownMark,
)


class Said(Enum):
    """What a person may say of somebody in a sheet, beside who in the office it is."""

    NEW = "new"
    LEFT_OUT = "left_out"


# Whom a person has said somebody to be: a participant's id, or one of the above.
SaidOf = int | Said


@dataclass(frozen=True)
class Decision:
    """What a person has said of one register: the group that it goes to ("" leaves it out), and of its
    people by their place."""

    group: str
    people: Mapping[int, SaidOf] = field(default_factory=dict)

    @property
    def left_out(self) -> frozenset[int]:
        """Places of the people who are not brought in."""
        return frozenset(place for place, said in self.people.items() if said is Said.LEFT_OUT)


@dataclass(frozen=True)
class MarkRow:
    """One mark as lists of them have it: mark is a MarkKind or "headcount", whose name is "#"."""

    group: str
    name: str
    date: str
    mark: str
    minutes: int | None


def register_of(group: UnderstoodGroup, decision: Decision) -> Register:
    """The register for the office, without whoever is left out."""
    left_out = decision.left_out
    kept = [place for place in range(len(group.people)) if place not in left_out]
    new = {place: at for at, place in enumerate(kept)}
    whole = whole_register_of(group, decision)
    return replace(
        whole,
        people=tuple(whole.people[place] for place in kept),
        marks=tuple(
            replace(mark, person=new[mark.person]) for mark in whole.marks if mark.person in new
        ),
    )


def whole_register_of(group: UnderstoodGroup, decision: Decision) -> Register:
    """The register with everybody in it at their own places, to be looked at beside the office."""
    return Register(
        " ".join(decision.group.split()),
        tuple(
            _person(group, place, decision.people.get(place)) for place in range(len(group.people))
        ),
        tuple(_session(session) for session in group.dates),
        tuple(
            RegisterMark(
                mark.person, mark.session, mark.mark, mark.late_minutes, mark.minutes, mark.remote
            )
            for mark in group.marks
        ),
    )


def rows_of(group: UnderstoodGroup, decision: Decision) -> Iterator[MarkRow]:
    """All marks and head counts; minutes are those counted, and for a late one minus the lateness."""
    for mark in group.marks:
        if mark.person not in decision.left_out:
            day = group.dates[mark.session].date.isoformat()
            minutes = -mark.late_minutes if mark.late_minutes else mark.minutes
            name = group.people[mark.person].name
            yield MarkRow(decision.group, name, day, mark.mark.value, minutes)
    for session in group.dates:
        if session.head_count is not None:
            day = session.date.isoformat()
            yield MarkRow(decision.group, "#", day, "headcount", session.head_count)


def unknown_in(understood: Understood, groups: Iterable[UnderstoodGroup]) -> list[UnknownMark]:
    """The marks to ask about on the sheets of these groups, with their cells there."""
    sheets = {_sheet(person.cell) for group in groups for person in group.people}
    here = (
        replace(mark, cells=tuple(cell for cell in mark.cells if _sheet(cell) in sheets))
        for mark in understood.unknown
    )
    return [mark for mark in here if mark.cells]


def lost_cells(understood: Understood) -> set[str]:
    """Cells of marks, dates and counts that are not taken; namesakes are."""
    return {
        cell
        for problem in understood.problems
        if problem.kind is not Trouble.SAME_NAME
        for cell in problem.cells
    }


def _person(group: UnderstoodGroup, place: int, said: SaidOf | None) -> RegisterPerson:
    person = group.people[place]
    return RegisterPerson(
        person.first_name or person.name,
        person.last_name,
        participant_id=said if isinstance(said, int) else None,
        is_new=said is Said.NEW,
    )


def _session(session: SheetSession) -> RegisterSession:
    start = session.start_time
    return RegisterSession(
        session.date,
        start_minute=start.hour * 60 + start.minute if start else None,
        cancelled=session.cancelled,
        head_count=session.head_count,
    )


def _sheet(cell: str) -> str:
    return cell.rpartition("!")[0]
