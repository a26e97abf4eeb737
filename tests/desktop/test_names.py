# SPDX-License-Identifier: GPL-3.0-or-later
"""Names on screen and paper, and texts in file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.names import by_surname, full, initials, short, slug, told_apart


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("Oona", "Hakala", "Oona H."),
        ("Máret", "", "Máret"),
        ("", "", ""),
        ("Axel", "von Hertz", "Axel H."),
        ("Anna-Liisa", "Aalto-Niemi", "Anna-Liisa A."),
        ("Åke", "Å", "Åke Å"),
    ],
)
def test_the_short_name(first: str, last: str, told: str) -> None:
    assert short(first, last) == told


def test_the_other_forms() -> None:
    assert (full("Oona", "Hakala"), by_surname("Oona", "Hakala")) == ("Oona Hakala", "Hakala Oona")
    assert (full("Oona", ""), by_surname("Oona", ""), initials("oona", "")) == ("Oona", "Oona", "O")


def test_people_of_one_first_name_are_told_apart() -> None:
    people = [("Oona", "Hakala"), ("Petteri", "Niemi"), ("Oona", "Heino"), ("Oona", "Salo")]
    assert told_apart(people) == ["Oona Ha.", "Petteri N.", "Oona He.", "Oona S."]


def test_namesakes_are_numbered() -> None:
    assert told_apart([("Aamu", "Ek"), ("Aamu", "Ek"), ("Aamu", "")]) == [
        "Aamu Ek (1)",
        "Aamu Ek (2)",
        "Aamu",
    ]
    assert told_apart([("Aamu", ""), ("Aamu", "")]) == ["Aamu (1)", "Aamu (2)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Äitien ryhmä / kevät", "aitien-ryhma-kevat"),
        ("Čáhcesuolu ŋ", "cahcesuolu-n"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-punos"),
        ("𝕊aunaø", "saunao"),
        ("<img src=x>", "img-src-x"),
        ("\u202egnp.exe", "gnp-exe"),
        ("группа", "punos"),
        ("", "punos"),
    ],
)
def test_a_part_of_a_file_name(text: str, told: str) -> None:
    assert slug(text) == told


@given(st.text())
def test_nothing_but_letters_digits_and_hyphens_gets_into_a_file_name(text: str) -> None:
    told = slug(text)
    assert set(told) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(told) <= 66
    assert told == told.strip("-")
    assert slug(told) == told


@given(st.lists(st.tuples(st.sampled_from(["Oona", "Aamu"]), st.sampled_from(["Ek", "Eko", ""]))))
def test_no_two_shown_names_are_alike(people: list[tuple[str, str]]) -> None:
    shown = told_apart(people)
    assert len(set(shown)) == len(people)
