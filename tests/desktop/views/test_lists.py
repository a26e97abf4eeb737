# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of groups and of participants: letters search, arrows move, Enter opens."""

import pytest
from PySide6.QtCore import QPoint, Qt

from db.actions.people import add_participant, archive_participant
from db.queries.groups import groups
from db.queries.people import people
from db.rules.words import ParticipantKind
from desktop.desk import Place
from tests.conftest import NOW
from tests.driver import Driver

Key = Qt.Key


def shown(driver: Driver, column: int = 0) -> list[str]:
    model = driver.page.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_letters_search_at_once_and_enter_opens(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"), stays=True)
    assert driver.page.search.hasFocus()
    everyone = len(shown(driver))
    assert f"{everyone} osallistujaa" in driver.told()
    driver.type("hietala oon")
    assert shown(driver) == ["Oona H."]
    assert f"1 / {everyone} osallistujaa" in driver.told()
    driver.press(Key.Key_Return)
    assert driver.went == [Place("person", 4)]
    driver.press(Key.Key_Escape)
    assert driver.page.search.text() == ""
    assert len(shown(driver)) == everyone


def test_a_group_finds_its_people_and_accents_do_not_matter(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    driver.type("arjen maret")
    assert shown(driver) == ["Máret Č."]


def test_arrows_move_in_the_list_while_the_field_keeps_the_keyboard(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"), stays=True)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Up):
        driver.press(key)
    assert driver.page.search.hasFocus()
    wanted = driver.page.model.rows[1].participant_id
    driver.press(Key.Key_Return)
    assert driver.went == [Place("person", wanted)]


def test_letters_typed_in_the_list_go_to_the_search(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"), stays=True)
    driver.page.view.setFocus()
    driver.press(Key.Key_Down)
    driver.type("oona")
    assert driver.page.search.text() == "oona"
    assert driver.page.search.hasFocus()
    driver.page.view.setFocus()
    driver.press(Key.Key_Return)
    assert driver.went == [Place("person", 4)]


def test_a_press_opens(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"), stays=True)
    view = driver.page.view
    row = view.visualRect(driver.page.model.index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert driver.went == [Place("group", 3)]


def test_columns_order_the_list_by_pointer_and_by_keys(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    head = driver.page.view.horizontalHeader()
    where = QPoint(head.sectionViewportPosition(3) + 10, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    counts = [row.members for row in driver.page.model.rows]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    driver.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert shown(driver)[:2] == ["Aamukahvila", "Aamuverryttely"]
    driver.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert shown(driver)[-1] == "Aamukahvila"


def test_archived_ones_come_when_asked_for(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    assert "Yökulku" not in shown(driver)
    driver.click("Näytä arkistoidut")
    assert shown(driver)[-1] == "Yökulku"
    last = driver.page.model.index(len(shown(driver)) - 1, 0)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Yökulku, Avoin, Arkistoitu"


def test_nothing_found_says_so_with_the_way_on(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("groups"))
    driver.type("zzz")
    assert "Haulla ei löytynyt mitään" in driver.told()
    driver.click("Tyhjennä haku")
    assert driver.page.search.hasFocus()
    assert len(shown(driver)) == len(
        [g for g in driver.asked(groups(on=NOW.date(), now=NOW)) if not g.archived]
    )


@pytest.mark.parametrize(
    ("page", "title", "button", "form"),
    [
        ("groups", "Ryhmiä ei vielä ole", "Uusi ryhmä", "Uusi ryhmä"),
        ("people", "Osallistujia ei vielä ole", "Uusi osallistuja", "Uusi osallistuja"),
    ],
)
def test_an_empty_office_is_led_to_the_first_one(
    qtbot, desk, empty_template, page: str, title: str, button: str, form: str
) -> None:
    desk.worker.lock()
    opened: list[object] = []
    folder = desk.__dict__["desks"].folder / "empty"
    folder.mkdir()
    desk.worker.unlock(
        desk.worker, lambda: empty_template.open(folder), opened.append, opened.append
    )
    qtbot.waitUntil(lambda: bool(opened))
    driver = Driver(qtbot, desk, Place(page))
    assert title in driver.told()
    driver.click(button)
    assert form in driver.told()


def test_people_without_a_name_are_shown_properly(qtbot, desk) -> None:
    for kind, more in ((ParticipantKind.ANONYMOUS, {}), (ParticipantKind.ANONYMOUS, {"nickname": "Lippis"}),
                       (ParticipantKind.PSEUDONYMOUS, {"code": "X-1"})):  # fmt: skip
        desk.worker.write(desk.worker, add_participant(kind=kind, **more))
    driver = Driver(qtbot, desk, Place("people"))
    model = driver.page.model
    rows = {
        model.index(n, 0).data(): model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(model.rowCount())
    }
    assert rows["Nimetön 1"] == "Nimetön 1, Ei nimeä"
    assert rows["Lippis"] == "Lippis, Ei nimeä"
    assert rows["X-1"] == "X-1, Tunnuksella"


def test_a_change_elsewhere_is_shown_and_the_current_row_stays(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"), stays=True)
    driver.press(Key.Key_Down)
    driver.press(Key.Key_Down)
    everyone = len(shown(driver))
    current = driver.page.model.rows[2].participant_id
    first = driver.page.model.rows[0].participant_id
    desk.worker.write(driver.window, archive_participant(participant_id=first, on=NOW.date()))
    driver.idle()
    assert len(shown(driver)) == everyone - 1
    driver.press(Key.Key_Return)
    assert driver.went == [Place("person", current)]


def test_names_stay_first_name_and_initial_on_the_list(qtbot, desk) -> None:
    driver = Driver(qtbot, desk, Place("people"))
    surnames = {
        row.last_name for row in driver.asked(people(on=NOW.date())) if len(row.last_name) > 4
    }
    assert not [name for name in shown(driver) if surnames & set(name.split())]
