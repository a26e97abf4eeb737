# SPDX-License-Identifier: GPL-3.0-or-later
"""One bead of the GAS ladder: a radio button that looks like a bead on a strand."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, paint_text, smooth

DIAMETER, TODAY_DIAMETER = 32, 36
SLOT = 44


def paint_bead(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    text: str,
    strand: QColor,
    *,
    last: bool = False,
    today: bool = False,
    hovered: bool = False,
) -> None:
    """The bead in the middle of `rect`: filled for today, a ring for last time, else outlined."""
    diameter = theme.px(TODAY_DIAMETER if today else DIAMETER)
    disc = QRectF(0, 0, diameter, diameter)
    disc.moveCenter(rect.center())
    with smooth(painter):
        if today:
            paint_box(painter, disc, diameter / 2, fill=strand)
            paint_text(painter, disc, text, theme.font("heading"), theme.color("surface"))
            return
        paint_box(
            painter,
            disc,
            diameter / 2,
            fill=theme.color("hover" if hovered else "surface"),
            edge=strand if last else theme.color("ctl"),
            width=theme.px(2) if last else 1,
        )
        paint_text(painter, disc, text, theme.font("body", 600), theme.color("ink2"))


class Bead(QRadioButton):
    """The button of one level; filled while checked.

    All keys but Space go on to the ladder, which knows what a step is.
    """

    def __init__(self, theme: Theme, text: str, strand: QColor, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._strand = strand
        self._last = False
        self.setProperty("focusRadius", TODAY_DIAMETER / 2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the disc, not round the larger target."""
        size = self._theme.px(TODAY_DIAMETER)
        disc = QRect(0, 0, size, size)
        disc.moveCenter(self.rect().center())
        return disc

    def show_last(self, last: bool) -> None:
        """Whether this was the level last time."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SLOT), self._theme.px(TODAY_DIAMETER))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == " ":
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_bead(
                painter,
                QRectF(self.rect()),
                self._theme,
                self.text(),
                self._strand,
                last=self._last,
                today=self.isChecked(),
                hovered=self.underMouse() and self.isEnabled(),
            )
