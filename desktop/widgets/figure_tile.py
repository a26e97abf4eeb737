# SPDX-License-Identifier: GPL-3.0-or-later
"""A key figure: an icon, the number with its unit, and one line that sets it in relation."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.card import Card
from desktop.widgets.label import ElidedLabel, text_label
from desktop.widgets.painting import paint_box, smooth

_TILE, _ICON = 40, 20
_LEAST = 172


class IconTile(QWidget):
    """An icon on a rounded tint; a picture beside words that say the same."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        front: str = "onsoft",
        back: str = "sel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._front, self._back = icon, front, back
        self.setFixedSize(theme.px(_TILE), theme.px(_TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        with QPainter(self) as painter, smooth(painter):
            paint_box(painter, rect, theme.radius("box"), fill=theme.color(self._back))
            corner = rect.center() - QRectF(0, 0, theme.px(_ICON), theme.px(_ICON)).center()
            painter.drawPixmap(corner, theme.pixmap(self._icon, _ICON, self._front))


class FigureTile(Card):
    """A card of one key figure."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, across=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        margins = self.body.contentsMargins()
        margins.setTop(theme.px(12))
        margins.setBottom(theme.px(12) + self.shadow())
        margins.setLeft(theme.px(14))
        margins.setRight(theme.px(6))
        self.body.setContentsMargins(margins)
        self.body.setSpacing(theme.px(10))
        self.body.addWidget(IconTile(theme, icon), alignment=Qt.AlignmentFlag.AlignVCenter)
        self._number = text_label("", "figure")
        self._unit = ElidedLabel("", "body", weight=500)
        self._line = ElidedLabel("", "small", "ink2")
        figure = QHBoxLayout()
        figure.setSpacing(theme.px(7))
        figure.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignBaseline)
        figure.addWidget(self._unit, 1, alignment=Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(figure)
        column.addWidget(self._line)
        self.body.addLayout(column, 1)

    def show_figure(self, number: str, unit: str, line: str = "") -> None:
        """ "142", "sessions", "5 were cancelled". A screen reader hears it as one."""
        self._number.setText(number)
        self._unit.setText(unit)
        self._line.setText(line)
        self.setAccessibleName(f"{number} {unit}. {line}".rstrip(". "))


class FigureTiles(QWidget):
    """Tiles side by side, or two to a line where a figure would be cut short."""

    def __init__(
        self, theme: Theme, tiles: Sequence[FigureTile], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._tiles = theme, tiles
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))
        self._across = 0
        self._lay_out(len(tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < len(self._tiles) * self._theme.px(_LEAST)
        self._lay_out(2 if narrow else len(self._tiles))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // across, number % across)
            self._grid.setColumnStretch(number, 1 if number < across else 0)
