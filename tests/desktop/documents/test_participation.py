# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed summary: what stands on it, what is masked on it, and that nothing falls off."""

import pytest

from db.rules.figures import Breakdown
from db.rules.words import Audience
from desktop.documents.participation import participation_pdf
from desktop.words import LANGUAGES, Words
from tests.desktop.documents.pages import Read
from tests.desktop.summaries import BIG, BY, FEW, ODD, summary

ROWS = (("Arjen avaimet", BIG), ("Vertaispiiri", FEW), ("Aamukahvila", ODD))


def printed(told, language="fi", areas=()) -> Read:
    return Read(participation_pdf(told, Words(language), BY, areas))


def test_a_group_has_its_figures_weeks_months_and_skill_areas_on_one_page() -> None:
    told = summary(("Arjen avaimet", BIG), by=Breakdown.MONTH)
    read = printed(told, areas=[("Arjen hallinta", 19), ("Talous", 6)])
    assert len(read.pages) == 1
    for text in (
        "OSALLISTUMISEN KOOSTE", "Arjen avaimet", "Tammi–maaliskuu 2027", "22", "169", "82 %",
        "Tammikuu 2027", "viikot 1–13", "19/22 tapaamista", "Talous", "1 peruttu",
    ):  # fmt: skip
        assert text in read.text, text
    assert "Merkitty 195 odotetuista 200" in read.text
    assert read.facts["Title"] == "Osallistumisen kooste: Arjen avaimet"
    assert "Ei sisällä nimiä." in read.text
    assert "Kuukausittain" in read.outline


def test_what_leaves_the_unit_is_masked_and_says_so() -> None:
    read = printed(summary(*ROWS, audience=Audience.OUTSIDE))
    few = next(line for line in read.text.splitlines() if line.startswith("Vertaispiiri"))
    assert few == "Vertaispiiri 12 peitetty <5 <5 peitetty"
    assert "Alle 5 olevat luvut" in read.text
    assert "Odotetut käynnit" not in read.text


def test_many_rows_go_on_with_their_heads_and_end_in_the_total() -> None:
    read = printed(summary(*((f"Ryhmä {n}", BIG) for n in range(60))))
    assert len(read.pages) == 4
    assert [n for n in range(60) if f"Ryhmä {n} 22" not in read.text] == []
    assert all("Tapaamiset" in page for page in read.pages[:3])
    assert "Yhteensä 1 320" in read.text.replace("\u00a0", " ")


def test_rows_about_persons_say_how_to_keep_the_page() -> None:
    read = printed(summary(("Oona", BIG), by=Breakdown.PARTICIPANT))
    assert "Oona Hakala" in read.text
    assert "säilytä lukossa" in read.text


def test_nothing_to_divide_by_is_a_dash() -> None:
    assert "Aamukahvila 10 80 0 0 —" in printed(summary(*ROWS)).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", Breakdown)
def test_every_page_is_whole_in_every_language(language: str, by: Breakdown) -> None:
    read = printed(summary(*ROWS, by=by), language)
    assert len(read.pages) == 1
    assert "…" not in read.text
