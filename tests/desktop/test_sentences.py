# SPDX-License-Identifier: GPL-3.0-or-later
"""Every refusal is told in a plain sentence, with its facts or without them."""

import datetime as dt
from pathlib import Path

import pytest

from db.errors import Conflict, Refused, Why
from desktop.sentences import sentence
from desktop.words import LANGUAGES, Words

FINNISH, SWEDISH, ENGLISH = (Words(language) for language in LANGUAGES)
EVERYTHING: dict[str, object] = {
    "file": "kevät.punos",
    "seconds": 30,
    "least": 2,
    "most": 9,
    "number": 12,
    "needed": "1.4",
    "server": "db.example",
    "who": "Mari S.",
    "when": dt.time(10, 26),
    "name": "Aamu",
    "text": "31.2.2027",
    "limit": "20 Mt",
    "cells": ["k (Taul1!C7)", "k (Taul1!D9)"],
    "group": "Aamu",
    "user": "mari",
}


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("facts", [{}, EVERYTHING], ids=["bare", "full"])
@pytest.mark.parametrize("words", [FINNISH, SWEDISH, ENGLISH], ids=LANGUAGES)
def test_it_reads_well(words: Words, facts: dict[str, object], why: Why) -> None:
    told = sentence(words, Refused(why, **facts))
    assert told[0].isupper()
    assert told.endswith(".")
    assert not [
        sign for sign in ("  ", " .", " ,", "{", "}", "()", "””", "“”", "None") if sign in told
    ]


def test_what_where_and_what_to_do() -> None:
    told = sentence(FINNISH, Refused(Why.FILE_EXISTS, file=Path("/koti/Mari/vienti.csv")))
    assert (
        told
        == "Tiedosto ”vienti.csv” on jo olemassa. Valitse toinen nimi. Mitään ei kirjoitettu yli."
    )


def test_cells_are_named_and_many_are_counted() -> None:
    one = sentence(FINNISH, Refused(Why.UNKNOWN_MARKS, cells=["k (Taul1!C7)", "x (Taul1!D9)"]))
    assert "ei tunne: k (Taul1!C7) ja x (Taul1!D9). Korjaa" in one
    many = sentence(FINNISH, Refused(Why.UNKNOWN_MARKS, cells=[f"k (C{n})" for n in range(20)]))
    assert "k (C7) ja 12 muuta." in many
    assert "k (C8)" not in many


def test_who_changed_it_and_when() -> None:
    moment = dt.datetime(2027, 5, 4, 10, 26, tzinfo=dt.UTC)
    told = sentence(FINNISH, Conflict(who="Mari S.", when=moment))
    assert told.startswith("Mari S. muutti tätä samaan aikaan (10.26). Mitään ei")
    assert sentence(FINNISH, Conflict()).startswith("Joku muu muutti tätä samaan aikaan. ")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"least": 0, "most": 10}, "Luku 12 ei sovi tähän. Valitse luku väliltä 0–10."),
        ({"least": 0, "most": 0}, "Luku 12 ei sovi tähän. Sen pitää olla 0."),
        ({"most": 10}, "Luku 12 on liian suuri. Se voi olla enintään 10."),
        ({"least": 20}, "Luku 12 on liian pieni. Sen pitää olla vähintään 20."),
    ],
)
def test_a_number_out_of_range_says_the_range(facts: dict[str, object], told: str) -> None:
    assert sentence(FINNISH, Refused(Why.NUMBER_OUT_OF_RANGE, number=12, **facts)) == told


@pytest.mark.parametrize(
    "reason", ["empty", "password", "damaged", "other_kind", "of a later version"]
)
def test_why_a_file_is_no_spreadsheet(reason: str) -> None:
    told = sentence(FINNISH, Refused(Why.FILE_NOT_A_SHEET, file="a.pdf", reason=reason))
    word = {"empty": "tyhjä", "password": "salasanalla", "damaged": "vaurioitunut"}
    assert word.get(reason, "ei ole taulukko") in told


def test_a_hostile_fact_stays_on_one_short_line() -> None:
    told = sentence(ENGLISH, Refused(Why.NO_SUCH_DATE, text="31.2.\r\nroot:\u202e\x00" + "x" * 500))
    assert told.isprintable()
    assert len(told) < 200
