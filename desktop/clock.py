# SPDX-License-Identifier: GPL-3.0-or-later
"""What time it is: the computer's, or one that tests and the tour set."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Protocol


@cache
def finland() -> tzinfo:
    """Europe/Helsinki: periods, weeks and "today" are Finland's, wherever the computer thinks it is.
    Zones are loaded with the first question, after the first paint."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Helsinki")


class Clock(Protocol):
    """Asked by everything that needs to know the time."""

    def now(self) -> datetime:
        """The moment, with the office's zone."""
        ...

    def today(self) -> date:
        """The date in the office's zone."""
        ...

    def local(self, moment: datetime) -> datetime:
        """A stored moment as the office's clocks show it."""
        ...


class SystemClock:
    """The computer's clock, read in the office's zone."""

    def now(self) -> datetime:
        """The moment, with the office's zone."""
        return datetime.now(finland())

    def today(self) -> date:
        """The date in the office's zone."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment as the office's clocks show it."""
        return moment.astimezone(finland())


class FixedClock:
    """A clock that stands until it is moved. A moment without a zone is taken as local."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.replace(tzinfo=finland()) if moment.tzinfo is None else moment

    def now(self) -> datetime:
        """The moment, with the office's zone."""
        return self._moment.astimezone(finland())

    def today(self) -> date:
        """The date in the office's zone."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment as the office's clocks show it."""
        return moment.astimezone(finland())

    def move(self, by: timedelta) -> None:
        """Let time pass, summer time minded."""
        self._moment = self._moment.astimezone(UTC) + by
