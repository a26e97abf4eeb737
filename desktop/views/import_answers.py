# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has answered about a file, kept by what it is about: a new understanding of the file keeps it all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from db.rules.register import Register
from desktop.exchange.import_amounts import Part
from desktop.exchange.register_out import (
    Decision,
    SaidOf,
    lost_cells,
    register_of,
    unknown_in,
    whole_register_of,
)
from desktop.exchange.register_reading import Corrections
from desktop.exchange.register_shapes import Meaning, Understood, UnderstoodGroup, UnknownMark


@dataclass
class Answers:
    """Groups by the name that the file gives them, people by the cell of their name, marks as written."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    year: int | None = None
    flipped: bool = False
    groups: dict[str, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    people: dict[str, SaidOf] = field(default_factory=dict)

    def corrections(self) -> Corrections:
        """What bears upon how the file is understood."""
        return Corrections(dict(self.meanings), self.year, self.flipped)

    def target(self, group: UnderstoodGroup) -> str:
        """The group of the office that a register goes to."""
        return self.groups.get(group.name, group.name)

    def decision(self, group: UnderstoodGroup) -> Decision:
        """What is decided of one register."""
        people = {
            place: self.people[person.cell]
            for place, person in enumerate(group.people)
            if person.cell in self.people
        }
        return Decision(self.target(group), people)

    def taken(self, understood: Understood) -> list[UnderstoodGroup]:
        """The registers that are brought in."""
        return [group for group in understood.groups if group.name not in self.left_out]

    def questions(self, first: Understood, now: Understood) -> list[UnknownMark]:
        """The marks to ask about: those of the first understanding, whatever has been answered
        since, and those that have come up later, on the sheets that are brought in."""
        known = {mark.text for mark in first.unknown}
        later = [mark for mark in now.unknown if mark.text not in known]
        asked = Understood(now.groups, unknown=(*first.unknown, *later))
        return unknown_in(asked, self.taken(now))

    def whole_registers(self, understood: Understood) -> list[Register]:
        """Every register with everybody in it, to be looked at beside the office."""
        return [whole_register_of(group, self.decision(group)) for group in understood.groups]

    def registers(self, parts: Sequence[Part]) -> list[Register]:
        """What goes into the office."""
        return [register_of(part.group, part.decision) for part in parts]

    def lost(self, first: Understood, now: Understood) -> int:
        """How many cells of marks, dates and counts are not brought in."""
        skipped = {
            cell
            for mark in self.questions(first, now)
            if self.meanings.get(mark.text) in {None, "skip"}
            for cell in mark.cells
        }
        return len(lost_cells(now) | skipped)
