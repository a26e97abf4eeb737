# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries the changes of a roster to the office, and keeps those that could not be stored."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.errors import Refused, Why
from db.queries.roster import Roster
from desktop.models.roster_state import Change, RosterState
from desktop.undo import History

# What may pass by itself or be mended beside the program. Anything else is told to the person.
PASSING = frozenset({
    Why.DISK_FULL, Why.CANNOT_WRITE, Why.CANNOT_READ, Why.OFFICE_IN_USE, Why.OFFICE_LOCKED, Why.NO_SERVER,
})  # fmt: skip


class RosterSaving(QObject):
    """One change is one transaction and one step back."""

    changed = Signal()
    """What is to be shown has changed."""
    troubled = Signal(object)
    """A refusal that trying again would not mend; the screen is to read anew."""

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._state = RosterState()

    @property
    def shown(self) -> Roster | None:
        """What is stored, with what is on its way laid over it."""
        return self._state.shown

    @property
    def unsaved(self) -> int:
        """How many changes could not be saved."""
        return len(self._state.unsaved)

    def read(self, roster: Roster) -> None:
        """The roster has been read."""
        self._state.read(roster)
        self.changed.emit()

    def carry(self, change: Change | None, done: Callable[[Any], None] | None = None) -> None:
        """Show a change and store it; `done` gets what the deed returned."""
        if change is None:
            return
        self._state.begin(change)

        def saved(outcome: Any) -> None:  # noqa: ANN401 - Done of whatever the deed returns
            self._state.saved(change)
            if done is not None:
                done(outcome.value)
            self.changed.emit()

        def refused(error: Refused) -> None:
            keep = error.why in PASSING
            self._state.refused(change, keep=keep)
            self.changed.emit()
            if not keep:
                self.troubled.emit(error)

        self._history.do(self, change.deed, change.label, saved, failed=refused)
        self.changed.emit()

    def try_again(self) -> None:
        """Carry once more what could not be stored, in the order it was done."""
        for change in self._state.take_unsaved():
            self.carry(change)
