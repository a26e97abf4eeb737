# SPDX-License-Identifier: GPL-3.0-or-later
"""Finnish public holidays and eves when offices are closed, from the `holidays` library."""

from datetime import date

_LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
_EVES = {
    "fi": ("Jouluaatto", "Juhannusaatto"),
    "sv": ("Julafton", "Midsommarafton"),
    "en": ("Christmas Eve", "Midsummer Eve"),
}


def finnish(years: range, language: str = "fi") -> dict[date, str]:
    """Finland's public holidays with their names in "fi", "sv" or "en", and the two eves; Sundays
    are not listed as such."""
    from holidays import country_holidays

    found = dict(country_holidays("FI", years=years, language=_LOCALES[language]))
    christmas, midsummer = _EVES[language]
    for year in years:
        found.setdefault(date(year, 12, 24), christmas)
        found.setdefault(_midsummer_eve(year), midsummer)
    return found


def _midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June."""
    first = date(year, 6, 19)
    return date(year, 6, 19 + (4 - first.weekday()) % 7)
