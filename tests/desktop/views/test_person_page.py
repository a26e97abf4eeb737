# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a person: the plan in own words, groups, visits with what they are counted of."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from db.actions.people import add_participant
from db.queries.people import person
from db.rules.words import GoalState, ParticipantKind
from desktop.desk import Place
from desktop.views.goal_view import GoalView
from desktop.widgets.chip import Chip
from tests.driver import Driver

Key = Qt.Key
OONA = 4


def goals(driver: Driver) -> list[str]:
    return [
        view.accessibleName() for view in driver.page.findChildren(GoalView) if view.isVisible()
    ]


def chips(driver: Driver) -> list[str]:
    return [chip.text() for chip in driver.page.findChildren(Chip) if chip.isVisible()]


def add(desk, qtbot, **values) -> int:
    made: list = []
    desk.worker.write(desk.worker, add_participant(**values), made.append)
    qtbot.waitUntil(lambda: bool(made))
    return made[0].value


def test_the_page_tells_the_plan_and_what_the_visits_are_counted_of(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    card, told = driver.page.card, driver.told()
    assert "Oona H." in told
    assert any(
        t.startswith("Oona Hietala · ") and t.endswith("omatyöntekijä Elina K.") for t in told
    )
    assert "”Haluan päästä taas ihmisten ilmoille ja hoitaa asiani itse.”" in told
    assert "Väliarviointi pe 7.5." in told
    assert "12.1.–30.6.2027" in told
    assert "8 viikkoa jäljellä" in told
    assert f"{card.here}/{card.marked} kertaa" in told
    assert 0 < card.here < card.marked


def test_the_ladder_tells_where_a_goal_began_and_where_it_stands(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    goal = driver.page.card.goals[1]
    ladder = next(
        v for v in driver.page.findChildren(GoalView) if v.accessibleName() == goal.title
    ).ladder
    assert ladder.level == goal.steps[-1][1] == 1
    assert ladder.bead(-2).accessibleName() == "−2, alussa: En vastaa enkä soita"
    assert ladder.bead(1).accessibleName() == "+1, nyt: Soitan virastoon itse"
    qtbot.mouseClick(ladder.bead(2), Qt.MouseButton.LeftButton)
    assert ladder.level == 1


def test_visits_lead_to_their_sessions_and_more_are_shown_when_asked(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA), stays=True)
    visit = driver.page.card.visits[0]
    words = desk.words
    row = driver.row(f"{words.weekday_short(visit.starts_at)} {words.date(visit.starts_at)}")
    assert visit.group in row.accessibleName()
    row.click()
    assert driver.went == [Place("roster", visit.session_id)]
    count = len(driver.page.card.visits)
    driver.click(f"Näytä {count} viimeisintä")
    last = driver.page.card.visits[-1]
    assert driver.row(
        f"{words.weekday_short(last.starts_at)} {words.date(last.starts_at)}"
    ).isVisible()
    assert driver.button("Näytä vähemmän").hasFocus()


def test_a_goal_changes_and_is_reached(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    first = goals(driver)[0]
    driver.click(f"Muokkaa tavoitetta: {first}")
    form = driver.dialog.form
    form.name.setText("Lähden kotoa joka päivä")
    form.due.box.setChecked(False)
    driver.ctrl(Key.Key_Return)
    assert goals(driver)[0] == "Lähden kotoa joka päivä"
    assert driver.page.card.goals[0].due_on is None
    assert driver.button("Muokkaa tavoitetta: Lähden kotoa joka päivä").hasFocus()
    driver.press(Key.Key_Return)
    driver.dialog.form.state.set_value(GoalState.REACHED)
    driver.ctrl(Key.Key_Return)
    assert "Lähden kotoa joka päivä" not in goals(driver)
    driver.click("Näytä 1 päättynyt tavoite")
    assert "Lähden kotoa joka päivä" in goals(driver)
    assert "Saavutettu" in chips(driver)
    driver.ctrl(Key.Key_Z)
    driver.ctrl(Key.Key_Z)
    assert goals(driver)[0] == first


def test_an_unchanged_goal_form_changes_nothing_of_the_goal(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    before = driver.page.card.goals[0]
    driver.click(f"Muokkaa tavoitetta: {before.title}")
    driver.ctrl(Key.Key_Return)
    after = driver.asked(person(participant_id=OONA)).goals[0]
    assert after == type(before)(**{**before.__dict__, "version": before.version + 1})


def test_the_main_goal_is_written_in_own_words(qtbot, desk) -> None:
    who = add(desk, qtbot, kind=ParticipantKind.NAMED, first_name="Kerttu")
    driver = Driver(qtbot, desk, Place("person", who))
    driver.click("Kirjaa päätavoite omin sanoin")
    driver.type("Haluan nukkua yöni")
    driver.press(Key.Key_Tab)
    driver.type("asiakassuunnitelma")
    driver.ctrl(Key.Key_Return)
    assert "”Haluan nukkua yöni”" in driver.told()
    assert driver.page.card.source == "asiakassuunnitelma"
    driver.ctrl(Key.Key_Z)
    assert "”Haluan nukkua yöni”" not in driver.told()


def test_a_new_person_is_led_to_the_first_goal_and_group(qtbot, desk) -> None:
    who = add(desk, qtbot, kind=ParticipantKind.NAMED, first_name="Kerttu", last_name="Aalto")
    driver = Driver(qtbot, desk, Place("person", who))
    told = driver.told()
    assert "Tavoitteita ei vielä ole" in told
    assert "Ei vielä missään ryhmässä." in told
    assert "0/0 kertaa" in told
    assert "ei vielä merkintöjä" in told
    driver.ctrl(Key.Key_G)
    form = driver.dialog.form
    form.group.set_value(3)
    assert not form.full.isVisible()
    driver.press(Key.Key_Return)
    assert driver.notice == "Kerttu A. lisätty ryhmään Arjen avaimet"
    driver.row("Arjen avaimet").click()
    driver.idle()
    assert driver.trail.here == Place("group", 3)


@pytest.mark.parametrize(
    ("values", "name", "chip"),
    [
        ({"kind": ParticipantKind.PSEUDONYMOUS, "code": "X-7"}, "X-7", "Tunnuksella"),
        ({"kind": ParticipantKind.ANONYMOUS, "nickname": "Lippis"}, "Lippis", "Nimettömänä"),
        ({"kind": ParticipantKind.ANONYMOUS}, "Nimetön", "Nimettömänä"),
    ],
)
def test_somebody_without_a_name(qtbot, desk, values, name: str, chip: str) -> None:
    driver = Driver(qtbot, desk, Place("person", add(desk, qtbot, **values)))
    assert driver.page.crumb() == name
    assert chip in chips(driver)


def test_a_code_becomes_a_name_and_the_day_is_kept(qtbot, desk) -> None:
    who = add(desk, qtbot, kind=ParticipantKind.PSEUDONYMOUS, code="X-7")
    driver = Driver(qtbot, desk, Place("person", who))
    driver.ctrl(Key.Key_E)
    form = driver.dialog.form
    form.kind.button("named").click()
    form.first.setFocus()
    driver.type("Kerttu")
    driver.press(Key.Key_Return)
    assert driver.page.crumb() == "Kerttu"
    assert (driver.page.card.kind, driver.page.card.code) == (ParticipantKind.NAMED, "")
    driver.ctrl(Key.Key_Z)
    assert driver.page.crumb() == "X-7"


def test_non_disclosure_stands_out(qtbot, desk) -> None:
    who = add(desk, qtbot, kind=ParticipantKind.NAMED, first_name="Kerttu", non_disclosure=True,
              mind_in_group="Istuu oven vieressä")  # fmt: skip
    driver = Driver(qtbot, desk, Place("person", who))
    assert "Turvakielto" in chips(driver)
    assert "Istuu oven vieressä" in driver.told()


def test_a_namesake_is_told_and_can_be_opened(qtbot, open_desk) -> None:
    driver = Driver(qtbot, open_desk(answers=[True]), Place("people"))
    driver.ctrl(Key.Key_N)
    form = driver.dialog.form
    driver.type("oona")
    driver.press(Key.Key_Tab)
    driver.type("hietala")
    qtbot.waitUntil(form.same.isVisible)
    assert form.same.text().startswith("Samanniminen on jo täällä: Oona H. (Arjen avaimet")
    driver.click("Avaa")
    assert driver.trail.here == Place("person", OONA)


def test_a_person_is_archived_and_brought_back(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("person", OONA))
    command = next(a for a in driver.page.actions() if a.text() == "Arkistoi osallistuja")
    command.trigger()
    driver.idle()
    assert "Arkistoitu" in chips(driver)
    assert all(m.ends_on == date(2027, 5, 4) for m in driver.page.card.memberships)
    driver.ctrl(Key.Key_Z)
    assert "Arkistoitu" not in chips(driver)
    assert all(m.ends_on is None for m in driver.page.card.memberships)


def test_nobody_else_is_named_on_a_persons_page(qtbot, desk) -> None:
    from db.queries.people import people

    driver = Driver(qtbot, desk, Place("person", OONA))
    everyone = {row.called.text for row in driver.asked(people(on=date(2027, 5, 4)))}
    others = everyone - {"Oona H.", ""}
    assert len(others) > 20
    assert not [name for name in others for text in driver.told() if name in text]
