# SPDX-License-Identifier: GPL-3.0-or-later
"""The mark of the house with its name beside it, for screens where nobody is working yet."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from desktop.theme import Theme
from desktop.widgets.plait import Logo

_NAME = 24


def word_mark(theme: Theme, ground: str) -> QHBoxLayout:
    """The two in a row; `ground` is the role of the colour they stand on."""
    font = theme.font("figure", 600)
    font.setPixelSize(theme.px(_NAME))
    name = QLabel("Punos")
    name.setFont(font)
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    row.addWidget(Logo(theme, 32, ground))
    row.addWidget(name)
    row.addStretch(1)
    return row
