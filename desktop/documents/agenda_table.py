# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda on paper: a thread of beads, each row as high as its texts, and the sum of minutes."""

from dataclasses import dataclass

from db.queries.session_plan import PlanCard, PlanItem
from desktop.documents.kit import BODY_BOTTOM, LEFT, RIGHT, Paper
from desktop.documents.typeface import fitted, style_of, wrapped

_MOST_LINES = 10


@dataclass(frozen=True)
class Columns:
    """Where the columns stand, in points from the left; `who` is None where nobody may be named.

    `size` is that of the titles, `row` the height of a row of one line.
    """

    minutes: float
    bead: float
    what: float
    who: float | None
    things: float
    size: float
    row: float

    @property
    def line(self) -> float:
        """From one baseline to the next."""
        return self.size * 1.32


NAMED = Columns(127, 142.5, 155, 369, 435, 11, 28)
# Read from a few steps away.
UNNAMED = Columns(138, 155, 170, None, 400, 13.5, 34)

_Cell = tuple[float, list[str], float, int, str]


class AgendaTable:
    """Writes the agenda of a plan; `emphasis` sets items that serve a goal in bold."""

    def __init__(self, paper: Paper, card: PlanCard, columns: Columns, *, emphasis: bool) -> None:
        self._paper, self._card, self._at = paper, card, columns
        self._emphasis = emphasis

    def write(self, y: float) -> float:
        """From height `y` on, over as many pages as it takes; where the next part may begin."""
        w, paper = self._paper.words, self._paper
        y = paper.room_below(y, 90)
        paper.bookmark(w._("Agenda"), y)
        paper.text(LEFT, y + 9, w._("Agenda"), 13, weight=600)
        y = self._head(y + 29)
        above: float | None = None
        for item in self._card.items:
            cells = self._cells(item)
            lines = max(len(lines) for _, lines, *_ in cells)
            high = self._at.row + (lines - 1) * self._at.line
            if y + high > BODY_BOTTOM - 6:
                y, above = self._head(paper.new_page() + 6), None
            above = self._row(y, item, cells, above)
            y += high
            paper.rule(y)
        return self._sum(paper.room_below(y, 20))

    def _head(self, y: float) -> float:
        w, paper, at = self._paper.words, self._paper, self._at
        heads = [(LEFT, w.p("column", "Time")), (at.what, w._("Content"))]
        if at.who is not None:
            heads.append((at.who, w._("Responsible")))
        for x, text in (*heads, (at.things, w._("Materials"))):
            paper.text(x, y, text, 9, weight=500, colour="ink3")
        paper.text(at.minutes, y, w._("Min"), 9, weight=500, colour="ink3", align="right")
        paper.rule(y + 7.5, colour="ink2", thick=1.1)
        return y + 7.5

    def _cells(self, item: PlanItem) -> list[_Cell]:
        """(x, lines, size, weight, colour) of the texts that may take several lines."""
        at, small = self._at, self._at.size - 0.5
        told = [
            (at.what, item.title, at.size, 600 if self._emphasis and item.goals else 400, "ink")
        ]
        if at.who is not None:
            told.append((at.who, item.responsible, small, 400, "ink2"))
        told.append((at.things, item.materials, small, 400, "ink2"))
        ends = [x - 10 for x, *_ in told[1:]] + [RIGHT]
        return [
            (x, _lines(text, weight, size, end - x), size, weight, colour)
            for (x, text, size, weight, colour), end in zip(told, ends, strict=True)
        ]

    def _row(self, y: float, item: PlanItem, cells: list[_Cell], above: float | None) -> float:
        w, paper, at = self._paper.words, self._paper, self._at
        middle = y + at.row / 2
        if above is not None:
            paper.line(((at.bead, above), (at.bead, middle)), colour="strand.kuusi", thick=2)
        paper.dot(at.bead, middle, 3.1, "strand.kuusi")
        base = middle + at.size * 0.36
        paper.text(LEFT, base, w.time(item.starts_at), at.size, weight=600)
        paper.text(at.minutes, base, w.number(item.minutes), at.size, align="right")
        for x, lines, size, weight, colour in cells:
            for number, line in enumerate(lines):
                paper.text(x, base + number * at.line, line, size, weight=weight, colour=colour)
        return middle

    def _sum(self, y: float) -> float:
        w, paper, card = self._paper.words, self._paper, self._card
        base = y + 16
        planned, booked = card.planned_minutes, card.head.minutes
        paper.text(LEFT, base, w._("Total"), 11, weight=600)
        paper.text(self._at.minutes, base, w.number(planned), 11, weight=600, align="right")
        times = w.time_range(card.head.starts_at, card.head.ends_at)
        if planned == booked:
            told = w._("Fits the booked time {times}").format(times=times)
        elif planned < booked:
            left = w.minutes(booked - planned)
            told = w._("{minutes} still free of {times}").format(minutes=left, times=times)
        else:
            over = w.minutes(planned - booked)
            told = w._("{minutes} over {times}").format(minutes=over, times=times)
        paper.text(self._at.what, base, told, 9.5, colour="ink3")
        return base + 26


def _lines(text: str, weight: int, size: float, room: float) -> list[str]:
    style = style_of(weight)
    lines = list(wrapped(text, style, size, room))
    if len(lines) <= _MOST_LINES:
        return lines
    rest = " ".join(lines[_MOST_LINES - 1 :])
    return [*lines[: _MOST_LINES - 1], fitted(rest, style, size, room)]
