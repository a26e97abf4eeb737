# SPDX-License-Identifier: GPL-3.0-or-later
"""Toasts come, wait while they are read, and go."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import Theme
from desktop.widgets.toast import Toast

SOON, NEVER = 20, 100_000


@pytest.fixture
def pane(qtbot, theme):
    pane = QWidget()
    pane.resize(700, 400)
    QLineEdit(pane).setFocus()
    qtbot.addWidget(pane)
    with qtbot.waitActive(pane):
        pane.show()
    return pane


def test_a_toast_goes_by_itself(qtbot, theme, words, pane):
    toast = Toast(theme, words, pane, interval=SOON)
    toast.say("Raili S. merkitty: poissa, ilmoitettu")
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_it_waits_eight_seconds_unless_told_otherwise(theme, words, pane):
    assert Toast(theme, words, pane)._timer.interval() == 8000


def test_undo_is_told_and_puts_the_toast_away(qtbot, theme, words, pane):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Merkitty")
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_what_cannot_be_undone_offers_no_undo(theme, words, pane):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Tallennettu", undoable=False)
    assert not toast.undo.isVisible()
    toast.say("Merkitty")
    assert toast.undo.isVisible()


def test_the_pointer_stops_the_clock(theme, words, pane, qapp):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Merkitty")
    at = QPointF(5, 5)
    qapp.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast._timer.isActive()
    qapp.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_the_focus_stops_the_clock(theme, words, pane):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Merkitty")
    toast.undo.setFocus()
    assert not toast._timer.isActive()
    pane.findChild(QLineEdit).setFocus()
    assert toast._timer.isActive()


def test_it_stays_at_the_bottom_left_of_its_pane(theme, words, pane):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Merkitty")
    pane.resize(700, 600)
    assert toast.x() == 24
    assert toast.geometry().bottom() - toast.shadow() == 600 - 24 - 1


def test_a_long_sentence_wraps_in_a_narrow_pane(theme, words, pane):
    toast = Toast(theme, words, pane, interval=NEVER)
    pane.resize(360, 400)
    toast.say("Kort")
    low = toast.height()
    toast.say("Raili S. har markerats som frånvarande, frånvaron är anmäld i förväg av henne själv")
    assert toast.height() > low
    assert pane.rect().contains(toast.geometry())


@pytest.mark.parametrize("tone", ["ok", "info", "bad"])
def test_tones(theme, words, pane, tone):
    toast = Toast(theme, words, pane, interval=NEVER)
    toast.say("Tallennettu", tone)
    assert toast.text() == toast.accessibleName() == "Tallennettu"


def test_it_rises_where_things_may_move(qtbot, words, pane):
    toast = Toast(Theme(dark=False, motion=True), words, pane, interval=NEVER)
    with qtbot.waitSignal(toast._rise.finished, timeout=2000):
        toast.say("Merkitty")
    assert toast.geometry().bottom() - toast.shadow() == pane.height() - 24 - 1
