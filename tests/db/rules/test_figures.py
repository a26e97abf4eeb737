# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures follow from counts as their definitions say, and each has a definition."""

from hypothesis import given
from hypothesis import strategies as st

from db.rules.figures import BY_KEY, COLUMNS, FIGURES, Breakdown, Counts

NUMBERS = st.integers(0, 50)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_figures_are_made_of_the_counts(present, late, notified, absent, unrecorded, heads) -> None:
    marked = present + late + notified + absent
    counts = Counts(
        expected=marked + unrecorded, present=present, late=late, notified=notified, absent=absent,
        head_count=heads, unnamed=min(present, 3),
    )  # fmt: skip
    assert counts.unrecorded == unrecorded
    assert counts.visits == present + late + heads
    assert counts.anonymous_visits == heads + min(present, 3)
    assert counts.rate == ((present + late) / marked if marked else None)
    told = present + late + absent
    assert counts.rate_without_notified == ((present + late) / told if told else None)


def test_every_figure_can_be_read_and_is_defined_once() -> None:
    assert len(BY_KEY) == len(FIGURES)
    for figure in FIGURES:
        assert hasattr(Counts(), figure.key)
        assert figure.formula


def test_every_breakdown_has_figures_and_none_that_is_unknown() -> None:
    for by in Breakdown:
        assert set(COLUMNS[by]) <= BY_KEY.keys()
    assert {"participants", "visits"} <= set(COLUMNS[Breakdown.GROUP]) & set(
        COLUMNS[Breakdown.UNIT]
    )
