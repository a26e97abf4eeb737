# SPDX-License-Identifier: GPL-3.0-or-later
"""How three languages write dates, times and numbers, without loading CLDR before the first screen.

Babel takes 20-30 ms to import and most screens show a date, so the few names needed stand here; a
test holds every one of them against CLDR. Finland's own habits go before CLDR's `sv_FI`, which
writes 2027-05-04: in Swedish as in Finnish a date is 4.5.2027 and a time 10.00 (Institutet för de
inhemska språken).
"""

from dataclasses import dataclass
from datetime import date, time

NBSP = "\u00a0"
MINUS = "\u2212"
DASH = "–"
NOTHING = "—"


@dataclass(frozen=True)
class Format:
    """One language's habits. Weekdays run from Monday, months from January."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    months_in_date: tuple[str, ...]
    day_mark: str
    time_mark: str
    decimal_mark: str
    group_mark: str
    percent_gap: str

    def day_long(self, day: date) -> str:
        """tiistai 4. toukokuuta · tisdag 4 maj · Tuesday 4 May"""
        month = self.months_in_date[day.month - 1]
        return f"{self.weekdays[day.weekday()]} {day.day}{self.day_mark} {month}"

    def time(self, moment: time) -> str:
        """10.00 · 10.00 · 10:00"""
        return f"{moment.hour}{self.time_mark}{moment.minute:02}"

    def number(self, value: float, places: int = 0) -> str:
        """1 234,5 · 1 234,5 · 1,234.5, rounded half up as people do."""
        return self._with_marks(rounded(value, places))

    def percent(self, share: float, places: int = 0) -> str:
        """A share of one: 0.86 is 86 % · 86 % · 86%"""
        return f"{self._with_marks(rounded(share, places, shift=2))}{self.percent_gap}%"

    def _with_marks(self, text: str) -> str:
        marks = {",": self.group_mark, ".": self.decimal_mark, "-": MINUS}
        return "".join(marks.get(sign, sign) for sign in text)


def rounded(value: float, places: int, shift: int = 0) -> str:
    """`value` × 10^shift half up from the digits a person would see: 0.125 is 0.13, 62.5 is 63.

    The text is as Python writes it, thousands by commas; nothing is less than nothing ("-0").
    """
    if isinstance(value, int) and not shift and not places:
        return f"{value:,}"
    from decimal import ROUND_HALF_UP, Decimal  # 3 ms that the sign-in need not wait for

    told = Decimal(str(value)).scaleb(shift).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{told or abs(told):,.{places}f}"


def date_range(first: date, last: date) -> str:
    """4.–10.5.2027, 28.4.–4.5.2027 or 30.12.2026–3.1.2027; alike in every language."""
    end = f"{last.day}.{last.month}.{last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day}.{first.month}.{first.year}{DASH}{end}"
    if first.month != last.month:
        return f"{first.day}.{first.month}.{DASH}{end}"
    return f"{first.day}.{DASH}{end}"


_FINNISH_MONTHS = (
    *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
    *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
)
_SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

FORMATS = {
    "fi": Format(
        weekdays=(
            *("maanantai", "tiistai", "keskiviikko", "torstai"),
            *("perjantai", "lauantai", "sunnuntai"),
        ),
        short_weekdays=("ma", "ti", "ke", "to", "pe", "la", "su"),
        months=_FINNISH_MONTHS,
        months_in_date=tuple(f"{month}ta" for month in _FINNISH_MONTHS),
        day_mark=".",
        time_mark=".",
        decimal_mark=",",
        group_mark=NBSP,
        percent_gap=NBSP,
    ),
    "sv": Format(
        weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        short_weekdays=("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
        months=_SWEDISH_MONTHS,
        months_in_date=_SWEDISH_MONTHS,
        day_mark="",
        time_mark=".",
        decimal_mark=",",
        group_mark=NBSP,
        percent_gap=NBSP,
    ),
    "en": Format(
        weekdays=(
            *("Monday", "Tuesday", "Wednesday", "Thursday"),
            *("Friday", "Saturday", "Sunday"),
        ),
        short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=_ENGLISH_MONTHS,
        months_in_date=_ENGLISH_MONTHS,
        day_mark="",
        time_mark=":",
        decimal_mark=".",
        group_mark=",",
        percent_gap="",
    ),
}
