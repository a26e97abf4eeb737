# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper every printed page is written on: A4, coordinates from the top left in points, head with
the plait, foot with how to dispose of it, who printed it, when, and page x of y."""

import io
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.typeface import (
    fitted,
    font,
    one_line,
    runs,
    shrunk,
    style_of,
    width,
    wrapped,
)
from desktop.ink import hex_of
from desktop.plait import Point, even_plait
from desktop.words import Words

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 51.0
LEFT, RIGHT = MARGIN, PAGE_WIDTH - MARGIN
INNER = RIGHT - LEFT
BODY_TOP = 142.0
BODY_BOTTOM = 786.0
# Binary streams: the text encoding makes files a quarter larger, in Python, and serves nobody now.
rl_config.useA85 = 0
LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


@dataclass(frozen=True)
class Printed:
    """Who printed a page, and when (an aware moment in the office's zone). A page that may carry
    no name has nobody here."""

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
    return HexColor(hex_of(role))


class Paper:
    """Pages being written. `finish` puts the page numbers in and gives the whole PDF.

    `top` is where the body of the first page begins: BODY_TOP, or lower under a long title.
    """

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
        self._canvas.setAuthor(printed.by or "Punos")
        self._canvas.setCreator("Punos")
        # PDF/UA-1 7.1: readers show and say the title in place of the file's name.
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._finished: list[dict[str, Any]] = []
        self.top = self._open_page()

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
        text = one_line(text)
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
        """Wrapped lines from baseline `y` on, at most `most` of them; the baseline after the last.

        A line that no longer fits the page goes on the next one.
        """
        step = leading or size * 1.4
        lines = list(wrapped(text, style_of(weight), size, room))
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        for line in lines:
            if y > BODY_BOTTOM:
                y = self.new_page() + size
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
        wide = self.text(LEFT, 58, self._head.kind.upper(), 8.5, weight=600, colour="pri")
        room = INNER - wide - 16
        self.text(RIGHT, 58, self._head.sub, 8.5, colour="ink2", align="right", room=room)
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

    def _open_page(self) -> float:
        """The full head; where the body begins below it."""
        self.text(LEFT, 58, self._head.kind.upper(), 8.5, weight=600, colour="pri")
        size = shrunk(self._head.title, style_of(600), 26, INNER, 18)
        y = self.paragraph(LEFT, 89, self._head.title, INNER, size, leading=size * 1.2, weight=600)
        y = self.paragraph(LEFT, y - size * 1.2 + 19, self._head.sub, INNER, 11, colour="ink2")
        rule = y - 15.4 + 13.7
        self.rule(rule)
        self.plait(RIGHT - 88, 54, 88, 13)
        return rule + BODY_TOP - 121.7

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
        if self._printed.by:
            told = w._("Punos · printed {date} by {name} · page {page}/{pages}")
        else:
            told = w._("Punos · printed {date} · page {page}/{pages}")
        told = told.format(
            date=w.date(self._printed.at), name=self._printed.by, page=page, pages=pages
        )
        self.rule(800.5)
        left = self.text(LEFT, 813.5, self._dispose, 8.3, colour="ink3", room=INNER)
        beside = left + 12 + width(told, style_of(400), 8.3) <= INNER
        self.text(RIGHT, 813.5 if beside else 824, told, 8.3, colour="ink3", align="right")


def _at(points: tuple[Point, ...], x: float, y: float) -> tuple[Point, ...]:
    return tuple((x + px, y + py) for px, py in points)
