# SPDX-License-Identifier: GPL-3.0-or-later
"""The plait's strands stay together, and each is parted exactly where another runs over it."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plait import LOGO_STROKE, Plait, even_plait, logo, plait, spaced, tightening

LENGTHS = st.floats(10, 500)


@given(length=LENGTHS, amplitude=st.floats(1, 50), wave=st.floats(10, 200), start=st.floats(0, 7))
def test_strands_balance_and_stay_inside(length, amplitude, wave, start):
    shape = even_plait(length, amplitude, wave, start=start)
    for points in zip(*shape.strands, strict=True):
        assert len({x for x, _ in points}) == 1
        assert sum(y for _, y in points) == pytest.approx(0, abs=1e-6 * amplitude)
        assert all(abs(y) <= amplitude for _, y in points)
    assert shape.strands[0][0][0] == 0
    assert shape.strands[0][-1][0] == pytest.approx(length)


@given(wave=st.floats(20, 200), start=st.floats(0, 7))
def test_a_wave_has_six_crossings_two_of_each_strand(wave, start):
    shape = even_plait(4 * wave, 10, wave, start=start)
    whole = [c for c in shape.crossings if c.points[0][0] > 0 and c.points[-1][0] < 4 * wave]
    for strand in range(3):
        assert 7 <= sum(c.strand == strand for c in whole) <= 8


def _under(shape: Plait, crossing) -> list[int]:
    """The strands that lie within a tenth of the amplitude somewhere beneath the crossing."""
    span = {x for x, _ in crossing.points}
    over = dict(crossing.points)
    return [
        strand
        for strand, points in enumerate(shape.strands)
        if strand != crossing.strand and any(x in span and abs(y - over[x]) < 1 for x, y in points)
    ]


def test_each_strand_runs_over_one_neighbour_and_then_under_the_other():
    shape = even_plait(300, 10, 100)
    whole = sorted(
        (c for c in shape.crossings if c.points[0][0] > 0 and c.points[-1][0] < 300),
        key=lambda c: c.points[0][0],
    )
    pairs = [(c.strand, *_under(shape, c)) for c in whole]
    assert {(over, under) for over, under in pairs} == {(0, 1), (1, 2), (2, 0)}
    for strand in range(3):
        turns = [over == strand for over, under in pairs if strand in (over, under)]
        assert all(turn != following for turn, following in pairwise(turns))


def test_the_gap_is_shorter_than_what_covers_its_ends():
    for crossing in even_plait(120, 12, 120).crossings:
        assert crossing.gap == crossing.points[1:-1]


def test_a_phase_at_rest_runs_side_by_side():
    shape = plait(spaced(0, 10, 1), lambda _x: 0.0, lambda _x: 10.0)
    assert {y for _, y in shape.strands[0]} == {0.0}
    assert [strand[0][1] for strand in shape.strands] == pytest.approx([0, 8.66, -8.66], abs=0.01)


@given(height=st.floats(10, 400))
def test_the_logo_with_its_strokes_fits_its_height(height):
    half = height * LOGO_STROKE / 2
    points = [point for strand in logo(height).strands for point in strand]
    assert max(y for _, y in points) + half == pytest.approx(height / 2)
    assert min(y for _, y in points) - half == pytest.approx(-height / 2)
    assert max(abs(x) for x, _ in points) + half <= height / 2


def test_the_art_is_loose_at_the_left_and_firm_at_the_right():
    width, height = 806.0, 768.0
    art = tightening(width, height)

    def spread(x: float) -> float:
        at = min(range(len(art.strands[0])), key=lambda i: abs(art.strands[0][i][0] - x))
        ys = [strand[at][1] for strand in art.strands]
        return math.sqrt(sum(y * y for y in ys) * 2 / 3)

    assert spread(0) == pytest.approx(0.285 * height, rel=0.01)
    assert spread(width) == pytest.approx(0.12 * height, rel=0.01)
    assert spread(0) > spread(width / 4) > spread(width / 2)
    xs = [x for x, _ in art.strands[0]]
    assert xs[0] < 0
    assert xs[-1] > width
    assert all(abs(y) < height / 2 for strand in art.strands for _, y in strand)


@given(start=st.floats(-50, 50), length=st.floats(0.1, 100), step=st.floats(0.1, 10))
def test_samples_reach_both_ends_and_are_dense(start, length, step):
    xs = spaced(start, start + length, step)
    assert xs[0] == start
    assert xs[-1] == pytest.approx(start + length)
    assert all(0 < b - a <= step * 1.000001 for a, b in pairwise(xs))
