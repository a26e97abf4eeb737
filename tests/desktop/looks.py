# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a look on the test application."""

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme


def look(app: QApplication, *, dark: bool = False, scale: float = 1.0) -> Theme:
    theme = Theme(dark=dark, scale=scale)
    theme.apply(app)
    return theme


def colours_in(picture: QPixmap) -> set[str]:
    """The names of all opaque colours in a picture."""
    image = picture.toImage()
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(colour).name() for colour in every if colour.alpha() == 255}
