# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a weekly time: when a group meets, from when to when, and what holidays do to it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.actions.schedule import LONGEST_MINUTES, add_weekly
from db.queries.groups import choices
from db.rules.words import HolidayRule
from desktop.desk import Desk
from desktop.views.forms.form import Form, open_form
from desktop.views.forms.rooms import RoomPick
from desktop.views.forms.weekly_preview import Asked, WeeklyPreview
from desktop.weekly import interval_text, weekly_days, weekly_text
from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField, TimeField
from desktop.widgets.label import text_label
from desktop.widgets.stepper import Stepper
from desktop.widgets.toggle_chips import ToggleChips

if TYPE_CHECKING:
    from db.queries.groups import Choices, GroupCard, WeeklyTime
    from db.work import Do

_MONDAY = date(2027, 1, 4)
_USUAL_MINUTES = 120
_LEAST_WEEKS = 6
_MOST_WEEKS_APART = 4
_MOST_YEARS = 10
_PAUSE_MS = 150


class WeeklyForm(Form):
    """Weekdays, time, length, first and last day, interval, room, holidays; beside them what the
    program will make of it."""

    width_asked = 840

    def __init__(self, desk: Desk, offered: "Choices", card: "GroupCard") -> None:
        super().__init__(desk)
        words = desk.words
        self._card = card
        self.title = words._("New weekly time")
        self.sentence = words._("Group {name}").format(name=words.quoted(card.name))
        self.save_text = words._("Make the sessions")
        before = card.times[0] if card.times else None
        holder = QWidget()
        self._left = QVBoxLayout(holder)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(desk.theme.px(12))
        self._build_when(before)
        self._build_span()
        self._build_where(offered, before)
        self._left.addStretch(1)
        self.preview = WeeklyPreview(desk)
        self.preview.setFixedWidth(desk.theme.px(260))
        self.add((holder, 1), (self.preview, 0))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._foresee)
        self._follow()
        self._foresee()

    def deed(self) -> "Do[Any]":
        return add_weekly(group_id=self._card.group_id, **self.values())

    def step(self) -> str:
        words, at = self.desk.words, self.start.value()
        told = weekly_text(words, self._rule(), _minute(at), self.minutes.value())
        return words._("Weekly time added: {time}").format(time=told)

    def values(self) -> dict[str, Any]:
        return {
            "weekdays": self.weekdays.value(),
            "start_minute": _minute(self.start.value()),
            "minutes": self.minutes.value(),
            "starts_on": self.first.value(),
            "ends_on": self.last.value(),
            "every": self.every.currentData(),
            "room_id": self.room.room_id(),
            "new_room": self.room.new_room(),
            "on_holiday": HolidayRule(self.on_holiday.currentData()),
        }

    def _build_when(self, before: "WeeklyTime | None") -> None:
        theme, words = self.desk.theme, self.desk.words
        days = [_MONDAY + timedelta(days=n) for n in range(7)]
        self.weekdays = ToggleChips(
            theme,
            [(n, words.weekday_short(day), words.weekday(day)) for n, day in enumerate(days)],
            words._("Weekdays"),
        )
        start = before.start_minute if before else 600
        self.start = TimeField(theme, words, time(start // 60, start % 60))
        self.minutes = Stepper(
            theme,
            words._("Length"),
            minimum=5,
            maximum=LONGEST_MINUTES,
            value=before.minutes if before else _USUAL_MINUTES,
        )
        self.minutes.setSingleStep(15)
        self._ends = text_label("", "body", "ink2")
        if before is not None and self._is_over(before):
            self.weekdays.set_value(weekly_days(before.rule))
        self._put(self.field("weekdays", words._("Weekdays"), self.weekdays))
        self.every = Combo(
            theme, [(n, interval_text(words, n)) for n in range(1, _MOST_WEEKS_APART + 1)]
        )
        self._put(
            self.field("start_minute", words._("Starts at"), self.start),
            self.field("minutes", words._("Length in minutes"), self.minutes),
            self._below_label(self._ends),
        )
        self._put(self.field("every", words._("How often"), self.every))

    def _build_span(self) -> None:
        theme, words, card = self.desk.theme, self.desk.words, self._card
        today = self.desk.clock.today()
        first = max(today, card.starts_on or today)
        self.first = DateField(theme, words, first)
        self.last = DateField(theme, words, max(card.ends_on or season_end(first), first))
        for edit in (self.first, self.last):
            # A slip of the finger (2207) must not have holidays of centuries worked out.
            edit.setMaximumDate(QDate(today.year + _MOST_YEARS, 12, 31))
        self._put(
            self.field("starts_on", words._("First day"), self.first),
            self.field("ends_on", words._("Last day"), self.last),
        )

    def _build_where(self, offered: "Choices", before: "WeeklyTime | None") -> None:
        words, codes, card = self.desk.words, self.desk.codes, self._card
        rooms = {name: key for key, unit, name in offered.rooms if unit == card.unit_id}
        known = (card.default_room_id, card.default_room)
        if before is not None and before.room in rooms:
            known = (rooms[before.room], before.room)
        self.room = RoomPick(self, offered, card.unit_id, *known)
        self.on_holiday = Combo(self.desk.theme, codes.choices("holiday_rules"))
        self._put(
            self.room.field,
            self.field("on_holiday", words._("On public holidays"), self.on_holiday),
        )
        self._put(self.room.new_field)

    def _is_over(self, before: "WeeklyTime") -> bool:
        """Whether a new time most likely follows the old one, on the same days; beside one that
        goes on it would make every session twice."""
        return before.ends_on is not None and before.ends_on < self.desk.clock.today()

    def _put(self, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(12))
        for part in parts:
            row.addWidget(part, 1)
        self._left.addLayout(row)

    def _below_label(self, label: QLabel) -> QWidget:
        """A text level with the inputs beside it."""
        theme, holder = self.desk.theme, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.line("small") + theme.px(14), 0, 0)
        column.addWidget(label)
        column.addStretch(1)
        return holder

    def _follow(self) -> None:
        """Every change of the time tells the end and, after a pause, what comes of it."""
        for change in (
            self.weekdays.changed,
            self.start.timeChanged,
            self.minutes.valueChanged,
            self.first.dateChanged,
            self.last.dateChanged,
            self.every.currentIndexChanged,
            self.on_holiday.currentIndexChanged,
        ):
            change.connect(lambda *_: self._changed_time())
        self._tell_end()

    def _changed_time(self) -> None:
        self._tell_end()
        self._pause.start()

    def _tell_end(self) -> None:
        day = datetime.combine(_MONDAY, self.start.value())
        end = day + timedelta(minutes=self.minutes.value())
        words = self.desk.words
        self._ends.setText(words._("Ends at {time}").format(time=words.time(end)))

    def _foresee(self) -> None:
        self.preview.show_time(
            Asked(
                self.weekdays.value(),
                self.first.value(),
                self.last.value(),
                self.every.currentData(),
                HolidayRule(self.on_holiday.currentData()),
            )
        )

    def _rule(self) -> str:
        from db.rules.recurrence import weekly

        return weekly(self.weekdays.value(), self.every.currentData())


def season_end(first: date) -> date:
    """The end of June or of the year, whichever leaves room for a series: that is how groups run."""
    ends = (date(first.year, 6, 30), date(first.year, 12, 31), date(first.year + 1, 6, 30))
    return next(end for end in ends if end - first >= timedelta(weeks=_LEAST_WEEKS))


def open_weekly_form(
    desk: Desk, over: QWidget, card: "GroupCard", then: Callable[[Any], None] | None = None
) -> None:
    """Read what there is to choose from and show the form."""
    desk.worker.read(
        over,
        choices(),
        lambda offered: open_form(WeeklyForm(desk, offered, card), over, then),
        latest="form",
    )


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
