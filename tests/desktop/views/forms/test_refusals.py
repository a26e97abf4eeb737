# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a sentence that says what is wrong and what to do, its place marked, nothing saved and
nothing lost."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.queries.people import people
from desktop.desk import Place
from desktop.views.forms.enrolment_form import IntoGroupForm
from desktop.views.forms.form import Form, open_form
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key
ARJEN, OONA = 3, 4


def open_by(driver: Driver, text: str) -> Form:
    driver.click(text)
    return driver.dialog.form


def save_refused(driver: Driver, field: str, sentence: str) -> None:
    """Enter shows `sentence` at `field`, where the keyboard then is, and saves nothing."""
    form = driver.dialog.form
    answers = form.values()
    driver.ctrl(Key.Key_Return)
    assert form.fields[field].error() == sentence
    assert form.fields[field].isVisible()
    control = form.fields[field].control
    focus = QApplication.focusWidget()
    assert control.hasFocus() or control.isAncestorOf(focus)
    assert form.values() == answers
    assert not driver.dialog.main_button.is_busy()
    assert driver.desk.history.stack.count() == 0
    assert [name for name, other in form.fields.items() if other.error()] == [field]


@pytest.mark.parametrize(
    ("fill", "field", "sentence"),
    [
        (lambda _f: None, "name", "Nimi puuttuu. Kirjoita nimi ja yritä uudelleen."),
        (
            lambda f: f.name.setText("x" * 121),
            "name",
            "Nimi on liian pitkä. Siinä saa olla enintään 120 merkkiä.",
        ),
        (
            lambda f: (f.name.setText("Piha"), f.room.combo.set_value(-1)),
            "room",
            "Nimi puuttuu. Kirjoita nimi ja yritä uudelleen.",
        ),
        (
            lambda f: (f.name.setText("Piha"), f.room.combo.set_value(-1), f.room.line.setText("Tupa")),
            "room",
            "Nimi ”Tupa” on jo käytössä. Valitse toinen nimi.",
        ),
        (
            lambda f: (f.name.setText("Piha"), f.least.setValue(8), f.most.setValue(5)),
            "max_size",
            "Luku 5 ei sovi tähän. Valitse luku väliltä 8–10\u00a0000.",
        ),
    ],
)  # fmt: skip
def test_a_group(qtbot, desk, fill: Callable[[Form], object], field: str, sentence: str) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    fill(open_by(driver, "Uusi ryhmä"))
    save_refused(driver, field, sentence)


@pytest.mark.parametrize(
    ("fill", "field", "sentence"),
    [
        (lambda _f: None, "weekdays", "Viikonpäivää ei ole valittu. Valitse ainakin yksi."),
        (
            lambda f: (f.weekdays.set_value([1]), f.last.set_value(date(2027, 5, 3))),
            "ends_on",
            "Loppu on ennen alkua. Tarkista päivät.",
        ),
        (
            lambda f: (f.weekdays.set_value([3]), f.last.set_value(date(2027, 5, 6))),
            "ends_on",
            "Näiden päivien väliin ei osu yhtään tapaamista. "
            "Valitse myöhempi loppu tai toinen viikonpäivä.",
        ),
    ],
)
def test_a_weekly_time(
    qtbot, desk, fill: Callable[[Form], object], field: str, sentence: str
) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    fill(open_by(driver, "Uusi viikkoaika"))
    save_refused(driver, field, sentence)


def test_a_weekday_that_is_chosen_takes_the_mark_away(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    form = open_by(driver, "Uusi viikkoaika")
    driver.press(Key.Key_Return)
    assert form.fields["weekdays"].error()
    driver.press(Key.Key_Space)
    assert form.fields["weekdays"].error() == ""
    assert form.weekdays.value() == [0]


@pytest.mark.parametrize(
    ("kind", "fill", "field", "sentence"),
    [
        ("named", lambda f: f.last.setText("Aalto"), "first_name", "Etunimi puuttuu. Kirjoita se tähän."),
        ("pseudonymous", lambda _f: None, "code", "Tunnus puuttuu. Kirjoita se tähän."),
    ],
)  # fmt: skip
def test_a_participant(
    qtbot, desk, kind: str, fill: Callable[[Form], object], field: str, sentence: str
) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    form = open_by(driver, "Uusi osallistuja")
    qtbot.mouseClick(form.kind.button(kind), Qt.MouseButton.LeftButton)
    fill(form)
    save_refused(driver, field, sentence)


def test_a_code_that_somebody_has(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    taken = next(row.code for row in driver.asked(people(on=NOW.date())) if row.code)
    form = open_by(driver, "Uusi osallistuja")
    qtbot.mouseClick(form.kind.button("pseudonymous"), Qt.MouseButton.LeftButton)
    form.code.setText(taken)
    save_refused(driver, "code", "Toisella osallistujalla on jo tämä tunnus. Valitse toinen.")


def test_an_enrolment_of_nobody_and_of_a_member(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("group", ARJEN))
    form = open_by(driver, "Lisää osallistuja")
    assert isinstance(form, IntoGroupForm)
    driver.press(Key.Key_Return)
    told = "Osallistujaa ei ole valittu. Kirjoita nimi ja valitse Enterillä."
    assert form.fields["participant"].error() == told
    driver.type("Oona")
    assert form.fields["participant"].error() == ""
    driver.press(Key.Key_Return)
    qtbot.waitUntil(lambda: form.picker.value() == OONA)
    save_refused(driver, "starts_on", "Osallistuja on jo ryhmässä siihen aikaan. Tarkista päivät.")
    assert form.picker.name() == "Oona H."


def test_an_end_before_the_start(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    form = open_by(driver, "Päätä jäsenyys: Rytmiryhmä")
    form.last.set_value(date(2027, 1, 1))
    save_refused(driver, "ends_on", "Loppu on ennen alkua. Tarkista päivät.")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "Tavoite puuttuu. Kirjoita se omin sanoin."),
        ("x" * 121, "Tavoite on liian pitkä. Sano se lyhyemmin."),
    ],
)
def test_a_goal(qtbot, desk, title: str, sentence: str) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    form = open_by(driver, "Lisää tavoite")
    form.name.setText(title)
    form.levels.lines[0].setText("Käyn kaupassa itse")
    save_refused(driver, "title", sentence)


def test_the_sentence_is_in_the_language_in_use(qtbot, open_desk) -> None:
    driver = Driver(qtbot, open_desk(language="sv"), Place("people"))
    open_by(driver, "Ny deltagare")
    save_refused(driver, "first_name", "Förnamnet saknas. Skriv det här.")


def test_somebody_elses_change_is_told_above_the_fields(qtbot, desk) -> None:
    from db.actions.groups import change_group

    driver = Driver(qtbot, desk, Place("group", ARJEN))
    form = open_by(driver, "Muokkaa")
    desk.worker.write(driver.window, change_group(group_id=ARJEN, name="Arki"))
    driver.idle()
    form.aims.setPlainText("Yhdessä")
    driver.ctrl(Key.Key_Return)
    assert form.problem.isVisible()
    assert form.problem.text().startswith("Joku muu muutti tätä samaan aikaan.")
    assert form.aims.toPlainText() == "Yhdessä"


def test_what_was_written_is_not_lost_by_a_slip(qtbot, open_desk) -> None:
    driver = Driver(qtbot, open_desk(answers=[False, True]), Place("people"))
    before = len(driver.asked(people(on=NOW.date())))
    form = open_by(driver, "Uusi osallistuja")
    driver.type("Kerttu")
    driver.press(Key.Key_Escape)
    assert driver.dialog.form is form
    assert driver.desk.ask.asked[0].title == "Poistutaanko tallentamatta?"
    driver.press(Key.Key_Escape)
    assert not driver.is_in_dialog
    assert len(driver.asked(people(on=NOW.date()))) == before


def test_an_untouched_form_goes_without_a_question(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    open_by(driver, "Uusi osallistuja")
    driver.press(Key.Key_Escape)
    assert not driver.is_in_dialog


def test_the_lock_does_not_wait_for_an_answer(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    open_by(driver, "Uusi osallistuja")
    driver.type("Kerttu")
    assert driver.dialog.close()
    assert not driver.is_in_dialog


def test_a_group_that_was_removed_meanwhile(qtbot, desk) -> None:
    """The form is still open when its group is gone: the sentence says so, and nothing breaks."""
    from db.actions.groups import add_group
    from db.rules.words import Counting, Openness

    driver = Driver(qtbot, desk, Place("groups"))
    made = []
    given = {"unit_id": 1, "kind": "peer", "openness": Openness.OPEN, "counting": Counting.NAMED}
    desk.history.do(driver.window, add_group(name="Hetki", **given), "x", made.append)
    driver.idle()
    driver.window.go(Place("group", made[0].value))
    driver.idle()
    open_form(IntoGroupForm(driver.desk, driver.page.card, 0), driver.page)
    form = driver.dialog.form
    form.picker.pick(OONA, "Oona H.")
    desk.history.undo()
    driver.idle()
    driver.ctrl(Key.Key_Return)
    assert form.problem.isVisible()
