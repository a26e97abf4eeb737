# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the roster: what the columns are, and over the control the keys that choose."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.models.roster import EARLIER, ENTRY, MARK, MINUTES, NAME
from desktop.theme import Theme
from desktop.vocabulary import mark_key
from desktop.widgets.mark_control import segment_rects
from desktop.widgets.marks import MARKS
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width
from desktop.widgets.roster_delegate import PAD, RosterDelegate

ENTRY_NAMED_FROM = 1000
_HEIGHT, _CAP = 36, 22
_NAME, _STRIP, _MINUTES, _ENTRY, _ENTRY_NAMED = 164, 120, 52, 44, 72
_STRIP_LEAST, _NAME_LEAST = 96, 80
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RosterHeader(QHeaderView):
    """Does not scroll away and does not sort: people stand in the order of their names."""

    def __init__(
        self, theme: Theme, delegate: RosterDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._delegate = delegate
        self.names_entry = False
        """Whether there is room for the name of the last column."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, self._theme.color("surface"))
        foot = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(foot, self._theme.color("line"))
        if section == MARK:
            self._paint_keys(painter, rect)
        elif section != ENTRY or self.names_entry:
            self._paint_name(painter, QRectF(rect), section)

    def _paint_name(self, painter: QPainter, rect: QRectF, section: int) -> None:
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        side = _LEFT if section == NAME else Qt.AlignmentFlag.AlignCenter
        room = rect.adjusted(self._theme.px(PAD), 0, 0, 0) if section == NAME else rect
        font = self._theme.font("caption")
        paint_text(painter, room, text, font, self._theme.color("ink2"), side)

    def _paint_keys(self, painter: QPainter, rect: QRect) -> None:
        control = self._delegate.control_rect(rect)
        segments = segment_rects(self._theme, self._delegate.labels, control)
        font, color = self._theme.font("caption"), self._theme.color
        for mark, segment in zip(MARKS, segments, strict=True):
            key = mark_key(mark)
            side = self._theme.px(_CAP)
            cap = QRectF(0, 0, max(side, text_width(font, key) + self._theme.px(12)), side)
            cap.moveCenter(
                QRectF(segment.left(), rect.top(), segment.width(), rect.height()).center()
            )
            with smooth(painter):
                radius = self._theme.radius("keycap")
                paint_box(painter, cap, radius, fill=color("surface"), edge=color("line2"))
            paint_text(painter, cap, key, font, color("ink2"))


def shared_widths(theme: Theme, room: int, control: int) -> dict[int, int]:
    """How wide each column is in `room` pixels. The control takes what its words need; where there
    is little the strip gives way first, then the names."""
    px = theme.px
    entry = px(_ENTRY_NAMED if room >= px(ENTRY_NAMED_FROM) else _ENTRY)
    spare = room - control - px(_MINUTES) - entry - px(_NAME) - px(_STRIP)
    strip = px(_STRIP) + (spare // 3 if spare > 0 else spare)
    if strip < px(_STRIP_LEAST):
        strip = 0
    name = max(px(_NAME_LEAST), room - control - strip - px(_MINUTES) - entry)
    return {NAME: name, MARK: control, EARLIER: strip, MINUTES: px(_MINUTES), ENTRY: entry}
