# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan as it will be once it is saved."""

from dataclasses import replace

import pytest

from db.rules.words import SessionState
from desktop.models.plan_draft import (
    free_minutes,
    is_closed,
    next_minutes,
    people_served,
    strand_of,
    with_duty,
    with_item,
    with_material,
)  # fmt: skip
from tests.desktop.documents.pages import card, goal, head, item
from tests.factories import at


def test_other_minutes_move_what_comes_after() -> None:
    plan = card(items=(item(0, "Alku"), item(1, "Työ"), item(2, "Loppu")))
    moved = with_item(plan, 1, minutes=50)
    assert [f"{i.starts_at:%H.%M} {i.minutes}" for i in moved.items] == [
        "10.00 20", "10.20 50", "11.10 20",
    ]  # fmt: skip
    assert with_item(plan, 99, minutes=50) == plan


def test_names_change_in_place() -> None:
    plan = with_duty(with_material(card(), 1, name="Kynät", ready=True), 1, name="Kahvit")
    assert [(m.name, m.ready) for m in plan.materials] == [("Kynät", True)]
    assert [d.name for d in plan.duties] == ["Kahvit"]


@pytest.mark.parametrize(
    ("minutes", "free", "following"), [(0, 120, 15), (110, 10, 10), (120, 0, 15), (150, -30, 15)]
)
def test_a_new_item_takes_what_is_left(minutes: int, free: int, following: int) -> None:
    plan = card(items=(item(0, "Alku", minutes),))
    assert (free_minutes(plan), next_minutes(plan)) == (free, following)


def test_an_items_strand_is_that_of_its_first_goal() -> None:
    plan = card()
    assert [strand_of(plan, one) for one in plan.items] == [None, "meri"]


def test_people_are_counted_once_and_only_with_a_linked_goal() -> None:
    goals = (
        goal(1, "Oona H.", "A"),
        goal(1, "Oona H.", "B"),
        goal(2, "Aatu L.", "C", linked=False),
    )
    assert people_served(card(goals=goals)) == 1


def test_what_is_over_is_only_read() -> None:
    assert not is_closed(card())
    assert is_closed(card(head=replace(head(), closed_at=at(12))))
    assert is_closed(card(head=replace(head(), state=SessionState.CANCELLED)))
