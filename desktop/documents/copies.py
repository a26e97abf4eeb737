# SPDX-License-Identifier: GPL-3.0-or-later
"""What each printed copy may show: the one place where that is decided."""

from collections.abc import Mapping
from enum import StrEnum

from db.rules.words import Copy


class Shown(StrEnum):
    """What names or otherwise concerns somebody, and so is not for every eye."""

    LEADERS = "leaders"
    """Who leads the session."""
    RESPONSIBLE = "responsible"
    """Who sees to what."""
    GOALS = "goals"
    """Participants by short name, with the goals the session serves."""
    NOTES = "notes"
    """The leaders' own notes."""
    PARTICIPANTS = "participants"
    """Short names of those expected."""
    PRINTED_BY = "printed_by"
    """Who printed the page."""


MAY_SHOW: Mapping[Copy, frozenset[Shown]] = {
    Copy.LEADER: frozenset(Shown) - {Shown.PARTICIPANTS},
    # The sign-in sheet goes round the table: whoever signs sees first names and initials.
    Copy.TABLE: frozenset({Shown.PARTICIPANTS, Shown.PRINTED_BY}),
    # Anybody passing by reads the wall.
    Copy.WALL: frozenset(),
}


def shows(copy: Copy, what: Shown) -> bool:
    """Whether `what` may stand on this copy."""
    return what in MAY_SHOW[copy]
