# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of participants says of each, to eyes and to screen readers."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from db.rules.people import name_order
from db.rules.words import ParticipantKind
from desktop.models.listing import Shown
from desktop.models.rows import RIGHT
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.people import PersonRow


def columns(words: Words, place: "Callable[[PersonRow], int]") -> "list[Shown[PersonRow]]":
    """The columns; `place` is where the order of names has a person."""
    unnamed = words._("Anonymous {number}")
    # Groups and workers are few: each text is put in order once, not once a row.
    in_order = cache(_filled_first)

    def name(row: "PersonRow") -> str:
        return row.called.said(unnamed)

    def spoken(row: "PersonRow") -> str:
        return ", ".join([name(row), *(text for text, _ in chips(words, row))])

    return [
        Shown(
            words._("Name"),
            name,
            spoken,
            place,
            width=200,
            share=3,
            weight=600,
            chips=lambda row: chips(words, row),
        ),
        Shown(
            words._("Groups"),
            lambda row: row.groups,
            sort=lambda row: in_order(row.groups),
            width=240,
            share=4,
            tone="ink2",
        ),
        Shown(
            words._("Own worker"),
            lambda row: row.own_worker,
            sort=lambda row: in_order(row.own_worker),
            width=130,
            share=1,
            tone="ink2",
        ),
        Shown(
            words._("Goals"),
            lambda row: words.number(row.live_goals) if row.live_goals else "–",
            sort=lambda row: -row.live_goals,
            align=RIGHT,
            width=100,
            tone="ink2",
        ),
        Shown(
            words._("Last here"),
            lambda row: words.date(row.last_seen) if row.last_seen else "–",
            sort=lambda row: -(row.last_seen or date.min).toordinal(),
            align=RIGHT,
            width=130,
            tone="ink2",
        ),
    ]


def chips(words: Words, row: "PersonRow") -> Sequence[tuple[str, str]]:
    """How little is known of somebody, and whether they were put away."""
    told = []
    if row.kind is ParticipantKind.PSEUDONYMOUS:
        told.append((words._("By a code"), "info"))
    elif row.kind is ParticipantKind.ANONYMOUS:
        told.append((words._("No name"), "neu"))
    if row.archived:
        told.append((words._("Archived"), "neu"))
    return told


def _filled_first(text: str) -> tuple[bool, str]:
    return not text, name_order(text)
