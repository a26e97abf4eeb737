# SPDX-License-Identifier: GPL-3.0-or-later
"""Making an office, by what a person sees and types."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from db.opening import open_office
from tests.desktop.programs import Running, Start

WORDS = "kolme sanaa peräkkäin"


def fill(running: Running, *texts: str) -> None:
    """Type into the fields on show, in their order."""
    lines = [line for line in running.frame.findChildren(QLineEdit) if line.isVisible()]
    assert len(lines) == len(texts)
    for line, text in zip(lines, texts, strict=True):
        line.setFocus()
        line.clear()
        running.type(text)


def choose_place(running: Running, path: Path) -> None:
    running.ask.give(path)
    running.press("Vaihda…")
    assert running.sees(path.name)


@pytest.fixture
def wizard(start: Start, tmp_path: Path) -> Running:
    """The wizard at its second step, the office to be kept in tmp_path/uusi.punos."""
    running = start()
    running.press("Luo toimisto")
    fill(running, "Harjunpään toimintakeskus", "Keskusta")
    choose_place(running, tmp_path / "uusi.punos")
    running.press("Jatka")
    assert running.sees("Vaihe 2/3")
    return running


def test_an_office_is_made_and_its_first_user_goes_in(wizard: Running, tmp_path: Path) -> None:
    fill(wizard, "Elina", "Kallio", WORDS, WORDS)
    wizard.press("Luo toimisto")
    wizard.wait(lambda: wizard.sees("Toimisto on valmis"))
    wizard.press("Siirry toimistoon")
    wizard.wait(lambda: wizard.program.sitting is not None and wizard.window is not None)
    assert wizard.sees("Elina K.")
    assert wizard.sees("Ryhmänohjaaja · Keskusta")
    wizard.key("Ctrl+L")
    wizard.locked()
    office = open_office(str(tmp_path / "uusi.punos"), WORDS)
    assert office.name == "Harjunpään toimintakeskus"
    office.close()


def test_the_file_follows_the_name_until_a_place_is_chosen(start: Start, tmp_path: Path) -> None:
    running = start()
    running.press("Luo toimisto")
    fill(running, "Äitien ryhmät", "Keskusta")
    assert running.sees("aitien-ryhmat.punos")
    choose_place(running, tmp_path / "oma.punos")
    fill(running, "Toinen nimi", "Keskusta")
    assert running.sees("oma.punos")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("", "Kallio", WORDS, WORDS), "Kirjoita etunimesi."),
        (("Elina", "Kallio", "lyhyt", "lyhyt"), "Salasana on liian lyhyt"),
        (("Elina", "Kallio", WORDS, "toinen sana"), "Salasanat eroavat."),
    ],
)
def test_what_is_missing_is_told_in_its_place(
    wizard: Running, tmp_path: Path, texts: tuple[str, ...], told: str
) -> None:
    fill(wizard, *texts)
    wizard.press("Luo toimisto")
    assert wizard.sees(told)
    assert not (tmp_path / "uusi.punos").exists()


def test_an_office_needs_a_name_and_a_unit(start: Start) -> None:
    running = start()
    running.press("Luo toimisto")
    running.press("Jatka")
    assert running.sees("Anna toimistolle nimi.")
    fill(running, "Harjunpää", "")
    running.press("Jatka")
    assert running.sees("Anna toimipisteelle nimi.")


def test_a_file_that_is_there_is_never_overwritten(wizard: Running, tmp_path: Path) -> None:
    other = tmp_path / "uusi.punos"
    other.write_bytes(b"something else")
    before = other.read_bytes()
    fill(wizard, "Elina", "Kallio", WORDS, WORDS)
    wizard.press("Luo toimisto")
    wizard.wait(lambda: wizard.sees("Vaihe 1/3"))
    assert wizard.sees("on jo olemassa")
    assert other.read_bytes() == before


def test_a_step_that_is_done_can_be_gone_back_to(wizard: Running) -> None:
    wizard.press("Takaisin")
    assert wizard.sees("Vaihe 1/3")
    lines = [line.text() for line in wizard.frame.findChildren(QLineEdit) if line.isVisible()]
    assert lines == ["Harjunpään toimintakeskus", "Keskusta"]
    wizard.press("Peru")
    assert wizard.sees("Tervetuloa Punokseen")


def test_the_strength_of_a_password_is_said_in_words(wizard: Running) -> None:
    fill(wizard, "Elina", "Kallio", "lyhyt", "")
    assert wizard.sees("Liian lyhyt")
    fill(wizard, "Elina", "Kallio", WORDS, "")
    assert wizard.sees("Vahva")
