# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart is walked through by keys and pointer, tells its figures, and says when it has none."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.widgets.bar_chart import BarChart
from desktop.widgets.bar_plot import Bar

BARS = [Bar(str(week), value, f"Viikko {week}") for week, value in ((2, 119), (3, None), (4, 1204))]


@pytest.fixture
def chart(qtbot, theme, words):
    chart = BarChart(theme, words)
    qtbot.addWidget(chart)
    chart.show_bars(BARS)
    chart.resize(400, 160)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


def test_arrows_walk_and_stop_at_the_ends(qtbot, chart):
    seen = []
    for key in (
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
    ):
        qtbot.keyClick(chart, key)
        seen.append(chart.current().label)
    assert seen == ["2", "2", "3", "4", "4"]


def test_focus_starts_on_the_largest_and_leaves_no_note_behind(chart):
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.current() == BARS[2]
    assert chart.rect().contains(chart.focus_rect())
    chart.clearFocus()
    assert chart.current() is None


def test_the_pointer_shows_the_figure(qtbot, chart):
    before = chart.grab().toImage()
    qtbot.mouseMove(chart, QPoint(200, 80))
    assert chart.current() == BARS[1]
    assert chart.grab().toImage() != before


def test_figures_in_words(chart):
    assert chart.told(BARS[1]) == "peitetty"
    assert chart.told(BARS[0]) == "119"
    assert chart.accessibleDescription() == f"Suurin: Viikko 4, {chart.told(BARS[2])}."


def test_no_data_says_so(qtbot, chart):
    chart.show_bars([], "Ei käyntejä. Edellinen jakso: tammi–maaliskuu.")
    assert chart.accessibleDescription() == "Ei käyntejä. Edellinen jakso: tammi–maaliskuu."
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current() is None


def test_nothing_counted(chart):
    chart.show_bars([Bar("2", 0, "Viikko 2"), Bar("3", None, "Viikko 3")])
    assert chart.accessibleDescription() == "Ei kirjattuja määriä."
    assert not chart.grab().isNull()


@pytest.mark.parametrize("count", [1, 12, 53])
def test_any_number_of_columns_is_painted(chart, count):
    chart.show_bars([Bar("marraskuu", n, "marraskuu") for n in range(count)])
    assert not chart.grab().isNull()
