# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip rides high where the person was there; the newest visit is always at the right."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.theme import Theme
from desktop.widgets.braid_strip import (
    HEIGHT,
    VISITS,
    WIDTH,
    paint_braid_strip,
    strip_points,
    strip_sentence,
)
from desktop.widgets.marks import MARKS

MARK = st.sampled_from([*MARKS, "not_expected", None])
RECT = QRectF(10, 20, WIDTH, HEIGHT)


@given(marks=st.lists(MARK, max_size=VISITS))
def test_height_tells_presence(marks):
    levels = {"present": 1, "late": 1, "notified": -1, "absent": -1}
    for mark, point in zip(marks, strip_points(Theme(dark=False), marks, RECT), strict=True):
        rise = RECT.center().y() - point.y()
        assert (rise > 0) - (rise < 0) == levels.get(mark, 0)


@given(marks=st.lists(MARK, min_size=1, max_size=VISITS), scale=st.sampled_from([1.0, 1.3, 1.5]))
def test_marks_stand_inside_and_end_at_the_right(marks, scale):
    theme = Theme(dark=False, scale=scale)
    rect = QRectF(0, 0, theme.px(WIDTH), theme.px(HEIGHT))
    xs = [point.x() for point in strip_points(theme, marks, rect)]
    full = strip_points(theme, ["present"] * VISITS, rect)
    assert xs[-1] == pytest.approx(full[-1].x())
    assert full[0].x() >= theme.px(5)
    assert full[-1].x() <= rect.right() - theme.px(5)
    assert all(b - a > theme.px(11) for a, b in pairwise(xs))


def test_no_visits_yet_paint_nothing(theme):
    image = QImage(140, 50, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    blank = image.copy()
    with QPainter(image) as painter:
        paint_braid_strip(painter, RECT, theme, [])
    assert image == blank


def test_the_sentence_counts_what_follows_in_a_row():
    names = {"present": "paikalla", "absent": "poissa", None: "kirjaamatta"}
    marks = ["present"] * 3 + ["absent"] + ["present"] * 3 + [None]
    told = strip_sentence(marks, names, "8 edellistä kertaa")
    assert told == "8 edellistä kertaa: paikalla 3, poissa 1, paikalla 3, kirjaamatta 1"
