# SPDX-License-Identifier: GPL-3.0-or-later
"""The five level texts of a goal, best at the top as on the ladder; 0, the aim itself, stands out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from desktop.desk import Desk
from desktop.theme import Theme
from desktop.vocabulary import level_name
from desktop.widgets.painting import paint_box, paint_text, smooth

LEVELS = (-2, -1, 0, 1, 2)


class LevelBead(QWidget):
    """The level's number in a bead; the expected one is filled."""

    def __init__(self, theme: Theme, text: str, colour: QColor, *, filled: bool) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self._colour, self._filled = colour, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, disc = self._theme, QRectF(self.rect())
        fill = self._colour if self._filled else theme.color("surface")
        edge = self._colour if self._filled else theme.color("ctl")
        ink = theme.color("surface" if self._filled else "ink2")
        with QPainter(self) as painter, smooth(painter):
            paint_box(painter, disc, disc.width() / 2, fill=fill, edge=edge)
            paint_text(painter, disc, self._text, theme.font("body", 600), ink)


class Levels(QWidget):
    """A line for each level; the placeholder says what the level means in general."""

    changed = Signal()

    def __init__(self, desk: Desk, texts: Sequence[str], colour: QColor) -> None:
        super().__init__()
        theme, words = desk.theme, desk.words
        self.lines: dict[int, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        for row, level in enumerate(reversed(LEVELS)):
            line = QLineEdit(texts[level + 2])
            line.setPlaceholderText(level_name(words, level))
            line.setAccessibleName(f"{words.signed(level)}: {level_name(words, level)}")
            line.textChanged.connect(lambda _text: self.changed.emit())
            if level == 0:
                font = theme.font("body", 600)
                line.setFont(font)
                line.setStyleSheet("font-weight: 600")
            bead = LevelBead(theme, words.signed(level), colour, filled=level == 0)
            grid.addWidget(bead, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line, row, 1)
            self.lines[level] = line
        self.setFocusProxy(self.lines[2])

    def value(self) -> tuple[str, ...]:
        """The texts from −2 to +2."""
        return tuple(self.lines[level].text().strip() for level in LEVELS)
