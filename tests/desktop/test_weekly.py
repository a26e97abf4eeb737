# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekly times in words, in three languages."""

from datetime import date

import pytest

from db.rules.recurrence import weekly
from desktop.weekly import every, span_text, weekly_days, weekly_text
from desktop.words import Words


@pytest.mark.parametrize("days", [[0], [1, 3], [0, 1, 2, 3, 4], list(range(7))])
@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_what_the_rules_write_is_read_back(days: list[int], weeks: int) -> None:
    rule = weekly(days, weeks)
    assert (weekly_days(rule), every(rule)) == (days, weeks)


@pytest.mark.parametrize(
    ("language", "days", "weeks", "told"),
    [
        ("fi", [1, 3], 1, "tiistaisin ja torstaisin klo 10.00–12.00"),
        ("fi", [0, 1, 2, 3, 4], 1, "arkipäivisin klo 10.00–12.00"),
        ("fi", [6], 2, "sunnuntaisin klo 10.00–12.00, joka toinen viikko"),
        ("fi", list(range(7)), 3, "joka päivä klo 10.00–12.00, joka 3. viikko"),
        ("sv", [1, 3], 1, "tisdagar och torsdagar kl. 10.00–12.00"),
        ("en", [0, 2, 4], 2, "Mondays, Wednesdays and Fridays at 10:00–12:00, every other week"),
    ],
)
def test_a_weekly_time_in_words(language: str, days: list[int], weeks: int, told: str) -> None:
    assert weekly_text(Words(language), weekly(days, weeks), 600, 120) == told


def test_another_rule_is_only_said_to_repeat() -> None:
    assert (
        weekly_text(Words("fi"), "FREQ=MONTHLY;BYDAY=1MO", 1410, 60) == "toistuvasti klo 23.30–0.30"
    )


def test_the_span_of_a_series() -> None:
    words = Words("fi")
    assert span_text(words, date(2027, 1, 12), date(2027, 6, 30)) == "12.1.–30.6.2027"
    assert span_text(words, date(2027, 1, 12), None) == "12.1.2027–"
