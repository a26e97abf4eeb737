# SPDX-License-Identifier: GPL-3.0-or-later
"""Small counts kept from leaving the unit: masked themselves, and whatever would give them away.

Hiding only the small cells is not enough: more than half of random tables gave one away by
subtraction (trust.md F15). So an attacker stands in here who knows every published cell, every sum
that binds them and the rule itself; cells are hidden until he can no longer close in on a small one.

The sums must not run in a circle (no cell reachable from another by two ways): then what he can
know is exactly what passing bounds along the sums gives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

LEAST_SPREAD = 2
"""A masked count keeps at least three values that it might have."""


class Reason(StrEnum):
    """Why a cell is masked: it is small, or a small one could be computed with it."""

    SMALL = "small"
    DERIVED = "derived"


@dataclass(frozen=True)
class Masked:
    """A cell that is not shown. A type of its own: it can be neither added nor compared."""

    why: Reason
    below: int

    @property
    def code(self) -> str:
        """How files without a language show it: <5, or hidden."""
        return f"<{self.below}" if self.why is Reason.SMALL else "hidden"


Cell = int | float | Masked | None


@dataclass(frozen=True)
class Sum:
    """`whole` is the sum of `parts`; all are keys of cells."""

    whole: str
    parts: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Every cell it binds."""
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Release:
    """Counts that are about to leave, and the sums that bind them.

    `withheld` cells are never shown (they stand for what the sums leave over). `guarded` ones are
    hidden for a reason of their own, and must not be computable either. `ranks` tell which cell is
    given up first where one must be (lowest first, then the smallest count); cells without a rank
    are never given up.
    """

    counts: Mapping[str, int]
    sums: Sequence[Sum]
    ranks: Mapping[str, int]
    withheld: frozenset[str] = frozenset()
    guarded: frozenset[str] = frozenset()
    below: int = 5


Bounds = tuple[float, float]
ANYTHING: Bounds = (0, float("inf"))


def is_small(count: int, below: int) -> bool:
    """Whether a count of people or of what they did is too small to leave the unit. Nought tells of
    nobody."""
    return 0 < count < below


def mask(release: Release) -> dict[str, Masked]:
    """The cells to hide and why: the small ones, the guarded ones and those that would reveal them."""
    hiding = _Hiding(release)
    while unsafe := hiding.unsafe():
        hiding.give_up(unsafe)
    return hiding.masked()


def attack(
    counts: Mapping[str, int], sums: Sequence[Sum], known: Mapping[str, Bounds]
) -> dict[str, Bounds]:
    """What somebody can learn: bounds of every cell, from those in `known` and, for the rest, from
    the counts shown."""
    bounds = {key: known.get(key, (count, count)) for key, count in counts.items()}
    changed = True
    while changed:
        changed = False
        for one in sums:
            for key, found in _narrowed(one, bounds):
                if found != bounds[key]:
                    bounds[key] = found
                    changed = True
    return bounds


def _narrowed(one: Sum, bounds: Mapping[str, Bounds]) -> list[tuple[str, Bounds]]:
    """Bounds of each cell of a sum from those of the others."""
    whole = bounds[one.whole]
    parts = [bounds[key] for key in one.parts]
    low, high = sum(b[0] for b in parts), sum(b[1] for b in parts)
    found = [(one.whole, (max(whole[0], low), min(whole[1], high)))]
    for place, (key, own) in enumerate(zip(one.parts, parts, strict=True)):
        others = parts[:place] + parts[place + 1 :]
        least = whole[0] - sum(b[1] for b in others)
        most = whole[1] - sum(b[0] for b in others)
        found.append((key, (max(own[0], least), min(own[1], most))))
    return found


@dataclass
class _Hiding:
    """One release on its way to being safe."""

    release: Release
    spare: dict[str, Bounds] = field(default_factory=dict)

    def known(self) -> dict[str, Bounds]:
        """What the rule itself tells about hidden cells: a small one is 1 to 4; one given up is not."""
        release = self.release
        told: dict[str, Bounds] = {
            key: (1, release.below - 1)
            for key, count in release.counts.items()
            if is_small(count, release.below)
        }
        told |= dict.fromkeys(release.withheld | release.guarded, ANYTHING)
        return told | self.spare

    def unsafe(self) -> list[str]:
        """Small and guarded cells that the attacker comes too close to."""
        release = self.release
        bounds = attack(release.counts, release.sums, self.known())
        small = {k for k, count in release.counts.items() if is_small(count, release.below)}
        return [
            key
            for key in release.counts
            if key in small | release.guarded and bounds[key][1] - bounds[key][0] < LEAST_SPREAD
        ]

    def give_up(self, unsafe: Sequence[str]) -> None:
        """Hide one more cell that is bound to an unsafe one, if need be by way of hidden ones; where
        none can be spared, show nothing of all that is bound together."""
        hidden = self.known().keys()
        reach = set(unsafe)
        while True:
            bound = {key for one in self.release.sums if reach & {*one.keys} for key in one.keys}
            spare = [key for key in bound - hidden if self._can_go(key)]
            if spare:
                ranks, counts = self.release.ranks, self.release.counts
                chosen = min(spare, key=lambda key: (ranks[key], counts[key], key))
                self.spare[chosen] = (self.release.below, float("inf"))
                return
            wider = reach | (bound & hidden)
            if wider == reach:
                self.spare |= dict.fromkeys(self._together(reach), ANYTHING)
                return
            reach = wider

    def _together(self, reach: set[str]) -> set[str]:
        """Every cell that sums bind to these, however far."""
        found: set[str] = set()
        while found != reach:
            found = reach
            reach = found.union(*(one.keys for one in self.release.sums if found & {*one.keys}))
        return found

    def _can_go(self, key: str) -> bool:
        """Nought is no cover: whoever knows the rule knows that it is not small."""
        return key in self.release.ranks and self.release.counts[key] >= self.release.below

    def masked(self) -> dict[str, Masked]:
        """The cells as they are to be shown."""
        release = self.release
        found = {}
        for key in self.known().keys() - release.withheld:
            told = self.spare.get(key)
            small = is_small(release.counts[key], release.below) and told != ANYTHING
            why = Reason.SMALL if small and key not in release.guarded else Reason.DERIVED
            found[key] = Masked(why, release.below)
        return found
