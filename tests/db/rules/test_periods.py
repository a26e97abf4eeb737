# SPDX-License-Identifier: GPL-3.0-or-later
"""Periods: whole ones are known by name, parts cover every day once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refused, Why
from db.rules.periods import (
    MONTHS_IN,
    Period,
    PeriodKind,
    back_from,
    months,
    own,
    parts_between,
    period_of,
    previous,
    weeks,
)

DAYS = st.dates(date(1999, 12, 1), date(2031, 1, 31))
WHOLE = st.sampled_from([*MONTHS_IN])


@pytest.mark.parametrize(
    ("kind", "first", "last", "code"),
    [
        (PeriodKind.MONTH, date(2028, 2, 1), date(2028, 2, 29), "2028-02"),
        (PeriodKind.QUARTER, date(2027, 1, 1), date(2027, 3, 31), "2027-Q1"),
        (PeriodKind.FOUR_MONTHS, date(2027, 5, 1), date(2027, 8, 31), "2027-T2"),
        (PeriodKind.HALF, date(2027, 7, 1), date(2027, 12, 31), "2027-H2"),
        (PeriodKind.YEAR, date(2027, 1, 1), date(2027, 12, 31), "2027"),
    ],
)
def test_a_whole_period_knows_its_days_and_its_name(kind, first, last, code) -> None:
    for day in (first, first + timedelta(days=20), last):
        assert period_of(kind, day) == Period(first, last, kind)
    assert own(first, last) == Period(first, last, kind)
    assert own(first, last).code == code


def test_days_of_ones_own_are_named_by_both_ends() -> None:
    assert own(date(2027, 1, 12), date(2027, 3, 31)).code == "2027-01-12--2027-03-31"


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        own(date(2027, 3, 1), date(2027, 2, 28))
    assert refusal.value.why is Why.DATES_REVERSED


@given(WHOLE, DAYS)
def test_the_period_before_ends_the_day_before(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    before = previous(period)
    assert before.last + timedelta(days=1) == period.first
    assert before.kind is kind
    assert previous(before) == back_from(kind, day, 3)[2]


@given(DAYS, st.integers(0, 900))
def test_a_span_of_ones_own_is_followed_back_by_as_many_days(first: date, length: int) -> None:
    period = Period(first, first + timedelta(days=length))
    assert previous(period).days == period.days


@given(DAYS, st.integers(0, 900))
def test_weeks_and_months_cover_every_day_once(first: date, length: int) -> None:
    period = own(first, first + timedelta(days=length))
    for cut, same in (
        (weeks, lambda d: d.isocalendar()[:2]),
        (months, lambda d: (d.year, d.month)),
    ):
        parts = list(cut(period))
        assert [part.first for part in parts[1:]] == [
            part.last + timedelta(days=1) for part in parts[:-1]
        ]
        assert (parts[0].first, parts[-1].last) == (period.first, period.last)
        assert all(same(part.first) == same(part.last) for part in parts)
        assert len({same(part.first) for part in parts}) == len(parts)


@given(DAYS, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_parts_of_a_long_period_are_only_those_asked_for(first, before, between, after) -> None:
    whole = own(first, first + timedelta(days=before + between + after))
    a, b = first + timedelta(days=before), first + timedelta(days=before + between)
    for cut in (weeks, months):
        expected = [part for part in cut(whole) if part.last >= a and part.first <= b]
        assert parts_between(cut, whole, a, b) == expected


def test_a_period_without_end_is_no_trouble() -> None:
    everything = own(date.min, date.max)
    assert previous(everything).first == date.min
    assert len(parts_between(weeks, everything, date(2027, 1, 4), date(2027, 1, 17))) == 2
    assert list(months(Period(date(9999, 12, 1), date.max)))[-1].last == date.max
    assert list(weeks(Period(date(9999, 12, 27), date.max)))[-1].last == date.max
