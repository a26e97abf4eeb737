# SPDX-License-Identifier: GPL-3.0-or-later
"""The quiet cards of a group's page: its weekly times in words, and what it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop.desk import Desk
from desktop.views.card_parts import fact, titled_card, wrapped
from desktop.weekly import span_text, weekly_text
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.label import rule

if TYPE_CHECKING:
    from db.queries.groups import GroupCard, WeeklyTime
    from desktop.words import Words


def times_card(desk: Desk, card: "GroupCard", add: Callable[[], Any]) -> Card:
    """When the group meets; those times that are over are paler. `add` makes the first one."""
    words, theme = desk.words, desk.theme
    shown = titled_card(theme, words._("Weekly times"))
    for number, time in enumerate(card.times):
        if number:
            shown.body.addWidget(rule())
        _show_time(desk, shown, time)
    if not card.times:
        shown.body.addWidget(wrapped(words._("The group has no weekly time yet.")))
        button = Button(theme, words._("New weekly time"), size="s", icon="calendar-plus")
        button.setObjectName("first-weekly")
        button.clicked.connect(add)
        shown.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
    return shown


def about_card(desk: Desk, card: "GroupCard") -> Card:
    """What the group is for, who leads it in what role, where it meets, what is recorded."""
    words, codes = desk.words, desk.codes
    shown = titled_card(desk.theme, words._("About the group"))
    if card.aims:
        shown.body.addWidget(wrapped(card.aims, tone="ink"))
    leaders = [
        f"{name} ({codes.name('leader_roles', role).lower()})" for _, name, role in card.leaders
    ]
    fact(shown, words._("Leaders"), ", ".join(leaders))
    fact(shown, words._("Room"), card.default_room)
    fact(shown, codes.title("counting"), codes.name("counting", card.counting))
    return shown


def places_text(words: "Words", places: int | None, members: int) -> str:
    """ "9/12 paikkaa, 3 vapaana"; the number alone where there is no limit."""
    if places is None:
        return words.number(members) if members else ""
    told = words._("{members}/{places} places").format(members=members, places=places)
    free = places - members
    left = words._("full") if free <= 0 else words.n("{count} free", "{count} free", free)
    return f"{told}, {left.format(count=free)}"


def _show_time(desk: Desk, shown: Card, time: "WeeklyTime") -> None:
    words = desk.words
    is_over = time.ends_on is not None and time.ends_on < desk.clock.today()
    told = weekly_text(words, time.rule, time.start_minute, time.minutes)
    when = told[:1].upper() + told[1:]
    shown.body.addWidget(wrapped(when, "body", "ink3" if is_over else "ink", weight=600))
    span = span_text(words, time.starts_on, time.ends_on)
    where = " · ".join(part for part in (span, time.room) if part)
    shown.body.addWidget(wrapped(where, "small", "ink3" if is_over else "ink2"))
