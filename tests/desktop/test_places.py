# SPDX-License-Identifier: GPL-3.0-or-later
"""The way back through the program."""

from desktop.desk import Place
from desktop.places import MOST_STEPS, Trail


def test_back_goes_through_the_places_in_turn() -> None:
    trail = Trail(Place("today"))
    trail.go(Place("groups"))
    trail.go(Place("group", 1))
    assert [trail.back(), trail.back(), trail.back()] == [Place("groups"), Place("today"), None]
    assert trail.here == Place("today")


def test_the_same_place_again_is_no_step() -> None:
    trail = Trail(Place("today"))
    trail.go(Place("today"))
    assert trail.back() is None


def test_only_the_last_steps_are_kept() -> None:
    trail = Trail(Place("today"))
    for key in range(MOST_STEPS + 10):
        trail.go(Place("group", key))
    steps = 0
    while trail.back() is not None:
        steps += 1
    assert steps == MOST_STEPS
