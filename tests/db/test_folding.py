# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that are one to somebody who searches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.folding import fold, pattern


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Máret", "maret"),
        ("ČÁHPPE", "cahppe"),
        ("Đoŋŧe", "donte"),
        ("Åsa Öberg", "asa oberg"),
        ("ǯ", "z"),
    ],
)
def test_case_and_accents_do_not_count(written: str, folded: str) -> None:
    assert fold(written) == folded


_LETTERS = "aÁáBÄåčĐđØŋÖšŧŽʒǯ -'."


@given(st.text(_LETTERS, min_size=1))
def test_a_name_is_found_by_itself_and_by_its_folded_form(name: str) -> None:
    assert re.search(pattern(name), name)
    assert re.search(pattern(fold(name)), name)
