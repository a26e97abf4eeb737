# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a plan while it is being written: what is typed waits for a pause and is then one step.

What people see is the plan as it will be: the office's last answer with everything on top that is
being typed or on its way. So nothing jumps back under the fingers while a save is under way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import Conflict, Refused
from db.queries.session_plan import PlanCard
from db.work import Do, Done
from desktop.desk import Desk

T = TypeVar("T")
PAUSE_MS = 600


class Saving(StrEnum):
    """How the saving of a page stands."""

    NOTHING = "nothing"
    WAITING = "waiting"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True)
class Draft:
    """Something typed: the name of its undo step, how the plan looks with it, and what saves it."""

    label: str
    show: Callable[[PlanCard], PlanCard]
    deed: Do[Any]


class PlanWriter(QObject):
    """Keeps drafts by key (one for each field) and does deeds, in the order they were made."""

    changed = Signal()
    """The plan as shown is another one."""
    stale = Signal()
    """What is shown can no longer be trusted: it is to be read again."""
    state_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._base: PlanCard | None = None
        self._typed: dict[object, Draft] = {}
        self._sent: list[Draft] = []
        self._failed: dict[object, Draft] = {}
        self._under_way = 0
        self._afterwards: list[Callable[[], None]] = []
        self.state = Saving.NOTHING
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.settle)

    @property
    def card(self) -> PlanCard | None:
        """The plan as it will be, or None before it was read."""
        if self._base is None:
            return None
        drafts = [*self._sent, *self._failed.values(), *self._typed.values()]
        return reduce(lambda card, draft: draft.show(card), drafts, self._base)

    @property
    def is_typing(self) -> bool:
        """Whether something typed still waits for its pause."""
        return bool(self._typed)

    def take(self, card: PlanCard) -> None:
        """The plan as the office has it now."""
        self._base = card
        self.changed.emit()

    def put(self, key: object, draft: Draft) -> None:
        """Something was typed into the field `key`; it is saved after a pause."""
        self._failed.pop(key, None)
        self._typed.pop(key, None)
        self._typed[key] = draft
        self._pause.start()
        self._tell(Saving.WAITING)
        self.changed.emit()

    def do(self, deed: Do[T], label: str, done: Callable[[Done[T]], None] | None = None) -> None:
        """Do something at once, after what was typed before it."""
        self.settle()
        self._begin()

        def finished(outcome: Done[T]) -> None:
            if done is not None:
                done(outcome)
            self._end(Saving.SAVED)

        self._desk.history.do(self, deed, label, finished, failed=self._refused)

    def settle(self) -> None:
        """Save what was typed."""
        self._pause.stop()
        typed, self._typed = self._typed, {}
        for key, draft in typed.items():
            self._send(key, draft)

    def retry(self) -> None:
        """Save once more what could not be saved."""
        self._typed = {**self._failed, **self._typed}
        self._failed = {}
        self.settle()

    def undo(self) -> None:
        """Take the last step back; what is being typed counts as one."""
        self._after_saving(self._desk.history.undo)

    def redo(self) -> None:
        """Do again the last step taken back."""
        self._after_saving(self._desk.history.redo)

    def _after_saving(self, then: Callable[[], None]) -> None:
        self.settle()
        if self._under_way:
            self._afterwards.append(then)
        else:
            then()

    def _send(self, key: object, draft: Draft) -> None:
        self._sent.append(draft)
        self._begin()

        def saved(_outcome: Done[Any]) -> None:
            self._sent.remove(draft)
            if self._base is not None:
                self._base = draft.show(self._base)
            self._end(Saving.SAVED)

        def failed(error: object) -> None:
            self._sent.remove(draft)
            if isinstance(error, Refused) and not isinstance(error, Conflict):
                self._failed.setdefault(key, draft)
            self._refused(error)

        self._desk.history.do(self, draft.deed, draft.label, saved, failed=failed, quiet=True)

    def _refused(self, error: object) -> None:
        self._desk.trouble(error)
        self._end(Saving.FAILED if self._failed else Saving.NOTHING)
        if not self._failed:
            self.stale.emit()

    def _begin(self) -> None:
        self._under_way += 1
        self._tell(Saving.WAITING)

    def _end(self, state: Saving) -> None:
        self._under_way -= 1
        if self._failed:
            state = Saving.FAILED
        if self._typed or (self._under_way and state is not Saving.FAILED):
            state = Saving.WAITING
        self._tell(state)
        while not self._under_way and self._afterwards:
            self._afterwards.pop(0)()

    def _tell(self, state: Saving) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state.value)
