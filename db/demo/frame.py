# SPDX-License-Identifier: GPL-3.0-or-later
"""The days of a made-up office: which day is today, when it is open, and what a wall clock means."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from db.rules.closed_days import finnish

ZONE = ZoneInfo("Europe/Helsinki")
STORY_DAY = date(2027, 5, 4)
NOW_MINUTE = 10 * 60 + 26
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Frame:
    """What the office knows as today; the story of spring 2027 is moved there by whole weeks."""

    today: date

    @property
    def now(self) -> datetime:
        """26 minutes past ten on the day, as in the pictures."""
        return moment(self.today, NOW_MINUTE)

    def day(self, told: date) -> date:
        """A date of the story as it falls in this office."""
        return told + (_monday(self.today) - _monday(STORY_DAY))

    def ago(self, day: date) -> int:
        """How many days `day` lies before today; negative when it is to come."""
        return (self.today - day).days


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def terms(self) -> list["Span"]:
        """The span without July and the turn of the year, in which no group meets."""
        found: list[Span] = []
        for day in self.days():
            if is_break(day):
                continue
            if found and found[-1].last == day - DAY:
                found[-1] = Span(found[-1].first, day)
            else:
                found.append(Span(day, day))
        return found

    def days(self) -> Iterator[date]:
        """Each day in turn."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * DAY

    @property
    def weeks(self) -> int:
        """Whole weeks in it."""
        return ((self.last - self.first).days + 1) // 7


def moment(day: date, minute: int) -> datetime:
    """The instant at which a Finnish wall clock shows `minute` after the midnight that begins `day`.

    A minute past 1 440 belongs to the night after. On the night when clocks change the length in
    real hours differs from the difference of the minutes, as it does for those who are there.
    """
    days, rest = divmod(minute, 24 * 60)
    wall = datetime.combine(day + days * DAY, time(rest // 60, rest % 60), ZONE)
    return wall.astimezone(UTC)


def is_break(day: date) -> bool:
    """July, and from 20 December to Epiphany."""
    return day.month == 7 or (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6)


def is_open(day: date) -> bool:
    """Whether groups meet: no break and no public holiday in Finland."""
    return not is_break(day) and day not in closed_days(day.year)


def last_clock_change(before: date) -> date:
    """The last day before `before` on which Finnish clocks were turned."""
    day = before - DAY
    while _offset(day) == _offset(day + DAY):
        day -= DAY
    return day


def season_before(today: date, weeks: int) -> date:
    """The Monday that many weeks before the week of `today`."""
    return _monday(today) - weeks * WEEK


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _offset(day: date) -> timedelta | None:
    return datetime.combine(day, time(0), ZONE).utcoffset()


@cache
def closed_days(year: int) -> frozenset[date]:
    """Public holidays and eves of a year."""
    return frozenset(finnish(range(year, year + 1)))
