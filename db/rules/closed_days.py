# SPDX-License-Identifier: GPL-3.0-or-later
"""Finnish public holidays and eves when offices are closed, from the `holidays` library."""

from datetime import date

EVES = ((12, 24),)


def finnish(years: range) -> dict[date, str]:
    """Public holidays with their Finnish names, and Christmas Eve; Sundays are not listed as such."""
    from holidays import country_holidays

    found = dict(country_holidays("FI", years=years, language="fi"))
    for year in years:
        for month, day in EVES:
            found.setdefault(date(year, month, day), "Jouluaatto")
        found.setdefault(_midsummer_eve(year), "Juhannusaatto")
    return found


def _midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June."""
    first = date(year, 6, 19)
    return date(year, 6, 19 + (4 - first.weekday()) % 7)
