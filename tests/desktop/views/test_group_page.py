# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a group: when it meets, who belongs to it, what waits to be recorded."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from db.actions.groups import add_group
from db.actions.people import end_enrolment
from db.queries.groups import group
from db.rules.words import Counting, Openness
from desktop.desk import Place
from desktop.views.forms.end_form import EndForm
from desktop.widgets.chip import Chip
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key
MORNING, ARJEN, AUTUMN = 1, 3, 11


def chips(driver: Driver) -> list[str]:
    return [chip.text() for chip in driver.page.findChildren(Chip) if chip.isVisible()]


def test_the_head_and_the_cards_tell_the_group(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    told = driver.told()
    assert "Arjen taitojen ryhmä · Elina K., Mikko S. · Keskusta" in told
    assert "Tiistaisin ja torstaisin klo 10.00–12.00" in told
    assert "12.1.–30.6.2027 · Kammari" in told
    assert "9/12 paikkaa, 3 vapaana" in told
    assert "Elina K. (ohjaaja), Mikko S. (toinen ohjaaja)" in told
    assert {"Suljettu ryhmä", "Käynnissä"} <= set(chips(driver))


def test_a_session_opens_its_roster_and_the_button_beside_it_the_plan(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN), stays=True)
    session = next(
        line for line in driver.page.card.sessions if line.starts_at.date() == NOW.date()
    )
    driver.row("ti\u00a04.5., 10.00–12.00, Kammari, Käynnissä").click()
    driver.click("Tapaamisen suunnitelma, ti\u00a04.5.")
    assert driver.went == [Place("roster", session.session_id), Place("plan", session.session_id)]


def test_what_was_not_recorded_stands_out(qtbot, desk) -> None:
    from db.actions.schedule import add_session

    yesterday = NOW.date() - timedelta(days=1)
    made = add_session(group_id=AUTUMN, date=yesterday, start_minute=600, minutes=60)
    desk.worker.write(desk.worker, made)
    driver = Driver(qtbot, desk, Place("group", AUTUMN))
    assert "Kirjaamatta" in chips(driver)
    assert "1 kirjaamatta" in driver.told()


def test_a_member_leaves_and_is_shown_again_when_asked(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    driver.click("Päätä jäsenyys: Aatu L.")
    assert isinstance(driver.dialog.form, EndForm)
    driver.dialog.form.last.set_value(date(2027, 4, 30))
    driver.dialog.form.reason.set_value("work_or_study")
    driver.press(Key.Key_Return)
    assert driver.notice == "Aatu L. lähti ryhmästä Arjen avaimet"
    assert "8/12 paikkaa, 4 vapaana" in driver.told()
    assert "Aatu L." not in driver.told()
    driver.click(next(t for t in ("Näytä 5 lähtenyttä", "Näytä 1 lähtenyt") if t in links(driver)))
    assert "12.1.–30.4.2027" in driver.told()
    assert driver.button("Piilota lähteneet").hasFocus()
    driver.ctrl(Key.Key_Z)
    assert "9/12 paikkaa, 3 vapaana" in driver.told()


def links(driver: Driver) -> list[str]:
    from PySide6.QtWidgets import QPushButton

    return [button.text() for button in driver.page.findChildren(QPushButton)]


def test_a_full_group_says_so_but_takes_one_more(qtbot, desk) -> None:
    from db.actions.groups import change_group

    desk.worker.write(desk.worker, change_group(group_id=ARJEN, max_size=9))
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    assert "9/9 paikkaa, täynnä" in driver.told()
    driver.ctrl(Key.Key_N)
    assert driver.dialog.form.full.isVisible()
    assert driver.dialog.form.full.text() == "Ryhmä on täynnä: 9/9. Voit silti lisätä osallistujan."


def test_a_group_changes_and_the_change_is_taken_back(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    driver.click("Muokkaa")
    form = driver.dialog.form
    form.name.setText("Arjen taidot")
    form.strand.set_value("okra")
    form.leaders.rows[1].remove.click()
    driver.ctrl(Key.Key_Return)
    assert driver.page.crumb() == "Arjen taidot"
    assert "Arjen taitojen ryhmä · Elina K. · Keskusta" in driver.told()
    driver.ctrl(Key.Key_Z)
    assert driver.page.crumb() == "Arjen avaimet"
    assert driver.page.card.leaders[1][1] == "Mikko S."


def test_an_unchanged_form_changes_nothing(qtbot, desk) -> None:
    """Every choice that a group may hold, retired ones too, comes out of its form as it went in."""
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    before = driver.page.card
    driver.click("Muokkaa")
    driver.ctrl(Key.Key_Return)
    after = driver.asked(group(group_id=ARJEN, around=NOW.date()))
    assert before.version + 1 == after.version
    for column in (
        "name",
        "kind",
        "unit_id",
        "openness",
        "counting",
        "default_room_id",
        "leaders",
        "strand",
        "aims",
    ):
        assert getattr(before, column) == getattr(after, column)


def test_a_new_group_is_led_to_its_weekly_time(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", AUTUMN))
    told = driver.told()
    assert "Tapaamisia ei vielä ole. Viikkoaika tekee ne." in told
    assert "Ryhmällä ei ole vielä viikkoaikaa." in told
    assert "Ryhmässä ei ole vielä ketään." in told
    driver.page.findChild(type(driver.button("Uusi viikkoaika")), "first-weekly").click()
    driver.idle()
    assert driver.dialog.form.title == "Uusi viikkoaika"


def test_an_open_group_needs_no_members(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", MORNING))
    assert "Paikalle voi tulla kuka vain, jäsen ei tarvitse olla." in driver.told()
    assert "Arkipäivisin klo 8.30–10.00" in driver.told()
    assert any(text.endswith(" kävi") for text in driver.told())


def test_a_group_is_archived_and_brought_back(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    command = next(a for a in driver.page.actions() if a.text() == "Arkistoi ryhmä")
    command.trigger()
    driver.idle()
    assert "Arkistoitu" in chips(driver)
    assert command.text() == "Palauta ryhmä arkistosta"
    command.trigger()
    driver.idle()
    assert "Arkistoitu" not in chips(driver)


def test_a_group_taken_back_leaves_a_way_on(qtbot, desk) -> None:
    given = {"unit_id": 1, "kind": "peer", "openness": Openness.OPEN, "counting": Counting.NAMED}
    made: list = []
    desk.history.do(desk.worker, add_group(name="Hetki", **given), "x", made.append)
    qtbot.waitUntil(lambda: bool(made))
    driver = Driver(qtbot, desk, Place("group", made[0].value))
    assert driver.page.crumb() == "Hetki"
    driver.ctrl(Key.Key_Z)
    assert "Tätä ei enää ole, joku on poistanut sen. Palaa luetteloon." in driver.told()
    assert not driver.button("Muokkaa").isEnabled()
    driver.click("Takaisin luetteloon")
    assert driver.trail.here == Place("groups")


def test_more_sessions_are_shown_when_asked(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    few = len([t for t in driver.told() if t.startswith(("ti ", "to "))])
    driver.click("Näytä lisää")
    assert len([t for t in driver.told() if t.startswith(("ti ", "to "))]) > few
    assert driver.button("Näytä vähemmän").hasFocus()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_speaks_other_languages(qtbot, open_desk, language: str) -> None:
    driver = Driver(qtbot, open_desk(language=language), Place("group", ARJEN))
    wanted = {
        "sv": "Tisdagar och torsdagar kl. 10.00–12.00",
        "en": "Tuesdays and Thursdays at 10:00–12:00",
    }
    assert wanted[language] in driver.told()


def test_somebody_who_left_earlier_may_come_back(qtbot, desk) -> None:
    card: list = []
    desk.worker.read(desk.worker, group(group_id=ARJEN, around=NOW.date()), card.append)
    qtbot.waitUntil(lambda: bool(card))
    oona = next(m for m in card[0].members if m.called.text == "Oona H.")
    desk.worker.write(
        desk.worker, end_enrolment(enrolment_id=oona.enrolment_id, last_day=date(2027, 4, 30))
    )
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    assert "Oona H." not in driver.told()
    driver.ctrl(Key.Key_N)
    driver.type("oona")
    driver.press(Key.Key_Return)
    qtbot.waitUntil(lambda: driver.dialog.form.picker.value() is not None)
    driver.press(Key.Key_Return)
    assert "Oona H." in driver.told()
