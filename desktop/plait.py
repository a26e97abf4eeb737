# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the three-strand plait, for the screen and for printed pages alike.

Strand *i* runs at ``amplitude · sin(phase + i · 120°)`` at the depth ``sin(2 · (phase + i · 120°))``: with
three strands that goes over and under in turn at every crossing. Nothing here draws. A painter strokes the
three strands whole, with round ends; then at each crossing it strokes `Crossing.gap` in the colour of the
ground, somewhat wider than a strand, and over it `Crossing.points` in the colour of the upper strand, both
with flat ends. So no strand shows a seam.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

Point = tuple[float, float]
Curve = Callable[[float], float]

STRANDS = 3

# The named shapes below leave room for strands of this width, as a share of their height.
LOGO_STROKE = 6 / 32
TIGHTENING_STROKE = 30 / 768

# Where an upper strand lies deeper than this it is near no other: the crossing ends there.
_CROSSING_DEPTH = 0.05


@dataclass(frozen=True, slots=True)
class Crossing:
    """The stretch of an upper strand (0, 1 or 2) that runs over another one."""

    strand: int
    points: tuple[Point, ...]

    @property
    def gap(self) -> tuple[Point, ...]:
        """Where the strand beneath is parted: a step shorter, so that its ends hide under `points`."""
        return self.points[1:-1]


@dataclass(frozen=True, slots=True)
class Plait:
    """Three strands as lines of points, and their crossings."""

    strands: tuple[tuple[Point, ...], ...]
    crossings: tuple[Crossing, ...]


def plait(xs: Sequence[float], phase: Curve, amplitude: Curve) -> Plait:
    """The plait sampled at the rising `xs`, around y = 0.

    `phase` gives radians at x and never falls: a full turn is one wave of each strand, and where it
    stands still the strands run side by side. `amplitude` gives half the plait's height at x.
    """
    strands, crossings = [], []
    for strand in range(STRANDS):
        angles = [phase(x) + strand * math.tau / STRANDS for x in xs]
        points = [(x, amplitude(x) * math.sin(a)) for x, a in zip(xs, angles, strict=True)]
        strands.append(tuple(points))
        near = [math.sin(2 * angle) > _CROSSING_DEPTH for angle in angles]
        for upper, run in groupby(zip(near, points, strict=True), key=itemgetter(0)):
            if upper:
                crossings.append(Crossing(strand, tuple(point for _, point in run)))
    return Plait(tuple(strands), tuple(crossings))


def even_plait(length: float, amplitude: float, wave: float, *, start: float = 0.0) -> Plait:
    """A plait of one tightness from x = 0 to `length`; `wave` is the length of a strand's full wave."""
    return plait(
        spaced(0.0, length, wave / 90),
        lambda x: start + math.tau * x / wave,
        lambda _x: amplitude,
    )


def logo(height: float) -> Plait:
    """Half a wave, upright, centred on (0, 0), strokes of `LOGO_STROKE` included in `height`."""
    length = height * (1 - LOGO_STROKE)
    lying = even_plait(length, height * 11 / 32, 2 * length, start=math.radians(60))
    return Plait(
        tuple(_upright(strand, length) for strand in lying.strands),
        tuple(Crossing(c.strand, _upright(c.points, length)) for c in lying.crossings),
    )


def tightening(width: float, height: float) -> Plait:
    """Three strands that enter loose and far apart at the left and are a firm plait at the right.

    Fills `width` × `height` around y = 0 and runs past both sides, to be clipped there.
    """
    firm_from, close_from, wave = 0.62 * width, 0.48 * width, 0.762 * height
    rate = math.tau / wave
    loose, firm = 0.285 * height, 0.12 * height
    margin = TIGHTENING_STROKE * height

    def phase(x: float) -> float:
        """The integral of a rate that rises as a smooth step from nothing to `rate`."""
        t = min(max(x / firm_from, 0.0), 1.0)
        return math.radians(20) + rate * (firm_from * t**3 * (1 - t / 2) + max(x - firm_from, 0.0))

    def amplitude(x: float) -> float:
        t = min(max(x / close_from, 0.0), 1.0)
        return loose + (firm - loose) * t * t * (3 - 2 * t)

    return plait(spaced(-margin, width + margin, wave / 120), phase, amplitude)


def spaced(start: float, end: float, step: float) -> list[float]:
    """Even samples from `start` to `end`, both included, no further apart than `step`."""
    count = max(1, math.ceil((end - start) / step))
    return [start + (end - start) * i / count for i in range(count + 1)]


def _upright(points: Sequence[Point], length: float) -> tuple[Point, ...]:
    return tuple((y, x - length / 2) for x, y in points)
