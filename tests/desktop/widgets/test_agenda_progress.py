# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments share the bar as items share the time, and fill in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.agenda_progress import AgendaProgress, done_shares, segments

MINUTES = st.lists(st.integers(0, 240), min_size=1, max_size=12).filter(any)


@given(minutes=MINUTES, width=st.floats(100, 1000))
def test_segments_fill_the_bar_in_proportion(minutes, width):
    gap = 4.0
    places = segments(minutes, width, gap)
    assert places[0][0] == 0
    assert sum(places[-1]) == pytest.approx(width)
    room = width - gap * (len(minutes) - 1)
    for (_, segment), item in zip(places, minutes, strict=True):
        assert segment == pytest.approx(room * item / sum(minutes))
    for (left, segment), (following, _) in pairwise(places):
        assert following == pytest.approx(left + segment + gap)


@pytest.mark.parametrize("minutes", [[], [0], [0, 0]])
def test_no_time_no_segments(minutes):
    assert segments(minutes, 100, 4) == []


@pytest.mark.parametrize(
    ("elapsed", "shares"),
    [
        (-5, [0, 0, 0]),
        (0, [0, 0, 0]),
        (26, [1, 0.15, 0]),
        (60, [1, 1, 0]),
        (500, [1, 1, 1]),
    ],
)
def test_items_fill_one_after_the_other(elapsed, shares):
    assert list(done_shares([20, 40, 15], elapsed)) == pytest.approx(shares)


def test_the_bar_shows_progress(qtbot, theme):
    bar = AgendaProgress(theme)
    qtbot.addWidget(bar)
    bar.resize(300, bar.sizeHint().height())
    bar.show_progress([20, 40], 0)
    before = bar.grab().toImage()
    bar.show_progress([20, 40], 26)
    assert bar.grab().toImage() != before
