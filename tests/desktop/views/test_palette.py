# SPDX-License-Identifier: GPL-3.0-or-later
"""The command search, from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.actions.people import add_participant
from db.rules.words import ParticipantKind
from desktop.desk import Place
from tests.desktop.programs import Running


@pytest.fixture
def searching(seated: Running) -> Running:
    """The search is open in an office where Máret Čáhppe and Oona Hakala are."""
    worker = seated.program.house.worker
    for first, last in (("Máret", "Čáhppe"), ("Oona", "Hakala")):
        worker.write(
            worker,
            add_participant(kind=ParticipantKind.NAMED, first_name=first, last_name=last),
        )
    seated.key("Ctrl+K")
    seated.idle()
    return seated


def lines(running: Running) -> list[str]:
    listed = running.window.search.list.model()
    return [listed.index(row, 0).data() for row in range(listed.rowCount())]


def current(running: Running) -> str:
    return running.window.search.list.currentIndex().data()


def test_it_opens_with_the_keyboard_and_lists_commands(searching: Running) -> None:
    assert QApplication.focusWidget() is searching.window.search.field
    assert lines(searching)[:3] == ["Tulosta today", "Tänään", "Ryhmät"]
    assert "Lukitse" in lines(searching)


def test_a_person_is_found_by_a_few_letters_and_opened(searching: Running) -> None:
    searching.type("maret")
    searching.wait(lambda: lines(searching) == ["Máret Č."])
    searching.key("Return")
    assert searching.window.page().place.page == "person"
    assert searching.window.search.isHidden()


def test_enter_waits_for_the_answer_to_what_was_typed(searching: Running) -> None:
    searching.type("oona")
    searching.key("Return")
    searching.wait(lambda: searching.window.page().place.page == "person")


def test_arrows_go_round_and_enter_runs_a_command(searching: Running) -> None:
    searching.key("Up")
    assert current(searching) == lines(searching)[-1]
    searching.key("Down")
    searching.key("Down")
    searching.key("Down")
    assert current(searching) == "Ryhmät"
    searching.key("Return")
    assert searching.window.page().place == Place("groups")


def test_esc_closes_it_and_gives_the_keyboard_back(searching: Running) -> None:
    searching.key("Esc")
    assert searching.window.search.isHidden()
    assert QApplication.focusWidget() is searching.window.page().line


def test_nothing_found_is_said(searching: Running) -> None:
    searching.type("qqqq")
    searching.wait(lambda: searching.sees("Mitään ei löytynyt."))
    searching.key("Return")
    assert searching.window.page().place == Place("today")


def test_every_line_says_itself_to_a_screen_reader(searching: Running) -> None:
    searching.type("lukitse")
    searching.wait(lambda: lines(searching) == ["Lukitse"])
    index = searching.window.search.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Lukitse, Toiminto, Ctrl+L"
