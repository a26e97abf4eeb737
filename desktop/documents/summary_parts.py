# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a printed summary: key figures in boxes, columns over time, a table, shares as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.axis import nice_ticks
from desktop.documents.kit import INNER, LEFT, RIGHT, Paper
from desktop.documents.typeface import shrunk, style_of, width, wrapped

TILE_GAP, TILE_HIGH = 12.0, 74.0
CHART_HIGH, AXIS = 150.0, 25.0
ROW = 25.5
CELL_GAP = 6.0


@dataclass(frozen=True)
class Tile:
    """A key figure: the number, its unit, and a line that sets it in relation."""

    number: str
    unit: str
    line: str


@dataclass(frozen=True)
class Bar:
    """A part of the period: `value` None is hidden, `expected` None draws no outline."""

    label: str
    value: int | None
    expected: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Field:
    """A column of a table; figures stand at the right. `share` is its part of the width."""

    heading: str
    share: float
    is_figure: bool = True


def tiles(paper: Paper, y: float, told: Sequence[Tile]) -> float:
    """Boxes side by side; where they end."""
    wide = (INNER - TILE_GAP * (len(told) - 1)) / len(told)
    for place, tile in enumerate(told):
        x = LEFT + place * (wide + TILE_GAP)
        paper.box(x, y, wide, TILE_HIGH, radius=9, fill="app")
        room = wide - 24
        paper.text(x + 13, y + 29, tile.number, 22, weight=600, colour="pri", room=room)
        paper.text(x + 13, y + 46, tile.unit, 10.5, weight=500, room=room)
        size = shrunk(tile.line, style_of(400), 8.8, room, 6.5)
        paper.text(x + 13, y + 62, tile.line, size, colour="ink2", room=room)
    return y + TILE_HIGH


def heading(paper: Paper, y: float, text: str, aside: str = "") -> float:
    """A heading with a remark at the right; where what follows may begin."""
    wide = paper.text(LEFT, y, text, 12.5, weight=600, room=INNER)
    if aside:
        paper.text(RIGHT, y, aside, 9.5, colour="ink2", align="right", room=INNER - wide - 16)
    paper.bookmark(text, y - 12)
    return y + 22


def columns(paper: Paper, y: float, bars: Sequence[Bar], hidden: str) -> float:
    """Columns over an axis of round numbers, told by their figures too; where they end."""
    w = paper.words
    tops = [max(bar.value or 0, bar.expected or 0) for bar in bars]
    ticks = nice_ticks(max(tops, default=0), 4)
    foot = y + CHART_HIGH
    left = LEFT + AXIS
    for tick in ticks:
        at = foot - CHART_HIGH * tick / ticks[-1]
        last = tick == 0
        paper.rule(at, left, RIGHT, colour="ink2" if last else "line2", thick=0.8 if last else 0.5)
        paper.text(left - 6, at + 3.2, w.number(tick), 8.8, colour="ink2", align="right")
    pitch = (RIGHT - left) / max(len(bars), 1)
    for place, bar in enumerate(bars):
        x = left + place * pitch
        _column(paper, _Scale(foot, x, pitch, ticks[-1]), bar, hidden)
        paper.text(x + pitch / 2, foot + 13, bar.label, 8.8, colour="ink2", align="centre")
    return foot + 18


@dataclass(frozen=True)
class _Scale:
    """Where a column stands: the foot of all, its own place and room, and the top of the axis."""

    foot: float
    x: float
    pitch: float
    top: int

    @property
    def wide(self) -> float:
        return min(self.pitch * 0.64, 34.0)

    @property
    def middle(self) -> float:
        return self.x + self.pitch / 2

    def high(self, value: int) -> float:
        return CHART_HIGH * value / self.top


def _column(paper: Paper, at: _Scale, bar: Bar, hidden: str) -> None:
    foot, left = at.foot, at.middle - at.wide / 2
    if bar.value is None:
        paper.box(left, foot - 12, at.wide, 12, radius=2, edge="ctl", thick=0.7, dashed=True)
        size = shrunk(hidden, style_of(400), 7.5, at.pitch - 2, 5)
        paper.text(at.middle, foot - 16, hidden, size, colour="ink2", align="centre")
        return
    high = at.high(bar.value)
    if bar.expected is not None and bar.expected > bar.value:
        over = at.high(bar.expected)
        paper.box(left, foot - over, at.wide, over, radius=2, edge="ctl", dashed=True)
    if high:
        radius = min(2.5, high / 2)
        paper.box(left, foot - high, at.wide, high, radius=radius, fill="strand.kuusi")
    _figure(paper, at, bar.value)
    if bar.note:
        size = shrunk(bar.note, style_of(400), 7, at.pitch, 5)
        paper.text(at.middle, foot + 22, bar.note, size, colour="ink2", align="centre")


def _figure(paper: Paper, at: _Scale, value: int) -> None:
    """The figure of a column inside its top, or above it where there is no room."""
    text, high = paper.words.number(value), at.high(value)
    if high > 16 and width(text, style_of(600), 9) < at.wide - 3:
        y, size, colour = at.foot - high + 11.5, 9.0, "onpri"
    else:
        y, size, colour = at.foot - high - 3.5, shrunk(text, style_of(600), 8, at.pitch, 5), "ink"
    paper.text(at.middle, y, text, size, weight=600, colour=colour, align="centre")


def legend(paper: Paper, y: float, filled: str, outlined: str) -> float:
    """What a filled and an outlined column are."""
    x = LEFT + AXIS
    paper.box(x, y - 8.5, 10, 10, radius=2, fill="strand.kuusi")
    x += 16 + paper.text(x + 16, y, filled, 9.5, colour="ink2") + 18
    paper.box(x, y - 8.5, 10, 10, radius=2, edge="ctl", dashed=True)
    paper.text(x + 16, y, outlined, 9.5, colour="ink2")
    return y


def table(paper: Paper, y: float, fields: Sequence[Field], rows: Sequence[Sequence[str]]) -> float:
    """Rows of words and figures, the last of them the total; heads again on each new page. What
    follows a line break in a cell stands below in small."""
    y = _heads(paper, y, fields)
    for number, cells in enumerate(rows, 1):
        if (below := paper.room_below(y, ROW)) != y:
            y = _heads(paper, below, fields)
        total = number == len(rows)
        _row(paper, y + ROW - 9, fields, cells, weight=600 if total else 400)
        y += ROW
        next_is_total = number == len(rows) - 1
        strong = total or next_is_total
        paper.rule(y, colour="ink3" if strong else "line2", thick=0.8 if strong else 0.5)
    return y


def _heads(paper: Paper, y: float, fields: Sequence[Field]) -> float:
    for field, x, room in _places(fields):
        align, at = ("right", x + room) if field.is_figure else ("left", x)
        size = shrunk(field.heading, style_of(500), 8.8, room, 6)
        paper.text(
            at, y + 10, field.heading, size, weight=500, colour="ink2", align=align, room=room
        )
    paper.rule(y + 17, colour="ink2", thick=0.9)
    return y + 17


def _row(
    paper: Paper, y: float, fields: Sequence[Field], cells: Sequence[str], *, weight: int
) -> None:
    size = 10.5 if len(fields) <= 7 else 9.5
    for (field, x, room), cell in zip(_places(fields), cells, strict=True):
        align, at = ("right", x + room) if field.is_figure else ("left", x)
        first, _, second = cell.partition("\n")
        paper.text(at, y - 4 * bool(second), first, size, weight=weight, align=align, room=room)
        if second:
            paper.text(at, y + 5.5, second, 7.5, colour="ink2", align=align, room=room)


def _places(fields: Sequence[Field]) -> list[tuple[Field, float, float]]:
    """Each column with its left edge and its room."""
    whole = sum(field.share for field in fields)
    found, x = [], LEFT
    for field in fields:
        wide = INNER * field.share / whole
        gap = 0.0 if field is fields[-1] else CELL_GAP
        found.append((field, x, wide - gap))
        x += wide
    return found


def shares(paper: Paper, y: float, rows: Sequence[tuple[str, int, str]], whole: int) -> float:
    """Names with a bar of `part` out of `whole`, and the same in words."""
    for name, part, words in rows:
        y = paper.room_below(y, 24)
        paper.text(LEFT, y + 10, name, 10.5, room=130)
        bar = RIGHT - LEFT - 143 - 110
        paper.box(LEFT + 143, y + 1.5, bar, 10, radius=5, fill="neuB")
        if part:
            paper.box(
                LEFT + 143, y + 1.5, max(bar * part / whole, 10), 10, radius=5, fill="strand.kuusi"
            )
        paper.text(RIGHT, y + 10, words, 10.5, colour="ink2", align="right")
        y += 24
    return y


def note(paper: Paper, y: float, text: str) -> float:
    """Small print, kept whole on one page."""
    high = 13 * len(list(wrapped(text, style_of(400), 9, INNER)))
    y = paper.room_below(y, high - 9)
    return paper.paragraph(LEFT, y, text, INNER, 9, leading=13, colour="ink2")
