# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in sheet: everybody expected by first name and initial, rows for visitors, no more."""

import pytest

from db.rules.words import Openness
from desktop.documents.sign_in import sign_in_pdf
from desktop.words import LANGUAGES, Words
from tests.desktop.documents.pages import BY, Read, sheet


def printed(*names: str, language="fi", **more) -> Read:
    return Read(sign_in_pdf(sheet(*names, **more), Words(language), BY))


def test_everybody_has_a_row_and_visitors_three_more() -> None:
    read = printed("Aatu L.", "Máret Č.", "Ǯaannâ K.")
    assert len(read.pages) == 1
    assert [name for name in ("Aatu L.", "Máret Č.", "Ǯaannâ K.") if name not in read.text] == []
    assert read.text.count("kävijä") == 3
    assert "Listaan ei kirjoiteta sukunimeä" in read.text
    assert "Nimilista hävitetään" in read.text


def test_where_anybody_may_walk_in_the_page_is_full_of_rows() -> None:
    read = printed("Aatu L.", openness=Openness.OPEN)
    assert len(read.pages) == 1
    assert read.text.count("kävijä") == 12


def test_sixty_people_go_on_over_pages_with_their_numbers() -> None:
    read = printed(*(f"Nimi{n} K." for n in range(60)))
    assert len(read.pages) == 4
    assert [n for n in range(60) if f"Nimi{n} K." not in read.text] == []
    assert all("Nimikirjaimet" in page for page in read.pages[:3])


def test_a_very_long_name_is_whole() -> None:
    assert "Maria-Kristiina-Annabella V." in printed("Maria-Kristiina-Annabella V.").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_without_names_is_a_page_in_every_language(language: str) -> None:
    assert len(printed(language=language).pages) == 1
