# SPDX-License-Identifier: GPL-3.0-or-later
"""Series to dates: tables for what a leader would expect, properties for what must always hold."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refused
from db.rules.closed_days import finnish
from db.rules.recurrence import at, ends, expand, weekly
from db.rules.words import HolidayRule

HELSINKI = ZoneInfo("Europe/Helsinki")
MAY = {"starts_on": date(2027, 5, 1), "ends_on": date(2027, 5, 31)}


def days(rule: str, **options) -> list[int]:
    return [slot.date.day for slot in expand(rule, **MAY, **options)]


def test_chosen_weekdays() -> None:
    assert days(weekly([1, 3])) == [4, 6, 11, 13, 18, 20, 25, 27]


def test_every_second_week() -> None:
    assert days(weekly([1], every=2)) == [11, 25]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (HolidayRule.SKIP, [13, 20, 27]),
        (HolidayRule.MOVE, [7, 13, 20, 27]),
        (HolidayRule.SLIDE, [13, 20, 27]),
    ],
)
def test_ascension_day_is_minded(rule: HolidayRule, expected: list[int]) -> None:
    holidays = finnish(range(2027, 2028))
    assert days(weekly([3]), holidays=holidays, on_holiday=rule) == expected


def test_a_slid_series_remembers_which_occurrence_each_one_is() -> None:
    slots = expand(weekly([3]), **MAY, holidays=[date(2027, 5, 6)], on_holiday=HolidayRule.SLIDE)
    assert [(s.original.day, s.date.day) for s in slots] == [(6, 13), (13, 20), (20, 27)]


def test_extra_and_excluded_dates() -> None:
    extra, out = [date(2027, 5, 1)], [date(2027, 5, 11)]
    assert days(weekly([1]), extra=extra, excluded=out) == [1, 4, 18, 25]


def test_dates_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(Refused):
        expand(weekly([1]), starts_on=date(2027, 5, 2), ends_on=date(2027, 5, 1))


def test_the_finnish_closed_days_of_2027() -> None:
    named = finnish(range(2027, 2028))
    closed = [
        (1, 1),
        (1, 6),
        (3, 26),
        (3, 29),
        (5, 1),
        (5, 6),
        (6, 25),
        (6, 26),
        (12, 6),
        (12, 24),
        (12, 25),
    ]
    assert all(date(2027, month, day) in named for month, day in closed)


def test_wall_time_holds_through_daylight_saving() -> None:
    before, after = date(2027, 3, 27), date(2027, 3, 29)
    assert at(before, 600, HELSINKI) == datetime(2027, 3, 27, 8, 0, tzinfo=UTC)
    assert at(after, 600, HELSINKI) == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)


def test_a_session_over_midnight_and_the_clock_change_lasts_what_it_says() -> None:
    start = at(date(2027, 10, 30), 23 * 60, HELSINKI)
    assert ends(start, 360) - start == timedelta(hours=6)


@given(
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    every=st.integers(1, 4),
    first=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    length=st.integers(0, 400),
    off=st.sets(st.integers(0, 400), max_size=20),
    rule=st.sampled_from(HolidayRule),
)
def test_no_session_falls_on_a_holiday_or_twice_on_a_day(
    weekdays, every, first, length, off, rule
) -> None:
    holidays = {first + timedelta(days=n) for n in off}
    last = first + timedelta(days=length)
    slots = expand(
        weekly(weekdays, every), starts_on=first, ends_on=last, holidays=holidays, on_holiday=rule
    )
    dates = [slot.date for slot in slots]
    assert not holidays & set(dates)
    assert len(dates) == len(set(dates))
    assert dates == sorted(dates)
    assert all(slot.original.weekday() in weekdays for slot in slots)
