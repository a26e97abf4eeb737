# SPDX-License-Identifier: GPL-3.0-or-later
"""The toggle: on or off at once, with a tick on the knob so that colour is not the only sign."""

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.theme import Theme

_WIDTH, _HEIGHT = 44, 24
_FULL = 100  # the knob travels from 0 to here


class Toggle(QCheckBox):
    """A switch drawn 44×24 in a target of 44×36. A QCheckBox, so that screen readers know its state."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at = 0
        self.setAccessibleName(name)
        self.setProperty("focusRadius", _HEIGHT / 2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._travel = QVariantAnimation(self)
        self._travel.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._travel.valueChanged.connect(self._move_to)
        self.toggled.connect(self._slide)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.height("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the track, not round the larger target."""
        track = QRect(0, 0, self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        track.moveCenter(self.rect().center())
        return track

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        self._paint_knob(painter)

    def _paint_track(self, painter: QPainter) -> None:
        edge = "pri" if self.isChecked() else "ctl"
        fill = "pri" if self.isChecked() else "surface"
        if not self.isEnabled():
            edge, fill = "line2", "neuB"
        painter.setPen(QPen(self._theme.color(edge), 1.5))
        painter.setBrush(self._theme.color(fill))
        track = QRectF(self.focus_rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)

    def _paint_knob(self, painter: QPainter) -> None:
        track, on = self.focus_rect(), self.isChecked()
        size = self._theme.px(18 if on else 14)
        side = (track.height() - size) / 2
        left = track.left() + side + (track.width() - size - 2 * side) * self._at / _FULL
        knob = QRectF(left, track.top() + side, size, size)
        role = "onpri" if on else "ctl"
        if not self.isEnabled():
            role = "surface" if on else "line2"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawEllipse(knob)
        if on:
            tick = self._theme.pixmap("check", 12, "pri" if self.isEnabled() else "ink3", 3)
            half = self._theme.px(12) / 2
            painter.drawPixmap(knob.center() - QRectF(0, 0, half, half).bottomRight(), tick)

    def _slide(self, on: bool) -> None:
        target = _FULL if on else 0
        self._travel.stop()
        if not (self.isVisible() and self._theme.motion):
            self._move_to(target)
            return
        self._travel.setDuration(self._theme.duration("state"))
        self._travel.setStartValue(self._at)
        self._travel.setEndValue(target)
        self._travel.start()

    def _move_to(self, at: int) -> None:
        self._at = at
        self.update()
