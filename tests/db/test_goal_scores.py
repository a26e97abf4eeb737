# SPDX-License-Identifier: GPL-3.0-or-later
"""The GAS T score against vectors worked out from the published formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.goals import t_score


@pytest.mark.parametrize(
    ("levels", "weights", "rho", "expected"),
    [
        ([0], [1], 0.3, 50.0),
        ([1], [1], 0.3, 60.0),
        ([-2], [1], 0.3, 30.0),
        ([1, 1], [1, 1], 0.3, 62.4035),
        ([-2, -2], [1, 1], 0.3, 25.1931),
        ([-1, -1, -1], [1, 1, 1], 0.3, 36.3069),
        ([1, 0, -1], [1, 1, 1], 0.3, 50.0),
        ([0, 0, -1], [1, 1, 1], 0.3, 45.4356),
        ([1, 1, 0], [3, 2, 1], 0.3, 61.0163),
        ([-2, -1, -1], [9, 4, 2], 0.3, 29.5846),
        ([0, 1, -1], [9, 4, 2], 0.3, 51.7013),
        ([2] * 4, None, 0.3, 79.0191),
        ([2] * 5, None, 0.3, 80.1511),
        ([1, 1], [1, 1], 0.0, 64.1421),
    ],
)
def test_published_values(levels, weights, rho, expected) -> None:
    assert t_score(levels, weights, rho) == pytest.approx(expected, abs=5e-5)


def test_undefined_without_goals_or_weight() -> None:
    assert t_score([]) is None
    assert t_score([1, 2], [0, 0]) is None


@given(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=8),
    st.integers(2, 9),
)
def test_a_common_factor_of_the_weights_changes_nothing(goals, factor) -> None:
    levels, weights = zip(*goals, strict=True)
    once, often = t_score(levels, weights), t_score(levels, [w * factor for w in weights])
    assert once == pytest.approx(often)
