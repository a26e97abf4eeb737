# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows and the summary of a person's page."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from db.rules.words import HERE, EnrolmentKind
from desktop.desk import Desk, Place
from desktop.theme import Theme
from desktop.vocabulary import mark_name
from desktop.weekly import span_text
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.label import ElidedLabel, rule, text_label
from desktop.widgets.link import link
from desktop.widgets.marks import paint_mark
from desktop.widgets.reflow import Columns
from desktop.widgets.row_button import Dot, RowButton

if TYPE_CHECKING:
    from db.queries.people import Membership, PersonCard, Visit
    from desktop.words import Words

_MARK = 16
_WIDE_FROM = 900


class MarkShape(QWidget):
    """A mark's shape; its word stands beside it."""

    def __init__(self, theme: Theme, mark: str) -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_MARK), self._theme.px(_MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            middle = QPointF(self.width() / 2, self.height() / 2)
            paint_mark(painter, self._theme, self._mark, middle, self.width())


class MembershipRow(QWidget):
    """One interval in a group; pressed, it opens the group. `end` is None where it has ended."""

    def __init__(self, desk: Desk, told: "Membership") -> None:
        super().__init__()
        theme, words = desk.theme, desk.words
        self.end: Button | None = None
        is_over = told.ends_on is not None and told.ends_on < desk.clock.today()
        span = _span(words, told.starts_on, told.ends_on)
        row = RowButton(theme, f"{told.group}, {span}")
        row.setObjectName(f"membership-{told.enrolment_id}")
        row.add(Dot(theme, theme.strand(told.strand).line))
        weight = 500 if is_over else 600
        row.add(ElidedLabel(told.group, "body", "ink2" if is_over else "ink", weight=weight), 1)
        if told.kind is not EnrolmentKind.MEMBER:
            row.add(Chip(theme, desk.codes.name("enrolment_kinds", told.kind), "info"))
        row.add(text_label(span, "small", "ink2"))
        row.clicked.connect(lambda: desk.go(Place("group", told.group_id)))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(row, 1)
        if not is_over:
            text = words._("End the membership: {name}").format(name=told.group)
            self.end = Button(theme, words.p("membership", "End"), "quiet", size="s")
            self.end.setAccessibleName(text)
            self.end.setObjectName(f"end-{told.enrolment_id}")
            box.addWidget(self.end)


def visit_row(desk: Desk, visit: "Visit") -> RowButton:
    """A past session of the person: when, which group, the mark, the minutes and the entry."""
    theme, words = desk.theme, desk.words
    day = f"{words.weekday_short(visit.starts_at)} {words.date(visit.starts_at)}"
    mark = mark_name(words, visit.mark)
    minutes = words.minutes(visit.minutes) if visit.mark in HERE else ""
    told = [day, visit.group, mark, minutes, visit.entry]
    row = RowButton(theme, ", ".join(part for part in told if part))
    row.setObjectName(f"visit-{visit.session_id}")
    line = QHBoxLayout()
    line.setSpacing(theme.px(10))
    for part, width in ((MarkShape(theme, visit.mark), 0), (text_label(day, weight=600), 112)):
        part.setMinimumWidth(theme.px(width))
        line.addWidget(part)
    line.addWidget(Dot(theme, theme.strand(visit.strand).line))
    line.addWidget(ElidedLabel(visit.group, "body", "ink2"), 1)
    line.addWidget(text_label(mark, "small", "ink2"))
    length = text_label(minutes, "small", "ink2")
    length.setMinimumWidth(theme.px(62))
    length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(length)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    column.setSpacing(theme.px(2))
    column.addLayout(line)
    if visit.entry:
        entry = text_label(visit.entry, "small", "ink2", wrap=True)
        entry.setContentsMargins(theme.px(_MARK + 10), 0, 0, 0)
        column.addWidget(entry)
    row.add(holder, 1)
    row.clicked.connect(lambda: desk.go(Place("roster", visit.session_id)))
    return row


def summary_card(desk: Desk, card: "PersonCard", edit: Callable[[], Any]) -> Card:
    """Main goal in own words, next review, service period, visits with what they are counted of."""
    theme, words = desk.theme, desk.words
    shown = Card(theme)
    facts = QWidget()
    row = QHBoxLayout(facts)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(20))
    for number, block in enumerate(_facts(desk, card)):
        if number:
            row.addWidget(rule(upright=True))
        row.addWidget(block, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    parts = [(_main_goal(desk, card, edit), 1), (facts, 0)]
    shown.body.addWidget(Columns(parts, gap=theme.px(20), width=theme.px(_WIDE_FROM)))
    shown.setAccessibleName(words._("Main goal and period"))
    return shown


def _main_goal(desk: Desk, card: "PersonCard", edit: Callable[[], Any]) -> QWidget:
    theme, words = desk.theme, desk.words
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    head = QHBoxLayout()
    head.addWidget(text_label(words._("Main goal in own words"), "small", "ink2"))
    column.addLayout(head)
    if card.main_goal:
        change = icon_button(theme, "pencil", words._("Edit the main goal"), "quiet", size="s")
        head.addWidget(change)
        column.addWidget(
            text_label(words.quoted(card.main_goal), "heading", weight=400, italic=True, wrap=True)
        )
    else:
        change = link(theme, words._("Write the main goal in own words"), icon="pencil")
        column.addWidget(change)
    change.setObjectName("main-goal")
    change.clicked.connect(edit)
    head.addStretch(1)
    column.addStretch(1)
    return holder


def _facts(desk: Desk, card: "PersonCard") -> list[QWidget]:
    words, today = desk.words, desk.clock.today()
    blocks = []
    if card.next_review is not None:
        kind, due = card.next_review
        told = f"{desk.codes.name('review_kinds', kind)} {words.weekday_date(due)}"
        blocks.append(_fact(desk, "flag", words._("Next review"), told, words.until(due, today)))
    if card.period is not None:
        first, last = card.period
        blocks.append(
            _fact(
                desk,
                "calendar-days",
                words._("Service period"),
                span_text(words, first, last),
                _weeks_left(words, last, today),
            )
        )
    times = words._("{here}/{marked} times").format(here=card.here, marked=card.marked)
    share = words.percent(card.here / card.marked) if card.marked else words._("no marks yet")
    blocks.append(_fact(desk, "circle-check", words._("Came"), times, share))
    return blocks


def _fact(desk: Desk, icon: str, label: str, told: str, below: str) -> QWidget:
    theme = desk.theme
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    picture = QLabel()
    picture.setPixmap(theme.pixmap(icon, 20, "ink2"))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(text_label(label, "small", "ink2"))
    column.addWidget(text_label(told, "body", weight=600))
    column.addWidget(text_label(below, "small", "ink2"))
    row.addLayout(column)
    return holder


def _weeks_left(words: "Words", last: date | None, today: date) -> str:
    if last is None:
        return words._("no end agreed")
    weeks = (last - today).days // 7
    if last < today:
        return words._("ended")
    if not weeks:
        return words._("ends this week")
    return words.n("{count} week left", "{count} weeks left", weeks).format(count=weeks)


def _span(words: "Words", first: date, last: date | None) -> str:
    if last is not None:
        return span_text(words, first, last)
    return words._("since {date}").format(date=words.date(first))
