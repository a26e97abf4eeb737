# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills resources/styles/punos.qss with one theme's colours, type, lengths and pictures."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import icons
from desktop.memory_files import publish

if TYPE_CHECKING:
    from desktop.theme import Theme

_SHEET = Path(__file__).resolve().parent.parent / "resources" / "styles" / "punos.qss"

# Pictures inside stock widgets: icon, role of its colour, stroke width.
_PICTURES = {
    "tick": ("check", "onpri", 3.5),
    "tick-off": ("check", "ink3", 3.5),
    "dash": ("minus", "onpri", 3.5),
    "menu-tick": ("check", "ink", 2.0),
    "down": ("chevron-down", "ink2", 1.75),
    "down-off": ("chevron-down", "line2", 1.75),
    "up": ("chevron-up", "ink2", 1.75),
    "left": ("chevron-left", "ink2", 1.75),
    "right": ("chevron-right", "ink2", 1.75),
    "minus": ("minus", "ink", 1.75),
    "minus-off": ("minus", "line2", 1.75),
    "plus": ("plus", "ink", 1.75),
    "plus-off": ("plus", "line2", 1.75),
    "calendar": ("calendar-days", "ink2", 1.75),
}

_PLACE = re.compile(r"@(\w+)(?:\((.*?)\))?|(\d+)dp")


@cache
def _template() -> str:
    """The sheet without its heading comment, which explains the placeholders by showing them."""
    return _SHEET.read_text(encoding="utf-8").partition("*/")[2]


def style_sheet(theme: "Theme") -> str:
    """The whole sheet for one theme; KeyError where the sheet names an unknown token."""
    pictures = publish(
        {
            f"{key}.svg": icons.svg(name, theme.color(role), stroke).encode()
            for key, (name, role, stroke) in _PICTURES.items()
        }
    )
    return _PLACE.sub(lambda place: _fill(theme, pictures, *place.groups()), _template())


def _fill(theme: "Theme", pictures: str, name: str, inside: str | None, length: str) -> str:
    if length:
        return f"{theme.px(int(length))}px"
    if inside is None:
        return theme.color(name).name()
    if name == "image":
        return f"url({pictures}/{inside}.svg)"
    token, _, rest = inside.partition(" ")
    if name == "font":
        font = theme.font(token, int(rest) if rest else None)
        return f"font-size: {font.pixelSize()}px; font-weight: {font.weight().value};"
    measure = {"height": theme.height, "radius": theme.radius}[name](token)
    return f"{measure + int(rest.replace(' ', '') or 0)}px"
