# SPDX-License-Identifier: GPL-3.0-or-later
"""Each mark has a shape of its own, also without colour, and keeps inside its size."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from db.rules.words import MarkKind
from desktop.widgets.marks import MARKS, mark_look, paint_mark

ALL = (*MARKS, "not_expected", None)
BLACK = QColor("black")


def _picture(theme, mark, diameter=16, color=BLACK) -> QImage:
    image = QImage(diameter + 8, diameter + 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_mark(painter, theme, mark, QPointF(image.rect().center()), diameter, color=color)
    return image


def test_the_marks_are_those_of_the_rules():
    assert list(MARKS) == list(MarkKind)


@pytest.mark.parametrize("diameter", [11, 14, 16, 24])
def test_no_two_marks_look_alike_in_one_colour(theme, diameter):
    pictures = [_picture(theme, mark, diameter) for mark in ALL]
    for i, one in enumerate(pictures):
        assert all(one != other for other in pictures[i + 1 :])


@pytest.mark.parametrize("mark", ALL)
def test_a_mark_stays_inside_its_size(theme, mark):
    image, white = _picture(theme, mark), QColor("white").rgb()
    edge = [image.pixel(i, j) for i in range(24) for j in (0, 1, 22, 23)]
    assert set(edge) == {white}


@pytest.mark.parametrize("mark", ALL)
def test_looks_are_roles_of_the_theme(theme, mark):
    look = mark_look(mark)
    assert theme.color(look.front) != theme.color(look.back)


def test_an_unknown_mark():
    with pytest.raises(KeyError):
        mark_look("sick")
