# SPDX-License-Identifier: GPL-3.0-or-later
"""Axis ticks are few, round, whole and reach over the largest figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.axis import nice_ticks


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (6, [0, 2, 4, 6]),
        (163, [0, 50, 100, 150, 200]),
        (200, [0, 50, 100, 150, 200]),
        (1204, [0, 500, 1000, 1500]),
    ],
)
def test_known_axes(largest, ticks):
    assert nice_ticks(largest) == ticks


@given(largest=st.integers(0, 10**7), most=st.integers(1, 10))
def test_every_axis(largest, most):
    ticks = nice_ticks(largest, most)
    step = ticks[1]
    assert ticks == [step * i for i in range(len(ticks))]
    assert len(ticks) - 1 <= most
    assert ticks[-1] >= largest
    assert ticks[-1] - step < max(largest, 1)
    assert str(step).rstrip("0") in {"1", "2", "5"}
