# SPDX-License-Identifier: GPL-3.0-or-later
"""The hint beside a new password."""

import pytest

from db.errors import Refused
from db.keys import check_password
from desktop.password_strength import LEAST, strength


@pytest.mark.parametrize(
    ("password", "worth"),
    [
        ("", 0),
        ("lyhyt12", 0),
        ("salasana", 1),
        ("aaaaaaaaaaaaaaaaaaaa", 1),
        ("abcdefghijklmnopqrst", 1),
        ("1234567890123456", 1),
        ("kissa ja koira", 2),
        ("kolme sanaa peräkkäin", 3),
    ],
)
def test_length_counts_and_repetition_does_not(password: str, worth: int) -> None:
    assert strength(password) == worth


def test_what_is_too_short_here_is_refused_there() -> None:
    check_password("x" * LEAST)
    with pytest.raises(Refused):
        check_password("x" * (LEAST - 1))
