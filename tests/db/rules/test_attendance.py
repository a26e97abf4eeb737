# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mark means, and what is counted by what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.attendance import (
    NOT_EXPECTED,
    Interval,
    Totals,
    absent_in_a_row,
    expected,
    late_by,
    minutes_for,
    totals,
)
from db.rules.words import MarkKind
from tests.factories import at

P, L, N, A = MarkKind.PRESENT, MarkKind.LATE, MarkKind.NOTIFIED, MarkKind.ABSENT
marks = st.lists(st.sampled_from([P, L, N, A, None]))


@pytest.mark.parametrize(
    ("mark", "late", "minutes"),
    [
        (P, None, 120),
        (P, 20, 120),
        (L, 15, 105),
        (L, None, 120),
        (L, 500, 0),
        (N, 15, 0),
        (A, 15, 0),
    ],
)
def test_minutes_of_a_mark(mark, late, minutes) -> None:
    assert minutes_for(mark, 120, late) == minutes


@pytest.mark.parametrize(
    ("hour", "minute", "late"),
    [(9, 59, None), (10, 0, 0), (10, 15, 15), (11, 59, 119), (12, 0, None)],
)
def test_only_the_clock_of_a_running_session_tells_an_arrival(hour, minute, late) -> None:
    assert late_by(at(10), at(12), at(hour, minute)) == late


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ([], 0),
        ([A], 1),
        ([P, A, A], 2),
        ([A, A, P], 0),
        ([A, N, A], 1),
        ([A, None, A], 2),
        ([A, NOT_EXPECTED, A, None], 2),
        ([A, L, A, A, A], 3),
    ],
)
def test_absences_in_a_row(before, row) -> None:
    assert absent_in_a_row(before) == row


DAY = date(2027, 5, 4)


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [(0, None, True), (1, None, False), (-9, 0, True), (-9, -1, False), (0, 0, True)],
)
def test_both_days_of_an_interval_are_inside(first, last, inside) -> None:
    ends_on = None if last is None else DAY + timedelta(days=last)
    assert (7 in expected(DAY, [Interval(7, DAY + timedelta(days=first), ends_on)])) is inside


def test_whoever_left_and_came_back_is_expected_again_but_not_between() -> None:
    """OpenEMR's key forbids coming back; here membership is a set of dated intervals."""
    stays = [Interval(7, DAY, DAY), Interval(7, DAY + timedelta(days=10), None)]
    days = [DAY + timedelta(days=n) for n in (0, 5, 10)]
    assert [7 in expected(day, stays) for day in days] == [True, False, True]


def test_somebody_added_to_one_session_is_expected_there() -> None:
    assert expected(DAY, [], [3]) == {3}


@given(marks)
def test_every_mark_is_counted_once(given_marks) -> None:
    told = totals(given_marks)
    assert told.expected == len(given_marks)
    assert told.unrecorded == given_marks.count(None)


@given(marks)
def test_the_denominator_holds_every_stored_mark_and_nothing_else(given_marks) -> None:
    """Rock #1793 stored the present only and was always at 100 %; Gibbon PR #2031 counted gaps as
    absences; Jethro #899 had to explain its rate."""
    stored = [mark for mark in given_marks if mark is not None]
    rate = totals(given_marks).rate
    assert rate == totals(stored).rate
    if not stored:
        assert rate is None
    else:
        assert rate == sum(mark in (P, L) for mark in stored) / len(stored)


@given(marks)
def test_the_variant_leaves_notified_absences_out(given_marks) -> None:
    rest = [mark for mark in given_marks if mark is not N]
    assert totals(given_marks).rate_without_notified == totals(rest).rate


def test_a_rate_by_hand() -> None:
    told = Totals(present=6, late=1, notified=2, absent=1, unrecorded=4)
    assert (told.rate, told.rate_without_notified) == (0.7, 7 / 8)
