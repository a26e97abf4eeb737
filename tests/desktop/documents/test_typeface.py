# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters find a font that has them, and lines break where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typeface import fitted, one_line, runs, shrunk, width, wrapped


@pytest.mark.parametrize("text", ["Åäö", "Máret Č. đŋŧ", "Zażółć", "Ирина", "10.00–12.00 × ½"])
def test_plex_has_finnish_sami_polish_and_russian(text: str) -> None:
    assert [name for name, _ in runs(text, "Regular")] == ["IBMPlexSans-Regular"]


@pytest.mark.parametrize("style", ["Regular", "Medium", "SemiBold", "Italic"])
@pytest.mark.parametrize("letter", "ʒǯǧǥǩ")
def test_skolt_sami_letters_come_from_inter(letter: str, style: str) -> None:
    assert runs(f"a{letter}b", style) == [
        (f"IBMPlexSans-{style}", "a"), (f"Inter-{style}", letter), (f"IBMPlexSans-{style}", "b"),
    ]  # fmt: skip


@given(st.text(alphabet="aåʒ -\u00a0é1", max_size=60), st.sampled_from([40.0, 80.0, 300.0]))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = list(wrapped(text, "Regular", 11, room))
    assert all(width(line, "Regular", 11) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_number_stays_with_its_unit() -> None:
    text = "Kesto on noin 120\u00a0min"
    narrow = width("Kesto on noin 120", "Regular", 11) + 1
    assert list(wrapped(text, "Regular", 11, narrow)) == ["Kesto on noin", "120\u00a0min"]


def test_a_long_name_breaks_at_its_hyphen() -> None:
    assert list(wrapped("Marjatta-Leena", "Regular", 11, 60)) == ["Marjatta-", "Leena"]


def test_what_does_not_fit_ends_in_an_ellipsis_or_shrinks() -> None:
    assert fitted("Kuulumiset", "Regular", 11, 40).endswith("…")
    assert fitted("Ohjelma", "Regular", 11, 400) == "Ohjelma"
    assert shrunk("Kuulumiset", "Regular", 11, 1000, 8) == 11
    assert shrunk("Kuulumiset", "Regular", 11, 1, 8) == 8


def test_signs_that_cannot_be_drawn_become_spaces() -> None:
    assert one_line("a\tb\nc\u200ed") == "a b c d"
