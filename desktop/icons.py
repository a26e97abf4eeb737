# SPDX-License-Identifier: GPL-3.0-or-later
"""Lucide icons: the unmodified files of resources/icons, coloured and drawn when they are needed."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, colour: QColor, stroke: float) -> str:
    """The icon's SVG text in one colour and stroke width (of 24); FileNotFoundError if unknown."""
    text = _source(name).replace("currentColor", colour.name())
    return text.replace('stroke-width="2"', f'stroke-width="{stroke}"')


def pixmap(name: str, colour: QColor, size: int, stroke: float, ratio: float) -> QPixmap:
    """The icon drawn `size` logical pixels square for a screen of that device pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg(name, colour, stroke).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
