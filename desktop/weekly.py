# SPDX-License-Identifier: GPL-3.0-or-later
"""A weekly time in words: "tiistaisin ja torstaisin klo 10.00–12.00, joka toinen viikko"."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time

from desktop.formats import DASH
from desktop.words import Words

# Two-letter days of RFC 5545, Monday first.
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_ON: tuple[Callable[[Words], str], ...] = (
    lambda w: w.p("every week", "Mondays"),
    lambda w: w.p("every week", "Tuesdays"),
    lambda w: w.p("every week", "Wednesdays"),
    lambda w: w.p("every week", "Thursdays"),
    lambda w: w.p("every week", "Fridays"),
    lambda w: w.p("every week", "Saturdays"),
    lambda w: w.p("every week", "Sundays"),
)


def weekly_days(rule: str) -> list[int]:
    """The weekdays of a weekly RRULE, 0 for Monday; none where the rule is of another kind."""
    found = re.search(r"BYDAY=([A-Z,]+)", rule)
    if "FREQ=WEEKLY" not in rule or found is None:
        return []
    return [_DAYS.index(day) for day in found[1].split(",") if day in _DAYS]


def every(rule: str) -> int:
    """Every how many weeks."""
    found = re.search(r"INTERVAL=(\d+)", rule)
    return int(found[1]) if found else 1


def weekly_text(words: Words, rule: str, start_minute: int, minutes: int) -> str:
    """ "tiistaisin ja torstaisin klo 10.00–12.00"; another kind of rule is only said to repeat."""
    days = weekly_days(rule)
    told = words._("{days} at {times}").format(
        days=days_text(words, days) if days else words._("repeatedly"),
        times=words.time_range(_time(start_minute), _time(start_minute + minutes)),
    )
    return f"{told}, {interval_text(words, every(rule))}" if every(rule) > 1 else told


def days_text(words: Words, days: Sequence[int]) -> str:
    """ "tiistaisin ja torstaisin", "arkipäivisin" or "joka päivä"."""
    if list(days) == [0, 1, 2, 3, 4]:
        return words.p("every week", "weekdays")
    if len(days) == 7:
        return words._("every day")
    return words.list(_ON[day](words) for day in days)


def interval_text(words: Words, weeks: int) -> str:
    """ "joka viikko", "joka toinen viikko", "joka 3. viikko"."""
    if weeks == 1:
        return words._("every week")
    if weeks == 2:
        return words._("every other week")
    return words._("every {number} weeks").format(number=words.number(weeks))


def span_text(words: Words, first: date, last: date | None) -> str:
    """ "12.1.–30.6.2027"; open at the end where no last day is known."""
    return words.date_range(first, last) if last else f"{words.date(first)}{DASH}"


def _time(minute: int) -> time:
    """A time of day; a session may cross midnight."""
    return time(minute // 60 % 24, minute % 60)
