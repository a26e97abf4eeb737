# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a weekly time foresees what it will make, holidays named in the language in use."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from db.queries.groups import group
from db.rules.words import HolidayRule
from desktop.desk import Place
from desktop.views.forms.weekly_form import season_end
from desktop.views.forms.weekly_preview import Asked, foresee
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key
ARJEN = 3


def asked(on_holiday: HolidayRule = HolidayRule.SKIP, every: int = 1) -> Asked:
    return Asked([3], date(2027, 5, 4), date(2027, 5, 31), every, on_holiday)


@pytest.mark.parametrize(
    ("language", "name"),
    [("fi", "Helatorstai"), ("sv", "Kristi himmelsfärdsdag"), ("en", "Ascension Day")],
)
def test_a_holiday_left_out_is_named(language: str, name: str) -> None:
    told = foresee(asked(), language)
    assert [day.day for day in told.days] == [13, 20, 27]
    assert told.holidays == ((date(2027, 5, 6), name, None),)


def test_a_holiday_moved_tells_where() -> None:
    told = foresee(asked(HolidayRule.MOVE), "fi")
    assert [day.day for day in told.days] == [7, 13, 20, 27]
    assert told.holidays == ((date(2027, 5, 6), "Helatorstai", date(2027, 5, 7)),)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2027, 1, 4), date(2027, 6, 30)),
        (date(2027, 5, 4), date(2027, 6, 30)),
        (date(2027, 6, 1), date(2027, 12, 31)),
        (date(2027, 12, 1), date(2028, 6, 30)),
    ],
)
def test_a_series_runs_to_the_end_of_its_season(first: date, last: date) -> None:
    assert season_end(first) == last


def test_the_preview_is_what_is_made(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    before = len(driver.asked(group(group_id=ARJEN, around=NOW.date(), sessions=400)).sessions)
    driver.ctrl(Key.Key_T)
    form = driver.dialog.form
    assert "Valitse ensin viikonpäivät." in driver.told()
    for _ in range(4):
        driver.press(Key.Key_Right)
    driver.press(Key.Key_Space)
    qtbot.waitUntil(lambda: "7 tapaamista" in driver.told())
    shown = next(text for text in driver.told() if text.startswith("pe 7.5."))
    assert shown.splitlines()[-1] == "pe 18.6.2027"
    assert "pe 25.6. jää väliin: Juhannusaatto" in driver.told()
    form.start.set_value(time(13, 30))
    assert "Päättyy klo 15.30" in driver.told()
    driver.press(Key.Key_Return)
    card = driver.asked(group(group_id=ARJEN, around=NOW.date(), sessions=400))
    assert len(card.sessions) == before + 7
    assert driver.notice == "Viikkoaika lisätty: perjantaisin klo 13.30–15.30"
    assert "Perjantaisin klo 13.30–15.30" in driver.told()


def test_a_new_room_is_named_on_the_spot(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    driver.ctrl(Key.Key_T)
    form = driver.dialog.form
    form.weekdays.set_value([5])
    assert not form.room.new_field.isVisible()
    form.room.combo.set_value(-1)
    assert form.room.line.hasFocus()
    driver.type("Kirjasto")
    driver.press(Key.Key_Return)
    assert "4.5.–30.6.2027 · Kirjasto" in driver.told()
    desk.history.undo()
    driver.idle()
    assert "4.5.–30.6.2027 · Kirjasto" not in driver.told()


def test_beside_a_time_that_goes_on_no_day_is_chosen_yet(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    driver.ctrl(Key.Key_T)
    form = driver.dialog.form
    assert form.weekdays.value() == []
    assert (form.start.value(), form.minutes.value()) == (time(10, 0), 120)
    assert form.room.combo.currentText() == "Kammari"
