# SPDX-License-Identifier: GPL-3.0-or-later
"""What time it is: the computer's, or one that tests and the tour set."""

from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

# Periods, weeks and "today" are Finland's, wherever the computer thinks it is (domain.md 5.2).
ZONE = ZoneInfo("Europe/Helsinki")


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

    def __init__(self, zone: ZoneInfo = ZONE) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The moment, with the office's zone."""
        return datetime.now(self._zone)

    def today(self) -> date:
        """The date in the office's zone."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment as the office's clocks show it."""
        return moment.astimezone(self._zone)


class FixedClock:
    """A clock that stands until it is moved. A moment without a zone is taken as local."""

    def __init__(self, moment: datetime, zone: ZoneInfo = ZONE) -> None:
        self._zone = zone
        self._moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment

    def now(self) -> datetime:
        """The moment, with the office's zone."""
        return self._moment.astimezone(self._zone)

    def today(self) -> date:
        """The date in the office's zone."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment as the office's clocks show it."""
        return moment.astimezone(self._zone)

    def move(self, by: timedelta) -> None:
        """Let time pass, summer time minded."""
        self._moment = (self._moment.astimezone(ZoneInfo("UTC")) + by).astimezone(self._zone)
