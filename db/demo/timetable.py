# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a time, a room and leaders for a group where none of them is taken."""

from db.demo.cast import Meet, Unit
from db.demo.chance import Chance
from db.demo.frame import Span
from db.demo.lists import Facts

DAYTIME = tuple(range(9 * 60, 14 * 60 + 1, 30))
EVENING = (16 * 60, 16 * 60 + 30, 17 * 60, 17 * 60 + 30)
LATE_START = 20 * 60 + 15
WEEKEND_START = 11 * 60
OFFICE_CLOSES, EVENING_CLOSES = 16 * 60, 20 * 60
TRIES = 60


class Timetable:
    """What is taken in one unit and season."""

    def __init__(self, chance: Chance, unit: Unit) -> None:
        self._chance = chance
        self._unit = unit
        self._taken: list[tuple[Meet, Span, list[int]]] = []

    def place(self, facts: Facts, span: Span) -> tuple[list[Meet], list[int]]:
        """The group's weekly time with its room, and who leads it.

        When the week is full the last try stands: a room booked twice is life, and a case to show.
        """
        for _try in range(TRIES):
            meet = self._draw(facts)
            leaders = self._chance.some(self._unit.leaders, facts["leaders"])
            if not self._is_taken(meet, span, leaders):
                break
        self._taken.append((meet, span, leaders))
        return [meet], leaders

    def _draw(self, facts: Facts) -> Meet:
        chance = self._chance
        minutes = chance.one(facts["minutes"])
        room = chance.one(sorted(self._unit.rooms.values()))
        every = facts.get("every", 1)
        if facts.get("late"):
            return Meet((4,), LATE_START, minutes, None, every)
        if facts.get("weekend"):
            return Meet((5,), WEEKEND_START, minutes, room, every)
        days = tuple(sorted(chance.some(range(5), facts.get("times", 1))))
        if facts["evening"]:
            starts = [start for start in EVENING if start + minutes <= EVENING_CLOSES]
        else:
            starts = [start for start in DAYTIME if start + minutes <= OFFICE_CLOSES]
        return Meet(days, chance.one(starts), minutes, room, every)

    def _is_taken(self, meet: Meet, span: Span, leaders: list[int]) -> bool:
        return any(
            meet.clashes(other)
            and span.first <= its.last
            and its.first <= span.last
            and (meet.room_id == other.room_id or set(leaders) & set(others))
            for other, its, others in self._taken
        )
