# SPDX-License-Identifier: GPL-3.0-or-later
"""The progress of a running session: one segment per agenda item, as long as the item."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import smooth

_HEIGHT, _GAP = 6, 4


def segments(minutes: Sequence[int], width: float, gap: float) -> list[tuple[float, float]]:
    """Left edge and width of each item, `gap` apart, filling `width` in proportion to `minutes`."""
    total = sum(minutes)
    if total <= 0:
        return []
    room = max(width - gap * (len(minutes) - 1), 0.0)
    before = accumulate(minutes[:-1], initial=0)
    return [
        (room * start / total + gap * i, room * item / total)
        for i, (start, item) in enumerate(zip(before, minutes, strict=True))
    ]


def done_shares(minutes: Sequence[int], elapsed: float) -> Iterator[float]:
    """How much of each item is behind (0–1), `elapsed` minutes after the start."""
    for item in minutes:
        yield min(max(elapsed / item, 0.0), 1.0) if item else 0.0
        elapsed -= item


def paint_agenda_progress(
    painter: QPainter, rect: QRectF, theme: Theme, minutes: Sequence[int], elapsed: float
) -> None:
    """Segments across `rect`; what is behind is filled, the current one in part."""
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        places = segments(minutes, rect.width(), theme.px(_GAP))
        for (left, width), share in zip(places, done_shares(minutes, elapsed), strict=False):
            box = QRectF(rect.left() + left, rect.top(), width, rect.height())
            shape = QPainterPath()
            shape.addRoundedRect(box, rect.height() / 2, rect.height() / 2)
            painter.fillPath(shape, theme.color("line2"))
            done = QPainterPath()
            done.addRect(QRectF(box.left(), box.top(), width * share, box.height()))
            painter.fillPath(shape.intersected(done), theme.color("pri"))


class AgendaProgress(QWidget):
    """The bar on the running session's card. The line beneath it says the same in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes: Sequence[int] = ()
        self._elapsed = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, minutes: Sequence[int], elapsed: float) -> None:
        """Minutes of each item in order, and minutes since the session began."""
        self._minutes, self._elapsed = minutes, elapsed
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            paint_agenda_progress(painter, rect, self._theme, self._minutes, self._elapsed)
