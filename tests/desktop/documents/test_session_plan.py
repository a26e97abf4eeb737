# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed plan: all of it is on the paper, however long, in every language."""

from dataclasses import replace

import pytest

from db.queries.session_plan import PlanDuty, PlanMaterial
from db.rules.words import Copy
from desktop.documents.session_plan import session_plan_pdf
from desktop.words import LANGUAGES, Words
from tests.desktop.documents.pages import BY, Read, card, goal, head, item

LONG = "Ryhmäläisten yhteinen keskustelu siitä miten arki sujuu ja mitä seuraavaksi harjoitellaan"


def printed(plan, copy=Copy.LEADER, language="fi") -> Read:
    return Read(session_plan_pdf(plan, Words(language), copy, BY))


def words_of(text: str) -> str:
    return " ".join(text.split())


def test_an_ordinary_plan_is_one_page_that_reads_from_the_top() -> None:
    read = printed(card())
    assert len(read.pages) == 1
    parts = [
        "TAPAAMISEN SUUNNITELMA", "Arjen avaimet", "Tiistai 4.5.2027 klo 10.00–12.00 · Kammari",
        "Asiointi puhelimessa", "10.00 20 Kuulumiset Elina K.", "10.20 20 Puhelun harjoittelu",
        "Yhteensä 40 80 min vielä vapaana ajasta 10.00–12.00", "Puhelukortit × 5 paria",
        "Parien jako Mikko S.", "Tavoitteet tällä kerralla", "sivu 1/1",
    ]  # fmt: skip
    text = words_of(read.text)
    assert [part for part in parts if part not in text] == []
    assert sorted(parts, key=text.index) == parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_tells_its_title_and_language(language: str) -> None:
    read = printed(card(), language=language)
    kind = {"fi": "Tapaamisen suunnitelma", "sv": "Träffplan", "en": "Session plan"}[language]
    assert read.facts["Title"] == f"{kind}: Arjen avaimet"
    assert (
        f"({ {'fi': 'fi-FI', 'sv': 'sv-FI', 'en': 'en-GB'}[language] })".replace(" ", "").encode()
        in read.bytes
    )
    assert b"/DisplayDocTitle true" in read.bytes
    assert len(read.outline) == 2


def test_minutes_that_fit_or_run_over_are_told_in_words() -> None:
    fits = card(items=(item(0, "Kaikki", 120),))
    over = card(items=(item(0, "Kaikki", 130),))
    assert "Täsmää varattuun aikaan 10.00–12.00" in printed(fits).text
    assert "10 min yli ajan 10.00–12.00" in words_of(printed(over).text.replace("\xa0", " "))


def test_forty_items_go_on_over_pages_with_the_head_on_each() -> None:
    plan = card(items=tuple(item(n, f"Kohta {n}.", 3, things="Kynät") for n in range(40)))
    read = printed(plan)
    assert len(read.pages) == 3
    assert [n for n in range(40) if f"Kohta {n}." not in read.text] == []
    for number, page in enumerate(read.pages, 1):
        assert f"sivu {number}/3" in page
        assert "Arjen avaimet" in page
        assert "10.00–12.00" in page


def test_long_texts_wrap_and_nothing_is_cut() -> None:
    plan = card(
        theme=LONG,
        aim=LONG + ". " + LONG,
        items=(item(0, LONG, who="Marjatta-Leena Väänänen ja vertaisohjaaja", things=LONG),),
        materials=(PlanMaterial(1, LONG, False),),
        duties=(PlanDuty(1, LONG, None, "Marjatta-Leena Väänänen ja muut"),),
        goals=(goal(1, "Maria-Kristiina-Annabella Väänä.", LONG),),
    )
    text = printed(plan).text
    assert "…" not in text
    assert words_of(text).count("harjoitellaan") == 8


def test_sixty_people_stay_in_marked_boxes_on_every_page() -> None:
    plan = card(goals=tuple(goal(n, f"Nimi{n} K.", "Puhun ryhmässä") for n in range(60)))
    read = printed(plan)
    assert [n for n in range(60) if f"Nimi{n} K." not in read.text] == []
    for page in read.pages:
        assert ("Nimi" in page) == ("henkilötietoja" in page)


def test_many_materials_and_duties_all_stand_side_by_side() -> None:
    plan = card(
        materials=tuple(PlanMaterial(n, f"Tarvike {n}.", False) for n in range(40)),
        duties=tuple(PlanDuty(n, f"Vastuu {n}.", None, "Mikko S.") for n in range(55)),
    )
    text = printed(plan).text
    assert [n for n in range(40) if f"Tarvike {n}." not in text] == []
    assert [n for n in range(55) if f"Vastuu {n}." not in text] == []


def test_long_notes_go_on_over_pages() -> None:
    notes = "\n".join(f"Rivi {n}." for n in range(120))
    text = printed(card(notes=notes)).text
    assert [n for n in range(120) if f"Rivi {n}." not in text] == []


@pytest.mark.parametrize("copy", list(Copy))
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unwritten_plan_is_one_page(copy: Copy, language: str) -> None:
    plan = card(theme="", aim="", items=(), materials=(), duties=(), goals=())
    assert len(printed(plan, copy, language).pages) == 1


def test_a_long_group_name_wraps_and_pushes_the_rest_down() -> None:
    read = printed(replace(card(), head=head(group=LONG, place=LONG)))
    assert words_of(read.text).count(LONG) >= 2
    assert "…" not in read.text


def test_skolt_sami_can_be_searched_for() -> None:
    read = printed(card(theme="Ǯaannâ ǩiõll ʒeahra"))
    assert "Ǯaannâ ǩiõll ʒeahra" in read.text
