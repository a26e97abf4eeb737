# SPDX-License-Identifier: GPL-3.0-or-later
"""Which page shows which kind of place, each imported when it is first opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk, Place
from desktop.views.page import Page
from desktop.words import Words

Factory = Callable[[Desk, Place, QWidget | None], Page]


@dataclass(frozen=True)
class Section:
    """A main page: its item in the rail. `key` is the digit that goes with Ctrl, "," for settings."""

    page: str
    icon: str
    key: str
    name: Callable[[Words], str]


# The digits are places in the design's order: the calendar will be Ctrl+2.
SECTIONS = (
    Section("today", "sun", "1", lambda w: w._("Today")),
    Section("groups", "users-round", "3", lambda w: w._("Groups")),
    Section("people", "user-round", "4", lambda w: w._("Participants")),
    Section("reports", "chart-column", "5", lambda w: w._("Reports")),
    Section("settings", "settings", ",", lambda w: w._("Settings")),
)

# The item of the rail that stays chosen on a page below it; other pages go by their way back.
SECTION_OF = {
    **{section.page: section.page for section in SECTIONS},
    "roster": "today",
    "plan": "groups",
    "group": "groups",
    "person": "people",
}


def _late(module: str, name: str) -> Factory:
    def make(desk: Desk, place: Place, parent: QWidget | None) -> Page:
        factory = cast("Factory", getattr(import_module(f"desktop.views.{module}"), name))
        return factory(desk, place, parent)

    return make


PAGES: Mapping[str, Factory] = {
    "today": _late("today", "TodayPage"),
    "roster": _late("roster", "RosterPage"),
    "plan": _late("session_plan", "SessionPlanPage"),
    "groups": _late("groups", "GroupsPage"),
    "group": _late("group", "GroupPage"),
    "people": _late("people", "PeoplePage"),
    "person": _late("person", "PersonPage"),
    "reports": _late("reports", "ReportsPage"),
    "import_attendance": _late("import_attendance", "ImportPage"),
    "settings": _late("settings", "SettingsPage"),
}
