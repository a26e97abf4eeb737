# SPDX-License-Identifier: GPL-3.0-or-later
"""Locking: what is kept, what is forgotten, and who comes back where."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid
from sqlalchemy import select

from db.keys import Attempts, wrap
from db.log import Deed
from db.models import LogLine, Staff
from db.opening import open_office, ring_of
from db.rules.words import StaffRole
from db.slots import Ring, save_beside
from db.work import Ask, Do, nobody
from desktop.desk import Place
from tests.conftest import PASSWORD
from tests.desktop.programs import Running, Start


def lock(running: Running) -> None:
    running.key("Ctrl+L")
    running.locked()


def test_the_button_locks_and_the_office_is_let_go(seated: Running, office_file: Path) -> None:
    seated.press("Lukitse")
    seated.locked()
    assert seated.sees("Lukittu")
    assert seated.sees("Elina K.")
    elsewhere = open_office(str(office_file), PASSWORD)
    elsewhere.close()


def test_nothing_of_the_main_window_is_left(seated: Running) -> None:
    window, sitting = seated.window, seated.program.sitting
    lock(seated)
    seated.turn()
    assert not isValid(window)
    assert not isValid(sitting)


def test_what_is_being_written_is_saved_first(seated: Running) -> None:
    seated.type("kesken")
    lock(seated)
    assert seated.settled[-1] == "kesken"
    assert seated.sees("Keskeneräiset kirjaukset ovat tallessa.")


def test_the_same_person_comes_back_to_the_same_place(seated: Running) -> None:
    seated.key("Ctrl+3")
    seated.program.sitting.go(Place("group", 7))
    lock(seated)
    assert not seated.sees("Paikka 7")
    seated.sign_in()
    assert seated.window.page().place == Place("group", 7)
    assert QApplication.focusWidget() is seated.window.page().line
    seated.key("Alt+Left")
    assert seated.window.page().place == Place("groups")


def test_another_person_starts_at_today(start: Start, office_file: Path) -> None:
    office = open_office(str(office_file), PASSWORD)
    mikko = office.write(
        Do(
            "hire",
            lambda tx: tx.add(Staff, first_name="Mikko", last_name="Salo", role=StaffRole.LEADER),
        )
    ).value
    office.close()
    ring = ring_of(str(office_file))
    key, _ = ring.open(PASSWORD, Attempts())
    slot = wrap(key, "mikon salasana", uid=ring.uid, label=str(mikko))
    save_beside(office_file, Ring(ring.uid, (*ring.slots, slot)))
    running = start(office_file)
    running.sign_in()
    running.key("Ctrl+3")
    lock(running)
    running.sign_in("mikon salasana")
    assert running.sees("Mikko S.")
    assert running.window.page().place == Place("today")


def test_it_locks_by_itself_after_the_minutes_chosen(seated: Running) -> None:
    seated.settings.lock_after = 10
    idle = seated.program.sitting.idle
    seated.moment += 599
    idle.check()
    assert seated.program.sitting is not None
    seated.key("Shift")
    seated.moment += 599
    idle.check()
    assert seated.program.sitting is not None
    seated.moment += 1
    idle.check()
    seated.locked()
    assert seated.sees("Lukittui 10 minuutin käyttämättömyyden jälkeen.")


def test_what_cannot_be_saved_keeps_the_office_open(seated: Running) -> None:
    seated.window.page().setProperty("unsaved", True)
    seated.key("Ctrl+L")
    assert seated.program.sitting is not None
    assert seated.window.toast.text() == "Jotain on vielä tallentamatta. Yritä tallentaa ensin."
    seated.window.page().setProperty("unsaved", False)
    lock(seated)
    assert seated.sees("Lukittu")


def test_an_open_dialog_does_not_hinder_the_lock(seated: Running) -> None:
    dialog = QDialog(seated.window)
    dialog.setModal(True)
    dialog.show()
    seated.program.sitting.lock()
    seated.locked()
    assert seated.sees("Lukittu")


def test_closing_the_window_saves_and_lets_go(seated: Running, office_file: Path) -> None:
    seated.type("kesken")
    seated.frame.close()
    seated.wait(lambda: not seated.frame.isVisible())
    assert seated.settled[-1] == "kesken"
    seated.program.house.worker.lock()
    open_office(str(office_file), PASSWORD).close()


@pytest.mark.parametrize("deed", [Deed.SIGN_IN, Deed.LOCK])
def test_coming_and_going_are_in_the_log(seated: Running, office_file: Path, deed: Deed) -> None:
    lock(seated)
    office = open_office(str(office_file), PASSWORD)
    lines = office.read(
        Ask(
            "log",
            lambda conn: conn.execute(select(LogLine.deed).order_by(LogLine.seq)).scalars().all(),
            nobody,
        )
    )
    office.close()
    assert deed.value in lines
