# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of a wizard down its left side: done, present and still to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_text, smooth
from desktop.words import Words

_CIRCLE, _PITCH = 32, 72
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Step:
    """A step's name, and what was answered there or is to be done."""

    title: str
    detail: str = ""


class StepItem(QAbstractButton):
    """One step; a step that is done can be pressed to go back to it."""

    def __init__(
        self, theme: Theme, number: int, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._step = step
        self.state = "coming"
        self.is_last = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_CIRCLE if self.is_last else _PITCH))

    def set_state(self, state: str, spoken: str, *, may_press: bool) -> None:
        """Show it as "done", "here" or "coming"; `spoken` is what a screen reader says."""
        self.state = state
        self.setEnabled(may_press)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if may_press else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._theme.px
        circle = QRectF(1.5, 1.5, px(_CIRCLE) - 3, px(_CIRCLE) - 3)
        with QPainter(self) as painter, smooth(painter):
            if not self.is_last:
                role = "pri" if self.state == "done" else "line2"
                painter.setPen(QPen(self._theme.color(role), px(3)))
                x = circle.center().x()
                painter.drawLine(QLineF(x, px(_CIRCLE), x, self.height()))
            self._paint_circle(painter, circle)
            self._paint_words(painter)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        theme = self._theme
        edge, width, fill = {
            "done": ("pri", 1, "pri"),
            "here": ("pri", 3, "surface"),
            "coming": ("ctl", 1.5, "surface"),
        }[self.state]
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(circle)
        if self.state == "done":
            tick = theme.pixmap("check", 18, "onpri", 2.5)
            half = theme.px(18) / 2
            painter.drawPixmap(circle.center() - QPointF(half, half), tick)
            return
        role = "onsoft" if self.state == "here" else "ink2"
        font = theme.font("small", 600)
        paint_text(painter, circle, str(self._number), font, theme.color(role))

    def _paint_words(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        left, width = px(_CIRCLE + 16), self.width() - px(_CIRCLE + 16)
        title = theme.font("body", 500 if self.state == "coming" else 600)
        ink = theme.color("ink2" if self.state == "coming" else "ink")
        if not self._step.detail:
            line = QRectF(left, 0, width, px(_CIRCLE))
            paint_text(painter, line, self._step.title, title, ink, _LEFT)
            return
        above = QRectF(left, -px(1), width, px(20))
        paint_text(painter, above, self._step.title, title, ink, _LEFT)
        below = QRectF(left, px(19), width, px(20))
        paint_text(
            painter, below, self._step.detail, theme.font("small"), theme.color("ink2"), _LEFT
        )


class WizardSteps(QWidget):
    """All steps; `pressed` carries the number, from 0, of a step to go back to."""

    pressed = Signal(int)

    def __init__(
        self, theme: Theme, words: Words, steps: Sequence[Step], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._steps = steps
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.items = [StepItem(theme, number, step) for number, step in enumerate(steps, start=1)]
        self.items[-1].is_last = True
        for number, item in enumerate(self.items):
            item.clicked.connect(lambda _on=False, n=number: self.pressed.emit(n))
            column.addWidget(item)

    def show_here(self, here: int, *, may_go_back: bool) -> None:
        """Show which step is the present one."""
        w = self._words
        said = {
            "done": w.p("step", "done"),
            "here": w.p("step", "you are here"),
            "coming": w.p("step", "to come"),
        }
        for number, (item, step) in enumerate(zip(self.items, self._steps, strict=True)):
            state = "done" if number < here else "here" if number == here else "coming"
            spoken = f"{number + 1}. {step.title}, {said[state]}"
            item.set_state(state, spoken, may_press=may_go_back and number < here)
