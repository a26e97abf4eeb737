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
        (["Oo", "Oo"], "O "),
        (["", "1"], "  "),
        (["Äijö"], "Ä"),
    ],
)
def test_first_letters_go_first_and_the_rest_take_what_is_free(names, letters) -> None:
    assert letters_for(names) == [letter.strip() for letter in letters]


def test_long_lists_get_none() -> None:
    assert letters_for(["Aatu"] * 27) == [""] * 27


@given(st.lists(st.text("abcdeåäö .", max_size=6), max_size=26))
def test_no_letter_is_given_twice_and_each_is_in_its_name(names) -> None:
    given_letters = letters_for(names)
    told = [letter for letter in given_letters if letter]
    assert len(told) == len(set(told))
    assert all(letter in name.upper() for letter, name in zip(given_letters, names, strict=True))
