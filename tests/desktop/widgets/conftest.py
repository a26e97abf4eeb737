# SPDX-License-Identifier: GPL-3.0-or-later
"""A theme that is in force, Finnish words, and a window to put parts on."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from desktop.words import Words


@pytest.fixture
def theme(qapp) -> Theme:
    theme = Theme(dark=False)
    theme.apply(qapp)
    return theme


@pytest.fixture
def words() -> Words:
    return Words("fi")


@pytest.fixture
def stage(qtbot):
    """A function that shows a part, `width` wide and as high as it then wants to be.

    Parts of a fixed size are no windows of their own: the offscreen platform warns of such windows.
    """
    window = QWidget()
    qtbot.addWidget(window)

    def put(part: QWidget, width: int = 0, height: int = 0) -> QWidget:
        part.setParent(window)
        width = width or part.sizeHint().width()
        tall = part.heightForWidth(width) if part.hasHeightForWidth() else -1
        part.resize(width, height or max(tall, part.sizeHint().height()))
        window.resize(part.size())
        part.show()
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return part

    return put
