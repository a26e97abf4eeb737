# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows and the badge of a group's page."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.rules.sessions import Phase, phase
from db.rules.words import EnrolmentKind
from desktop.desk import Desk, Place
from desktop.plait import even_plait
from desktop.theme import Theme
from desktop.weekly import span_text
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.chip import Chip
from desktop.widgets.label import ElidedLabel, text_label
from desktop.widgets.painting import paint_box, smooth
from desktop.widgets.plait import paint_plait
from desktop.widgets.row_button import RowButton

if TYPE_CHECKING:
    from db.queries.groups import Member, SessionLine
    from desktop.words import Words

_TILE = 52
_DATE_WIDTH = 66

_STATES = {
    Phase.RUNNING: ("soft", "circle-play"),
    Phase.UNRECORDED: ("warn", "triangle-alert"),
    Phase.CANCELLED: ("bad", "calendar-x"),
}


class StrandTile(QWidget):
    """The group's colour as a small plait on its tint; the name stands beside it."""

    def __init__(self, theme: Theme, strand: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strand = strand
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_strand(self, strand: str) -> None:
        """Show another colour."""
        self._strand = strand
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_TILE), self._theme.px(_TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.strand(self._strand)
        area, length = QRectF(self.rect()), theme.px(36)
        with QPainter(self) as painter, smooth(painter):
            paint_box(painter, area, theme.radius("box"), fill=colours.tint)
            painter.translate((area.width() - length) / 2, area.center().y())
            plait = even_plait(length, theme.px(6.5), theme.px(34))
            strands = [colours.line, colours.deep, colours.line]
            paint_plait(painter, plait, strands, theme.scale * 3.6, colours.tint)


def session_row(desk: Desk, line: "SessionLine") -> QWidget:
    """A session: when, where, how it stands. Pressed, it opens the roster; beside it is the plan."""
    theme, words = desk.theme, desk.words
    now = desk.clock.now()
    stands = phase(line.state, line.starts_at, line.ends_at, line.closed_at, now)
    day = _day_text(words, line.starts_at, now)
    times = words.time_range(line.starts_at, line.ends_at)
    told = _stands_text(words, line, stands)
    row = RowButton(theme, ", ".join(part for part in (day, times, line.room, told) if part))
    row.setObjectName(f"session-{line.session_id}")
    date_label = text_label(day, "body", weight=600)
    date_label.setMinimumWidth(theme.px(_DATE_WIDTH))
    row.add(date_label)
    where = " · ".join(part for part in (times, line.room) if part)
    row.add(ElidedLabel(where, "body", "ink2"), 1)
    if stands in _STATES:
        tone, icon = _STATES[stands]
        row.add(Chip(theme, told, tone, icon=icon))
    elif told:
        row.add(text_label(told, "small", "ink2"))
    row.clicked.connect(lambda: desk.go(Place("roster", line.session_id)))
    plan = icon_button(
        theme,
        "clipboard-list",
        words._("Session plan, {day}").format(day=day),
        "quiet",
        size="s",
    )
    plan.setObjectName(f"plan-{line.session_id}")
    plan.clicked.connect(lambda: desk.go(Place("plan", line.session_id)))
    return _beside(row, plan)


class MemberRow(QWidget):
    """The row, and the button that ends the interval (`end`, None where it has ended)."""

    def __init__(self, desk: Desk, member: "Member", name: str, *, can_end: bool) -> None:
        super().__init__()
        theme, words = desk.theme, desk.words
        since = _since(words, member.starts_on, member.ends_on)
        told = [name, since]
        row = RowButton(theme, "")
        row.setObjectName(f"member-{member.enrolment_id}")
        row.add(ElidedLabel(name, "body", weight=600), 1)
        if member.kind is not EnrolmentKind.MEMBER:
            kind = desk.codes.name("enrolment_kinds", member.kind)
            row.add(Chip(theme, kind, "info"))
            told.append(kind)
        row.add(text_label(since, "small", "ink2"))
        row.setAccessibleName(", ".join(told))
        row.clicked.connect(lambda: desk.go(Place("person", member.participant_id)))
        self.row = row
        self.end: Button | None = None
        parts: list[QWidget] = [row]
        if can_end:
            text = words._("End the membership: {name}").format(name=name)
            self.end = Button(theme, words.p("membership", "End"), "quiet", size="s")
            self.end.setAccessibleName(text)
            self.end.setObjectName(f"end-{member.enrolment_id}")
            parts.append(self.end)
        _lay(self, *parts)


def _beside(*parts: QWidget) -> QWidget:
    holder = QWidget()
    _lay(holder, *parts)
    return holder


def _lay(holder: QWidget, *parts: QWidget) -> None:
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    for number, part in enumerate(parts):
        box.addWidget(part, 0 if number else 1)


def _day_text(words: "Words", at: datetime, now: datetime) -> str:
    """ "ti 4.5."; with the year where it is another one."""
    day = words.weekday_date(at.date())
    return day if at.year == now.year else f"{day}{at.year}"


def _since(words: "Words", first: date, last: date | None) -> str:
    if last is not None:
        return span_text(words, first, last)
    return words._("since {date}").format(date=words.date(first))


def _stands_text(words: "Words", line: "SessionLine", stands: Phase) -> str:
    if stands is Phase.RUNNING:
        return words.p("session", "Running")
    if stands is Phase.UNRECORDED:
        return words.p("session", "Not recorded")
    if stands is Phase.CANCELLED:
        return words.p("session", "Cancelled")
    if stands is Phase.COMING:
        return ""
    people = line.here + (line.head_count or 0)
    if not people:
        return words.p("session", "Nobody came")
    return words.n("{count} came", "{count} came", people).format(count=words.number(people))
