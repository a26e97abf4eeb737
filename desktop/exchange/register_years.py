# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the year of dates written without one: from their neighbours, the titles, the weekdays, or a default."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.exchange.register_dates import DateRead

_SEASON = (
    r"kevät|kevään|keväällä|kevat|syksy|syksyn|syksyllä|talvi|talven|kesä|kesän|kesa|vår|våren|höst|hösten|vinter|vintern|"
    r"sommar|sommaren|spring|autumn|fall|summer|winter|kl|sl|vt|ht|lukuvuosi|lv|läsåret"
)
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?[-–—/]\s?(?:20)?(\d\d)(?![\d-])")
_FULL_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(rf"\b(?:{_SEASON})[\s_'’-]{{0,2}}(\d\d)(?!\d)", re.IGNORECASE)
_PRINTED = re.compile(
    r"tulost|päivitet|tallennet|muokattu|printed|updated|saved|utskr|uppdater", re.IGNORECASE
)
_SECOND_HALF = 8  # a school year's months before August belong to its second year
_HALF_YEAR = 183


@dataclass(frozen=True)
class YearHint:
    """One year, or a first and second one, that a title speaks of."""

    first: int
    last: int

    def fits(self, day: date) -> bool:
        """Whether a day lies in the year, or in the school year from August to July."""
        if self.first == self.last:
            return day.year == self.first
        return date(self.first, _SECOND_HALF, 1) <= day < date(self.last, _SECOND_HALF, 1)


@dataclass(frozen=True)
class Dated:
    """The days of a line, in its order (None where there is no such day), and how far they can be trusted."""

    days: tuple[date | None, ...]
    assumed: bool = False


def year_hint(texts: Iterable[str]) -> YearHint | None:
    """The first year that any of the texts speaks of: "kevät 2027", "2026–2027", "syksy -26"."""
    for text in texts:
        if not _PRINTED.search(text) and (hint := _hint(text)):
            return hint
    return None


def date_line(reads: Sequence[DateRead], hint: YearHint | None, default_year: int) -> Dated:
    """Give each of the dates, which stand in one line, its year.

    Dates with a year of their own keep it. The others lie within half a year of their neighbour, so a
    line that runs over New Year goes on into the next year. Where no date has a year, the line as a
    whole is moved to where most of its days fit the hint, else the weekdays, else `default_year`.
    """
    anchored = any(read.year is not None for read in reads)
    years = _chain(reads)
    if anchored or not reads:
        return Dated(_days(reads, years, 0))
    if hint:
        return Dated(_days(reads, years, _best(reads, years, hint)))
    by_weekday = _by_weekday(reads, years, default_year)
    if by_weekday is not None:
        return Dated(_days(reads, years, by_weekday))
    default = YearHint(default_year, default_year)
    return Dated(_days(reads, years, _best(reads, years, default)), assumed=True)


def _hint(text: str) -> YearHint | None:
    for found in _SCHOOL_YEAR.finditer(text):
        if int(found[2]) == (int(found[1]) + 1) % 100:
            return YearHint(int(found[1]), int(found[1]) + 1)
    years = [int(year) for year in _FULL_YEAR.findall(text)]
    years = years or [2000 + int(year) for year in _SHORT_YEAR.findall(text)]
    if not years:
        return None
    first = years[0]
    return YearHint(first, first + 1) if first + 1 in years else YearHint(first, first)


def _chain(reads: Sequence[DateRead]) -> list[int]:
    """Years that hang together: real ones where any date has one, else counted from 2000 at the first."""
    years: list[int | None] = [read.year for read in reads]
    start = next((at for at, year in enumerate(years) if year is not None), 0)
    if reads and years[start] is None:
        years[start] = 2000
    for at in range(start + 1, len(reads)):
        years[at] = years[at] or _near(reads[at], reads[at - 1], years[at - 1] or 0)
    for at in range(start - 1, -1, -1):
        years[at] = _near(reads[at], reads[at + 1], years[at + 1] or 0)
    return [year or 0 for year in years]


def _near(read: DateRead, neighbour: DateRead, year: int) -> int:
    """The year that brings a date within half a year of its neighbour."""
    apart = _day_of_year(read) - _day_of_year(neighbour)
    return year + (apart < -_HALF_YEAR) - (apart > _HALF_YEAR)


def _day_of_year(read: DateRead) -> int:
    return date(2000, read.month, read.day).timetuple().tm_yday


def _days(reads: Sequence[DateRead], years: Sequence[int], shift: int) -> tuple[date | None, ...]:
    return tuple(read.on(year + shift) for read, year in zip(reads, years, strict=True))


def _best(reads: Sequence[DateRead], years: Sequence[int], hint: YearHint) -> int:
    """The shift that brings most days into the hinted year; of equals, the first date's year leads."""
    shifts = (hint.first - years[0], hint.first - years[0] - 1, hint.last - years[0])
    return max(
        shifts, key=lambda shift: sum(hint.fits(day) for day in _days(reads, years, shift) if day)
    )


def _by_weekday(reads: Sequence[DateRead], years: Sequence[int], near: int) -> int | None:
    """The shift, nearest to the year `near` and rather past, on which most of the weekdays fall right."""
    if all(read.weekday is None for read in reads):
        return None
    shifts = sorted(range(-6, 7), key=lambda apart: (abs(apart), apart))

    def right(shift: int) -> int:
        days = _days(reads, years, near + shift - years[0])
        return sum(
            day.weekday() == read.weekday for day, read in zip(days, reads, strict=True) if day
        )

    return near - years[0] + max(shifts, key=right)
