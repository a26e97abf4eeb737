# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that fits, one that leaves time and one that runs over look different without colour."""

import pytest
from PySide6.QtGui import QImage

from desktop.widgets.share_bar import Share, ShareBar

PLAN = [Share(20, "okra"), Share(40, "kuusi"), Share(15)]


@pytest.fixture
def bar(qtbot, theme):
    bar = ShareBar(theme)
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    return bar


def _grey(bar, available) -> QImage:
    bar.show_shares(PLAN, available)
    return bar.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_under_exact_and_over_differ(bar):
    exact, under, over = _grey(bar, 75), _grey(bar, 120), _grey(bar, 60)
    assert exact != under
    assert exact != over
    assert under != over


@pytest.mark.parametrize("shares", [[], [Share(0)]])
def test_an_empty_plan_is_all_rest(bar, shares):
    bar.show_shares(shares, 120)
    assert not bar.grab().isNull()
