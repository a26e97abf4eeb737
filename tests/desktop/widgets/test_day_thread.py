# SPDX-License-Identifier: GPL-3.0-or-later
"""Every phase of a session has a bead that is told apart by its shape."""

import pytest
from PySide6.QtGui import QImage

from db.rules.sessions import Phase
from desktop.widgets.day_thread import DayThread, Stop


@pytest.fixture
def thread(qtbot, theme):
    thread = DayThread(theme)
    qtbot.addWidget(thread)
    thread.resize(thread.width(), 100)
    return thread


def _grey(thread, phase) -> QImage:
    thread.show_stops([Stop(top=10, bottom=90, bead=50, strand="kuusi", phase=phase)])
    return thread.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_no_two_phases_look_alike_in_grey(thread):
    pictures = [_grey(thread, phase) for phase in Phase]
    for i, one in enumerate(pictures):
        assert all(one != other for other in pictures[i + 1 :])


def test_a_day_without_sessions_is_empty(thread):
    thread.show_stops([])
    image = thread.grab().toImage()
    assert {image.pixel(x, y) for x in range(24) for y in range(100)} == {image.pixel(0, 0)}


def test_the_thread_is_as_long_as_the_day(thread):
    stops = [Stop(i * 94, i * 94 + 80, i * 94 + 40, "okra", Phase.COMING) for i in range(3)]
    thread.show_stops(stops)
    assert thread.sizeHint().height() == 268
