# SPDX-License-Identifier: GPL-3.0-or-later
"""Another's name in somebody's entry is found in its Finnish forms."""

import pytest

from db.rules.names import Case, mentions
from db.rules.people import Person
from db.rules.words import ParticipantKind


def person(number: int, first: str, nickname: str = "") -> Person:
    return Person(number, ParticipantKind.NAMED, first, nickname=nickname)


GROUP = [
    person(1, "Petteri"),
    person(2, "Pekka"),
    person(3, "Satu"),
    person(4, "Markus"),
    person(5, "Ahmed"),
    person(6, "Máret"),
    person(7, "Toivo", nickname="Topi"),
    person(8, "Veikko"),
]
OONA = person(99, "Oona")


@pytest.mark.parametrize(
    ("form", "who", "case"),
    [
        ("Petteri", 1, Case.NOMINATIVE),
        ("Petterin", 1, Case.GENITIVE),
        ("petterille", 1, Case.ALLATIVE),
        ("Petteriä", 1, Case.PARTITIVE),
        ("Petteriltäkin", 1, Case.ABLATIVE),
        ("Petteriin", 1, Case.ILLATIVE),
        ("Pekan", 2, Case.GENITIVE),
        ("Pekkaa", 2, Case.PARTITIVE),
        ("Pekalla", 2, Case.ADESSIVE),
        ("Sadun", 3, Case.GENITIVE),
        ("Satua", 3, Case.PARTITIVE),
        ("Markuksen", 4, Case.GENITIVE),
        ("Ahmedin", 5, Case.GENITIVE),
        ("Ahmedille", 5, Case.ALLATIVE),
        ("Ahmeds", 5, Case.GENITIVE),
        ("Máretin", 6, Case.GENITIVE),
        ("Topilta", 7, Case.ABLATIVE),
        ("Veikosta", 8, Case.ELATIVE),
    ],
)
def test_a_name_is_found_in_its_forms(form, who, case) -> None:
    text = f"Oona harjoitteli puhelua ensin {form} kanssa."
    found = mentions(text, GROUP, OONA)
    assert [(m.participant_id, m.case, text[m.start : m.end]) for m in found] == [(who, case, form)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oona soitti Kelaan itse.",
        "Oonan kanssa sovittiin aika.",
        "Hänellä on toivoa.",
        "Toivo herää, kun puhelu sujuu.",
        "Petterson ja Satulinna eivät ole ryhmäläisiä.",
        "Markkinoilla oli pekonia.",
    ],
)
def test_other_words_are_left_alone(text) -> None:
    assert mentions(text, GROUP, OONA) == []


def test_a_name_that_is_a_word_is_found_by_its_capital() -> None:
    assert [m.participant_id for m in mentions("Kertoi, että Toivo auttoi.", GROUP, OONA)] == [7]


def test_every_mention_is_found_in_order() -> None:
    text = "Petteri ja Sadun veli. Petterille!"
    assert [m.participant_id for m in mentions(text, GROUP, OONA)] == [1, 3, 1]


def test_a_namesakes_name_is_let_be() -> None:
    assert mentions("Oona tuli.", [person(1, "Oona")], OONA) == []
    assert len(mentions("Oona tuli.", [person(1, "Oona")])) == 1
