# SPDX-License-Identifier: GPL-3.0-or-later
"""The GAS ladder: five beads from −2 to +2 on a line, last time's as a ring and today's filled."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.gas_bead import SLOT, TODAY_DIAMETER, Bead
from desktop.widgets.painting import paint_text, smooth, text_width
from desktop.words import Words

LEVELS = (-2, -1, 0, 1, 2)
_STEP = 61.5
_CAPTION_GAP = 3


class GasLadder(QWidget):
    """Chooses today's level of one goal; `strand` is the goal's colour.

    `level_chosen` carries the level, or `None` when it was taken back, and comes only from a person's
    doing. Keys on a bead: − and + or Left and Right step, Home and End go to −2 and +2, 0 returns to last
    time's level, Delete takes today's back; so does a second click on today's bead.
    """

    level_chosen = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, strand: QColor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strand = strand
        self._signed = words.signed
        self._last_caption, self._today_caption = words._("last time"), words._("today")
        self._meanings: Mapping[int, str] = {}
        self._last: int | None = None
        self._today: int | None = None
        self._group = QButtonGroup(self)
        self._beads = {level: Bead(theme, words.signed(level), strand, self) for level in LEVELS}
        for bead in self._beads.values():
            self._group.addButton(bead)
            bead.clicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refresh()

    @property
    def level(self) -> int | None:
        """Today's level, `None` while unset."""
        return self._today

    def show_levels(
        self, last: int | None, today: int | None, meanings: Mapping[int, str] | None = None
    ) -> None:
        """Show last time's and today's level; `meanings` are the levels in words, for screen readers."""
        self._last, self._today = last, today
        self._meanings = meanings if meanings is not None else self._meanings
        self._refresh()

    def set_read_only(self, read_only: bool) -> None:
        """A ladder that only tells."""
        for bead in self._beads.values():
            bead.setEnabled(not read_only)

    def bead(self, level: int) -> Bead:
        """The button of `level`."""
        return self._beads[level]

    def sizeHint(self) -> QSize:
        captions = self._theme.px(_CAPTION_GAP) + self._theme.line("caption")
        return QSize(
            round(self._theme.scale * _STEP * 4) + self._theme.px(SLOT),
            self._theme.px(TODAY_DIAMETER) + captions,
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(SLOT) * len(LEVELS), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Minus, Qt.Key.Key_Left):
            self._choose(self._stepped(-1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Right):
            self._choose(self._stepped(1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(LEVELS[0] if key == Qt.Key.Key_Home else LEVELS[-1])
        elif key == Qt.Key.Key_0 and self._last is not None:
            self._choose(self._last)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        slot, height = self._theme.px(SLOT), self._theme.px(TODAY_DIAMETER)
        for level, bead in self._beads.items():
            bead.setGeometry(QRect(round(self._x(level) - slot / 2), 0, slot, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, smooth(painter):
            self._paint_strand(painter)
            self._paint_captions(painter)

    def _stepped(self, by: int) -> int:
        """The level one step on; the first step of a goal never scored is to the expected level."""
        start = self._today if self._today is not None else self._last
        return 0 if start is None else min(max(start + by, LEVELS[0]), LEVELS[-1])

    def _clicked(self) -> None:
        level = next(level for level, bead in self._beads.items() if bead is self.sender())
        self._choose(None if level == self._today else level)

    def _choose(self, level: int | None) -> None:
        changed = level != self._today
        self._today = level
        self._refresh()
        if any(bead.hasFocus() for bead in self._beads.values()):
            self._tab_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.level_chosen.emit(level)

    def _refresh(self) -> None:
        self._group.setExclusive(False)  # an exclusive group would not let go of its last bead
        for level, bead in self._beads.items():
            bead.setChecked(level == self._today)
            bead.show_last(level == self._last)
            bead.setAccessibleName(self._bead_name(level))
        self._group.setExclusive(True)
        for bead in self._beads.values():
            bead.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._tab_stop().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._tab_stop())
        self.setAccessibleDescription(", ".join(self._told()))
        self.update()

    def _tab_stop(self) -> Bead:
        chosen = self._today if self._today is not None else self._last
        return self._beads[0 if chosen is None else chosen]

    def _bead_name(self, level: int) -> str:
        captions = [self._last_caption] if level == self._last else []
        captions += [self._today_caption] if level == self._today else []
        name = ", ".join([self._signed(level), *captions])
        return f"{name}: {self._meanings[level]}" if level in self._meanings else name

    def _told(self) -> list[str]:
        """Last time's and today's level in words, as far as they are known."""
        known = ((self._last_caption, self._last), (self._today_caption, self._today))
        return [f"{caption} {self._signed(level)}" for caption, level in known if level is not None]

    def _x(self, level: int) -> float:
        step = min(self._theme.scale * _STEP, (self.width() - self._theme.px(SLOT)) / 4)
        return self.width() / 2 + step * level

    def _paint_strand(self, painter: QPainter) -> None:
        y = self._theme.px(TODAY_DIAMETER) / 2
        painter.setPen(QPen(self._theme.color("line2"), self._theme.px(2)))
        painter.drawLine(QLineF(self._x(LEVELS[0]), y, self._x(LEVELS[-1]), y))
        if self._last is not None and self._today is not None:
            painter.setPen(QPen(self._strand, self._theme.px(4)))
            painter.drawLine(QLineF(self._x(self._last), y, self._x(self._today), y))

    def caption_rects(self) -> dict[str, QRectF]:
        """Where the captions on show are written: today's, and last time's where it is another level."""
        levels = {self._today_caption: self._today}
        if self._last != self._today:
            levels[self._last_caption] = self._last
        rects = {
            caption: self._caption_rect(caption, level)
            for caption, level in levels.items()
            if level is not None
        }
        if len(rects) == 2:
            today, last = rects.values()
            _part(today, last, self._theme.px(8), self.width())
        return rects

    def _paint_captions(self, painter: QPainter) -> None:
        for caption, rect in self.caption_rects().items():
            role = "ink" if caption == self._today_caption else "ink2"
            paint_text(painter, rect, caption, self._caption_font(caption), self._theme.color(role))

    def _caption_font(self, caption: str) -> QFont:
        return self._theme.font("caption", 600 if caption == self._today_caption else 400)

    def _caption_rect(self, caption: str, level: int) -> QRectF:
        top = self._theme.px(TODAY_DIAMETER) + self._theme.px(_CAPTION_GAP)
        width = text_width(self._caption_font(caption), caption) + 1
        rect = QRectF(0, top, width, self._theme.line("caption"))
        rect.moveCenter(QPointF(self._x(level), rect.center().y()))
        rect.moveLeft(min(max(rect.left(), 0.0), self.width() - width))
        return rect


def _part(today: QRectF, last: QRectF, gap: float, width: float) -> None:
    """Keep two captions `gap` apart and inside `width`; last time's gives way first."""
    left, right = sorted((today, last), key=lambda rect: rect.center().x())
    if right.left() - left.right() < gap:
        if last is left:
            last.moveRight(today.left() - gap)
        else:
            last.moveLeft(today.right() + gap)
    left.moveLeft(max(left.left(), 0.0))
    right.moveLeft(max(right.left(), left.right() + gap))
    right.moveRight(min(right.right(), width))
    left.moveRight(min(left.right(), right.left() - gap))
