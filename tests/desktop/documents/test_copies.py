# SPDX-License-Identifier: GPL-3.0-or-later
"""What each copy may show, and that the wall's names nobody whatever the plan holds."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from db.queries.session_head import Leader
from db.queries.session_plan import PlanDuty
from db.rules.words import Copy, LeaderRole
from desktop.documents.copies import MAY_SHOW, Shown, shows
from desktop.documents.kit import Printed
from desktop.documents.session_plan import session_plan_pdf
from desktop.words import LANGUAGES, Words
from tests.desktop.documents.pages import BY, Read, card, goal, head, item


def test_every_copy_is_decided_and_the_wall_shows_nothing_of_anybody() -> None:
    assert set(MAY_SHOW) == set(Copy)
    assert MAY_SHOW[Copy.WALL] == frozenset()
    assert not shows(Copy.TABLE, Shown.GOALS)


# Letters that no other text of the page holds side by side, so that finding them is finding a name.
NAME = st.text(alphabet="QXZ", min_size=4, max_size=9).map(str.capitalize)


@settings(max_examples=40, deadline=None)
@given(
    names=st.lists(NAME, min_size=6, max_size=6, unique=True), language=st.sampled_from(LANGUAGES)
)
def test_the_wall_copy_never_carries_a_name(names: list[str], language: str) -> None:
    leader, helper, participant, other, guest, printer = names
    plan = card(
        head=head(leaders=(Leader(1, f"{leader} K.", LeaderRole.LEADER),)),
        items=(item(0, "Kuulumiset", who=helper, goals={7}), item(1, "Kahvi", who=guest)),
        duties=(PlanDuty(1, "Kahvit", None, guest),),
        goals=(goal(7, f"{participant} H.", "Puhun"), goal(8, other, "Soitan")),
        notes=f"Muista {participant}",
    )
    read = Read(session_plan_pdf(plan, Words(language), Copy.WALL, Printed(printer, BY.at)))
    everything = " ".join([read.text, *map(str, read.facts.values()), *read.outline])
    assert [name for name in names if name in everything] == []
    assert "Puhun" not in everything


def test_the_leaders_copy_carries_them_all_and_says_so() -> None:
    plan = replace(card(), notes="Muista avaimet")
    text = Read(session_plan_pdf(plan, Words("fi"), Copy.LEADER, BY)).text
    for part in ("Elina K. ja Mikko S.", "Oona H.", "Hoidan puhelut itse", "Muista avaimet"):
        assert part in text
    assert "Ohjaajan kappale – henkilötietoja" in text
    assert "Säilytä lukitussa kaapissa" in text
