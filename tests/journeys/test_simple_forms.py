# SPDX-License-Identifier: GPL-3.0-or-later
"""A group with a weekly time, a participant in it and a goal: from nothing, without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.queries.groups import group, groups
from db.queries.people import people, person
from desktop.desk import Place
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key


def test_a_group_a_weekly_time_a_participant_and_a_goal_without_a_mouse(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))

    driver.ctrl(Key.Key_N)
    driver.type("Puutarharyhmä")
    driver.press(Key.Key_Return)
    assert not driver.is_in_dialog
    assert driver.page.crumb() == "Puutarharyhmä"
    assert driver.notice == "Ryhmä luotu: Puutarharyhmä"
    group_id = driver.trail.here.key

    driver.ctrl(Key.Key_T)
    assert driver.heard() == "maanantai"
    driver.press(Key.Key_Right)
    driver.press(Key.Key_Space)
    assert driver.heard() == "tiistai"
    driver.press(Key.Key_Return)
    assert "Tiistaisin klo 10.00–12.00" in driver.told()
    card = driver.asked(group(group_id=group_id, around=NOW.date()))
    assert [line.starts_at.weekday() for line in card.sessions] == [1] * 9

    driver.ctrl(Key.Key_N)
    driver.type("Kerttu Aalto")
    qtbot.waitUntil(lambda: len(driver.dialog.form.picker.lines.lines) == 1)
    driver.press(Key.Key_Return)
    form = driver.dialog.form
    assert (form.first.text(), form.last.text()) == ("Kerttu", "Aalto")
    driver.press(Key.Key_Return)
    assert driver.dialog.form.picker.name() == "Kerttu A."
    driver.press(Key.Key_Return)
    assert not driver.is_in_dialog
    assert "Kerttu A." in driver.told()
    assert driver.notice == "Kerttu A. lisätty ryhmään Puutarharyhmä"

    driver.row("Kerttu A.").setFocus()
    driver.press(Key.Key_Return)
    assert driver.trail.here.page == "person"
    person_id = driver.trail.here.key

    driver.ctrl(Key.Key_N)
    driver.type("Käyn pihalla joka päivä")
    driver.press(Key.Key_Return)
    assert not driver.is_in_dialog
    assert "Käyn pihalla joka päivä" in driver.told()
    seen = driver.asked(person(participant_id=person_id))
    assert [(goal.title, goal.level) for goal in seen.goals] == [("Käyn pihalla joka päivä", -2)]
    assert [one.group for one in seen.memberships] == ["Puutarharyhmä"]


def test_every_step_is_taken_back_and_done_again(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    before = len(driver.asked(groups(on=NOW.date(), now=NOW)))
    everyone = len(driver.asked(people(on=NOW.date())))

    driver.ctrl(Key.Key_N)
    driver.type("Puutarharyhmä")
    driver.press(Key.Key_Return)
    driver.window.go(Place("people"))
    driver.idle()
    driver.ctrl(Key.Key_N)
    form = driver.dialog.form
    form.first.setFocus()
    driver.type("Kerttu")
    driver.press(Key.Key_Return)
    assert driver.page.crumb() == "Kerttu"

    driver.ctrl(Key.Key_Z)
    assert "Täällä ei ole enää mitään" in driver.told()
    assert driver.button("Takaisin luetteloon").hasFocus()
    assert len(driver.asked(people(on=NOW.date()))) == everyone
    driver.ctrl(Key.Key_Z)
    assert len(driver.asked(groups(on=NOW.date(), now=NOW))) == before

    driver.ctrl(Key.Key_Y)
    driver.ctrl(Key.Key_Y)
    assert len(driver.asked(groups(on=NOW.date(), now=NOW))) == before + 1
    assert driver.page.crumb() == "Kerttu"


def test_tab_alone_reaches_everything_in_a_form(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    driver.ctrl(Key.Key_N)
    dialog, heard = driver.dialog, []
    for _ in range(12):
        heard.append(driver.heard())
        driver.press(Key.Key_Tab)
    assert dialog.isAncestorOf(QApplication.focusWidget())
    wanted = ["Etunimi", "Sukunimi", "Asiointikieli", "Omatyöntekijä", "Mitä ryhmässä huomioidaan",
              "Turvakielto", "Peru", "Lisää osallistuja"]  # fmt: skip
    places = [heard.index(name) for name in wanted]
    assert places == sorted(places)
