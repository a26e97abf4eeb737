# SPDX-License-Identifier: GPL-3.0-or-later
"""A series to its dates (RFC 5545 recurrence, by python-dateutil), holidays minded, and wall time.

A series is expanded once and its sessions are stored; the calendar reads rows. Local time goes
through `zoneinfo`: a session at 10.00 stays at 10.00 on both sides of a change of daylight saving.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from db.errors import Refused, Why
from db.rules.words import HolidayRule

MOST_SESSIONS = 2000
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Slot:
    """One session to be: its date, and the date the rule gave when a holiday moved it."""

    original: date
    date: date


def weekly(weekdays: Collection[int], every: int = 1) -> str:
    """The RRULE of chosen weekdays (0 = Monday) every n weeks."""
    days = ",".join(WEEKDAYS[d] for d in sorted(weekdays))
    return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={days};WKST=MO"


def expand(
    rule: str,
    *,
    starts_on: date,
    ends_on: date,
    holidays: Collection[date] = (),
    on_holiday: HolidayRule = HolidayRule.SKIP,
    extra: Collection[date] = (),
    excluded: Collection[date] = (),
) -> list[Slot]:
    """The sessions of a series between two dates, both included, in order.

    On a holiday SKIP leaves the session out, MOVE takes the next day that is free of holidays and
    of this series, SLIDE makes it and every later one come one occurrence later. Refused for dates
    in the wrong order or more than two thousand sessions.
    """
    if ends_on < starts_on:
        raise Refused(Why.DATES_REVERSED, field="ends_on")
    free = set(holidays)
    wanted = sorted(({*_dates(rule, starts_on, ends_on)} | set(extra)) - set(excluded))
    if on_holiday is HolidayRule.SKIP:
        return [Slot(day, day) for day in wanted if day not in free]
    if on_holiday is HolidayRule.SLIDE:
        later = [day for day in wanted if day not in free]
        return [Slot(original, day) for day, original in zip(later, wanted, strict=False)]
    return _moved(wanted, free)


def at(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The UTC moment of a local date and minutes after midnight (0-1439)."""
    local = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone)
    return local.astimezone(UTC)


def ends(start: datetime, minutes: int) -> datetime:
    """When something that lasts `minutes` ends: real minutes, also over a change of the clocks."""
    return start + timedelta(minutes=minutes)


def _dates(rule: str, starts_on: date, ends_on: date) -> Iterator[date]:
    start = datetime.combine(starts_on, time())
    for count, moment in enumerate(rrulestr(rule, dtstart=start)):
        if moment.date() > ends_on:
            return
        if count >= MOST_SESSIONS:
            raise Refused(
                Why.NUMBER_OUT_OF_RANGE, field="ends_on", number=count, most=MOST_SESSIONS
            )
        yield moment.date()


def _moved(wanted: list[date], free: set[date]) -> list[Slot]:
    taken, slots = set(wanted) - free, []
    for original in wanted:
        day = original
        while day in free or (day != original and day in taken):
            day += timedelta(days=1)
        taken.add(day)
        slots.append(Slot(original, day))
    return sorted(slots, key=lambda slot: slot.date)
