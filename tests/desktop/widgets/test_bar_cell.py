# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars of one column compare, figures are never cut, and a masked cell shows no bar."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.widgets.bar_cell import masked_width, paint_bar_cell, paint_masked_cell

CELL = QRectF(0, 0, 240, 36)
COLOR = QColor("#aa0000")


def _blank() -> QImage:
    image = QImage(260, 36, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _bar_width(theme, text, share) -> int:
    image = _blank()
    with QPainter(image) as painter:
        paint_bar_cell(painter, CELL, theme, text=text, share=share, color=COLOR)
    return sum(image.pixelColor(x, 18) == COLOR for x in range(image.width()))


def test_bars_compare_whatever_their_figures(theme):
    assert _bar_width(theme, "8", 0.5) == _bar_width(theme, "12 040", 0.5)
    assert _bar_width(theme, "8", 1.0) == pytest.approx(2 * _bar_width(theme, "8", 0.5), abs=2)


def test_the_smallest_count_is_seen_and_none_is_not(theme):
    assert _bar_width(theme, "1", 0.0001) >= 8
    assert _bar_width(theme, "0", 0.0) == 0


def test_a_long_figure_keeps_inside_the_cell(theme):
    image = _blank()
    with QPainter(image) as painter:
        paint_bar_cell(painter, CELL, theme, text="1 234 567", share=1.0, color=COLOR)
    white = QColor("white").rgb()
    outside = {image.pixel(x, y) for x in range(241, 260) for y in range(36)}
    assert outside == {white}


def test_a_masked_cell_is_a_pill_of_its_word(theme):
    image = _blank()
    with QPainter(image) as painter:
        paint_masked_cell(painter, CELL, theme, "peitetty")
    tint = theme.color("neuB")
    assert image.pixelColor(4, 18) == tint
    assert image.pixelColor(round(masked_width(theme, "peitetty")) + 2, 18) == QColor("white")
