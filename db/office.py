# SPDX-License-Identifier: GPL-3.0-or-later
"""An office that has been unlocked: read, write, take back, lock. The door's inner side."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from db.engine import lock_log
from db.faults import told
from db.journal import Changes, as_json
from db.keys import subkey
from db.log import Deed, Log, Tail, Use, Who, last_line
from db.models import Base
from db.tx import Tx
from db.work import Ask, Do, Done

T = TypeVar("T")

SAME_SIGHT_SECONDS = 300


class Office:
    """One unlocked office on behalf of one person.

    Used from one thread only. Every call is one transaction; what a call reveals or changes is in
    the log before the answer is given out.
    """

    def __init__(self, engine: Engine, key: bytes, who: Who, *, address: str, name: str) -> None:
        self._engine = engine
        self._log = Log(subkey(key, "punos log 1"), shared=engine.dialect.name == "postgresql")
        self._seen: dict[str, tuple[frozenset[int], float]] = {}
        self.who = who
        self.address = address
        self.name = name

    def read(self, ask: Ask[T]) -> T:
        """The answer to a question."""
        with self._faults():
            with self._engine.begin() as conn:
                answer = ask.run(conn)
                people = frozenset(ask.whose(answer))
                tail = self._note_use(conn, ask, people)
            if tail is not None:
                self._log.settle(tail)
        return answer

    def write(self, do: Do[T]) -> Done[T]:
        """Do a deed: all of it and its line in the log, or nothing.

        A COMMIT that reported an error may still stand: the log's last line tells.
        """
        tail: Tail | None = None
        try:
            with self._engine.begin() as conn:
                lock_log(conn)  # writers of a shared office take turns, so that none is told a race
                tx = Tx(conn, self.who)
                done = Done(do.run(tx), changes := tx.changes)
                if changes or do.deed is not Deed.CHANGE:
                    tail = self._log.write(conn, self._change(do, changes))
        except DBAPIError as error:
            self._log.doubt()
            if tail is None or not self._stands(tail):
                raise told(error) from None
        except BaseException:
            self._log.doubt()
            raise
        if tail is not None:
            self._log.settle(tail)
        return done

    def replay(self, changes: Changes, label: str = "undo") -> Done[None]:
        """Put rows as `changes` say they were after; Conflict when anybody changed one meanwhile."""
        return self.write(Do(label, lambda tx: _restore(tx, changes), Deed.UNDO))

    def close(self) -> None:
        """Let go of the file and its key."""
        self._engine.dispose()

    def _change(self, do: Do[T], changes: Changes) -> Use:
        return Use(self.who, do.deed, do.name, do.purpose, changes.people, as_json(changes))

    def _note_use(self, conn: Connection, ask: Ask[T], people: frozenset[int]) -> Tail | None:
        if ask.deed is Deed.VIEW and (not people or self._just_seen(ask.name, people)):
            return None
        return self._log.write(
            conn, Use(self.who, ask.deed, ask.name, ask.purpose, people, ask.detail)
        )

    def _just_seen(self, name: str, people: frozenset[int]) -> bool:
        """Whether these people stood on this same screen within five minutes: a screen that reads
        itself again after a mark is the same sight, not a new one."""
        now = time.monotonic()
        before, at = self._seen.get(name, (frozenset[int](), 0.0))
        if people <= before and now - at < SAME_SIGHT_SECONDS:
            return True
        self._seen[name] = (people, now)
        return False

    def _stands(self, tail: Tail) -> bool:
        self._engine.dispose()
        try:
            with self._engine.begin() as conn:
                return last_line(conn) == tail
        except DBAPIError:
            return False

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            self._log.doubt()
            raise told(error) from None


def _restore(tx: Tx, changes: Changes) -> None:
    """Parents before children when rows come, children before parents when they go."""
    order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    rows = changes.rows
    going = sorted((r for r in rows if r.after is None), key=lambda r: -order[r.table])
    coming = sorted((r for r in rows if r.after is not None), key=lambda r: order[r.table])
    for change in [*going, *coming]:
        tx.restore(Base.metadata.tables[change.table], change)
