# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar at the foot of the roster: what is marked so far, what is left, and the end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from db.rules.attendance import Totals
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.chip_button import ChipButton
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.widgets.marks import MARKS, paint_mark
from desktop.words import Words

_ICON = 16


class RosterBar(QWidget):
    """Never scrolls away. `unset_asked` leads to the first row without a mark."""

    unset_asked = Signal()
    end_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setProperty("pane", True)
        self.setFixedHeight(theme.height("bottom_bar"))
        self._counts: dict[str, QLabel] = {}
        self._names: list[QLabel] = []
        self.unset = ChipButton(theme, "warn", "circle-dashed")
        self.unset.clicked.connect(self.unset_asked)
        self.end = Button(theme, words._("End session"), "primary", icon="check")
        self.end.clicked.connect(self.end_asked)
        self._together = text_label("", "small", "ink2")
        self._together_head = text_label("", "body", weight=600)
        self._cap = keycap(f"{words._('Ctrl')} {words._('Enter')}")
        self._lay_out()

    def show_totals(self, totals: Totals, head_count: int) -> None:
        """Count the marks, and with the anonymous visitors everybody who is here."""
        told = (totals.present, totals.late, totals.notified, totals.absent)
        for label, count in zip(self._counts.values(), told, strict=True):
            label.setText(str(count))
        words = self._words
        left = words.n("{count} unrecorded", "{count} unrecorded", totals.unrecorded)
        self.unset.setText(left.format(count=totals.unrecorded))
        self.unset.setVisible(totals.unrecorded > 0)
        self.unset.updateGeometry()
        self._fit()
        together = totals.here + head_count
        self._together_head.setText(words._("Here altogether {count}").format(count=together))
        unnamed = words.n("of them {count} unnamed", "of them {count} unnamed", head_count)
        self._together.setText(unnamed.format(count=head_count) if head_count else "")
        spoken = words._(
            "Present {present}, late {late}, notified {notified}, absent {absent}, unrecorded {unrecorded}"
        )
        self.setAccessibleName(
            spoken.format(
                present=totals.present,
                late=totals.late,
                notified=totals.notified,
                absent=totals.absent,
                unrecorded=totals.unrecorded,
            )
        )

    def set_wide(self, wide: bool) -> None:
        """With much room the sum is told too."""
        for part in (self._together_head, self._together, self._cap):
            part.setVisible(wide)
        edge = self._theme.px(48 if wide else 24)
        self._row.setContentsMargins(edge, 1, edge, 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))

    def _fit(self) -> None:
        """Where the words do not fit the shapes speak alone."""
        for label in self._names:
            label.setVisible(True)
        if self._row.sizeHint().width() > self.width():
            for label in self._names:
                label.setVisible(False)

    def _lay_out(self) -> None:
        px = self._theme.px
        row = self._row = QHBoxLayout(self)
        row.setSpacing(px(6))
        for mark, name in zip(MARKS, self._short_names(), strict=True):
            self._counts[mark] = text_label("0", "heading")
            label = text_label(name, "small", "ink2")
            self._names.append(label)
            row.addWidget(_MarkSign(self._theme, mark, name))
            row.addWidget(self._counts[mark])
            row.addWidget(label)
            row.addSpacing(px(8))
        row.addSpacing(px(6))
        row.addWidget(self.unset)
        row.addStretch(1)
        for part in (self._together_head, self._together, self._cap):
            row.addWidget(part)
            row.addSpacing(px(6))
        row.addWidget(self.end)

    def _short_names(self) -> Sequence[str]:
        w = self._words
        return [w._("Present"), w._("Late"), w._("Notified"), w._("Absent")]


class _MarkSign(QWidget):
    """The shape of a mark beside its count."""

    def __init__(self, theme: Theme, mark: str, name: str) -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_ICON + 2), self._theme.px(_ICON + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            center = QPointF(self.width() / 2, self.height() / 2)
            paint_mark(painter, self._theme, self._mark, center, self._theme.px(_ICON))
