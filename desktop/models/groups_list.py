# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of groups says of each, to eyes and to screen readers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.rules.people import name_order
from db.rules.words import Openness
from desktop.codes import Codes
from desktop.models.listing import Shown
from desktop.models.rows import RIGHT
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.groups import GroupRow


def columns(words: Words, codes: Codes) -> "list[Shown[GroupRow]]":
    """The columns, in the order of the eye."""

    def kind(row: "GroupRow") -> str:
        return codes.name("group_kinds", row.kind)

    def quiet(
        header: str, text: "Callable[[GroupRow], str]", width: int, share: int
    ) -> "Shown[GroupRow]":
        def in_order(row: "GroupRow") -> tuple[bool, str]:
            return not text(row), name_order(text(row))

        return Shown(header, text, sort=in_order, width=width, share=share, tone="ink2")

    return [
        Shown(
            words._("Name"),
            lambda row: row.name,
            lambda row: ", ".join([row.name, *(text for text, _ in chips(words, row))]),
            lambda row: name_order(row.name),
            width=220,
            share=3,
            weight=600,
            strand=lambda row: row.strand,
            chips=lambda row: chips(words, row),
        ),
        quiet(words._("Kind"), kind, 180, 2),
        quiet(words._("Leaders"), lambda row: ", ".join(row.leaders), 170, 2),
        Shown(
            words._("Members"),
            lambda row: members(words, row),
            lambda row: spoken_members(words, row),
            lambda row: -row.members,
            align=RIGHT,
            width=100,
            tone="ink2",
        ),
        Shown(
            words._("Next session"),
            lambda row: coming(words, row),
            sort=lambda row: row.next_at.timestamp() if row.next_at else float("inf"),
            width=170,
            share=1,
            tone="ink2",
        ),
        quiet(words._("Unit"), lambda row: row.unit, 110, 1),
    ]


def chips(words: Words, row: "GroupRow") -> Sequence[tuple[str, str]]:
    """Whether anybody may come, and whether the group was put away."""
    told = []
    if row.openness is Openness.OPEN:
        told.append((words.p("group", "Open"), "info"))
    if row.archived:
        told.append((words._("Archived"), "neu"))
    return told


def members(words: Words, row: "GroupRow") -> str:
    """ "9/12"; the number alone where there is no limit."""
    if row.max_size is not None:
        return f"{words.number(row.members)}/{words.number(row.max_size)}"
    return words.number(row.members) if row.members else "–"


def spoken_members(words: Words, row: "GroupRow") -> str:
    """ "9 paikkaa 12:sta käytössä" for a screen reader."""
    if row.max_size is None:
        return words.number(row.members)
    told = words._("{members} of {places} places taken")
    return told.format(members=row.members, places=row.max_size)


def coming(words: Words, row: "GroupRow") -> str:
    """ "ke 5.5. klo 10.00"; a dash where nothing is planned."""
    if row.next_at is None:
        return "–"
    day = words.weekday_date(row.next_at.date())
    return words._("{day} at {times}").format(day=day, times=words.time(row.next_at))
