# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts on paper: IBM Plex Sans, and Inter for letters it lacks. ReportLab has no fallback of its
own, so a text is cut into runs by what each font covers."""

from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FAMILIES = ("IBMPlexSans", "Inter")

Run = tuple[str, str]


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


def _family(letter: str, style: str) -> str:
    for family in FAMILIES:
        if ord(letter) in font(family, style).face.charToGlyph:
            return family
    return FAMILIES[0]
