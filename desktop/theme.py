# SPDX-License-Identifier: GPL-3.0-or-later
"""The look as one immutable value: colours, type, lengths and icons, read from resources/tokens.toml."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop import icons, stylesheet

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

# With a high-contrast system theme every role falls back to one the person chose in the system.
_SYSTEM_ROLES = {
    "app": QPalette.ColorRole.Window,
    "rail": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.Base,
    "hover": QPalette.ColorRole.Base,
    "sel": QPalette.ColorRole.Highlight,
    "onsoft": QPalette.ColorRole.HighlightedText,
    "pri": QPalette.ColorRole.Highlight,
    "priH": QPalette.ColorRole.Highlight,
    "priP": QPalette.ColorRole.Highlight,
    "onpri": QPalette.ColorRole.HighlightedText,
    "focus": QPalette.ColorRole.WindowText,
}


@dataclass(frozen=True)
class Strand:
    """The three colours of a group or goal: its line, its fill, and the text on that fill."""

    line: QColor
    tint: QColor
    deep: QColor


@cache
def tokens() -> dict[str, Any]:
    """Every design token as tokens.toml has it."""
    with (RESOURCES / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Theme:
    """How everything looks. A change of look is a new Theme; windows are then built anew with it.

    `scale` is the chosen text size (1, 1.15, 1.3 or 1.5); type, heights and icons grow together.
    `motion` is False where the system shows no animations. `contrast` is the system's palette
    where the person asked the system for high contrast: it then replaces every colour of ours.
    """

    dark: bool
    scale: float = 1.0
    motion: bool = False
    contrast: QPalette | None = None
    _pixmaps: dict[tuple[object, ...], QPixmap] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def color(self, role: str) -> QColor:
        """A colour by its role in the tokens ("ink", "surface", "okF" ...); KeyError if unknown."""
        own = tokens()["colour"]["dark" if self.dark else "light"][role]
        if self.contrast is None:
            return QColor(own)
        plain = QPalette.ColorRole.Base if role.endswith("B") else QPalette.ColorRole.WindowText
        return QColor(self.contrast.color(_SYSTEM_ROLES.get(role, plain)))

    def strand(self, name: str) -> Strand:
        """The colours of a strand ("kuusi" ... "yo"); KeyError if unknown."""
        own = tokens()["strand"]["dark" if self.dark else "light"][name]
        if self.contrast is not None:
            return Strand(self.color("ink"), self.color("surface"), self.color("ink"))
        return Strand(QColor(own["line"]), QColor(own["tint"]), QColor(own["deep"]))

    def font(self, style: str, weight: int | None = None, italic: bool = False) -> QFont:
        """A font of the type scale; italic is kept for a participant's own words."""
        kind = tokens()["type"][style]
        font = QFont(tokens()["font"]["families"])
        font.setPixelSize(self.px(kind["size"]))
        font.setWeight(QFont.Weight(weight or kind["weight"]))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def px(self, n: float) -> int:
        """A design length in logical pixels at the chosen text size."""
        return round(n * self.scale)

    def line(self, style: str) -> int:
        """Line height of a type style in logical pixels."""
        return self.px(tokens()["type"][style]["line"])

    def height(self, name: str) -> int:
        """A height of the tokens ("control", "roster_row" ...) in logical pixels."""
        return self.px(tokens()["height"][name])

    def radius(self, name: str) -> int:
        """A corner radius of the tokens ("field", "card" ...) in logical pixels."""
        return self.px(tokens()["radius"][name])

    def space(self, name: str) -> int:
        """A distance of the tokens ("page", "card", "gap" ...) in logical pixels."""
        return self.px(tokens()["space"][name])

    def duration(self, name: str) -> int:
        """Milliseconds an animation lasts ("state", "panel"); 0 when nothing should move."""
        return int(tokens()["motion"][name]) if self.motion else 0

    def delay(self, name: str) -> int:
        """Milliseconds to wait ("skeleton", "toast"); the same with animations and without."""
        return int(tokens()["delay"][name])

    def pixmap(
        self, name: str, size: int = 18, role: str = "ink", stroke: float | None = None
    ) -> QPixmap:
        """A Lucide icon drawn in a role's colour, `size` design pixels square."""
        return self.tinted(name, size, self.color(role), stroke)

    def tinted(self, name: str, size: int, colour: QColor, stroke: float | None = None) -> QPixmap:
        """As `pixmap`, for a colour that is not a role: a strand's, for example."""
        width = tokens()["icon"]["stroke"] if stroke is None else stroke
        ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        key = (name, colour.rgba(), size, width, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, colour, self.px(size), width, ratio)
        return self._pixmaps[key]

    def icon(
        self, name: str, size: int = 18, role: str = "ink", stroke: float | None = None
    ) -> QIcon:
        """The icon for buttons and actions, with a paler drawing for the disabled state."""
        icon = QIcon(self.pixmap(name, size, role, stroke))
        icon.addPixmap(self.pixmap(name, size, "ink3", stroke), QIcon.Mode.Disabled)
        return icon

    def palette(self) -> QPalette:
        """The palette that Fusion draws with wherever the style sheet is silent."""
        if self.contrast is not None:
            return QPalette(self.contrast)
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        palette.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, self.color("ink3")
        )
        return palette

    def apply(self, app: QApplication, *, fonts: str = "*.ttf") -> None:
        """Give the whole application this look; `fonts` are the files it needs for now."""
        register_fonts(app, fonts)
        if not app.property("isFusion"):
            # Asking the application for its style costs 10 ms of Python classes before first paint.
            app.setStyle("Fusion")
            app.setProperty("isFusion", True)
        app.setPalette(self.palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(stylesheet.style_sheet(self))


_PALETTE = {
    QPalette.ColorRole.Window: "app",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "onpri",
    QPalette.ColorRole.Highlight: "pri",
    QPalette.ColorRole.HighlightedText: "onpri",
    QPalette.ColorRole.Accent: "pri",
    QPalette.ColorRole.Link: "pri",
    QPalette.ColorRole.LinkVisited: "pri",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "ctl",
    QPalette.ColorRole.Shadow: "shadow",
}


def register_fonts(app: QApplication, pattern: str = "*.ttf") -> None:
    """Make our font files known to the application, each once in its life."""
    known = list(app.property("fonts") or ())
    for file in sorted((RESOURCES / "fonts").glob(pattern)):
        if file.name in known:
            continue
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(f"the font cannot be read: {file.name}")
        known.append(file.name)
    app.setProperty("fonts", known)


def system_theme(choice: str, scale: float) -> Theme:
    """The theme for the setting "system", "light" or "dark" on this computer at this moment."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark if choice == "system" else choice == "dark"
    wants = hints.accessibility().contrastPreference()
    contrast = QGuiApplication.palette() if wants == Qt.ContrastPreference.HighContrast else None
    motion = QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    return Theme(dark=dark, scale=scale, motion=motion, contrast=contrast)
