# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a person has been in the program, for the way back."""

from desktop.desk import Place

MOST_STEPS = 50


class Trail:
    """The present place and those before it. It outlives a lock, so that whoever unlocks again
    comes back to the same place."""

    def __init__(self, start: Place) -> None:
        self.here = start
        self._past: list[Place] = []

    def go(self, place: Place) -> None:
        """Move on to a place."""
        if place != self.here:
            self._past = [*self._past[1 - MOST_STEPS :], self.here]
            self.here = place

    def back(self) -> Place | None:
        """Return to the place before, which is then the present one; None at the beginning."""
        if not self._past:
            return None
        self.here = self._past.pop()
        return self.here
