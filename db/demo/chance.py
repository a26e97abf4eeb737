# SPDX-License-Identifier: GPL-3.0-or-later
"""Repeatable chance: the same seed throws the same dice, and rare things come as often as promised."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """A generator of the ways in which this package draws."""

    def hit(self, share: float) -> bool:
        """True with the probability `share`."""
        return self.random() < share

    def one(self, things: Sequence[T]) -> T:
        """One of `things`."""
        return things[int(self.random() * len(things))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """`count` of `things` (all of them if there are fewer), each once."""
        return self.sample(things, min(count, len(things)))

    def by_weight(self, pairs: Sequence[tuple[T, float]]) -> T:
        """One of the things of (thing, weight)."""
        left = self.random() * sum(weight for _thing, weight in pairs)
        for thing, weight in pairs:
            left -= weight
            if left < 0:
                return thing
        return pairs[-1][0]

    def normal(self, mean: float, deviation: float, least: float, most: float) -> float:
        """A truncated normal draw: outside the limits it is drawn again."""
        while True:
            drawn = self.gauss(mean, deviation)
            if least <= drawn <= most:
                return drawn


class Quota:
    """Says yes once in every block of `1 / share` questions, at a random place in it.

    A plain coin would let a small office have no cancelled session, or far too many.
    """

    def __init__(self, chance: Chance, share: float) -> None:
        self._chance = chance
        self._block = round(1 / share)
        self._asked = 0
        self._yes = 0

    def hit(self) -> bool:
        """Whether this one is it."""
        place = self._asked % self._block
        if place == 0:
            self._yes = self._chance.randrange(self._block)
        self._asked += 1
        return place == self._yes
