# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster on the screen: what is stored, with what has been pressed since laid over it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from db.rules.attendance import minutes_for
from db.rules.words import MarkKind

if TYPE_CHECKING:
    from db.queries.roster import Roster, RosterRow
    from db.work import Do

Paint = Callable[["Roster"], "Roster"]


@dataclass(frozen=True)
class Change:
    """Something a person did: the deed, its sentence, and what the screen shows until it is stored.

    `about` tells changes of the same thing from others: a newer one takes the place of an unsaved.
    """

    about: Hashable
    label: str
    deed: "Do[Any]"
    paint: Paint


class RosterState:
    """What is stored, what is on its way, and what could not be saved.

    A key press shows at once; what cannot be saved is taken off the screen again and kept in memory
    to be tried anew, so that the screen never shows as done what is not.
    """

    def __init__(self) -> None:
        self._stored: Roster | None = None
        self._pending: list[Change] = []
        self._unsaved: list[Change] = []

    @property
    def shown(self) -> "Roster | None":
        """The roster as the screen shows it."""
        roster = self._stored
        for change in self._pending:
            roster = change.paint(roster) if roster is not None else None
        return roster

    @property
    def unsaved(self) -> Sequence[Change]:
        """What could not be saved, in the order it was done."""
        return self._unsaved

    def read(self, roster: "Roster") -> None:
        """What the office has."""
        self._stored = roster

    def begin(self, change: Change) -> None:
        """A change is on its way to the office."""
        self._unsaved = [old for old in self._unsaved if old.about != change.about]
        self._pending.append(change)

    def saved(self, change: Change) -> None:
        """It is stored; the next reading will have it too."""
        self._pending.remove(change)
        if self._stored is not None:
            self._stored = change.paint(self._stored)

    def refused(self, change: Change, *, keep: bool) -> None:
        """It was not stored. `keep` it to be tried again, unless something newer took its place."""
        self._pending.remove(change)
        if keep and all(newer.about != change.about for newer in self._pending):
            self._unsaved.append(change)

    def take_unsaved(self) -> Sequence[Change]:
        """What could not be saved, to be tried again now."""
        taken, self._unsaved = self._unsaved, []
        return taken


def marked(participant_id: int, mark: MarkKind | None, late: int | None = None) -> Paint:
    """One person's mark as it will be stored."""

    def paint(roster: "Roster") -> "Roster":
        length = roster.session.minutes
        minutes = None if mark is None else minutes_for(mark, length, late)
        return _with_row(roster, participant_id, mark=mark, minutes=minutes, late_minutes=late)

    return paint


def with_minutes(participant_id: int, minutes: int) -> Paint:
    """One person's minutes."""
    return lambda roster: _with_row(roster, participant_id, minutes=minutes)


def filled(mark: MarkKind) -> Paint:
    """Everybody without a mark; an absence told in advance becomes a notified one."""

    def paint(roster: "Roster") -> "Roster":
        length = roster.session.minutes
        rows = []
        for row in roster.rows:
            kind = MarkKind.NOTIFIED if row.told else mark
            minutes = minutes_for(kind, length)
            unset = row.mark is None
            rows.append(replace(row, mark=kind, minutes=minutes) if unset else row)
        return replace(roster, rows=tuple(rows))

    return paint


def told_absent(participant_id: int, told: bool) -> Paint:
    """An absence told in advance, or taken back."""
    return lambda roster: _with_row(roster, participant_id, told=told)


def counted(count: int) -> Paint:
    """The visitors without a name."""
    return lambda roster: replace(roster, session=replace(roster.session, head_count=count))


def taken_off(participant_id: int) -> Paint:
    """A visitor added by mistake."""
    return lambda roster: replace(
        roster, rows=tuple(row for row in roster.rows if row.participant_id != participant_id)
    )


def worked(participant_id: int, goal_id: int, worked_on: bool, level: int | None) -> Paint:
    """What was done with one goal."""

    def paint(roster: "Roster") -> "Roster":
        row = row_of(roster, participant_id)
        goals = tuple(
            replace(goal, worked_on=worked_on, level=level) if goal.id == goal_id else goal
            for goal in (row.goals if row is not None else ())
        )
        return _with_row(roster, participant_id, goals=goals)

    return paint


def row_of(roster: "Roster", participant_id: int) -> "RosterRow | None":
    """One person's row."""
    return next((row for row in roster.rows if row.participant_id == participant_id), None)


def _with_row(roster: "Roster", participant_id: int, **values: object) -> "Roster":
    rows = tuple(
        replace(row, **values) if row.participant_id == participant_id else row  # type: ignore[arg-type]
        for row in roster.rows
    )
    return replace(roster, rows=rows)
