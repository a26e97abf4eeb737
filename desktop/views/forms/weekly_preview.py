# SPDX-License-Identifier: GPL-3.0-or-later
"""What a weekly time will make: how many sessions, the first of them, and what holidays do to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.errors import Refused
from db.rules.words import HolidayRule
from desktop.desk import Desk
from desktop.sentences import sentence
from desktop.widgets.card import Card
from desktop.widgets.label import set_look, text_label
from desktop.worker import Progress

MOST_SHOWN = 6
MOST_HOLIDAYS = 4


@dataclass(frozen=True)
class Asked:
    """A weekly time as the form has it."""

    weekdays: Sequence[int]
    starts_on: date
    ends_on: date
    every: int
    on_holiday: HolidayRule


@dataclass(frozen=True)
class Foreseen:
    """Days of the sessions to come, and each holiday met: its day and name, and where its session
    goes if it is not left out."""

    days: tuple[date, ...]
    holidays: tuple[tuple[date, str, date | None], ...]


def foresee(asked: Asked, language: str) -> Foreseen:
    """What the deed will make of it, by the same rules. Raises what they refuse."""
    from db.rules.closed_days import finnish
    from db.rules.recurrence import expand, weekly

    years = range(asked.starts_on.year, max(asked.starts_on, asked.ends_on).year + 2)
    named = finnish(years, language)
    rule = weekly(asked.weekdays, asked.every)
    first, last = asked.starts_on, asked.ends_on
    slots = expand(rule, starts_on=first, ends_on=last, holidays=named, on_holiday=asked.on_holiday)
    moved = {slot.original: slot.date for slot in slots if slot.original != slot.date}
    plain = expand(rule, starts_on=first, ends_on=last)
    met = [slot.date for slot in plain if slot.date in named]
    return Foreseen(
        tuple(slot.date for slot in slots),
        tuple((day, named[day], moved.get(day)) for day in met),
    )


class WeeklyPreview(Card):
    """Shows it beside the form; what cannot be is said in the words of the refusal."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, elevation=None, parent=parent)
        self._desk = desk
        self.fill = "sunken"
        words = desk.words
        self.body.addWidget(text_label(words._("What comes of it"), "small", "ink2", weight=600))
        self._count = text_label("", "figure", wrap=True)
        self._days = text_label("", "body", wrap=True)
        self._holidays = text_label("", "small", "info", wrap=True)
        for label in (self._count, self._days, self._holidays):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.body.addWidget(label)
        self.body.addStretch(1)

    def show_time(self, asked: Asked) -> None:
        """Work it out on the second lane: the first look at holidays takes a while."""
        if not asked.weekdays:
            self._say("", self._desk.words._("Choose the weekdays first."))
            return
        language = self._desk.words.language

        def work(_progress: Progress) -> Foreseen:
            return foresee(asked, language)

        self._desk.worker.render(self, work, self._show, failed=self._refused, latest="preview")

    def _show(self, foreseen: Foreseen) -> None:
        words, days = self._desk.words, foreseen.days
        count = words.n("{count} session", "{count} sessions", len(days)).format(count=len(days))
        self._say(count, self._listed(days))
        told = [self._told(*holiday) for holiday in foreseen.holidays[:MOST_HOLIDAYS]]
        more = len(foreseen.holidays) - len(told)
        if more > 0:
            told.append(words.n("{count} more", "{count} more", more).format(count=more))
        self._holidays.setText("\n".join(told))
        self._holidays.setVisible(bool(told))

    def _listed(self, days: Sequence[date]) -> str:
        """The first days, one a line, and the last."""
        words = self._desk.words
        shown = [words.weekday_date(day) for day in days[:MOST_SHOWN]]
        if len(days) > MOST_SHOWN + 1:
            shown.append("…")
        if len(days) > MOST_SHOWN:
            last = days[-1]
            shown.append(f"{words.weekday_short(last)} {words.date(last)}")
        return "\n".join(shown)

    def _told(self, day: date, name: str, moved: date | None) -> str:
        words = self._desk.words
        when = words.weekday_date(day)
        if moved is None:
            return words._("{day} is left out: {holiday}").format(day=when, holiday=name)
        told = words._("{day} moves to {other}: {holiday}")
        return told.format(day=when, other=words.weekday_date(moved), holiday=name)

    def _refused(self, error: object) -> None:
        assert isinstance(error, Refused)  # noqa: S101 - the worker gives nothing else here
        self._say("", sentence(self._desk.words, error))

    def _say(self, count: str, text: str) -> None:
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._days.setText(text)
        self._holidays.hide()
        set_look(self._days, tone="ink" if count else "ink2")
