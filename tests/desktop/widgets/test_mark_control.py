# SPDX-License-Identifier: GPL-3.0-or-later
"""The control's segments fill its width, hold their labels, and are found under the pointer."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.theme import Theme
from desktop.vocabulary import mark_name
from desktop.widgets.mark_control import (
    HEIGHT,
    control_width,
    paint_mark_control,
    segment_at,
    segment_rects,
)
from desktop.widgets.marks import MARKS
from desktop.widgets.painting import text_width
from desktop.words import Words


def _labels(language: str) -> list[str]:
    return [mark_name(Words(language), mark) for mark in MARKS]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_label_fits_its_segment_when_chosen(qapp, language, scale):
    theme = Theme(dark=False, scale=scale)
    theme.apply(qapp)
    labels = _labels(language)
    rect = QRectF(0, 0, control_width(theme, labels), theme.px(HEIGHT))
    for label, segment in zip(labels, segment_rects(theme, labels, rect), strict=True):
        room = segment.width() - theme.px(14) - theme.px(6) - 2 * theme.px(8)
        assert text_width(theme.font("small", 600), label) <= room


@pytest.mark.parametrize("width", [300, 434, 700])
def test_segments_fill_the_width(theme, width):
    rects = segment_rects(theme, _labels("fi"), QRectF(20, 5, width, 34))
    assert rects[0].left() == 20
    assert rects[-1].right() == pytest.approx(20 + width)
    for before, after in pairwise(rects):
        assert before.right() == pytest.approx(after.left())


def test_the_mark_under_the_pointer(theme):
    labels, rect = _labels("fi"), QRectF(20, 5, 440, 34)
    centers = [segment.center() for segment in segment_rects(theme, labels, rect)]
    assert [segment_at(theme, labels, rect, center) for center in centers] == list(MARKS)
    assert segment_at(theme, labels, rect, QPointF(19, 20)) is None
    assert segment_at(theme, labels, rect, QPointF(100, 60)) is None


def _picture(theme, **state) -> QImage:
    image = QImage(480, 44, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    with QPainter(image) as painter:
        paint_mark_control(painter, QRectF(10, 5, 440, 34), theme, _labels("fi"), **state)
    return image


def test_every_state_looks_different(theme):
    pictures = [_picture(theme, mark=mark) for mark in (*MARKS, None)]
    pictures += [
        _picture(theme, mark="present", focused=True),
        _picture(theme, mark="present", read_only=True),
        _picture(theme, mark="present", hovered="late"),
    ]
    for i, one in enumerate(pictures):
        assert all(one != other for other in pictures[i + 1 :])


def test_a_closed_control_does_not_answer_the_pointer(theme):
    closed = _picture(theme, mark="present", read_only=True)
    assert _picture(theme, mark="present", read_only=True, hovered="late") == closed
