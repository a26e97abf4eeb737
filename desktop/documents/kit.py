# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper every printed page is written on: A4, coordinates from the top left in points, head with
the plait, foot with how to dispose of it, who printed it, when, and page x of y."""

import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.typeface import font, runs, style_of, width
from desktop.plait import Point, even_plait
from desktop.words import Words

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 51.0
LEFT, RIGHT = MARGIN, PAGE_WIDTH - MARGIN
INNER = RIGHT - LEFT
BODY_TOP = 142.0
BODY_BOTTOM = 786.0
LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_TOKENS = Path(__file__).resolve().parents[2] / "resources" / "tokens.toml"


@dataclass(frozen=True)
class Printed:
    """Who printed a page, and when (an aware moment in the office's zone)."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Head:
    """What a page is: its kind in small capitals, the title, and a line below."""

    kind: str
    title: str
    sub: str


@cache
def ink(role: str) -> Color:
    """A colour of the light theme by its role, or of a strand as "strand.kuusi"."""
    tokens = _tokens()
    if role.startswith("strand."):
        return HexColor(tokens["strand"]["light"][role.removeprefix("strand.")]["line"])
    return HexColor(tokens["colour"]["light"][role])


@cache
def _tokens() -> dict[str, Any]:
    return tomllib.loads(_TOKENS.read_text(encoding="utf-8"))


class Paper:
    """Pages being written. `finish` puts heads' page numbers in and gives the whole PDF."""

    def __init__(self, words: Words, head: Head, printed: Printed, dispose: str) -> None:
        self.words = words
        self._head, self._printed, self._dispose = head, printed, dispose
        self._file = io.BytesIO()
        plain = font("IBMPlexSans", "Regular").fontName
        self._canvas = Canvas(
            self._file, pagesize=A4, initialFontName=plain, lang=LANGUAGES[words.language]
        )
        self._canvas.setTitle(f"{head.kind}: {head.title}")
        self._canvas.setSubject(head.sub)
        self._canvas.setAuthor(printed.by)
        self._canvas.setCreator("Punos")
        self._finished: list[dict[str, Any]] = []
        self._open_page()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 11,
        *,
        weight: int = 400,
        colour: str = "ink",
        align: str = "left",
        italic: bool = False,
        room: float | None = None,
    ) -> float:
        """One line whose baseline is at `y`; cut with an ellipsis to `room`. Its width."""
        style = style_of(weight, italic=italic)
        shown = fitted(text, style, size, room) if room is not None else text
        wide = width(shown, style, size)
        start = {"left": x, "right": x - wide, "centre": x - wide / 2}[align]
        line = self._canvas.beginText(start, PAGE_HEIGHT - y)
        line.setFillColor(ink(colour))
        for name, piece in runs(shown, style):
            line.setFont(name, size)
            line.textOut(piece)
        self._canvas.drawText(line)
        return wide

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        room: float,
        size: float = 11,
        *,
        leading: float | None = None,
        weight: int = 400,
        colour: str = "ink",
        most: int | None = None,
    ) -> float:
        """Wrapped lines from baseline `y` on, at most `most` of them; the baseline after the last."""
        step = leading or size * 1.4
        lines = list(wrapped(text, style_of(weight), size, room))
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        for line in lines:
            self.text(x, y, line, size, weight=weight, colour=colour, room=room)
            y += step
        return y

    def rule(
        self,
        y: float,
        x0: float = LEFT,
        x1: float = RIGHT,
        *,
        colour: str = "line2",
        thick: float = 0.6,
    ) -> None:
        """A horizontal line."""
        self.line(((x0, y), (x1, y)), colour=colour, thick=thick)

    def line(
        self,
        points: tuple[Point, ...],
        *,
        colour: str,
        thick: float = 0.6,
        round_ends: bool = False,
    ) -> None:
        """A line through points."""
        self._canvas.setStrokeColor(ink(colour))
        self._canvas.setLineWidth(thick)
        self._canvas.setLineCap(1 if round_ends else 0)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], PAGE_HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, PAGE_HEIGHT - y)
        self._canvas.drawPath(path)

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        *,
        radius: float = 4,
        fill: str | None = None,
        edge: str | None = None,
        thick: float = 0.8,
        dashed: bool = False,
    ) -> None:
        """A rounded box whose top left corner is (x, y)."""
        if fill is not None:
            self._canvas.setFillColor(ink(fill))
        if edge is not None:
            self._canvas.setStrokeColor(ink(edge))
            self._canvas.setLineWidth(thick)
        self._canvas.setDash(*([[2.4, 1.8]] if dashed else [[]]))
        self._canvas.roundRect(
            x, PAGE_HEIGHT - y - high, wide, high, radius, stroke=int(edge is not None),
            fill=int(fill is not None),
        )  # fmt: skip
        self._canvas.setDash([])

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled disc."""
        self._canvas.setFillColor(ink(colour))
        self._canvas.circle(x, PAGE_HEIGHT - y, radius, stroke=0, fill=1)

    def bookmark(self, title: str, y: float) -> None:
        """An entry of the PDF's outline that leads to this height."""
        key = f"b{len(self._finished)}-{y:.0f}"
        self._canvas.bookmarkHorizontal(key, LEFT, PAGE_HEIGHT - y)
        self._canvas.addOutlineEntry(title, key)

    def new_page(self) -> float:
        """Begin another page, with a smaller head; where its body begins."""
        self._finished.append(dict(self._canvas.__dict__))
        self._canvas._startPage()  # noqa: SLF001 - the documented way to number pages at the end
        self.text(LEFT, 58, self._head.kind.upper(), 8.5, weight=600, colour="pri")
        self.text(LEFT, 74, self._head.title, 13, weight=600, room=INNER)
        self.rule(84)
        return 106.0

    def room_below(self, y: float, needed: float) -> float:
        """`y`, or the top of a new page when less than `needed` points are left."""
        return y if y + needed <= BODY_BOTTOM else self.new_page()

    def finish(self) -> bytes:
        """The PDF."""
        self._finished.append(dict(self._canvas.__dict__))
        for number, page in enumerate(self._finished, 1):
            self._canvas.__dict__.update(page)
            self._foot(number, len(self._finished))
            self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def _open_page(self) -> None:
        self.text(LEFT, 58, self._head.kind.upper(), 8.5, weight=600, colour="pri")
        size = 26.0
        while size > 17 and width(self._head.title, "SemiBold", size) > INNER:
            size -= 1
        self.text(LEFT, 89, self._head.title, size, weight=600, room=INNER)
        self.text(LEFT, 108, self._head.sub, 11, colour="ink2", room=INNER)
        self.rule(121.7)
        self.plait(RIGHT - 88, 54, 88, 13)

    def plait(self, x: float, y: float, length: float, high: float) -> None:
        """The three-strand plait, `high` points high around `y`."""
        stroke = high * 0.24
        shape = even_plait(length, (high - stroke) / 2, high * 3.35)
        colours = ("strand.kuusi", "strand.puolukka", "strand.okra")
        for strand, colour in zip(shape.strands, colours, strict=True):
            self.line(_at(strand, x, y), colour=colour, thick=stroke, round_ends=True)
        for crossing in shape.crossings:
            if len(crossing.gap) > 1:
                self.line(_at(crossing.gap, x, y), colour="surface", thick=stroke * 2)
            if len(crossing.points) > 1:
                self.line(_at(crossing.points, x, y), colour=colours[crossing.strand], thick=stroke)

    def _foot(self, page: int, pages: int) -> None:
        w = self.words
        told = w._("Punos · printed {date} by {name} · page {page}/{pages}").format(
            date=w.date(self._printed.at), name=self._printed.by, page=page, pages=pages
        )
        self.rule(800.5)
        right = self.text(RIGHT, 813.5, told, 8.3, colour="ink3", align="right")
        self.text(LEFT, 813.5, self._dispose, 8.3, colour="ink3", room=INNER - right - 12)


def fitted(text: str, style: str, size: float, room: float) -> str:
    """`text`, cut with an ellipsis where it is wider than `room` points."""
    if width(text, style, size) <= room:
        return text
    kept = text
    while kept and width(kept.rstrip() + "…", style, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(text: str, style: str, size: float, room: float) -> Iterator[str]:
    """Lines no wider than `room`; a word wider than that is broken."""
    for part in text.splitlines() or [""]:
        line = ""
        for word in part.split():
            tried = f"{line} {word}".strip()
            if line and width(tried, style, size) > room:
                yield line
                tried = word
            while width(tried, style, size) > room:
                fits = _fitting(tried, style, size, room)
                yield tried[:fits]
                tried = tried[fits:]
            line = tried
        yield line


def _fitting(word: str, style: str, size: float, room: float) -> int:
    count = 1
    while count < len(word) and width(word[: count + 1], style, size) <= room:
        count += 1
    return count


def _at(points: tuple[Point, ...], x: float, y: float) -> tuple[Point, ...]:
    return tuple((x + px, y + py) for px, py in points)
