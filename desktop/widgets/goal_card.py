# SPDX-License-Identifier: GPL-3.0-or-later
"""One goal of a participant at one session: was it worked on, and what level was reached."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.gas_ladder import GasLadder
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, smooth
from desktop.widgets.toggle import Toggle
from desktop.words import Words

_EDGE, _INSET = 4, 8


class GoalCard(QFrame):
    """A box with the goal's colour at its edge; the ladder shows while the goal was worked on.

    Signals come only from a person's doing; `level_chosen` carries the level or `None`.
    """

    worked_changed = Signal(bool)
    level_chosen = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, strand: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._line = theme.strand(strand).line
        self._meanings: Mapping[int, str] = {}
        self._last: int | None = None
        worked = words._("Worked on today")
        self._title = text_label("", "body", weight=600, wrap=True)
        self.toggle = Toggle(theme, worked)
        self.toggle.clicked.connect(self._toggled)
        self._cap = keycap("T")
        self._cap.hide()
        self.ladder = GasLadder(theme, words, self._line)
        self.ladder.level_chosen.connect(self._level_chosen)
        self._meaning = text_label("", "small", "ink2", wrap=True)
        self._scale = QWidget()
        scale = QVBoxLayout(self._scale)
        scale.setContentsMargins(0, theme.px(2), 0, theme.px(6))
        scale.setSpacing(theme.px(4))
        scale.addWidget(self.ladder)
        scale.addWidget(self._meaning)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(text_label(worked, "small", "ink2", wrap=True), 1)
        row.addWidget(self._cap)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(26), theme.px(12), theme.px(14), theme.px(6))
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._scale)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_goal(
        self,
        title: str,
        *,
        worked: bool,
        last: int | None,
        today: int | None,
        meanings: Mapping[int, str],
    ) -> None:
        """Show a goal: last time's and today's level, and what each level means in the goal's words."""
        self._meanings, self._last = meanings, last
        self._title.setText(title)
        self.setAccessibleName(title)
        self.toggle.setAccessibleName(f"{self._words._('Worked on today')}: {title}")
        self.toggle.setChecked(worked)
        self.ladder.setAccessibleName(title)
        self.ladder.show_levels(last, today, meanings)
        self._show_parts()

    def show_key(self, shown: bool) -> None:
        """Show the keycap T on the goal that the key would change."""
        self._cap.setVisible(shown)

    def set_read_only(self, read_only: bool) -> None:
        """After the session has ended."""
        self.toggle.setEnabled(not read_only)
        self.ladder.set_read_only(read_only)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        with QPainter(self) as painter, smooth(painter):
            fill, edge = theme.color("surface"), theme.color("line2")
            paint_box(painter, rect, theme.radius("box"), fill=fill, edge=edge)
            inset = theme.px(2 * _INSET)
            strand = QRectF(theme.px(10), inset, theme.px(_EDGE), rect.height() - 2 * inset)
            paint_box(painter, strand, theme.px(_EDGE) / 2, fill=self._line)

    def _toggled(self, worked: bool) -> None:
        self._show_parts()
        self.worked_changed.emit(worked)

    def _level_chosen(self, level: int | None) -> None:
        self._show_parts()
        self.level_chosen.emit(level)

    def _show_parts(self) -> None:
        level = self.ladder.level if self.ladder.level is not None else self._last
        meaning = "" if level is None else self._meanings.get(level, "")
        if meaning and level is not None:
            self._meaning.setText(f"{self._words.signed(level)} = {meaning}")
        self._meaning.setVisible(bool(meaning))
        self._scale.setVisible(self.toggle.isChecked())
