# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields for a date and for a time of day, written as the person's language writes them."""

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTimeEdit, QWidget

from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.words import Words

# Weekday names, and Monday as the first of them.
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
_STEP_MINUTES = 5


class DateField(QDateEdit):
    """A date, typed or picked from a calendar (F4 or Alt+Down); `value` is a datetime.date."""

    def __init__(
        self,
        theme: Theme,
        words: "Words",
        value: date,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        locale = QLocale(_LOCALES[words.language])
        self.setLocale(locale)
        self.setAccessibleName(name)
        self.setDisplayFormat("d.M.yyyy")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress(self.calendarWidget(), theme, locale)
        self.set_value(value)

    def _dress(self, calendar: QCalendarWidget, theme: Theme, locale: QLocale) -> None:
        """Week numbers, and weekends without the red that Qt keeps for them: red is for holidays."""
        calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        calendar.setContentsMargins(1, 1, 1, 1)
        calendar.setLocale(locale)
        calendar.setFirstDayOfWeek(locale.firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setMinimumSize(theme.px(340), theme.px(300))
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        head.setForeground(theme.color("ink3"))
        head.setFont(theme.font("caption"))
        calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)

    def value(self) -> date:
        """The date in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, value: date) -> None:
        """Show another date."""
        self.setDate(QDate(value.year, value.month, value.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over an idle field scrolls the page instead."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TimeField(QTimeEdit):
    """A time of day; Up and Down move by five minutes or by an hour; `value` is a datetime.time."""

    def __init__(
        self,
        theme: Theme,
        words: "Words",
        value: time,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("H:mm" if words.language == "en" else "H.mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Style sheets cannot pad the text of a field with arrows.
        self.lineEdit().setTextMargins(theme.px(12), 0, 0, 0)
        self.set_value(value)

    def value(self) -> time:
        """The time in the field, to the minute."""
        return time(self.time().hour(), self.time().minute())

    def set_value(self, value: time) -> None:
        """Show another time."""
        self.setTime(QTime(value.hour, value.minute))

    def stepBy(self, steps: int) -> None:
        in_minutes = self.currentSection() == QTimeEdit.Section.MinuteSection
        super().stepBy(steps * _STEP_MINUTES if in_minutes else steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over an idle field scrolls the page instead."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
