# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns that stack and grids that follow the room there is."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.widgets.reflow import Columns, EvenGrid


def test_columns_stack_where_there_is_no_room(qtbot, stage) -> None:
    left, right = QLabel("vasen"), QLabel("oikea")
    columns = stage(Columns([(left, 1), (right, 0)], gap=10, width=400), 500, 200)
    assert columns.is_wide()
    assert right.x() > left.x()
    assert right.y() == left.y()
    columns.resize(300, 200)
    assert not columns.is_wide()
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert right.x() == left.x()
    assert columns.minimumSizeHint().width() < 300


def grid(stage, count: int, width: int) -> list[QWidget]:
    holder = QWidget()
    layout = EvenGrid(100, 160, 10, holder)
    parts = [QLabel("x\n" * (number + 1)) for number in range(count)]
    for part in parts:
        layout.addWidget(part)
    stage(holder, width)
    return parts


def test_a_grid_shares_the_width_evenly_and_lines_are_equally_tall(stage) -> None:
    parts = grid(stage, 4, 350)
    assert {part.width() for part in parts} == {110}
    assert [part.y() == parts[0].y() for part in parts] == [True, True, True, False]
    assert len({part.height() for part in parts[:3]}) == 1


def test_a_single_item_is_not_stretched_out(stage) -> None:
    assert grid(stage, 1, 900)[0].width() == 160


def test_an_empty_grid_takes_no_room(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = EvenGrid(100, 160, 10, holder)
    assert layout.heightForWidth(500) == 0
    assert layout.takeAt(0) is None
