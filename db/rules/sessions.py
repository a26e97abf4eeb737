# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a session stands at a moment, and where its agenda is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import accumulate

from db.rules.words import SessionState

EARLY = timedelta(hours=1)


class Phase(StrEnum):
    """What a session is to those who lead it, at one moment."""

    COMING = "coming"
    RUNNING = "running"
    UNRECORDED = "unrecorded"
    RECORDED = "recorded"
    CANCELLED = "cancelled"


def phase(
    state: SessionState,
    starts_at: datetime,
    ends_at: datetime,
    closed_at: datetime | None,
    now: datetime,
) -> Phase:
    """Where a session stands. "Not recorded": its end has passed and it is still planned."""
    if state is SessionState.CANCELLED:
        return Phase.CANCELLED
    if closed_at is not None:
        return Phase.RECORDED
    if starts_at <= now < ends_at:
        return Phase.RUNNING
    if state is SessionState.HELD:
        return Phase.RECORDED
    return Phase.COMING if now < starts_at else Phase.UNRECORDED


def may_begin(starts_at: datetime, now: datetime) -> bool:
    """Whether somebody may be marked as here: some come early, nobody comes a day before."""
    return now >= starts_at - EARLY


def follows_marks(*, closed: bool, here: int, head_count: int | None) -> SessionState:
    """The state of a session that is not cancelled: held once somebody came or it was ended."""
    met = closed or here > 0 or bool(head_count)
    return SessionState.HELD if met else SessionState.PLANNED


@dataclass(frozen=True)
class Part:
    """An agenda item with the times that follow from the minutes of those before it."""

    title: str
    minutes: int
    starts_at: datetime
    ends_at: datetime

    def done(self, now: datetime) -> float:
        """How much of it has passed, 0 to 1."""
        if not self.minutes:
            return float(now >= self.starts_at)
        return min(max((now - self.starts_at) / (self.ends_at - self.starts_at), 0.0), 1.0)


def timed(starts_at: datetime, items: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    """Agenda items (title, minutes) with their times, from the start of the session on."""
    told = list(items)
    starts = accumulate((minutes for _, minutes in told), initial=0)
    return tuple(
        Part(
            title,
            minutes,
            starts_at + timedelta(minutes=before),
            starts_at + timedelta(minutes=before + minutes),
        )
        for (title, minutes), before in zip(told, starts, strict=False)
    )


def going_on(parts: Sequence[Part], now: datetime) -> Part | None:
    """The part that `now` lies in."""
    return next((part for part in parts if part.starts_at <= now < part.ends_at), None)
