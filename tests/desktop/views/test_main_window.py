# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving about in the main window, and what it tells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.actions.people import add_participant
from db.errors import Broken, Conflict, Refused, Why
from db.rules.words import ParticipantKind
from desktop.desk import Place
from desktop.views.registry import PAGES, SECTIONS
from tests.desktop.programs import Running


def here(running: Running) -> Place:
    return running.window.page().place


@pytest.mark.parametrize(
    ("key", "page"),
    [("Ctrl+1", "today"), ("Ctrl+3", "groups"), ("Ctrl+4", "people"), ("Ctrl+5", "reports")],
)
def test_each_main_page_has_its_key(seated: Running, key: str, page: str) -> None:
    seated.key("Ctrl+,")
    seated.key(key)
    assert here(seated) == Place(page)
    chosen = [item for item in seated.window.rail.items if item.isChecked()]
    assert [item.section.page for item in chosen] == [page]


def test_every_section_and_page_of_the_design_has_a_maker() -> None:
    assert {section.page for section in SECTIONS} <= set(PAGES)


def test_arrows_move_in_the_rail_and_enter_goes_there(seated: Running) -> None:
    seated.window.rail.focus_chosen()
    seated.key("Down")
    assert here(seated) == Place("today")
    seated.key("Return")
    assert here(seated) == Place("groups")
    seated.window.rail.focus_chosen()
    seated.key("End")
    seated.key("Space")
    assert seated.sees("Kieli ja ulkoasu")


def test_the_way_back_goes_step_by_step(seated: Running) -> None:
    seated.key("Ctrl+3")
    seated.program.sitting.go(Place("group", 7))
    seated.program.sitting.go(Place("person", 8))
    seated.key("Alt+Left")
    assert here(seated) == Place("group", 7)
    seated.key("Alt+Left")
    seated.key("Alt+Left")
    assert here(seated) == Place("today")
    seated.key("Alt+Left")
    assert here(seated) == Place("today")


def test_a_page_below_shows_where_it_is_and_leads_up(seated: Running) -> None:
    seated.program.sitting.go(Place("group", 7))
    seated.turn()
    assert seated.sees("Paikka 7")
    assert not seated.sees("Etsi ryhmää, osallistujaa…")
    QTest.mouseClick(seated.window.top_bar.back, Qt.MouseButton.LeftButton)
    assert here(seated) == Place("groups")
    assert seated.sees("Etsi ryhmää, osallistujaa…")


def test_leaving_a_page_saves_it_and_coming_back_finds_it_as_it_was(seated: Running) -> None:
    seated.type("kesken")
    seated.key("Ctrl+3")
    assert seated.settled == ["kesken"]
    seated.key("Ctrl+1")
    assert seated.window.page().line.text() == "kesken"


def test_a_pages_own_key_works_from_the_rail_too(seated: Running) -> None:
    seated.key("Ctrl+P")
    seated.window.rail.focus_chosen()
    seated.key("Ctrl+P")
    assert seated.printed == [Place("today"), Place("today")]


def test_f6_goes_round_the_parts_of_the_window(seated: Running) -> None:
    window = seated.window
    parts = []
    for _ in range(3):
        seated.key("F6")
        focus = QApplication.focusWidget()
        parts.append(
            next(p for p in (window.rail, window.top_bar, window.page()) if p.isAncestorOf(focus))
        )
    assert parts == [window.rail, window.top_bar, window.page()]


def test_f1_lists_the_keys_of_the_page_and_of_the_program(seated: Running) -> None:
    seated.key("F1")
    dialog = QApplication.activeModalWidget()
    told = {label.accessibleName() for label in dialog.findChildren(QLabel)}
    assert {"Ctrl+P: Tulosta today", "P: Paikalla", "Ctrl+K: Haku", "Alt+←: Takaisin"} <= told
    dialog.close()


def test_a_change_is_told_and_can_be_taken_back(seated: Running) -> None:
    desk = seated.window.page().desk
    desk.history.do(
        desk.worker, add_participant(kind=ParticipantKind.NAMED, first_name="Oona"), "Oona lisätty"
    )
    seated.idle()
    assert seated.window.toast.text() == "Oona lisätty"
    assert seated.window.toast.undo.isVisible()
    seated.window.rail.focus_chosen()
    seated.key("Ctrl+Z")
    seated.idle()
    assert seated.window.toast.text() == "Kumottu: Oona lisätty"
    assert not seated.window.toast.undo.isVisible()
    seated.key("Ctrl+Shift+Z")
    seated.idle()
    assert seated.window.toast.text() == "Oona lisätty"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Refused(Why.DISK_FULL, file="toimisto.punos"), "Levy on täynnä"),
        (Conflict(), "Mitään ei kirjoitettu yli"),
    ],
)
def test_a_refusal_is_told_in_a_sentence(seated: Running, error: Refused, told: str) -> None:
    seated.window.page().desk.trouble(error)
    assert told in seated.window.toast.text()
    assert seated.reports == []


def test_a_fault_of_ours_is_reported_and_the_program_goes_on(seated: Running) -> None:
    fault = Broken("koe")
    seated.program.house.worker.failed.emit(fault)
    assert seated.reports == [fault]
    assert "Raportti ilman nimiä" in seated.window.toast.text()
    seated.key("Ctrl+3")
    assert here(seated) == Place("groups")


def test_names_stand_beside_the_icons_in_a_wide_window(seated: Running) -> None:
    assert seated.window.rail.width() == 96
    seated.frame.resize(1700, 900)
    seated.turn()
    assert seated.window.rail.width() == 216
