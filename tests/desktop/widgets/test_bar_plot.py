# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars stand in their columns, as high as their figures; masked ones say nothing by their height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.theme import Theme
from desktop.widgets.bar_plot import Bar, BarPlot
from desktop.words import Words

pytestmark = pytest.mark.usefixtures("qapp")  # fonts are measured

WORDS = Words("fi")
RECT = QRectF(0, 0, 600, 160)


def _plot(values: list[int | None]) -> BarPlot:
    bars = [Bar(str(i + 1), value, f"Viikko {i + 1}") for i, value in enumerate(values)]
    return BarPlot(Theme(dark=False), WORDS, RECT, bars)


@given(values=st.lists(st.none() | st.integers(0, 5000), min_size=1, max_size=60))
def test_bars_keep_to_their_columns(values):
    plot = _plot(values)
    for index, value in enumerate(values):
        bar, column = plot.bar(index), plot.column(index)
        assert column.left() <= bar.left() < bar.right() <= column.right()
        assert bar.bottom() == pytest.approx(plot.area.bottom())
        if value is not None and value > plot.ticks[-1] / 10:
            share = bar.height() / plot.area.height()
            assert share == pytest.approx(value / plot.ticks[-1])


@given(
    values=st.lists(st.integers(0, 99), min_size=1, max_size=60),
    at=st.integers(0, 59),
)
def test_the_column_under_the_pointer(values, at):
    plot = _plot(values)
    index = at % len(values)
    assert plot.index_at(plot.column(index).center().x()) == index
    assert plot.index_at(plot.area.left() - 1) is None
    assert plot.index_at(plot.area.right() + 1) is None


def test_masked_bars_are_all_alike():
    plot = _plot([None, 100, None])
    assert plot.bar(0).size() == plot.bar(2).size()


@pytest.mark.parametrize(
    ("values", "highest"),
    [([3, 9, 9], 1), ([None, 4], 1), ([0, 0], None), ([None], None), ([], None)],
)
def test_the_first_of_the_largest_stands_out(values, highest):
    assert _plot(values).highest == highest
