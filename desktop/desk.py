# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page is given: the typed objects that `app.py` made and joined."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop.ask import Ask
from desktop.clock import Clock
from desktop.codes import Codes
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.undo import History
from desktop.words import Words
from desktop.worker import Worker

if TYPE_CHECKING:
    from db.log import Who


@dataclass(frozen=True)
class Place:
    """Somewhere in the program: a page, and what it shows there.

    Pages: today(day), roster(key=session), plan(key=session), groups, group(key), people,
    person(key), reports, calendar(day), settings, import_attendance.
    """

    page: str
    key: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Desk:
    """The signed-in person's tools. Pages get it whole and keep nothing of their own elsewhere."""

    words: Words
    theme: Theme
    settings: Settings
    ask: Ask
    codes: Codes
    worker: Worker
    history: History
    clock: Clock
    who: "Who"
    office_name: str
    go: Callable[[Place], None]
    """Show a place, remembering the present one for Alt+Left."""
    notice: Callable[[str, str], None] = field(repr=False)
    """Show a quiet notice: tone (ok, info, warn, bad) and sentence."""
    trouble: Callable[[object], None] = field(repr=False)
    """Tell a person about an exception from the worker: a plain sentence, or a crash report."""
