# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking back and doing again: a step is a sentence and the rows its transaction changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from db.errors import Refused
from desktop.worker import Answer, Worker

if TYPE_CHECKING:
    from db.journal import Changes
    from db.work import Do, Done

T = TypeVar("T")
MOST_STEPS = 200


class History(QObject):
    """The undo stack of one signed-in person. Steps hold ids and values, never live objects."""

    told = Signal(str, bool)
    """A step was done (True) or taken back (False): its sentence, for the notice."""
    refused = Signal(object)
    """Undo or redo met somebody else's change: a Conflict; nothing was overwritten."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._under_way = 0
        self._waiting: list[Callable[[], None]] = []
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_STEPS)

    def do(
        self,
        owner: QObject,
        deed: "Do[T]",
        label: str,
        done: "Callable[[Done[T]], None] | None" = None,
        *,
        failed: Answer | None = None,
        quiet: bool = False,
    ) -> None:
        """Do a deed; when it has changed something it becomes a step called `label`, whether or not
        `owner` is still there to hear of it. A `quiet` one is not told: the screen says it itself."""
        self._under_way += 1

        def written(outcome: "Done[Any]") -> None:
            if outcome.changes:
                self.stack.push(_Step(self, label, outcome.changes))
                if not quiet:
                    self.told.emit(label, True)
            if done is not None and isValid(owner):
                done(outcome)
            self._ended()

        def refused(error: object) -> None:
            if failed is not None and isValid(owner) and isinstance(error, Refused):
                failed(error)
            else:
                self._worker.failed.emit(error)
            self._ended()

        self._worker.write(self, deed, written, failed=refused)

    def undo(self) -> None:
        """Take the last step back; while something is being saved, that very thing, once it is."""
        if self._under_way:
            self._waiting.append(self.undo)
        elif self.stack.canUndo():
            label = self.stack.undoText()
            self.stack.undo()
            self.told.emit(label, False)

    def redo(self) -> None:
        """Do the last step taken back again."""
        if self._under_way:
            self._waiting.append(self.redo)
        elif self.stack.canRedo():
            label = self.stack.redoText()
            self.stack.redo()
            self.told.emit(label, True)

    def _ended(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            waiting, self._waiting = self._waiting, []
            for step in waiting:
                step()

    def clear(self) -> None:
        """Forget every step: another person signs in, or the office was locked."""
        self.stack.clear()

    def replay(self, changes: "Changes") -> None:
        """Carry a step out in one direction. Presses in quick succession queue up in order; after a
        conflict no older step can be trusted, so all are dropped."""

        def refused(error: object) -> None:
            self.stack.clear()
            (self.refused if isinstance(error, Refused) else self._worker.failed).emit(error)

        self._worker.replay(self, changes, failed=refused)


class _Step(QUndoCommand):
    """One transaction. Qt calls redo() when the step is pushed: by then it has been done."""

    def __init__(self, history: History, label: str, changes: "Changes") -> None:
        super().__init__(label)
        self._history, self._changes = history, changes
        self._is_new = True

    def redo(self) -> None:
        """Do it again."""
        if self._is_new:
            self._is_new = False
            return
        self._history.replay(self._changes)

    def undo(self) -> None:
        """Take it back."""
        self._history.replay(self._changes.reversed())
