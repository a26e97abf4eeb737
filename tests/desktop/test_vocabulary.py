# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of attendance, sessions and goals."""

import pytest

from db.rules.words import MarkKind, SessionState
from desktop.vocabulary import (
    MARK_KEYS,
    level_name,
    mark_key,
    mark_name,
    not_expected,
    person_name,
    state_name,
)
from desktop.words import LANGUAGES, Words

FINNISH, SWEDISH, ENGLISH = (Words(language) for language in LANGUAGES)


def test_marks_are_spelt_out() -> None:
    told = [[mark_name(w, mark) for mark in (*MarkKind, None)] for w in (FINNISH, SWEDISH, ENGLISH)]
    assert told == [
        ["Paikalla", "Myöhässä", "Poissa, ilmoitettu", "Poissa", "Kirjaamatta"],
        ["Närvarande", "Sen", "Anmäld frånvaro", "Frånvarande", "Ej antecknad"],
        ["Present", "Late", "Absent, notified", "Absent", "Unrecorded"],
    ]
    assert not_expected(FINNISH) == "Ei odotettu"


def test_every_mark_has_its_key() -> None:
    assert {mark_key(mark): mark for mark in MarkKind} == MARK_KEYS


@pytest.mark.parametrize("words", [FINNISH, SWEDISH, ENGLISH], ids=LANGUAGES)
def test_every_state_and_level_has_a_word_of_its_own(words: Words) -> None:
    states = [*SessionState, "not_recorded", "nobody_came", "running", "upcoming", "done"]
    assert len({state_name(words, state) for state in states}) == len(states)
    assert len({level_name(words, level) for level in range(-2, 3)}) == 5


def test_people_by_what_is_known_of_them() -> None:
    told = [
        person_name(FINNISH, "Oona", "Hakala"),
        person_name(FINNISH, "", code="K-17"),
        person_name(FINNISH, ""),
    ]
    assert told == ["Oona H.", "K-17", "Nimetön"]
