# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table model that every list uses."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.rows import RIGHT, ROW, Column, RowsModel

Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    minutes: int


AATU, INKA, OONA = Line(1, "Aatu", 120), Line(2, "Inka", 90), Line(3, "Oona", 9)


@pytest.fixture
def model(qapp):
    columns = [
        Column("Nimi", lambda row: row.name),
        Column(
            "Min",
            lambda row: str(row.minutes),
            spoken=lambda row: f"{row.minutes} minuuttia",
            sort=lambda row: row.minutes,
            align=RIGHT,
        ),
    ]
    made = RowsModel(columns, lambda row: row.id)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show([AATU, INKA, OONA])
    return made


def test_columns_say_what_is_read_and_what_is_spoken(model) -> None:
    cell = model.index(1, 1)
    assert cell.data() == "90"
    assert cell.data(Role.AccessibleTextRole) == "90 minuuttia"
    assert cell.data(Role.TextAlignmentRole) == RIGHT
    assert cell.data(ROW) is INKA
    assert model.index(1, 0).data(Role.AccessibleTextRole) == "Inka"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Min"


def test_a_refresh_of_the_same_people_keeps_the_selection(model) -> None:
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    touched: list[int] = []
    model.dataChanged.connect(lambda first, _last: touched.append(first.row()))
    model.modelReset.connect(lambda: touched.append(-1))
    model.show([AATU, replace(INKA, minutes=60), OONA])
    assert touched == [1]
    assert selection.currentIndex().row() == 1
    assert model.index(1, 1).data() == "60"


def test_other_people_begin_the_table_anew(model) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show([AATU, OONA])
    assert (resets, model.rowCount(), model.row_of(3), model.row_of(2)) == ([1], 2, 1, None)


def test_sorting_goes_by_value_and_holds_over_a_refresh(model) -> None:
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.sort(1)
    assert [row.name for row in model.rows] == ["Oona", "Inka", "Aatu"]
    assert selection.currentIndex().row() == 2
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show([OONA, INKA, AATU])
    assert [row.name for row in model.rows] == ["Aatu", "Inka", "Oona"]
