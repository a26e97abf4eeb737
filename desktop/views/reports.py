# SPDX-License-Identifier: GPL-3.0-or-later
"""Participation: figures of a period as tiles, chart and table, and out as PDF, Excel and CSV."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.errors import Refused
from db.queries.participation import (
    DataDays,
    Participation,
    days_with_data,
    groups_to_choose,
    participation,
)
from db.rules.disclosure import Cell, Masked
from db.rules.words import Audience
from desktop.desk import Desk, Place
from desktop.models.figures import FiguresModel
from desktop.report_words import period_name
from desktop.sentences import sentence
from desktop.views.page import Page
from desktop.views.reports_export import Exporter
from desktop.views.reports_filters import Choice, Filters
from desktop.views.reports_help import show_definitions
from desktop.widgets.banner import Banner
from desktop.widgets.bar_chart import BarChart
from desktop.widgets.bar_plot import Bar
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.figure_tile import FigureTile, FigureTiles
from desktop.widgets.figures_table import FiguresTable
from desktop.widgets.label import text_label
from desktop.widgets.page_header import PageHeader
from desktop.widgets.plait import EmptyBraid
from desktop.widgets.scroll import Scroll


class ReportsPage(Page):
    """The participation summary. Filters act at once."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "group_sessions",
            "marks",
            "groups",
            "enrolments",
            "additions",
            "participants",
            "session_goals",
        }
    )

    def __init__(self, desk: Desk, _place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._summary: Participation | None = None
        self._choice: Choice | None = None
        self._model, self._total = FiguresModel(desk.words), FiguresModel(desk.words)
        self._exporter = Exporter(desk, self)
        self._filters = Filters(desk)
        self._filters.changed.connect(self._count)
        self._build()
        self._add_actions()

    def load(self) -> None:
        """Read the groups, then count."""
        self.desk.worker.read(self, groups_to_choose(), self._filters.show_groups, latest="groups")
        self._count()

    def _count(self) -> None:
        """Count for what is chosen; what is on show stays until the answer is there."""
        self._choice = choice = self._filters.choice()
        asked = participation(
            by=choice.by,
            period=choice.period,
            now=self.desk.clock.now(),
            groups=choice.groups,
            audience=choice.audience,
            chart=True,
        )
        worker = self.desk.worker
        worker.read(self, asked, self._show, failed=self._fail, latest="participation")

    def focus_first(self) -> None:
        self._filters.focus_first()

    def keys(self) -> list[tuple[str, str]]:
        w = self.desk.words
        return [
            ("← →", w._("From column to column of the chart")),
            ("Ctrl+C", w._("Copy the table")),
        ]

    def _build(self) -> None:
        px = self.desk.theme.px
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        page = QHBoxLayout(inside)
        page.setContentsMargins(px(24), px(16), px(24), px(12))
        page.setSpacing(px(20))
        page.addWidget(self._filters)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self._header())
        self._banner = Banner(self.desk.theme, "bad", "", self.desk.words._("Try again"))
        self._banner.acted.connect(self.load)
        self._banner.hide()
        right.addWidget(self._banner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._figures())
        right.addWidget(self._stack, 1)
        page.addLayout(right, 1)

    def _header(self) -> QWidget:
        theme, w = self.desk.theme, self.desk.words
        header = PageHeader(theme, w._("Reports"))
        for text, kind, icon, form in (
            (w._("CSV"), "secondary", "file-text", "csv"),
            (w._("Excel"), "secondary", "file-spreadsheet", "xlsx"),
            (w._("Save PDF"), "primary", "file-down", "pdf"),
        ):
            button = Button(theme, text, kind, icon=icon)
            button.clicked.connect(lambda _=False, into=form: self._export(into))
            header.add_action(button)
        return header

    def _figures(self) -> QWidget:
        theme = self.desk.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self._tiles = [
            FigureTile(theme, icon)
            for icon in ("calendar-check", "users-round", "footprints", "trending-up")
        ]
        column.addWidget(FigureTiles(theme, self._tiles))
        column.addWidget(self._chart_card(), 3)
        column.addWidget(self._table_card(), 5)
        return inside

    def _chart_card(self) -> QWidget:
        theme, w = self.desk.theme, self.desk.words
        card = Card(theme)
        head = QHBoxLayout()
        self._chart_title = text_label(w._("Visits by week"), "heading")
        head.addWidget(self._chart_title)
        head.addStretch(1)
        self._chart_sub = text_label("", "small", "ink2")
        head.addWidget(self._chart_sub)
        card.body.addLayout(head)
        self._chart = BarChart(theme, w)
        self._chart.setAccessibleName(w._("Visits by week"))
        card.body.addWidget(self._chart, 1)
        return card

    def _table_card(self) -> QWidget:
        theme = self.desk.theme
        card = Card(theme, padding=0)
        self._table = FiguresTable(theme, self._model)
        self._table.setAccessibleName(self.desk.words._("Figures"))
        self._table.setMinimumHeight(theme.px(140))
        total = FiguresTable(theme, self._total)
        total.setAccessibleName(self.desk.words._("Total"))
        total.follow(self._table)
        card.body.setContentsMargins(1, theme.px(4), 1, theme.px(8) + card.shadow())
        card.body.setSpacing(0)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(total)
        card.body.addSpacing(theme.px(6))
        note = QHBoxLayout()
        note.setContentsMargins(theme.px(15), 0, theme.px(15), 0)
        self._note_icon = QLabel()
        self._note_icon.setPixmap(theme.pixmap("eye-off", 16, "ink3"))
        self._note = text_label("", "caption", "ink2", wrap=True)
        note.setSpacing(theme.px(8))
        note.addWidget(self._note_icon)
        note.addWidget(self._note, 1)
        card.body.addLayout(note)
        return card

    def _add_actions(self) -> None:
        w = self.desk.words
        for text, keys, icon, done in (
            (w._("Save as Excel"), "Ctrl+E", "file-spreadsheet", lambda: self._export("xlsx")),
            (w._("Save as CSV"), "Ctrl+Shift+E", "file-text", lambda: self._export("csv")),
            (w._("Save as PDF"), "Ctrl+P", "file-down", lambda: self._export("pdf")),
            (w._("What the figures mean"), "Ctrl+D", "circle-help", self._define),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setProperty("icon_name", icon)
            action.triggered.connect(lambda _=False, act=done: act())
            self.addAction(action)

    def _export(self, form: str) -> None:
        if self._choice is not None:
            self._exporter.save(self._choice, form)

    def _define(self) -> None:
        show_definitions(self.desk, self._model.columns, self.window())

    def _show(self, summary: Participation) -> None:
        self._banner.hide()
        self._summary = summary
        if not summary.has_data:
            self.desk.worker.read(self, days_with_data(), self._tell_empty)
            return
        self._stack.setCurrentIndex(0)
        self._show_tiles(summary)
        self._show_chart(summary)
        self._model.show_rows(summary)
        self._total.show_total(summary)
        self._tell_note(summary)

    def _show_tiles(self, summary: Participation) -> None:
        w, cells = self.desk.words, summary.published().total
        held, people, visits, rate = self._tiles
        count = self._told(cells["sessions_held"])
        cancelled = self._told(cells["sessions_cancelled"])
        held.show_figure(
            count,
            w.n("session held", "sessions held", _plural(cells["sessions_held"])),
            w.n(
                "{count} cancelled", "{count} cancelled", _plural(cells["sessions_cancelled"])
            ).format(count=cancelled),
        )
        people.show_figure(
            self._told(cells["participants"]),
            w.n("participant", "participants", _plural(cells["participants"])),
            w._("new {count}").format(count=self._told(cells["new_participants"])),
        )
        visits.show_figure(
            self._told(cells["visits"]),
            w.n("visit", "visits", _plural(cells["visits"])),
            w._("unnamed {count}").format(count=self._told(cells["anonymous_visits"])),
        )
        rate.show_figure(*self._rate(summary))

    def _rate(self, summary: Participation) -> tuple[str, str, str]:
        w, published = self.desk.words, summary.published()
        cell = published.total["rate"]
        shown = w._("masked") if isinstance(cell, Masked) else w.percent(cell)
        parts = []
        if isinstance(cell, float):
            here, marked = published.rate_of
            parts.append(f"{w.number(here)}/{w.number(marked)}")
        before = summary.rate_before()
        if isinstance(before, float):
            parts.append(w._("before {rate}").format(rate=w.percent(before)))
        return shown, w._("attendance"), ", ".join(parts)

    def _told(self, cell: Cell) -> str:
        if isinstance(cell, Masked):
            return f"<{cell.below}" if cell.code.startswith("<") else self.desk.words._("masked")
        return self.desk.words.number(cell)

    def _show_chart(self, summary: Participation) -> None:
        w = self.desk.words
        cells = summary.published().chart
        weekly = all(part.days <= 7 for part, _ in summary.chart)
        title = w._("Visits by week") if weekly else w._("Visits by month")
        self._chart_title.setText(title)
        self._chart.setAccessibleName(title)
        bars = []
        for (part, _counts), cell in zip(summary.chart, cells, strict=True):
            week = part.first.isocalendar().week
            label = str(week) if weekly else w.month_name(part.first.month)[:5]
            days = w.date_range(part.first, part.last)
            name = w._("Week {number}").format(number=week) if weekly else w.month(part.first)
            value = None if isinstance(cell, Masked) or cell is None else int(cell)
            bars.append(Bar(label, value, f"{name}, {days}"))
        self._chart.show_bars(bars, w._("No visits in this period"))
        self._chart_sub.setText(self._weeks(summary) if weekly and bars else "")

    def _weeks(self, summary: Participation) -> str:
        first = summary.chart[0][0].first.isocalendar().week
        last = summary.chart[-1][0].first.isocalendar().week
        return self.desk.words._("weeks {first}–{last}").format(first=first, last=last)

    def _tell_note(self, summary: Participation) -> None:
        w = self.desk.words
        hides = summary.published().hides_something
        self._note_icon.setVisible(hides)
        told = w._(
            "Attendance is present and late of all that were marked; unrecorded is not in it."
        )
        if hides:
            below = summary.mask_below
            told = w._(
                "Counts of fewer than {count} people are masked. The total leaves masked visits "
                "out; a participant is counted once."
            ).format(count=below)
        elif summary.audience is Audience.UNIT:
            told = w._("Small counts are shown: for the unit's own use only.") + " " + told
        self._note.setText(told)

    def _tell_empty(self, days: DataDays) -> None:
        """No session in the period: say so, with the nearest that has some."""
        w, theme = self.desk.words, self.desk.theme
        button = None
        line = w._("There are no sessions yet.")
        if days.first is not None and days.last is not None:
            period = self._filters.period()
            near = days.last if days.last < period.first else days.first
            line = w._("There are figures from {first} to {last}.").format(
                first=w.date(days.first), last=w.date(days.last)
            )
            button = Button(theme, w._("Show the nearest period"))
            button.clicked.connect(lambda: self._filters.go_to(near))
        title = w._("No sessions in {period}").format(period=period_name(w, self._filters.period()))
        card = Card(theme)
        card.body.addWidget(EmptyState(theme, EmptyBraid(theme), title, line, button=button))
        while self._stack.count() > 1:
            if (old := self._stack.widget(1)) is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        self._stack.addWidget(card)
        self._stack.setCurrentIndex(1)

    def _fail(self, refused: Refused) -> None:
        self._banner.set_text(sentence(self.desk.words, refused))
        self._banner.show()


def _plural(cell: Cell) -> int:
    return int(cell) if isinstance(cell, int | float) else 2
