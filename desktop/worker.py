# SPDX-License-Identifier: GPL-3.0-or-later
"""The door: one database thread in strict order, answers on the window's thread, a second lane for
rendering.

First in, first out gives a reader its own writes without a lock. Every answer has an owner: when the
owner's window is gone, or a newer question of the same name was put, the answer is dropped.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from db.errors import Refused, Why

if TYPE_CHECKING:  # the first paint must not wait for SQLAlchemy
    from db.journal import Changes
    from db.office import Office
    from db.work import Ask, Do, Done

T = TypeVar("T")
Answer = Callable[[Any], None]


@dataclass
class Progress:
    """How far long work has come, and whether somebody wants it to stop."""

    report: Callable[[int, int], None]
    stop: threading.Event = field(default_factory=threading.Event)

    def step(self, done: int, total: int) -> None:
        """Tell how far it is; Refused(CANCELLED_BY_PERSON) when it was cancelled."""
        if self.stop.is_set():
            raise Refused(Why.CANCELLED_BY_PERSON)
        self.report(done, total)


class Worker(QObject):
    """Carries questions and deeds to the office and brings the answers back."""

    changed = Signal(object)
    """A `Changes`: rows that a write, an undo or a redo has changed."""
    writing = Signal(bool)
    """Whether a write is on its way: the state of saving, for people to see."""
    failed = Signal(object)
    """An exception that no caller took."""
    progressed = Signal(int, int)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._render_lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="render")
        self._office: Office | None = None
        self._newest: dict[tuple[int, str], int] = {}
        self._pending_writes = 0
        self._pending = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Nothing is on its way on either lane (tests and the tour wait for this)."""
        return self._pending == 0

    def unlock(
        self, owner: QObject, opener: "Callable[[], Office]", done: Answer, failed: Answer
    ) -> None:
        """Open an office on the database thread and keep it there; `done` gets it."""

        def opened() -> "Office":
            self._office = opener()
            return self._office

        self._send(self._lane, owner, opened, done, failed)

    def lock(self) -> None:
        """Close the office after what is already queued, and wait for it."""
        self._lane.submit(self._close).result()

    def read(
        self,
        owner: QObject,
        ask: "Ask[T]",
        done: Callable[[T], None],
        *,
        failed: Answer | None = None,
        latest: str = "",
    ) -> None:
        """Put a question. With `latest`, an answer overtaken by a newer question of that name drops."""
        self._send(self._lane, owner, lambda: self._open().read(ask), done, failed, latest)

    def write(
        self,
        owner: QObject,
        do: "Do[T]",
        done: "Callable[[Done[T]], None] | None" = None,
        *,
        failed: Answer | None = None,
    ) -> None:
        """Do a deed; views normally go through `History.do`, which makes it an undo step. `failed`
        gets whatever went wrong, a fault of ours too: a write has always ended."""
        self._write(owner, lambda: self._open().write(do), done, failed)

    def replay(
        self,
        owner: QObject,
        changes: "Changes",
        done: "Callable[[Done[None]], None] | None" = None,
        *,
        failed: Answer | None = None,
    ) -> None:
        """Put rows as `changes` say; used by undo and redo."""
        self._write(owner, lambda: self._open().replay(changes), done, failed)

    def render(
        self,
        owner: QObject,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        failed: Answer | None = None,
        latest: str = "",
    ) -> Progress:
        """Run work without the database (a page, a workbook) on the second lane."""
        progress = Progress(self.progressed.emit)
        self._send(self._render_lane, owner, lambda: job(progress), done, failed, latest)
        return progress

    def close(self) -> None:
        """Finish what is queued and end both threads."""
        self._lane.submit(self._close).result()
        self._lane.shutdown()
        self._render_lane.shutdown()

    def _close(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None

    def _open(self) -> "Office":
        if self._office is None:
            raise Refused(Why.OFFICE_LOCKED)
        return self._office

    def _write(
        self, owner: QObject, job: Callable[[], Any], done: Answer | None, failed: Answer | None
    ) -> None:
        self._pending_writes += 1
        self.writing.emit(True)

        def written(outcome: "Done[Any]") -> None:
            self._write_ended()
            if outcome.changes:
                self.changed.emit(outcome.changes)

        def went_wrong(error: object) -> None:
            self._write_ended()
            (failed if failed is not None and isValid(owner) else self.failed.emit)(error)

        def answer(outcome: "Done[Any]") -> None:
            if done is not None and isValid(owner):
                done(outcome)
            written(outcome)

        self._send(self._lane, self, job, answer, went_wrong, takes_all=True)

    def _write_ended(self) -> None:
        self._pending_writes -= 1
        if not self._pending_writes:
            self.writing.emit(False)

    def _send(  # noqa: PLR0917 - one private funnel for six public verbs
        self,
        lane: ThreadPoolExecutor,
        owner: QObject,
        job: Callable[[], Any],
        done: Answer,
        failed: Answer | None = None,
        latest: str = "",
        *,
        takes_all: bool = False,
    ) -> None:
        ticket = 0
        if latest:
            ticket = self._newest.get((id(owner), latest), 0) + 1
            self._newest[id(owner), latest] = ticket

        def wanted() -> bool:
            return isValid(owner) and (not latest or self._newest[id(owner), latest] == ticket)

        def finished(future: "Future[Any]") -> None:
            self._arrived.emit(
                lambda: self._answer(future, wanted, done, failed, takes_all=takes_all)
            )

        self._pending += 1
        lane.submit(job).add_done_callback(finished)

    def _deliver(self, answer: Callable[[], None]) -> None:
        self._pending -= 1
        answer()

    def _answer(
        self,
        future: "Future[Any]",
        wanted: Callable[[], bool],
        done: Answer,
        failed: Answer | None,
        *,
        takes_all: bool,
    ) -> None:
        if not wanted():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif failed is not None and (takes_all or isinstance(error, Refused)):
            failed(error)
        else:
            self.failed.emit(error)
