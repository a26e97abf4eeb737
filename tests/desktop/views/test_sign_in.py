# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in by what a person sees: every way in, and every reason why not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import text

from db.engine import file_engine
from db.opening import open_office
from db.slots import beside
from desktop.entrance import DEMO_PASSWORD
from tests.conftest import PASSWORD, Template
from tests.desktop.programs import Start


def test_the_first_start_offers_three_ways(start: Start) -> None:
    running = start()
    assert running.sees("Tervetuloa Punokseen")
    for way in ("Luo toimisto", "Avaa toimisto", "Kokeile esittelytoimistoa"):
        assert running.button(way).isEnabled()


def test_a_known_office_asks_for_the_password_and_opens(start: Start, office_file: Path) -> None:
    running = start(office_file)
    assert running.sees("toimisto.punos")
    assert not running.sees("Elina")
    running.sign_in()
    assert running.sees("Elina K.")
    assert running.sees("Ryhmänohjaaja · Keskusta")
    assert running.settings.last_office == str(office_file)


def test_the_last_office_comes_up_by_itself(start: Start, office_file: Path) -> None:
    first = start(office_file)
    first.sign_in()
    assert start().sees("toimisto.punos")


def test_a_wrong_password_is_told_under_its_field(start: Start, office_file: Path) -> None:
    running = start(office_file)
    running.sign_in("salasana-2")
    assert running.sees("Salasana ei ole oikein. Tarkista Caps Lock ja yritä uudelleen.")
    line = running.body.password.line
    assert line.property("error") is True
    assert line.text() == ""
    assert QApplication.focusWidget() is line
    running.type("s")
    assert not running.sees("Salasana ei ole oikein")


def test_the_wait_grows_and_is_told_in_seconds(start: Start, office_file: Path) -> None:
    running = start(office_file)
    for _ in range(3):
        running.sign_in("salasana-2")
    running.moment += 0.5
    running.wait(lambda: running.sees("Odota 2 sekuntia"))
    assert not running.body.button.isEnabled()
    running.type(PASSWORD)
    running.key("Return")
    assert running.program.sitting is None
    running.moment += 1
    running.wait(lambda: running.sees("Odota 1 sekunti"))
    running.moment += 1
    running.wait(running.body.button.isEnabled)
    running.body.password.line.clear()
    running.sign_in("salasana-2")
    running.moment += 0.5
    running.wait(lambda: running.sees("Odota 4 sekuntia"))
    running.moment += 5
    running.wait(running.body.button.isEnabled)
    running.sign_in()
    assert running.program.sitting is not None


def test_caps_lock_is_told_from_the_letters(start: Start, office_file: Path) -> None:
    running = start(office_file)
    line = running.body.password.line
    QTest.keyClick(line, Qt.Key.Key_A)
    assert not running.sees("Caps Lock on päällä")
    QTest.keyClick(line, "A")
    assert running.sees("Caps Lock on päällä")
    QTest.keyClick(line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not running.sees("Caps Lock on päällä")


def test_the_password_can_be_shown_and_hidden(start: Start, office_file: Path) -> None:
    running = start(office_file)
    field = running.body.password
    running.type("salainen")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Piilota salasana"
    field.eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_a_missing_office_is_told_at_once_and_may_come_back(
    start: Start, empty_template: Template, tmp_path: Path
) -> None:
    running = start(tmp_path / "toimisto.punos")
    assert running.sees("”toimisto.punos” ei löydy")
    empty_template.copy(tmp_path)
    running.press("Yritä uudelleen")
    running.idle()
    running.sign_in()
    assert running.sees("Elina K.")


def test_an_office_without_keys_is_told_before_anything_is_typed(
    start: Start, office_file: Path
) -> None:
    for keys in beside(office_file):
        keys.unlink()
    running = start(office_file)
    running.wait(lambda: running.sees("avaintiedosto puuttuu"))
    assert running.sees("Siihen ei koskettu.")


def test_a_file_that_is_no_office_is_told(start: Start, tmp_path: Path) -> None:
    other = tmp_path / "muu.punos"
    other.write_bytes(b"")
    running = start(other)
    running.wait(lambda: running.sees("ei ole Punoksen toimisto"))


def test_a_damaged_office_is_told_and_left_alone(start: Start, office_file: Path) -> None:
    before = b"\x07" * office_file.stat().st_size
    office_file.write_bytes(before)
    running = start(office_file)
    running.sign_in()
    assert running.sees("on vaurioitunut")
    assert office_file.read_bytes() == before


def test_an_office_of_a_newer_punos_is_told(
    start: Start, office_file: Path, empty_template: Template
) -> None:
    engine = file_engine(office_file, empty_template.key)
    with engine.begin() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        conn.execute(text("UPDATE office SET program_version = '99.0'"))
    engine.dispose()
    running = start(office_file)
    running.sign_in()
    assert running.sees("uudemmalla Punoksella")
    assert running.sees("99.0")


def test_an_office_open_elsewhere_can_be_tried_again(start: Start, office_file: Path) -> None:
    elsewhere = open_office(str(office_file), PASSWORD)
    running = start(office_file)
    running.sign_in()
    assert running.sees("on auki muualla")
    elsewhere.close()
    running.press("Yritä uudelleen")
    running.wait(lambda: running.program.sitting is not None and running.window is not None)
    assert running.sees("Elina K.")


def test_another_office_can_be_opened(start: Start, office_file: Path) -> None:
    running = start(office_file)
    running.ask.give(None, office_file)
    running.press("Toinen toimisto")
    assert running.sees("toimisto.punos")
    running.press("Toinen toimisto")
    assert running.ask.waiting == 0
    running.sign_in()
    assert running.sees("Elina K.")


@pytest.mark.parametrize(
    ("chosen", "title"), [("SV", "Logga in"), ("EN", "Sign in"), ("FI", "Kirjaudu")]
)
def test_the_language_can_be_chosen_before_signing_in(
    start: Start, office_file: Path, chosen: str, title: str
) -> None:
    running = start(office_file, language="fi" if chosen != "FI" else "sv")
    running.press(chosen)
    assert running.sees(title)
    assert running.settings.language == chosen.casefold()


def test_no_name_stands_in_the_title(start: Start, office_file: Path) -> None:
    running = start(office_file)
    running.sign_in()
    assert running.frame.windowTitle() == "Punos"


def test_a_demonstration_office_is_made_and_its_password_told(start: Start, tmp_path: Path) -> None:
    pytest.importorskip("db.demo")
    running = start()
    running.ask.give(tmp_path / "esittely.punos")
    running.press("Kokeile esittelytoimistoa")
    running.wait(lambda: running.sees(DEMO_PASSWORD))
    running.sign_in(DEMO_PASSWORD)
    assert running.program.sitting is not None
