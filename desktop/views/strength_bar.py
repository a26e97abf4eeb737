# SPDX-License-Identifier: GPL-3.0-or-later
"""Three pieces of a bar that fill as a password grows, and the same in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.label import set_look, text_label
from desktop.widgets.painting import paint_box, smooth
from desktop.words import Words

_PIECES = 3
_TONES = ("bad", "warn", "ok", "ok")


class StrengthBar(QWidget):
    """Says what a password is worth; nothing while none is typed."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = words._("At least 8 characters. Several words make a good password.")
        self._names = (
            words.p("password", "Too short"),
            words.p("password", "Will do"),
            words.p("password", "Good"),
            words.p("password", "Strong"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self._pieces = Pieces(theme)
        self.told = text_label("", "small", "ink3")
        row.addWidget(self._pieces)
        row.addWidget(self.told, 1)
        self.show_strength(None)

    def show_strength(self, strength: int | None) -> None:
        """0 to 3, or None before anything is typed."""
        self._pieces.fill(strength)
        self.told.setText(self._rule if strength is None else self._names[strength])
        set_look(self.told, tone="ink3" if strength is None else _TONES[strength])


class Pieces(QWidget):
    """The bar itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strength: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, strength: int | None) -> None:
        """Fill as many pieces as `strength` says."""
        self._strength = strength
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(132), self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        gap, filled = self._theme.px(4), max(1, self._strength or 0)
        width = (self.width() - gap * (_PIECES - 1)) / _PIECES
        with QPainter(self) as painter, smooth(painter):
            for piece in range(_PIECES):
                is_full = self._strength is not None and piece < filled
                role = f"{_TONES[self._strength or 0]}F" if is_full else "line2"
                box = QRectF(piece * (width + gap), 0, width, self.height())
                paint_box(painter, box, self.height() / 2, fill=self._theme.color(role))
