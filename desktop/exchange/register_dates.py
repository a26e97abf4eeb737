# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads one date as it stands in a heading or a list; the year may be missing and is found later."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop.exchange.grid import Value

_YEARS = range(2000, 2101)
_SERIAL_ZERO = date(
    1899, 12, 30
)  # Excel's day 0, its false leap day of 1900 counted in (ECMA-376, 18.17.4.1)
_LONGEST = 80

_MONTH_WORDS = (
    "tammi januari january jan", "helmi februari february feb", "maalis mars march mar", "huhti april apr",
    "touko maj may", "kesä juni june jun", "heinä juli july jul", "elo augusti august aug",
    "syys september sept sep", "loka oktober october okt oct", "marras november nov", "joulu december dec",
)  # fmt: skip
_MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
_WEEKDAY_WORDS = (
    "ma maanantai maanantaina må mån måndag mon monday", "ti tiistai tiistaina tis tisdag tu tue tues tuesday",
    "ke keskiviikko keskiviikkona ons onsdag we wed wednesday",
    "to torstai torstaina tor tors torsdag th thu thur thurs thursday",
    "pe perjantai perjantaina fr fre fredag fri friday", "la lauantai lauantaina lö lör lördag sat saturday",
    "su sunnuntai sunnuntaina sö sön söndag sun sunday",
)  # fmt: skip
_WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAY_WORDS) for word in words.split()}

_MONTH = (
    r"(?P<month>"
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")(?:kuun?|kuuta|kuussa)?\b\.?"
)
_ORDINAL = r"(?:st|nd|rd|th|:e|e)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<gap>[-./])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})(?!\d)t?",
        r"(?<![\d.,])(?P<day>\d{1,2})(?P<gap>\.|/|-)\s?(?P<month>\d{1,2})(?P=gap)-?(?P<year>\s?\d{4}|\d\d(?!\s?[-–]\d))(?![\d:]|\.\d)",
        r"(?<![\d.,:–-])(?P<day>\d{1,2})\s?(?P<gap>[./])\s?(?P<month>\d{1,2})(?:\.(?![-\d])|(?![.\d]))(?![:])",
        rf"(?<![\d.,])(?P<day>\d{{1,2}})\.?{_ORDINAL}\s?(?:of |den )?{_MONTH}(?:\s?(?P<year>(?:20)?\d\d)(?![\d.:]))?",
        rf"\b{_MONTH}\s?(?P<day>\d{{1,2}}){_ORDINAL}(?!\d|[.:]\d)\.?(?:,?\s?(?P<year>20\d\d)(?!\d))?",
    )
)
# Between the parts of a date stands one of these signs or the name of a month.
_PROMISING = re.compile(r"\d\s?[./-]\s?\d|[^\W\d_]{3}")
_RANGE = re.compile(
    r"\d\.\s?[-–—]\s?\d{1,2}[./]\d{1,2}\b|\b\d{1,2}\.[1-9]\s?[-–—]\s?\d{1,2}\.[1-9](?!\d)"
)
_TIME = re.compile(
    r"(?P<said>\b(?:klo|kl|kello|at|@)\.?\s?)?(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?"
    r"(?P<end>\s?[-–—]\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)?(?P<zone>\s?(?:z|[+-]\d\d:?\d\d))?(?![\d.:])"
)
_SAID_TIME = re.compile(
    r"\b(?:klo|kl|kello)\b\.?\s?\d{1,2}(?:[.:][0-5]\d)?(?:\s?[-–—]\s?\d{1,2}(?:[.:][0-5]\d)?)?(?!\d)"
)
_WEEKDAY = re.compile(r"\b(" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?")
_DAY_ONLY = re.compile(r"(?:(?P<weekday>[a-zåäö]+)\.?\s?)?(?P<day>\d{1,2})\.?")
_WEEK = re.compile(r"(?:vko|vk|viikko|vecka|week|wk|v)\.?\s?\d{1,2}\b|\d{4}[-\s]?w\d{1,2}\b")
_MONTH_ALONE = re.compile(rf"{_MONTH}(?:\s?[-/]?\s?(?P<year>20\d\d))?")
_DATE_SHAPED = re.compile(r"(?<!\d)\d{1,2}\s?[./]\s?\d{1,2}(?!\d)|\d{4}-\d\d?-\d\d?")


@dataclass(frozen=True)
class DateRead:
    """What a cell says of a date. Day and month are right for each other; the year may be None.

    `weak` marks plain numbers that are dates only in the company of others: 46391, 4.1, 20270104.
    A cell with nothing but the day of a month has month 0. `slash` tells of "4/1".
    """

    day: int
    month: int
    year: int | None = None
    start: time | None = None
    weekday: int | None = None
    rest: str = ""
    weak: bool = False
    slash: bool = False

    def on(self, year: int) -> date | None:
        """The day in `year`; None on 29 February of a common year."""
        return _date(year, self.month, self.day)


def read_date(value: Value, *, month_first: bool = False) -> DateRead | None:
    """The date in a cell, or None. `month_first` reads "1/13" as an American would."""
    if isinstance(value, datetime):
        return _of_date(value.date(), _not_midnight(value.time().replace(second=0, microsecond=0)))
    if isinstance(value, date):
        return _of_date(value)
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return _of_number(value)
    return _of_text(value, month_first) if isinstance(value, str) else None


def read_time(value: Value) -> time | None:
    """A time of day alone: a real one, "klo 10", "10.30", "10–12"."""
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    found = (
        _TIME.fullmatch(_flat(value)) if isinstance(value, str) and len(value) <= _LONGEST else None
    )
    return _time(found) if found else None


def read_month(value: Value) -> tuple[int, int | None] | None:
    """(month, year or None) of a cell that names nothing but a month."""
    short = isinstance(value, str) and len(value) <= _LONGEST
    found = _MONTH_ALONE.fullmatch(_flat(str(value))) if short else None
    return (
        (_MONTHS[found["month"]], int(found["year"]) if found["year"] else None) if found else None
    )


def is_weekday(value: Value) -> bool:
    """Whether a cell names nothing but a day of the week."""
    return isinstance(value, str) and value.casefold().strip(" .") in _WEEKDAYS


def is_week(value: Value) -> bool:
    """Whether a cell names a week, which has no date."""
    return isinstance(value, str) and len(value) <= _LONGEST and bool(_WEEK.fullmatch(_flat(value)))


def is_date_shaped(value: Value) -> bool:
    """Whether a cell looks as if it were meant for a date: "31.2.", "4.–5.1."."""
    return isinstance(value, str) and len(value) <= _LONGEST and bool(_DATE_SHAPED.search(value))


def _not_midnight(start: time | None) -> time | None:
    """A date alone is often stored as its midnight, when no group meets."""
    return None if start == time() else start


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_date(day: date, start: time | None = None) -> DateRead | None:
    return DateRead(day.day, day.month, day.year, start) if day.year in _YEARS else None


def _of_number(number: float) -> DateRead | None:
    """A serial number, a day and month typed as a decimal, eight digits, or the day of a month."""
    if not 1 <= number <= 21001231:
        return None
    if number == int(number):
        if 36526 <= number < 73416:
            read = _of_date(_SERIAL_ZERO + timedelta(days=int(number)))
            return replace(read, weak=True) if read else None
        if 20000101 <= number <= 21001231:
            return _checked(
                str(int(number))[6:], str(int(number))[4:6], str(int(number))[:4], weak=True
            )
        return DateRead(int(number), 0, weak=True) if 1 <= number <= 31 else None
    if 36526 <= number < 73416:
        moment = (
            datetime.combine(_SERIAL_ZERO, time()) + timedelta(days=number) + timedelta(seconds=30)
        )
        read = read_date(moment)
        return replace(read, weak=True) if read else None
    day, _, month = f"{number:g}".partition(".")
    return _checked(day, month, weak=True) if 1 <= number < 32 else None


def _checked(
    day: str, month: str, year: str | None = None, *, weak: bool = False
) -> DateRead | None:
    """Only what can stand in a calendar; 29 February passes where the year is not known."""
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    if not _date(full or 2000, int(month), int(day)) or (full is not None and full not in _YEARS):
        return None
    return DateRead(int(day), int(month), full, weak=weak)


@lru_cache(maxsize=16384)
def _of_text(text: str, month_first: bool) -> DateRead | None:
    flat = _flat(text[: _LONGEST + 1])
    if (
        not any(map(str.isdigit, flat))
        or len(flat) > _LONGEST
        or _RANGE.search(flat)
        or is_week(flat)
    ):
        return None
    if re.fullmatch(r"\d{5}|\d{8}", flat):
        return _of_number(float(flat))
    alone = _DAY_ONLY.fullmatch(flat)
    if alone and (not alone["weekday"] or alone["weekday"] in _WEEKDAYS):
        return _day_only(alone)
    if not _PROMISING.search(flat):
        return None
    # "klo 10.12" is a time, though it looks like a day in December.
    said = _SAID_TIME.search(flat)
    around, told = (
        (flat[: said.start()] + " " + flat[said.end() :], said[0]) if said else (flat, "")
    )
    for pattern in _PATTERNS:
        for found in pattern.finditer(around):
            if read := _matched(found, month_first):
                return _with_rest(read, f"{around[: found.start()]} {told} {around[found.end() :]}")
    return None


def _day_only(found: re.Match[str]) -> DateRead | None:
    day = int(found["day"])
    return (
        DateRead(day, 0, weekday=_WEEKDAYS.get(found["weekday"] or ""), weak=True)
        if 1 <= day <= 31
        else None
    )


def _matched(found: re.Match[str], month_first: bool) -> DateRead | None:
    parts = found.groupdict()
    month = str(_MONTHS.get(parts["month"], parts["month"]))
    slash = parts.get("gap") == "/" and found.start("day") < found.start("month")
    day, month = (month, parts["day"]) if slash and month_first else (parts["day"], month)
    year = parts.get("year")
    read = _checked(day, month, year.strip() if year else None)
    return replace(read, slash=slash) if read else None


def _with_rest(read: DateRead, rest: str) -> DateRead:
    """Take the weekday and the time from the words around a date."""
    weekday = _WEEKDAY.search(rest)
    if weekday:
        rest = f"{rest[: weekday.start()]} {rest[weekday.end() :]}"
    start = None
    for found in _TIME.finditer(rest):
        if start := _time(found):
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
            break
    return replace(
        read,
        start=_not_midnight(start),
        weekday=_WEEKDAYS[weekday[1]] if weekday else None,
        rest=" ".join(rest.split()).strip(" .,;:()–-"),
    )


def _time(found: re.Match[str]) -> time | None:
    """A bare number is no time: minutes, an end, or the word "klo" must be there."""
    if not (found["said"] or found["minute"] or found["end"]) or found["hour"] == "24":
        return None
    return time(int(found["hour"]), int(found["minute"] or 0))
