# SPDX-License-Identifier: GPL-3.0-or-later
"""Status chips: an icon and a word on a quiet tint."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.plain_tip import plain_tip

# The ink and the fill of each tone, as roles of the tokens.
_TONES = {
    "ok": ("okF", "okB"),
    "warn": ("warnF", "warnB"),
    "info": ("infoF", "infoB"),
    "bad": ("badF", "badB"),
    "neu": ("neuF", "neuB"),
    "soft": ("onsoft", "sel"),
}
_SIDE, _GAP, _ICON = 9, 6, 16


class Chip(QLabel):
    """A chip of a tone (ok, warn, info, bad, neu, soft) or, with `strand`, of a strand's tint."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = "neu",
        *,
        icon: str | None = None,
        strand: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._strand = strand
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("caption", 600))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: str, icon: str | None = None) -> None:
        """Show another state."""
        if tone not in _TONES:
            raise KeyError(tone)
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._before() + self._side()
        return QSize(width + 1, self._theme.height("chip"))

    def minimumSizeHint(self) -> QSize:
        shortest = self._before() + self._side() + self.fontMetrics().horizontalAdvance("mm…")
        return QSize(min(shortest, self.sizeHint().width()), self._theme.height("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, fill = self._colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        if self._icon:
            picture = self._theme.tinted(self._icon, _ICON, ink)
            top = (self.height() - self._theme.px(_ICON)) // 2
            painter.drawPixmap(self._theme.px(_SIDE), top, picture)
        room = self.rect().adjusted(self._before(), 0, -self._side() + 1, 0)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._fitting(room))

    def _fitting(self, room: QRect) -> str:
        elided = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(plain_tip(self.text()) if elided != self.text() else "")
        return elided

    def _colours(self) -> tuple[QColor, QColor]:
        if self._strand is not None:
            strand = self._theme.strand(self._strand)
            return strand.deep, strand.tint
        ink, fill = _TONES[self._tone]
        return self._theme.color(ink), self._theme.color(fill)

    def _side(self) -> int:
        return self._theme.px(_SIDE + 2)

    def _before(self) -> int:
        return self._theme.px(_SIDE + _ICON + _GAP) if self._icon else self._side()
