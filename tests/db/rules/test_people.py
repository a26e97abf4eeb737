# SPDX-License-Identifier: GPL-3.0-or-later
"""What people are called on screens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.people import Called, Person, initials, name_order, short_name, short_names
from db.rules.words import ParticipantKind

NAMED, CODED, UNNAMED = ParticipantKind


def called(*names: tuple[str, str]) -> list[str]:
    people = [Person(i, NAMED, first, last) for i, (first, last) in enumerate(names)]
    return [name.text for name in short_names(people).values()]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([("Oona", "Hakala")], ["Oona H."]),
        ([("Oona", "")], ["Oona"]),
        ([("Oona", "Heino"), ("Oona", "Hietala")], ["Oona He.", "Oona Hi."]),
        ([("Oona", "Heino"), ("Oona", "Heinonen")], ["Oona Heino", "Oona Heinon."]),
        ([("Oona", "Heino"), ("Oona", "Heino")], ["Oona H. (1)", "Oona H. (2)"]),
        ([("Oona", "Heino"), ("Inka", "Hietala")], ["Oona H.", "Inka H."]),
        ([("Oona", ""), ("Oona", "")], ["Oona (1)", "Oona (2)"]),
        ([("Ebba", "von Essen")], ["Ebba E."]),
        ([("Ilta", "Ö")], ["Ilta Ö."]),
    ],
)
def test_as_little_of_the_last_name_as_tells_people_apart(names, shown) -> None:
    assert called(*names) == shown


def test_a_code_is_a_name_and_the_anonymous_are_numbered() -> None:
    people = [
        Person(5, UNNAMED),
        Person(3, CODED, code="K-17"),
        Person(4, UNNAMED),
        Person(6, UNNAMED, nickname="Punapipo"),
    ]
    assert short_names(people) == {
        3: Called("K-17"),
        4: Called("", 1),
        5: Called("", 2),
        6: Called("Punapipo"),
    }
    assert Called("", 2).said("Nimetön {number}") == "Nimetön 2"
    assert Called("Oona H.").said("Nimetön {number}") == "Oona H."


names = st.text("AaBbÄö -", max_size=4)


@given(st.lists(st.tuples(names.filter(str.strip), names), max_size=8))
def test_no_two_people_are_called_alike(pairs) -> None:
    people = [
        Person(i, NAMED, first.strip(), last.strip()) for i, (first, last) in enumerate(pairs)
    ]
    shown = [name.text for name in short_names(people).values()]
    assert len(set(shown)) == len(people)


def test_finnish_alphabetical_order() -> None:
    names = ["Öljy", "Ylva", "Ärja", "Åke", "Zaida", "Šeija", "Sanna", "Vilma", "Wilma", "Ülle"]
    told = ["Sanna", "Šeija", "Vilma", "Wilma", "Ülle", "Ylva", "Zaida", "Åke", "Ärja", "Öljy"]
    assert sorted(names, key=name_order) == told


def test_staff_and_avatars() -> None:
    assert short_name("Elina", "Kallio") == "Elina K."
    assert [initials(n) for n in ("Oona H.", "Oona", "", "K-17")] == ["OH", "O", "", "K"]
