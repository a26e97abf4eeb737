# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants' names that somebody has written into what goes on the wall."""

from collections.abc import Iterable, Iterator

from db.queries.session_plan import PlanCard
from db.rules.names import mentions
from db.rules.people import Person


def names_on_wall(card: PlanCard, people: Iterable[Person]) -> tuple[str, ...]:
    """The words of the wall copy that name somebody expected, as they are written, each once.

    It may find a word that is no name and miss a form that the rules do not know: a reason to warn,
    never to refuse.
    """
    those = tuple(people)
    found = (
        text[mention.start : mention.end]
        for text in _texts(card)
        for mention in mentions(text, those)
    )
    return tuple(dict.fromkeys(found))


def _texts(card: PlanCard) -> Iterator[str]:
    """What people have written and the wall copy shows."""
    yield card.theme
    yield card.aim
    for item in card.items:
        yield item.title
        yield item.materials
    for material in card.materials:
        yield material.name
