# SPDX-License-Identifier: GPL-3.0-or-later
"""What bringing registers in would add to the office, counted before anything is done."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from db.queries.import_preview import Fate, RegisterPreview
from desktop.exchange.register_out import Decision
from desktop.exchange.register_shapes import UnderstoodGroup


@dataclass(frozen=True)
class Part:
    """One register on its way into the office. `preview` is that of its whole register, with those
    too whom the decision leaves out."""

    group: UnderstoodGroup
    decision: Decision
    preview: RegisterPreview

    def unsure(self) -> list[int]:
        """Places of the people of whom somebody still has to say who they are."""
        return [place for place in self.preview.unsure if place not in self.decision.left_out]

    def fates(self) -> Counter[Fate]:
        """How many marks are new, the same, or kept as the office has them."""
        pairs = zip(self.group.marks, self.preview.marks, strict=True)
        left_out = self.decision.left_out
        return Counter(fate for mark, fate in pairs if mark.person not in left_out)

    def newcomers(self) -> Iterator[Hashable]:
        """Each new person once: somebody new in two groups is one person."""
        nth = Counter[Hashable]()
        for place in self.preview.new_people:
            person = self.group.people[place]
            name = f"{person.first_name}\n{person.last_name}".casefold()
            nth[name] += 1
            if place not in self.decision.left_out:
                yield name, nth[name]


@dataclass(frozen=True)
class Amounts:
    """What an import adds, and how many marks it leaves as they are."""

    groups: int
    people: int
    sessions: int
    cancelled: int
    head_counts: int
    marks: int
    same: int
    kept: int

    @property
    def nothing_new(self) -> bool:
        """Whether the office holds all of it already."""
        return not any(
            (self.groups, self.people, self.sessions, self.cancelled, self.head_counts, self.marks)
        )


def amounts_of(parts: Sequence[Part]) -> Amounts:
    """What importing these would do."""
    previews = [part.preview for part in parts]
    fates = sum((part.fates() for part in parts), Counter[Fate]())
    return Amounts(
        groups=sum(preview.group_id is None for preview in previews),
        people=len({one for part in parts for one in part.newcomers()}),
        sessions=sum(preview.sessions.count(None) for preview in previews),
        cancelled=sum(preview.cancelled for preview in previews),
        head_counts=sum(preview.head_counts for preview in previews),
        marks=fates[Fate.NEW],
        same=fates[Fate.SAME],
        kept=fates[Fate.KEPT],
    )
