# SPDX-License-Identifier: GPL-3.0-or-later
"""A few choices of which any number may be on, as pills in a row: the weekdays of a weekly time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

_LEAST_WIDTH = 44
_SIDE = 12


class ToggleChip(QAbstractButton):
    """One pill; a tick stands before the word while it is on, so that colour is not the only sign."""

    def __init__(self, theme: Theme, text: str, name: str, chips: QWidget) -> None:
        super().__init__(chips)
        self._theme = theme
        self._chips = chips
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", theme.height("target") / 2 / theme.scale)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = text_width(self._theme.font("body", 600), self.text())
        width = round(words) + self._theme.px(2 * _SIDE + 18)
        return QSize(max(width, self._theme.px(_LEAST_WIDTH)), self._theme.height("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        fill, edge, ink = ("pri", "pri", "onpri") if on else ("surface", "ctl", "ink")
        if not on and self.underMouse():
            fill = "hover"
        if self._chips.property("error"):
            edge = "badF"
        area = QRectF(self.rect())
        with QPainter(self) as painter, smooth(painter):
            paint_box(
                painter,
                area,
                area.height() / 2,
                fill=theme.color(fill),
                edge=theme.color(edge),
                width=2 if edge == "badF" else 1,
            )
            if on:
                top = round(area.center().y() - theme.px(14) / 2)
                painter.drawPixmap(theme.px(9), top, theme.pixmap("check", 14, ink, 2.5))
                area.setLeft(area.left() + theme.px(14))
            font = theme.font("body", 600 if on else 500)
            paint_text(painter, area, self.text(), font, theme.color(ink))


class ToggleChips(QWidget):
    """Choices of (key, text, whole name); Left and Right move between them, Space turns one.

    `changed` carries nothing: ask `value`. It comes only from a person's doing.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[int, str, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(6))
        self._chips: dict[int, ToggleChip] = {}
        for key, text, whole in choices:
            chip = ToggleChip(theme, text, whole, self)
            chip.clicked.connect(lambda _on: self.changed.emit())
            row.addWidget(chip)
            self._chips[key] = chip
        row.addStretch(1)
        self.setFocusProxy(next(iter(self._chips.values())))

    def value(self) -> list[int]:
        """The keys that are on, in the order of the choices."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def set_value(self, keys: Sequence[int]) -> None:
        """Turn exactly these on, without telling anyone."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def chip(self, key: int) -> ToggleChip:
        """The pill of one choice."""
        return self._chips[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        chips = list(self._chips.values())
        here = next((n for n, chip in enumerate(chips) if chip.hasFocus()), None)
        if step and here is not None:
            chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            for chip in self._chips.values():
                chip.update()
        return super().event(event)
