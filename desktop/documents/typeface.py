# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts on paper: IBM Plex Sans, and Inter for letters it lacks. ReportLab has no fallback of its
own, so a text is cut into runs by what each font covers."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FAMILIES = ("IBMPlexSans", "Inter")

Run = tuple[str, str]

# A no-break space keeps "120 min" on one line, so it is no place to break at.
_GAPS = re.compile(r"[ \t]+")


@cache
def font(family: str, style: str) -> TTFont:
    """A font by family and style, registered once."""
    name = f"{family}-{style}"
    made = TTFont(name, str(FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(made)
    return made


def style_of(weight: int, *, italic: bool = False) -> str:
    """The style's name; italic exists in the regular weight only."""
    return "Italic" if italic else STYLES[weight]


def runs(text: str, style: str) -> list[Run]:
    """`text` cut into (font name, piece), each piece in the first family that has its letters."""
    plain = font(FAMILIES[0], style)
    if all(ord(letter) in plain.face.charToGlyph for letter in text):
        return [(plain.fontName, text)]
    return [
        (font(family, style).fontName, "".join(letters))
        for family, letters in groupby(text, key=lambda letter: _family(letter, style))
    ]


def width(text: str, style: str, size: float) -> float:
    """How wide a text is, in points."""
    return sum(
        float(pdfmetrics.stringWidth(piece, name, size)) for name, piece in runs(text, style)
    )


def one_line(text: str) -> str:
    """Without line breaks and other signs that no font draws."""
    return "".join(sign if sign.isprintable() or sign == "\xa0" else " " for sign in text)


def fitted(text: str, style: str, size: float, room: float) -> str:
    """`text`, cut with an ellipsis where it is wider than `room` points."""
    if width(text, style, size) <= room:
        return text
    kept = text
    while kept and width(kept.rstrip() + "…", style, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def shrunk(text: str, style: str, size: float, room: float, least: float) -> float:
    """The size, from `size` down to `least`, at which `text` goes into `room`, or `least`."""
    while size > least and width(text, style, size) > room:
        size -= 0.5
    return max(size, least)


def wrapped(text: str, style: str, size: float, room: float) -> Iterator[str]:
    """Lines no wider than `room`; a word wider than that is broken."""
    for part in text.splitlines() or [""]:
        line = ""
        for word in _GAPS.split(one_line(part).strip(" ")):
            tried = f"{line} {word}".strip(" ")
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
    """How many letters of a word to leave on a line: up to its last hyphen there, if it has one."""
    count = 1
    while count < len(word) and width(word[: count + 1], style, size) <= room:
        count += 1
    return word.rfind("-", 0, count) + 1 or count


def _family(letter: str, style: str) -> str:
    for family in FAMILIES:
        if ord(letter) in font(family, style).face.charToGlyph:
            return family
    return FAMILIES[0]
