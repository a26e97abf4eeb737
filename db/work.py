# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and writing: one call is one transaction, and every one of them leaves its line in the log.

A query or action is written as a plain function and wrapped by `query` or `action`. Calling the
wrapped one runs nothing: it gives an `Ask` or a `Do`, which the office carries out. Who asks, why,
and whose data comes out pass through here and nowhere else, so roles and need-to-know have one
place to be added.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import Connection

from db.journal import Changes
from db.log import Deed, Purpose
from db.tx import Tx

P = ParamSpec("P")
T = TypeVar("T")

Whose = Callable[[Any], Collection[int]]


@dataclass(frozen=True)
class Ask(Generic[T]):
    """A question ready to be put: its answer, and from the answer whose data it reveals."""

    name: str
    run: Callable[[Connection], T]
    whose: Whose
    deed: Deed = Deed.VIEW
    purpose: Purpose = Purpose.CARE
    detail: str = ""

    def as_use(self, deed: Deed, purpose: Purpose, detail: str = "") -> "Ask[T]":
        """The same question asked to print or to export: `detail` says what and for whom."""
        return Ask(self.name, self.run, self.whose, deed, purpose, detail)


@dataclass(frozen=True)
class Do(Generic[T]):
    """A deed ready to be done in one transaction."""

    name: str
    run: Callable[[Tx], T]
    deed: Deed = Deed.CHANGE
    purpose: Purpose = Purpose.CARE


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a deed returned and the rows it changed."""

    value: T
    changes: Changes = field(default_factory=Changes)


def nobody(_answer: object) -> Collection[int]:
    """For questions whose answer says nothing of any participant (figures, rooms, groups)."""
    return ()


class Query(Generic[P, T]):
    """A question form; calling it with its particulars gives an `Ask`."""

    def __init__(
        self,
        function: Callable[Concatenate[Connection, P], T],
        whose: Whose,
        deed: Deed,
        purpose: Purpose,
    ) -> None:
        update_wrapper(self, function)
        self._function, self._whose, self._deed, self._purpose = function, whose, deed, purpose
        self.name = function.__name__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Ask[T]:
        """The question, ready to be put through the office."""
        function = self._function
        return Ask(
            self.name,
            lambda conn: function(conn, *args, **kwargs),
            self._whose,
            self._deed,
            self._purpose,
        )

    def on(self, conn: Connection, *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer inside another query or action, whose own line in the log covers it."""
        return self._function(conn, *args, **kwargs)


class Action(Generic[P, T]):
    """A deed form; calling it with its particulars gives a `Do`."""

    def __init__(self, function: Callable[Concatenate[Tx, P], T]) -> None:
        update_wrapper(self, function)
        self._function = function
        self.name = function.__name__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Do[T]:
        """The deed, ready to be done by the office as one transaction."""
        function = self._function
        return Do(self.name, lambda tx: function(tx, *args, **kwargs))

    def on(self, tx: Tx, *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it as part of another deed."""
        return self._function(tx, *args, **kwargs)


def query(
    *, whose: Whose, deed: Deed = Deed.VIEW, purpose: Purpose = Purpose.CARE
) -> Callable[[Callable[Concatenate[Connection, P], T]], Query[P, T]]:
    """Make a question of a function `(conn, *, ...) -> T`.

    `whose(answer)` gives the ids of the participants whose data the answer reveals; `nobody` where
    it reveals none.
    """
    return lambda function: Query(function, whose, deed, purpose)


def action(function: Callable[Concatenate[Tx, P], T]) -> Action[P, T]:
    """Make a deed of a function `(tx, *, ...) -> T`: one transaction, one undo step."""
    return Action(function)
