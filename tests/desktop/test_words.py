# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts, dates and numbers in three languages, quickly."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import mofile, pofile
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue import FOLDER, is_stale, load
from desktop.formats import FORMATS, rounded
from desktop.words import LANGUAGES, Words, system_language

DAY = dt.date(2027, 5, 4)
NOON = dt.datetime(2027, 5, 4, 12, 0, tzinfo=dt.UTC)
CLDR = {"fi": Locale("fi"), "sv": Locale("sv"), "en": Locale("en", "GB")}

FINNISH, SWEDISH, ENGLISH = (Words(language) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_days_and_months_are_those_of_cldr(language: str) -> None:
    cldr, ours = CLDR[language], FORMATS[language]
    days = [cldr.days["stand-alone"]["wide"][n] for n in range(7)]
    short = [cldr.days["stand-alone"]["abbreviated"][n] for n in range(7)]
    months = [cldr.months["stand-alone"]["wide"][n] for n in range(1, 13)]
    in_date = [cldr.months["format"]["wide"][n] for n in range(1, 13)]
    assert [*ours.weekdays, *ours.short_weekdays] == days + short
    assert [*ours.months, *ours.months_in_date] == months + in_date


@pytest.mark.parametrize("language", ["fi", "sv"])
@given(number=st.integers(0, 10**9), places=st.sampled_from([0, 1, 2]))
def test_numbers_are_written_as_cldr_does(language: str, number: int, places: int) -> None:
    pattern = "#,##0" + (f".{'0' * places}" if places else "")
    cldr = format_decimal(number, pattern, locale=CLDR[language])
    assert Words(language).number(number, places) == cldr


@pytest.mark.parametrize("language", LANGUAGES)
def test_per_cent_is_written_as_cldr_does(language: str) -> None:
    for share in (0, 0.07, 0.86, 1, 12.5):
        assert Words(language).percent(share) == format_percent(share, locale=CLDR[language])


@pytest.mark.parametrize(
    ("value", "places", "shift", "told"),
    [
        (62.5, 0, 0, "63"),
        (0.145, 0, 2, "15"),
        (0.125, 2, 0, "0.13"),
        (-0.4, 0, 0, "0"),
        (-2, 0, 0, "-2"),
        (1234567, 0, 0, "1,234,567"),
    ],
)
def test_rounding_is_half_up_as_people_do(value: float, places: int, shift: int, told: str) -> None:
    assert rounded(value, places, shift) == told


def test_dates_and_times_are_finlands_own() -> None:
    told = [
        (
            w.date(DAY),
            w.day_month(DAY),
            w.weekday_date(DAY),
            w.day_long(DAY),
            w.month(DAY),
            w.week(DAY),
        )
        for w in (FINNISH, SWEDISH, ENGLISH)
    ]
    assert told == [
        (
            "4.5.2027",
            "4.5.",
            "ti\u00a04.5.",
            "tiistai 4. toukokuuta",
            "toukokuu 2027",
            "vk\u00a018",
        ),
        ("4.5.2027", "4.5.", "tis\u00a04.5.", "tisdag 4 maj", "maj 2027", "v.\u00a018"),
        ("4.5.2027", "4.5.", "Tue\u00a04.5.", "Tuesday 4 May", "May 2027", "wk\u00a018"),
    ]
    assert [w.time_range(dt.time(9, 5), NOON) for w in (FINNISH, SWEDISH, ENGLISH)] == [
        "9.05–12.00",
        "9.05–12.00",
        "9:05–12:00",
    ]
    assert FINNISH.date_time(NOON) == "4.5.2027 klo 12.00"
    assert SWEDISH.date_time(NOON) == "4.5.2027 kl. 12.00"


def test_a_range_of_days_says_each_part_once() -> None:
    told = [
        FINNISH.date_range(*pair)
        for pair in (
            (DAY, DAY),
            (DAY, dt.date(2027, 5, 10)),
            (dt.date(2027, 4, 28), DAY),
            (dt.date(2026, 12, 30), DAY),
        )
    ]
    assert told == ["4.5.2027", "4.–10.5.2027", "28.4.–4.5.2027", "30.12.2026–4.5.2027"]


def test_figures_nobody_knows_are_a_dash() -> None:
    assert (FINNISH.number(None), FINNISH.percent(None)) == ("—", "—")


def test_what_is_below_nothing_carries_a_true_minus() -> None:
    assert (FINNISH.number(-1234), ENGLISH.number(-0.5, 1)) == ("−1\u00a0234", "−0.5")
    assert [FINNISH.signed(level) for level in (-2, 0, 1)] == ["−2", "0", "+1"]


def test_lengths_of_time() -> None:
    told = [FINNISH.duration(m).replace("\u00a0", "_") for m in (45, 94, 120)]
    assert told == ["45_min", "1_t 34_min", "2_t"]
    assert FINNISH.hours(1890) == "31,5\u00a0t"
    assert FINNISH.left(94).startswith("jäljellä 1")
    assert (FINNISH.wait(1), FINNISH.wait(30), FINNISH.wait(121)) == (
        "1 sekunti",
        "30 sekuntia",
        "3 minuuttia",
    )


def test_days_near_today_have_names() -> None:
    told = [FINNISH.until(DAY + dt.timedelta(n), DAY) for n in (0, 1, 3, -1, -3)]
    assert told == ["tänään", "huomenna", "3 päivän päästä", "eilen", "3 päivää sitten"]


def test_how_long_ago() -> None:
    ago = [
        FINNISH.ago(NOON - dt.timedelta(minutes=m), NOON).replace("\u00a0", " ")
        for m in (0, 5, 130, 12 * 60 + 1, 3 * 1440)
    ]
    assert ago == ["juuri nyt", "5 min sitten", "2 t sitten", "eilen", "3 päivää sitten"]


def test_lists_and_plurals() -> None:
    assert [w.list(["A", "B", "C"]) for w in (FINNISH, SWEDISH, ENGLISH)] == [
        "A, B ja C",
        "A, B och C",
        "A, B and C",
    ]
    assert (FINNISH.list(["A"]), FINNISH.list([])) == ("A", "")
    told = [FINNISH.n("{count} second", "{count} seconds", n).format(count=n) for n in (1, 2)]
    assert told == ["1 sekunti", "2 sekuntia"]
    assert (FINNISH.quoted("a"), ENGLISH.quoted("a"), FINNISH.euros(1250)) == (
        "”a”",
        "“a”",
        "12,50\u00a0€",
    )


def test_a_language_that_is_not_ours_is_a_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        Words("de")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "sv_FI.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:sv"}, "sv"),
        ({"LANG": "C.UTF-8"}, "fi"),
        ({}, "fi"),
        ({"LANG": "en_GB.UTF-8", "PUNOS_LANG": "sv"}, "sv"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells by a call of its own")
def test_the_language_of_the_computer(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "PUNOS_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_dates_and_texts_need_neither_babel_nor_qt() -> None:
    """The sign-in is painted before either is loaded."""
    code = (
        "import sys, datetime; from desktop.words import Words; w = Words('fi');"
        "w.day_long(datetime.date(2027, 5, 4)); w._('Present'); w.number(12345);"
        "print(sorted({'babel', 'PySide6', 'decimal', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The Finnish catalogue as a fresh clone has it: readable, not compiled."""
    folder = tmp_path / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(FOLDER / "fi" / "LC_MESSAGES" / "punos.po", folder)
    return tmp_path


def test_a_fresh_clone_compiles_its_catalogue_once(clone: Path) -> None:
    source = clone / "fi" / "LC_MESSAGES" / "punos.po"
    assert load("fi", clone).gettext("Present") == "Paikalla"
    assert not is_stale(source, source.with_suffix(".mo"))
    assert [path.name for path in source.parent.glob("*.part")] == []


def test_a_translators_change_is_seen_at_the_next_start(clone: Path) -> None:
    load("fi", clone)
    source = clone / "fi" / "LC_MESSAGES" / "punos.po"
    source.write_text(source.read_text("utf-8").replace('"Paikalla"', '"Läsnä"'), "utf-8")
    os.utime(source, (2_000_000_000, 2_000_000_000))
    assert load("fi", clone).gettext("Present") == "Läsnä"


def test_a_folder_that_cannot_be_written_is_no_hindrance(clone: Path) -> None:
    source = clone / "fi" / "LC_MESSAGES" / "punos.po"
    source.with_suffix(".mo.part").mkdir()
    assert load("fi", clone).gettext("Present") == "Paikalla"
    assert not source.with_suffix(".mo").exists()


def test_an_installed_program_needs_no_sources(clone: Path) -> None:
    source = clone / "fi" / "LC_MESSAGES" / "punos.po"
    with source.open("rb") as file, source.with_suffix(".mo").open("wb") as made:
        mofile.write_mo(made, pofile.read_po(file))
    source.unlink()
    assert load("fi", clone).gettext("Present") == "Paikalla"
