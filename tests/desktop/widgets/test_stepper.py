# SPDX-License-Identifier: GPL-3.0-or-later
"""The stepper: arrows, pages, typing, limits and the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent

from desktop.widgets.stepper import Stepper


@pytest.fixture
def stepper(qtbot, theme):
    stepper = Stepper(theme, "Nimettömiä", maximum=60, value=2)
    qtbot.addWidget(stepper)
    stepper.resize(stepper.sizeHint())
    return stepper


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_Up, 3), (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageUp, 7), (Qt.Key.Key_PageDown, 0)],
)
def test_keys(qtbot, stepper, key, value):
    with qtbot.waitSignal(stepper.valueChanged) as told:
        qtbot.keyClick(stepper, key)
    assert told.args == [value]


def test_plus_and_minus_are_where_they_are_drawn(qtbot, stepper):
    middle = stepper.height() // 2
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(stepper.width() - 18, middle))
    assert stepper.value() == 3
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(18, middle))
    assert stepper.value() == 2


def test_typing_counts_when_it_ends(qtbot, stepper):
    stepper.selectAll()
    with qtbot.assertNotEmitted(stepper.valueChanged):
        qtbot.keyClicks(stepper, "12")
    with qtbot.waitSignal(stepper.valueChanged) as told:
        qtbot.keyClick(stepper, Qt.Key.Key_Return)
    assert told.args == [12]


def test_limits_hold(qtbot, stepper):
    stepper.setValue(60)
    with qtbot.assertNotEmitted(stepper.valueChanged):
        qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 60


def test_the_wheel_changes_nothing_unless_the_stepper_has_the_focus(stepper, qapp):
    turn = QWheelEvent(
        QPointF(20, 20), QPointF(20, 20), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    qapp.sendEvent(stepper, turn)
    assert stepper.value() == 2
    assert not turn.isAccepted()


def test_size_and_name(stepper):
    assert (stepper.sizeHint().width(), stepper.sizeHint().height()) == (116, 40)
    heard = QAccessible.queryAccessibleInterface(stepper)
    assert heard.role() == QAccessible.Role.SpinBox
    assert heard.text(QAccessible.Text.Name) == "Nimettömiä"
