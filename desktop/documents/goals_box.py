# SPDX-License-Identifier: GPL-3.0-or-later
"""The box of a leader's copy that tells whose goals the session serves, marked as personal data."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries.session_plan import PlanGoal
from desktop.documents.kit import BODY_BOTTOM, LEFT, RIGHT, Paper
from desktop.documents.typeface import shrunk, style_of, wrapped

_NAME, _TITLES = LEFT + 28, 155.0
_HEAD, _FOOT, _LINE, _GAP = 48.0, 6.0, 14.6, 7.4


@dataclass(frozen=True)
class _Person:
    name: list[str]
    size: float
    titles: list[str]
    strand: str

    @property
    def high(self) -> float:
        return max(len(self.name), len(self.titles)) * _LINE + _GAP


def goals_box(paper: Paper, goals: Sequence[PlanGoal], y: float) -> float:
    """Write the box from height `y` on, once more on each page it goes on to; where it ends."""
    people = _people(paper, goals)
    first = True
    while people:
        y = paper.room_below(y, _HEAD + people[0].high + _FOOT)
        if first:
            paper.bookmark(paper.words._("Goals this time"), y)
            first = False
        fitting = _fitting(people, BODY_BOTTOM - y - _HEAD - _FOOT)
        y = _box(paper, people[:fitting], y)
        people = people[fitting:]
    return y


def _box(paper: Paper, people: Sequence[_Person], y: float) -> float:
    w = paper.words
    high = _HEAD - 14 + sum(person.high for person in people) + _FOOT
    paper.box(LEFT, y, RIGHT - LEFT, high, radius=8, fill="app")
    paper.text(LEFT + 16, y + 23, w._("Goals this time"), 12.5, weight=600)
    badge = w._("Leader's copy – personal data")
    wide = paper.text(RIGHT - 24, y + 22, badge, 8.6, weight=500, colour="ink2", align="right")
    paper.box(RIGHT - 33 - wide, y + 11.5, wide + 18, 16.5, radius=8.2, edge="ink3", thick=0.7)
    base = y + _HEAD
    for person in people:
        paper.box(LEFT + 16, base - 10, 3.2, 14, radius=1.6, fill=f"strand.{person.strand}")
        for number, line in enumerate(person.name):
            paper.text(_NAME, base + number * _LINE, line, person.size, weight=600)
        for number, line in enumerate(person.titles):
            paper.text(_TITLES, base + number * _LINE, line, 11, colour="ink2")
        base += person.high
    return y + high + 10


def _people(paper: Paper, goals: Sequence[PlanGoal]) -> list[_Person]:
    by_person: dict[int, list[PlanGoal]] = {}
    for goal in goals:
        by_person.setdefault(goal.participant_id, []).append(goal)
    anonymous = paper.words._("Anonymous {number}")
    return [_person(own[0].name.said(anonymous), own) for own in by_person.values()]


def _person(name: str, goals: Sequence[PlanGoal]) -> _Person:
    room, bold = _TITLES - _NAME - 6, style_of(600)
    size = shrunk(name, bold, 11, room, 8.5)
    told = " · ".join(goal.title for goal in goals)
    return _Person(
        list(wrapped(name, bold, size, room)),
        size,
        list(wrapped(told, style_of(400), 11, RIGHT - _TITLES - 14)),
        goals[0].strand,
    )


def _fitting(people: Sequence[_Person], room: float) -> int:
    """How many go into `room`; one at least, so that writing always goes on."""
    count, taken = 0, 0.0
    for person in people:
        taken += person.high
        if taken > room + 14:
            break
        count += 1
    return max(count, 1)
