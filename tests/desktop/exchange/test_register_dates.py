# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as they stand in headings, and the years that they are given."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.grid import Value
from desktop.exchange.register_dates import DateRead, is_week, read_date, read_month, read_time
from desktop.exchange.register_years import Dated, YearHint, date_line, year_hint

TEN = time(10)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4.1.", DateRead(4, 1)),
        ("4.1", DateRead(4, 1)),
        ("4. 1.", DateRead(4, 1)),
        ("ti 4.1.2027", DateRead(4, 1, 2027, weekday=1)),
        ("Ti12.1.", DateRead(12, 1, weekday=1)),
        ("tiistai 12.1.", DateRead(12, 1, weekday=1)),
        ("tis 12 jan.", DateRead(12, 1, weekday=1)),
        ("Tue 12 Jan", DateRead(12, 1, weekday=1)),
        ("mån 4/1", DateRead(4, 1, weekday=0, slash=True)),
        ("04.01.27", DateRead(4, 1, 2027)),
        ("4.1.-27", DateRead(4, 1, 2027)),
        ("4.1. 2027", DateRead(4, 1, 2027)),
        ("2027-01-04", DateRead(4, 1, 2027)),
        ("2027-01-04T10:00:00+02:00", DateRead(4, 1, 2027, TEN)),
        ("4. tammikuuta", DateRead(4, 1)),
        ("4. tammikuuta 2027", DateRead(4, 1, 2027)),
        ("January 4, 2027", DateRead(4, 1, 2027)),
        ("4 maj", DateRead(4, 5)),
        ("4.1. klo 10", DateRead(4, 1, start=TEN)),
        ("4.1. 10-12", DateRead(4, 1, start=TEN)),
        ("4.1. klo 10.12", DateRead(4, 1, start=time(10, 12))),
        ("to 7.1. 9.30–11.00", DateRead(7, 1, start=time(9, 30), weekday=3)),
        ("16.2. peruttu", DateRead(16, 2, rest="peruttu")),
        ("12.1.\nTutustuminen", DateRead(12, 1, rest="tutustuminen")),
        ("46391", DateRead(4, 1, 2027, weak=True)),
        (46391.0, DateRead(4, 1, 2027, weak=True)),
        (4.1, DateRead(4, 1, weak=True)),
        (12.0, DateRead(12, 0, weak=True)),
        (date(2027, 1, 4), DateRead(4, 1, 2027)),
        (datetime(2027, 1, 4, 10), DateRead(4, 1, 2027, TEN)),  # noqa: DTZ001 - spreadsheets know no zones
    ],
)
def test_dates(written: Value, read: DateRead) -> None:
    assert read_date(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "31.2.",
        "29.2.2027",
        "4.–5.1.",
        "4.1.–5.1.2027",
        "vko 5",
        "klo 10.12",
        "Laine Aatu",
        "M15",
        "5.5.1985",
        "1,5",
        "",
        True,
        TEN,
    ],
)
def test_no_dates(written: Value) -> None:
    assert read_date(written) is None


def test_other_words_of_headings() -> None:
    assert [read_time(text) for text in ("klo 10", "10–12", "10.00", "10")] == [TEN, TEN, TEN, None]
    assert [read_month(text) for text in ("Tammikuu", "maj", "helmikuu 2027")] == [
        (1, None),
        (5, None),
        (2, 2027),
    ]
    assert [text for text in ("vko 5", "v. 12", "vecka 3", "v", "ti 12.") if is_week(text)] == [
        "vko 5",
        "v. 12",
        "vecka 3",
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Arjen avaimet – läsnäolot kevät 2027", YearHint(2027, 2027)),
        ("lukuvuosi 2026–2027", YearHint(2026, 2027)),
        ("2026-27", YearHint(2026, 2027)),
        ("syksy 2026 ja kevät 2027", YearHint(2026, 2027)),
        ("våren -27", YearHint(2027, 2027)),
        ("Tulostettu 3.2.2028", None),
        ("Ryhmä 12", None),
    ],
)
def test_titles_tell_years(text: str, hint: YearHint | None) -> None:
    assert year_hint([text]) == hint


def dated(texts: str, hint: YearHint | None = None, default: int = 2027) -> list[str]:
    reads = [read for text in texts.split(",") if (read := read_date(text))]
    return [str(day) for day in date_line(reads, hint, default).days]


def test_a_line_runs_on_over_new_year() -> None:
    assert dated("7.12.,14.12.,4.1.", YearHint(2026, 2026)) == [
        "2026-12-07",
        "2026-12-14",
        "2027-01-04",
    ]
    assert dated("14.12.,4.1.,11.1.", YearHint(2027, 2027)) == [
        "2026-12-14",
        "2027-01-04",
        "2027-01-11",
    ]
    assert dated("25.8.,12.1.,31.5.", YearHint(2026, 2027)) == [
        "2026-08-25",
        "2027-01-12",
        "2027-05-31",
    ]
    assert dated("25.8.2026,15.12.,12.1.,31.5.") == [
        "2026-08-25",
        "2026-12-15",
        "2027-01-12",
        "2027-05-31",
    ]


def test_a_year_that_stands_in_one_cell_serves_the_line() -> None:
    assert dated("11.1.,18.1.2026,25.1.") == ["2026-01-11", "2026-01-18", "2026-01-25"]


def test_the_newest_may_stand_first() -> None:
    assert dated("11.1.,4.1.,14.12.", YearHint(2027, 2027)) == [
        "2027-01-11",
        "2027-01-04",
        "2026-12-14",
    ]


def test_weekdays_tell_the_year_where_nothing_else_does() -> None:
    assert dated("ti 5.1.,ti 12.1.", default=2029) == ["2027-01-05", "2027-01-12"]


def test_a_title_speaks_louder_than_a_weekday() -> None:
    assert dated("ti 4.1.", YearHint(2027, 2027)) == ["2027-01-04"]


def test_the_default_year_is_owned_up_to() -> None:
    assert date_line([DateRead(4, 1)], None, 2026) == Dated((date(2026, 1, 4),), assumed=True)
    assert date_line([DateRead(29, 2)], None, 2027).days == (None,)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{d}.{m}.{y}",
            "{d:02}.{m:02}.{y}",
            "{y}-{m:02}-{d:02}",
            "{d}/{m}/{y}",
            "ke {d}.{m}.{y} klo 9",
        ]
    ),
)
def test_every_day_is_read_back(day: date, style: str) -> None:
    read = read_date(style.format(d=day.day, m=day.month, y=day.year))
    assert read is not None
    assert (read.year, read.month, read.day) == (day.year, day.month, day.day)
