# SPDX-License-Identifier: GPL-3.0-or-later
"""Small counts kept from leaving the unit: masked themselves, and whatever would give them away.

Hiding only the small cells is not enough: more than half of random tables gave one away by
subtraction. So an attacker stands in here who knows every published cell, every sum
that binds them and the rule itself; cells are hidden until he can no longer close in on a small one.

The sums must not run in a circle (no cell reachable from another by two ways): then what he can
know is exactly what passing bounds along the sums gives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from db.errors import Broken

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


Bounds = tuple[float, float]
ANYTHING: Bounds = (0, float("inf"))


@dataclass(frozen=True)
class Release:
    """Counts that are about to leave, and the sums that bind them.

    `withheld` cells are never shown and tell of nobody: they stand for what the sums leave over,
    within the bounds that anybody could guess. `guarded` ones are hidden for a reason of their own
    and must not be computable either. `ranks` tell which cell is given up first where one must be
    (lowest first, then the smallest count); a cell without a rank is given up last.
    """

    counts: Mapping[str, int]
    sums: Sequence[Sum]
    ranks: Mapping[str, int]
    withheld: Mapping[str, Bounds] = field(default_factory=dict)
    guarded: frozenset[str] = frozenset()
    below: int = 5

    @property
    def small(self) -> frozenset[str]:
        """The cells whose own count is small."""
        return frozenset(
            key
            for key, count in self.counts.items()
            if is_small(count, self.below) and key not in self.withheld
        )


@dataclass(frozen=True)
class Safe:
    """The outcome: cells to hide and why, and what can still be learnt of every cell."""

    masked: Mapping[str, Masked]
    bounds: Mapping[str, Bounds]

    def is_public(self, key: str) -> bool:
        """Whether the cell's count is shown, or follows from what is."""
        low, high = self.bounds[key]
        return low == high


def joined(releases: Sequence[Release]) -> Release:
    """Releases that share cells, as one. What one of them hides for a reason of its own stays so."""
    first, *others = releases
    counts, ranks, withheld = dict(first.counts), dict(first.ranks), dict(first.withheld)
    for other in others:
        counts |= other.counts
        ranks |= {key: rank for key, rank in other.ranks.items() if key not in ranks}
        withheld |= other.withheld
    return Release(
        counts,
        [one for release in releases for one in release.sums],
        ranks,
        withheld,
        frozenset[str]().union(*(release.guarded for release in releases)),
        first.below,
    )


def is_small(count: int, below: int) -> bool:
    """Whether a count of people or of what they did is too small to leave the unit. Nought tells of
    nobody."""
    return 0 < count < below


def mask(release: Release) -> Safe:
    """Hide the small cells, the guarded ones, and whatever would reveal them."""
    hiding = _Hiding(release)
    while unsafe := hiding.unsafe():
        hiding.give_up(unsafe)
    return Safe(hiding.masked(), hiding.learnt())


def attack(
    counts: Mapping[str, int], sums: Sequence[Sum], known: Mapping[str, Bounds]
) -> dict[str, Bounds]:
    """What somebody can learn: bounds of every cell, from those in `known` and, for the rest, from
    the counts shown. Broken when counts do not add up as `sums` say."""
    bounds = {key: known.get(key, (count, count)) for key, count in counts.items()}
    changed = True
    while changed:
        changed = False
        for one in sums:
            for key, found in _narrowed(one, bounds):
                if found[0] > found[1]:
                    raise Broken(f"the figures do not add up at {key}")
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
    """One release on its way to being safe. `spare` are the cells given up, with what is known of
    them."""

    release: Release
    spare: dict[str, Bounds] = field(default_factory=dict)

    def known(self) -> dict[str, Bounds]:
        """What the rule itself tells of hidden cells: a small one is 1 to 4, one given up is not."""
        release = self.release
        told: dict[str, Bounds] = dict.fromkeys(release.small, (1, release.below - 1))
        return told | dict.fromkeys(release.guarded, ANYTHING) | {**release.withheld} | self.spare

    def learnt(self) -> dict[str, Bounds]:
        """What an attacker makes of it."""
        return attack(self.release.counts, self.release.sums, self.known())

    def unsafe(self) -> list[str]:
        """Small and guarded cells that he comes too close to."""
        protected = self.release.small | self.release.guarded
        bounds = self.learnt()
        return [key for key in protected if bounds[key][1] - bounds[key][0] < LEAST_SPREAD]

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

    def masked(self) -> dict[str, Masked]:
        """The cells as they are to be shown."""
        release = self.release
        hidden = (release.small | release.guarded | self.spare.keys()) - release.withheld.keys()
        plainly_small = release.small - release.guarded - self.spare.keys()
        return {
            key: Masked(Reason.SMALL if key in plainly_small else Reason.DERIVED, release.below)
            for key in hidden
        }

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
