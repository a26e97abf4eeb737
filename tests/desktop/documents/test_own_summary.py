# SPDX-License-Identifier: GPL-3.0-or-later
"""A participant's own page: own words, own visits, own steps."""

from dataclasses import replace
from datetime import date

import pytest

from db.queries.people import GoalLine, Membership, PersonCard, Visit
from db.rules.words import EnrolmentKind, GoalState, MarkKind, ParticipantKind, ReviewKind
from desktop.documents.own_summary import own_summary_pdf
from desktop.words import LANGUAGES, Words
from tests.desktop.documents.pages import BY, Read
from tests.factories import START, at

LEVELS = ("Puhelut jäävät", "Soitan yhdessä", "Soitan itse", "Varaan ajat", "Hoidan kaiken")


def goal(title="Hoidan puhelut itse", state=GoalState.LIVE, level=0) -> GoalLine:
    steps = ((date(2027, 2, 1), level, None),)
    return GoalLine(1, 1, title, "meri", "", "person", state, -2, 1, 1, None, LEVELS, steps)


def visit(day: int, mark: MarkKind) -> Visit:
    return Visit(day, "Arjen avaimet", "kuusi", at(10, 0, date(2027, 4, day)), mark, 120, "")


CARD = PersonCard(
    3, 1, ParticipantKind.NAMED, "Oona", "Hietala", "", "", 1994, "fi", 1, "Elina K.", "", False,
    START, "", None, "Haluan hoitaa asiani itse.", "", None, (ReviewKind.INTERIM, date(2027, 5, 7)),
    (Membership(1, 1, "Arjen avaimet", "kuusi", EnrolmentKind.MEMBER, START, None),),
    (goal(), goal("Vanha tavoite", GoalState.DROPPED)),
    tuple(visit(day, mark) for day, mark in ((6, MarkKind.PRESENT), (1, MarkKind.ABSENT))), 20, 32,
)  # fmt: skip


def printed(card: PersonCard = CARD, language="fi") -> Read:
    return Read(own_summary_pdf(card, Words(language), BY))


def test_it_speaks_to_the_person() -> None:
    read = printed()
    for text in (
        "Hei Oona!", "”Haluan hoitaa asiani itse.”", "20", "32 tapaamisesta", "1/2",
        "Hoidan puhelut itse", "Soitan itse", "nyt", "7.5.2027", "Elina K.", "Kooste on sinun",
    ):  # fmt: skip
        assert text in read.text, text
    assert "Hietala" not in read.text
    assert "Vanha tavoite" not in read.text


def test_somebody_without_a_name_plan_or_visits_gets_a_page_too() -> None:
    bare = replace(
        CARD, first_name="", last_name="", main_goal="", goals=(), visits=(), memberships=(),
        next_review=None, own_worker="", here=0, marked=0,
    )  # fmt: skip
    read = printed(bare)
    assert "Hei!" in read.text
    assert "oikeus saada se korjattua" in read.text


def test_a_goal_nobody_has_rated_has_not_started() -> None:
    fresh = replace(goal(), baseline=None, steps=())
    assert "Ei vielä aloitettu." in printed(replace(CARD, goals=(fresh,))).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_in_every_language(language: str) -> None:
    read = printed(language=language)
    assert len(read.pages) == 1
    assert "…" not in read.text
