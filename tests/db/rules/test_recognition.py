# SPDX-License-Identifier: GPL-3.0-or-later
"""Who somebody in a register is taken for, and when nobody but a person can tell."""

import pytest

from db.rules.recognition import Acquaintance, Match, recognise
from db.rules.register import RegisterPerson

MEMBER, KNOWN, NEW, UNSURE = Match.MEMBER, Match.KNOWN, Match.NEW, Match.UNSURE


def person(name: str, **told) -> RegisterPerson:
    first, _, last = name.partition(" ")
    return RegisterPerson(first, last, **told)


def known(number: int, name: str, *, member: bool = False) -> Acquaintance:
    first, _, last = name.partition(" ")
    return Acquaintance(number, first, last, member)


def outcome(people, office) -> list[tuple[Match, int | None]]:
    return [(one.match, one.participant_id) for one in recognise(people, office)]


AATU = person("Aatu Laine")


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ([], (NEW, None)),
        ([known(1, "Aatu Laine")], (KNOWN, 1)),
        ([known(1, "AATU  laine", member=True)], (MEMBER, 1)),
        ([known(1, "Aatu Laine"), known(2, "Aatu Laine", member=True)], (MEMBER, 2)),
        ([known(1, "Aatu Laine"), known(2, "Aatu Laine")], (UNSURE, None)),
        ([known(n, "Aatu Laine", member=True) for n in (1, 2)], (UNSURE, None)),
        ([known(1, "Aatu Lainé", member=True)], (NEW, None)),
    ],
)
def test_one_row(office, expected) -> None:
    assert outcome([AATU], office) == [expected]


def test_namesakes_find_themselves_again_in_their_order() -> None:
    office = [known(9, "Aatu Laine", member=True), known(4, "Aatu Laine", member=True)]
    assert outcome([AATU, person("Inka Mäki"), AATU], office) == [
        (MEMBER, 4), (NEW, None), (MEMBER, 9),
    ]  # fmt: skip


@pytest.mark.parametrize("member", [True, False])
def test_two_rows_and_one_known_is_for_a_person_to_tell(member) -> None:
    assert outcome([AATU, AATU], [known(1, "Aatu Laine", member=member)]) == [(UNSURE, None)] * 2


def test_an_initial_may_be_somebody_but_is_taken_for_nobody() -> None:
    office = [
        known(1, "Oona Hietala"),
        known(2, "Oona Hakala", member=True),
        known(3, "Oona Virta"),
    ]
    found = recognise([person("Oona H."), person("Oona")], office)
    assert [(one.match, one.candidates, one.members) for one in found] == [
        (NEW, (2, 1), 1),
        (NEW, (2, 1, 3), 1),
    ]


def test_what_a_person_has_said_goes_before_the_name() -> None:
    office = [known(1, "Aatu Laine", member=True), known(2, "Inka Mäki")]
    people = [person("Aatu Laine", is_new=True), person("Aatu Laine", participant_id=2), AATU]
    assert outcome(people, office) == [(NEW, None), (KNOWN, 2), (MEMBER, 1)]
