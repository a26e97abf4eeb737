# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans of days that figures are counted over: months, quarters and the like, or days of one's own.

A span holds both its first and its last day and is always a range of dates, never a function of
one, so that the index on the sessions' dates serves it (by session date, local time,
ISO weeks).
"""

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.errors import Refused, Why

DAY = timedelta(days=1)
LONGEST_PART = timedelta(days=31)


class PeriodKind(StrEnum):
    """How long a span is; the self-monitoring report of 741/2023 27 § goes by four months."""

    MONTH = "month"
    QUARTER = "quarter"
    FOUR_MONTHS = "four_months"
    HALF = "half"
    YEAR = "year"
    OWN = "own"


MONTHS_IN = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.FOUR_MONTHS: 4,
    PeriodKind.HALF: 6,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True, order=True)
class Period:
    """The days from `first` to `last`, both in it."""

    first: date
    last: date
    kind: PeriodKind = PeriodKind.OWN

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def number(self) -> int:
        """Which of its kind it is in its year, from 1."""
        return (self.first.month - 1) // MONTHS_IN[self.kind] + 1

    @property
    def code(self) -> str:
        """Its name in file names: 2027-01, 2027-Q1, 2027-T1 (tertial), 2027-H1, 2027, or both days."""
        year = self.first.year
        if self.kind is PeriodKind.OWN:
            return f"{self.first.isoformat()}--{self.last.isoformat()}"
        if self.kind is PeriodKind.MONTH:
            return f"{year}-{self.first.month:02}"
        letter = {PeriodKind.QUARTER: "-Q", PeriodKind.FOUR_MONTHS: "-T", PeriodKind.HALF: "-H"}
        return f"{year}{letter[self.kind]}{self.number}" if self.kind in letter else f"{year}"


Cut = Callable[[Period], Iterator[Period]]


def own(first: date, last: date) -> Period:
    """A span of one's own; Refused(DATES_REVERSED) when it ends before it begins.

    Days that are a whole month, quarter, four months, half or year are told as that.
    """
    if last < first:
        raise Refused(Why.DATES_REVERSED, first=first, last=last)
    for kind in MONTHS_IN:
        whole = period_of(kind, first)
        if (whole.first, whole.last) == (first, last):
            return whole
    return Period(first, last)


def period_of(kind: PeriodKind, day: date) -> Period:
    """The month, quarter, four months, half or year that `day` falls in."""
    months = MONTHS_IN[kind]
    opening = (day.month - 1) // months * months + 1
    closing = opening + months - 1
    last = calendar.monthrange(day.year, closing)[1]
    return Period(date(day.year, opening, 1), date(day.year, closing, last), kind)


def previous(period: Period) -> Period:
    """The span right before it, of the same kind; of as many days when it is one's own.

    The calendar ends at the year 1: nothing is before its first day but that day itself.
    """
    before = date.fromordinal(max(1, period.first.toordinal() - 1))
    if period.kind is PeriodKind.OWN:
        return Period(date.fromordinal(max(1, period.first.toordinal() - period.days)), before)
    return period_of(period.kind, before)


def months(period: Period) -> Iterator[Period]:
    """The months it touches, cut to its own days."""
    return _cut(period, lambda day: period_of(PeriodKind.MONTH, day).last)


def weeks(period: Period) -> Iterator[Period]:
    """The ISO weeks it touches, Monday to Sunday, cut to its own days."""
    return _cut(period, lambda day: day + DAY * min(6 - day.weekday(), (date.max - day).days))


def parts_between(cut: Cut, period: Period, first: date, last: date) -> list[Period]:
    """The weeks or months of a period from that of `first` to that of `last`; both days are in the
    period, which may be far longer."""
    near = Period(
        max(period.first, first - LONGEST_PART), min(period.last, last + LONGEST_PART), period.kind
    )
    return [part for part in cut(near) if part.last >= first and part.first <= last]


def back_from(kind: PeriodKind, day: date, count: int) -> list[Period]:
    """The span of a kind that `day` falls in and those before it, `count` in all, newest first."""
    found = [period_of(kind, day)]
    while len(found) < count:
        found.append(previous(found[-1]))
    return found


def _cut(period: Period, end_of: Callable[[date], date]) -> Iterator[Period]:
    first = period.first
    while first <= period.last:
        last = min(end_of(first), period.last)
        yield Period(first, last)
        if last == date.max:
            return
        first = last + DAY
