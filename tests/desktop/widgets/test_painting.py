# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared strokes: mixing colours, shortening text, and leaving the painter as it was."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.widgets.painting import mix, paint_text, smooth, text_width


@pytest.mark.parametrize(("share", "mixed"), [(0.0, "#102030"), (0.5, "#586878"), (1.0, "#a0b0c0")])
def test_mix(share, mixed):
    assert mix(QColor("#102030"), QColor("#a0b0c0"), share).name() == mixed


def _ink(image: QImage) -> set[int]:
    """Columns in which anything was painted."""
    white = QColor("white").rgb()
    return {
        x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != white
    }


def test_text_that_does_not_fit_stays_in_its_box(theme):
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        font = theme.font("body")
        paint_text(painter, QRectF(50, 0, 60, 40), "Poissa, ilmoitettu", font, QColor("black"))
    assert min(_ink(image)) >= 49
    assert max(_ink(image)) <= 111


def test_width_grows_with_the_text_size(theme):
    font = theme.font("body")
    assert text_width(font, "Poissa") > text_width(font, "Po") > 0


def test_the_painter_comes_back_even_after_an_error():
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    hint = QPainter.RenderHint.Antialiasing
    seen = []

    def paint_badly(painter: QPainter) -> None:
        with smooth(painter):
            seen.append(bool(painter.renderHints() & hint))
            raise KeyError

    with QPainter(image) as painter:
        with pytest.raises(KeyError):
            paint_badly(painter)
        seen.append(bool(painter.renderHints() & hint))
    assert seen == [True, False]
