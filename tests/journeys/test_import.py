# SPDX-License-Identifier: GPL-3.0-or-later
"""A leader drops last spring's spreadsheet on the window, answers what is asked, and takes it all back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.queries.groups import group, groups
from db.queries.people import people
from desktop.desk import Place
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key
SHEET = """Ryhmä: Puutarharyhmä
Nimi;4.1.2027;11.1.2027;18.1.2027
Hilla Torsti;x;kk;
Kuura Oskar;x;kk;
;;;peruttu
kk = kipeä
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "puutarha.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def drop(driver: Driver, path: Path) -> None:
    """Drag a file of the computer over the page and let it go."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, QPointF(200, 200)
    enters = QDragEnterEvent(place.toPoint(), copy, held, left, none)
    QApplication.sendEvent(driver.page, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(driver.page, QDropEvent(place, copy, held, left, none))
    driver.idle()


def names(driver: Driver) -> list[tuple[str, str]]:
    rows = driver.page.pane.tables.people.rows.rows
    return [(row.first_name, row.last_name) for row in rows]


def office(driver: Driver) -> tuple[object, object]:
    """Its groups and its people."""
    return (
        driver.asked(groups(on=NOW.date(), now=NOW)),
        driver.asked(people(on=NOW.date())),
    )


def test_a_spreadsheet_comes_in_and_goes_again(qtbot, desk, sheet) -> None:
    driver = Driver(qtbot, desk, Place("import_attendance"))
    before = office(driver)
    drop(driver, sheet)

    assert driver.heard().startswith("”kk” soluissa")
    driver.ctrl(Key.Key_Return)
    assert "Valitse, mitä merkki tarkoittaa, tai jätä se pois." in driver.told()
    assert office(driver) == before
    for _ in range(3):
        driver.press(Key.Key_Down)
    assert driver.page.pane.questions.questions["kk"].combo.currentText() == "Poissa, ilmoitettu"

    first, last = names(driver)[0]
    turned = "Sukunimi Etunimi" if first == "Hilla" else "Etunimi Sukunimi"
    driver.click(turned)
    assert names(driver)[0] == (last, first)

    driver.ctrl(Key.Key_Return)
    assert driver.trail.here.page == "group"
    step = "Tuotu ryhmään Puutarharyhmä: 3 tapaamista, 2 osallistujaa ja 4 merkintää"
    assert driver.notice == step
    made = driver.asked(group(group_id=driver.trail.here.key, around=NOW.date()))
    assert made.name == "Puutarharyhmä"
    assert len(made.members) == 2

    driver.ctrl(Key.Key_Z)
    assert driver.notice == f"Kumottu: {step}"
    assert office(driver) == before


def test_the_same_file_again_says_that_there_is_nothing_new(qtbot, desk, sheet) -> None:
    driver = Driver(qtbot, desk, Place("import_attendance"))
    sheet.write_text(sheet.read_text("utf-8").replace("kk;", "ilm;"), encoding="utf-8")
    drop(driver, sheet)
    driver.ctrl(Key.Key_Return)
    driver.window.go(Place("import_attendance"))
    drop(driver, sheet)
    assert "Ei mitään uutta: kaikki on jo toimistossa." in driver.told()
    assert not driver.button("Tuo").isEnabled()
