# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a strand colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.widgets.swatches import Swatches


@pytest.fixture
def swatches(theme, words, stage) -> Swatches:
    return stage(Swatches(theme, words, "meri"), 520)


def test_the_name_of_the_chosen_one_is_written(swatches) -> None:
    assert swatches.findChild(QLabel).text() == "Meri"
    swatches.set_value("okra")
    assert (swatches.value(), swatches.findChild(QLabel).text()) == ("okra", "Okra")
    with pytest.raises(KeyError):
        swatches.set_value("harmaa")


def test_a_press_chooses_and_tells(qtbot, swatches) -> None:
    with qtbot.waitSignal(swatches.changed) as told:
        qtbot.mouseClick(swatches.swatch("savi"), Qt.MouseButton.LeftButton)
    assert told.args == ["savi"]


def test_arrows_choose_and_go_round(qtbot, swatches) -> None:
    swatches.setFocus()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert swatches.value() == "yo"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert swatches.value() == "kuusi"
    assert QApplication.focusWidget().accessibleName() == "Kuusi"


def test_tab_stops_at_the_chosen_one_alone(swatches) -> None:
    stops = [
        s.strand for s in swatches._swatches.values() if s.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["meri"]
