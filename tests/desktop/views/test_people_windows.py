# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists, pages and forms of groups and people in every language, light and dark, at 150 %: nothing
is clipped and Qt has nothing to say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.desk import Place
from desktop.words import LANGUAGES
from tests.driver import Driver

Key = Qt.Key
PLACES = [
    Place("groups"),
    Place("people"),
    Place("group", 3),
    Place("group", 11),
    Place("person", 4),
]
KEYS = {
    "groups": (Key.Key_N,),
    "people": (Key.Key_N,),
    "group": (Key.Key_N, Key.Key_T, Key.Key_E),
    "person": (Key.Key_N, Key.Key_G, Key.Key_E),
}


def clipped(window: QWidget) -> list[str]:
    """Buttons and one-line labels on show that are narrower than their text."""
    labels = [label for label in window.findChildren(QLabel) if type(label) is QLabel]
    return [
        part.text()
        for part in [*window.findChildren(QPushButton), *labels]
        if part.isVisible() and part.text() and part.width() < part.minimumSizeHint().width()
    ]


@pytest.mark.parametrize(("dark", "scale"), [(False, 1.0), (True, 1.5)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped(qtbot, open_desk, language: str, dark: bool, scale: float) -> None:
    driver = Driver(qtbot, open_desk(language=language, dark=dark, scale=scale), PLACES[0])
    for place in PLACES:
        driver.window.go(place)
        driver.idle()
        assert clipped(driver.page) == [], place
        for key in KEYS[place.page]:
            driver.ctrl(key)
            assert clipped(driver.dialog) == [], (place, driver.dialog.form.title)
            assert driver.dialog.form.width() <= driver.dialog.width(), driver.dialog.form.title
            driver.press(Key.Key_Escape)


def test_tab_goes_through_the_form_of_a_group_as_the_eye_does(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    driver.ctrl(Key.Key_N)
    heard = []
    for _ in range(15):
        heard.append(driver.heard())
        driver.press(Key.Key_Tab)
    assert heard[:13] == [
        *("Ryhmän nimi", "Ryhmän laji", "Suljettu ryhmä", "Mitä kirjataan", "Tila"),
        *("Vähintään", "Enintään", "Ohjaaja", "Rooli", "Poista ohjaaja", "Lisää ohjaaja"),
        *("Kuusi", "Mitä varten ryhmä on"),
    ]


def test_a_leader_that_is_added_comes_next_for_tab(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    driver.ctrl(Key.Key_N)
    leaders = driver.dialog.form.leaders
    driver.click("Lisää ohjaaja")
    assert leaders.rows[1].person.hasFocus()
    leaders.rows[1].person.set_value(2)
    for _ in range(3):
        driver.press(Key.Key_Tab)
    assert leaders.more.hasFocus()
    assert [(who, role.value) for who, role in leaders.value()] == [(1, "leader"), (2, "co_leader")]
