# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed participation summary: four key figures, visits over time, a table, and for a single
group the skill areas its sessions worked on."""

from collections.abc import Sequence
from datetime import date

from db.queries.participation import Participation, Row
from db.rules.disclosure import Cell, Masked
from db.rules.figures import Breakdown, Counts
from db.rules.words import Audience
from desktop import summary_words as told
from desktop.documents.kit import Head, Paper, Printed
from desktop.documents.summary_parts import (
    Bar,
    Field,
    Tile,
    columns,
    heading,
    legend,
    note,
    shares,
    table,
    tiles,
)
from desktop.report_words import figure_heading
from desktop.words import Words

FIGURES = {
    Breakdown.PARTICIPANT: (
        *("expected", "present", "late", "notified", "absent", "unrecorded"),
        *("minutes", "rate"),
    ),
    **dict.fromkeys(
        (Breakdown.GROUP, Breakdown.MONTH, Breakdown.UNIT),
        ("sessions_held", "visits", "participants", "new_participants", "rate"),
    ),
}

Area = tuple[str, int]
"""A skill area's name, and at how many sessions it was worked on."""


def participation_pdf(
    summary: Participation, words: Words, printed: Printed, areas: Sequence[Area] = ()
) -> bytes:
    """A4 pages of a summary, as PDF; `areas` where it is one group's."""
    return _Page(summary, words, printed).write(areas)


class _Page:
    def __init__(self, summary: Participation, words: Words, printed: Printed) -> None:
        self.summary, self.w = summary, words
        self.shown = summary.published()
        sub = f"{told.period(words, summary)} · {told.units(words, summary)}".removesuffix(" · ")
        names = summary.by is Breakdown.PARTICIPANT
        dispose = (
            words._("Names of clients: keep locked, shred after use.")
            if names
            else words._("No names.")
        )
        head = Head(words._("Participation summary"), told.title(words, summary), sub)
        self.paper = Paper(words, head, printed, dispose)

    def write(self, areas: Sequence[Area]) -> bytes:
        paper, w = self.paper, self.w
        y = tiles(paper, self.paper.top, self._tiles()) + 32
        if self.summary.chart:
            y = heading(paper, y, told.chart_title(w, self.summary), self._weeks())
            y = self._chart(y)
        y = paper.room_below(y, 110)
        y = self._table(heading(paper, y, self._title()) - 8)
        held = self.summary.total.sessions_held
        if areas and held:
            y = paper.room_below(y + 30, 70)
            y = heading(paper, y, w._("Skill areas worked on at the sessions")) - 10
            y = shares(paper, y, [self._area(name, count, held) for name, count in areas], held)
        self._notes(y + 22)
        return paper.finish()

    def _tiles(self) -> list[Tile]:
        w, total = self.w, self.shown.total
        return [
            Tile(
                self._cell("sessions_held"),
                w.n("session held", "sessions held", _many(total["sessions_held"])),
                self._cancelled(total["sessions_cancelled"]),
            ),
            Tile(
                self._cell("participants"),
                w.n("participant", "participants", _many(total["participants"])),
                w._("new {count}").format(count=self._cell("new_participants")),
            ),
            Tile(
                self._cell("visits"),
                w.n("visit", "visits", _many(total["visits"])),
                w._("unnamed {count}").format(count=self._cell("anonymous_visits")),
            ),
            Tile(self._cell("rate"), w._("attendance"), self._before()),
        ]

    def _before(self) -> str:
        if self.summary.before is None:
            return ""
        rate = told.cell(self.w, "rate", self.summary.rate_before())
        return self.w._("before {rate}").format(rate=rate)

    def _weeks(self) -> str:
        first, last = (part.first for part, _ in (self.summary.chart[0], self.summary.chart[-1]))
        if not self.summary.charts_weeks:
            return ""
        told_weeks = self.w._("weeks {first}–{last}")
        return told_weeks.format(first=first.isocalendar().week, last=last.isocalendar().week)

    def _chart(self, y: float) -> float:
        w, paper = self.w, self.paper
        inside = self.summary.audience is Audience.UNIT
        bars = [
            Bar(
                self._part_label(part.first),
                None if isinstance(cell, Masked) or cell is None else int(cell),
                # An outline above a column shows the absences, however few.
                counts.expected + counts.head_count if inside else None,
                self._note(counts),
            )
            for (part, counts), cell in zip(self.summary.chart, self.shown.chart, strict=True)
        ]
        y = columns(paper, y, bars, w._("masked")) + (10 if any(bar.note for bar in bars) else 0)
        if inside:
            y = legend(paper, y + 14, w._("Visits"), w._("Expected visits"))
        return y + 28

    def _part_label(self, first: date) -> str:
        if self.summary.charts_weeks:
            return str(first.isocalendar().week)
        return f"{first.month}/{first:%y}"

    def _note(self, counts: Counts) -> str:
        """Under a column of one group's chart: what was cancelled."""
        alone = len(self.summary.groups) == 1 and counts.sessions_cancelled
        return self._cancelled(counts.sessions_cancelled) if alone else ""

    def _cancelled(self, count: Cell) -> str:
        number = _many(count)
        told_so = self.w.n("{count} cancelled", "{count} cancelled", number)
        return told_so.format(count=self.w.number(number))

    def _title(self) -> str:
        w = self.w
        return {
            Breakdown.GROUP: w._("By group"),
            Breakdown.MONTH: w._("By month"),
            Breakdown.UNIT: w._("By unit"),
            Breakdown.PARTICIPANT: w._("By participant"),
        }[self.summary.by]

    def _table(self, y: float) -> float:
        w, by = self.w, self.summary.by
        figures = FIGURES[by]
        fields = [
            Field(figure_heading(w, "label", by), 2.4 if len(figures) < 7 else 2.8, is_figure=False)
        ]
        fields += [Field(self._heading(key), 1.1) for key in figures]
        rows = [
            [self._about(row), *(told.cell(w, key, cells[key]) for key in figures)]
            for row, cells in zip(self.summary.rows, self.shown.rows, strict=True)
        ]
        rows.append([w._("Total"), *(self._cell(key) for key in figures)])
        return table(self.paper, y, fields, rows)

    def _heading(self, key: str) -> str:
        """The whole heading, but hours in a narrow column by their shorter name."""
        if key == "minutes":
            return self.w._("Hours")
        return figure_heading(self.w, key, self.summary.by)

    def _about(self, row: Row) -> str:
        about = told.label(self.w, row)
        return f"{about}\n{row.group.name}" if row.person and row.group else about

    def _area(self, name: str, count: int, held: int) -> tuple[str, int, str]:
        words = self.w.n("{count}/{all} session", "{count}/{all} sessions", held)
        return name, count, words.format(count=count, all=held)

    def _notes(self, y: float) -> None:
        w, total = self.w, self.summary.total
        notes = []
        if self.shown.hides_something:
            notes.append(told.masking(w, self.summary))
        if self.summary.audience is Audience.UNIT:
            marked = w._(
                "Marked {marked} of {expected} expected visits; unrecorded {unrecorded}, outside "
                "enrolment {outside}."
            )
            notes.append(
                marked.format(
                    marked=w.number(total.here + total.away),
                    expected=w.number(total.expected),
                    unrecorded=w.number(total.unrecorded),
                    outside=w.number(total.outside),
                )
            )
        notes.append(told.definitions(w))
        note(self.paper, y, " ".join(notes))

    def _cell(self, key: str) -> str:
        return told.cell(self.w, key, self.shown.total[key])


def _many(cell: Cell) -> int:
    """A number for the plural form; several where it is hidden."""
    return int(cell) if isinstance(cell, int | float) else 2
