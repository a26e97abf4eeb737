# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the program says, in the language of the person who reads it: texts, dates, numbers."""

import datetime as dt
import locale
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.catalogue import FOLDER, load
from desktop.formats import DASH, FORMATS, NBSP, NOTHING, date_range

LANGUAGES = ("fi", "sv", "en")

# What a language calls itself is never translated.
OWN_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


class Words:
    """One language. Made once in `app.py` and handed to everything that shows or prints text.

    Message ids are English and literal: `words._("Present")`,
    `words.n("{count} session", "{count} sessions", count).format(count=count)`; tests/test_translations.py
    refuses anything else. Names in the methods below are shown in Finnish.
    """

    def __init__(self, language: str, folder: Path = FOLDER) -> None:
        self.language = language
        self._catalogue = load(language, folder)
        self._format = FORMATS[language]

    def _(self, message: str) -> str:
        """A text."""
        return self._catalogue.gettext(message)

    def n(self, one: str, many: str, count: int) -> str:
        """A text that counts something, in the form that `count` asks for; still to be `format`ted."""
        return self._catalogue.ngettext(one, many, count)

    def p(self, context: str, message: str) -> str:
        """A text whose English is used for several things; `context` tells them apart."""
        return self._catalogue.pgettext(context, message)

    def date(self, day: dt.date) -> str:
        """4.5.2027"""
        return f"{day.day}.{day.month}.{day.year}"

    def day_month(self, day: dt.date) -> str:
        """4.5."""
        return f"{day.day}.{day.month}."

    def weekday(self, day: dt.date) -> str:
        """tiistai"""
        return self._format.weekdays[day.weekday()]

    def weekday_short(self, day: dt.date) -> str:
        """ti"""
        return self._format.short_weekdays[day.weekday()]

    def weekday_date(self, day: dt.date) -> str:
        """ti 4.5."""
        return f"{self.weekday_short(day)}{NBSP}{self.day_month(day)}"

    def day_long(self, day: dt.date) -> str:
        """tiistai 4. toukokuuta"""
        return self._format.day_long(day)

    def month(self, day: dt.date) -> str:
        """toukokuu 2027"""
        return f"{self.month_name(day.month)} {day.year}"

    def month_name(self, month: int) -> str:
        """toukokuu, for 5"""
        return self._format.months[month - 1]

    def week(self, day: dt.date) -> str:
        """vk 18, by ISO 8601"""
        return _tight(self._("wk {number}").format(number=day.isocalendar().week))

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """4.–10.5.2027; both days are in it"""
        return date_range(first, last)

    def time(self, moment: dt.time | dt.datetime) -> str:
        """10.00, as the moment's own zone has it"""
        return self._format.time(moment.time() if isinstance(moment, dt.datetime) else moment)

    def time_range(self, start: dt.time | dt.datetime, end: dt.time | dt.datetime) -> str:
        """10.00–12.00"""
        return f"{self.time(start)}{DASH}{self.time(end)}"

    def date_time(self, moment: dt.datetime) -> str:
        """4.5.2027 klo 10.26"""
        told = self._("{date} at {time}")
        return told.format(date=self.date(moment), time=self.time(moment))

    def number(self, value: float | None, places: int = 0) -> str:
        """1 234,5; a dash for what nobody knows"""
        return NOTHING if value is None else self._format.number(value, places)

    def signed(self, value: int) -> str:
        """+1, 0 or −2"""
        return f"+{value}" if value > 0 else self.number(value)

    def percent(self, share: float | None, places: int = 0) -> str:
        """86 % for 0.86, half up; a dash where there is nothing to divide by"""
        return NOTHING if share is None else self._format.percent(share, places)

    def euros(self, cents: int) -> str:
        """12,50 €"""
        return f"{self.number(cents / 100, 2)}{NBSP}€"

    def minutes(self, minutes: int) -> str:
        """120 min"""
        return _tight(self._("{count} min").format(count=self.number(minutes)))

    def hours(self, minutes: int) -> str:
        """31,5 t, for sums of hours"""
        places = 0 if minutes % 60 == 0 else 1
        return _tight(self._("{count} h").format(count=self.number(minutes / 60, places)))

    def duration(self, minutes: int) -> str:
        """1 t 34 min, 2 t or 45 min"""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.minutes(rest)
        whole = self.hours(hours * 60)
        return f"{whole} {self.minutes(rest)}" if rest else whole

    def wait(self, seconds: int) -> str:
        """30 sekuntia, or minutes from two minutes on"""
        if seconds < 120:
            return self.n("{count} second", "{count} seconds", seconds).format(count=seconds)
        minutes = -(-seconds // 60)
        return self.n("{count} minute", "{count} minutes", minutes).format(count=minutes)

    def left(self, minutes: int) -> str:
        """jäljellä 1 t 34 min"""
        return self._("{duration} left").format(duration=self.duration(minutes))

    def days_away(self, days: int) -> str:
        """tänään, huomenna, 3 päivän päästä; with a minus eilen, 3 päivää sitten"""
        if days == 0:
            return self._("today")
        if days == 1:
            return self._("tomorrow")
        if days == -1:
            return self._("yesterday")
        if days > 0:
            return self.n("in {count} day", "in {count} days", days).format(count=days)
        return self.n("{count} day ago", "{count} days ago", -days).format(count=-days)

    def until(self, day: dt.date, today: dt.date) -> str:
        """3 päivän päästä, counted in calendar days"""
        return self.days_away((day - today).days)

    def ago(self, then: dt.datetime, now: dt.datetime) -> str:
        """juuri nyt, 5 min sitten, 2 t sitten, eilen, 3 päivää sitten"""
        minutes = int((now - then).total_seconds() // 60)
        if minutes < 1:
            return self._("just now")
        days = (now.date() - then.astimezone(now.tzinfo).date()).days
        if days:
            return self.days_away(-days)
        told = self.minutes(minutes) if minutes < 60 else self.hours(minutes // 60 * 60)
        return self._("{duration} ago").format(duration=told)

    def quoted(self, text: str) -> str:
        """”tekstiä” by the language's own marks"""
        opening = "“" if self.language == "en" else "”"
        return f"{opening}{text}”"

    def list(self, items: Iterable[str]) -> str:
        """A, B ja C"""
        *first, last = [*items] or [""]
        if not first:
            return last
        return self._("{items} and {last}").format(items=", ".join(first), last=last)


def system_language() -> str:
    """The language of this computer, or Finnish where it is none of ours. PUNOS_LANG goes before."""
    for told in _preferred():
        language = told.replace("_", "-").split("-")[0].casefold()
        if language in LANGUAGES:
            return language
    return "fi"


def _preferred() -> list[str]:
    if os.environ.get("PUNOS_LANG"):
        return [os.environ["PUNOS_LANG"]]
    if sys.platform == "win32":
        import ctypes

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(code, "")]
    # POSIX: the first that is set decides; LANGUAGE alone may hold several.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return [*os.environ.get("LANGUAGE", "").split(":"), os.environ[name]]
    return []


def _tight(text: str) -> str:
    """A number stays on the line of its unit."""
    return text.replace(" ", NBSP)
