# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter for each row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.mnemonics import letters_for


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["Aatu L.", "Inka M.", "Oona H."], "AIO"),
        (["Máret Č.", "Matti A."], "MA"),
        (["Petteri V.", "Pekka V.", "Eero A."], "PKE"),
        (["Oo", "Oo"], "OA"),
        (["", "1", "Aa"], "BCA"),
        (["Äijö"], "Ä"),
    ],
)
def test_first_letters_go_first_and_the_rest_take_what_is_free(names, letters) -> None:
    assert letters_for(names) == list(letters)


def test_long_lists_get_none() -> None:
    assert letters_for(["Aatu"] * 27) == [""] * 27


@given(st.lists(st.text("abcdeåäö .", max_size=6), max_size=26))
def test_everybody_gets_a_letter_and_no_two_the_same(names) -> None:
    letters = letters_for(names)
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(names)
