# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing one of the eight strand colours; the name of the chosen one is written beside them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, smooth
from desktop.widgets.strands import strand_names
from desktop.words import Words

_SIZE = 36
_DISC = 26


class Swatch(QRadioButton):
    """One colour: a disc, with a tick in it while it is the chosen one."""

    def __init__(self, theme: Theme, strand: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strand = strand
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", _SIZE / 2)
        self.setFixedSize(theme.px(_SIZE), theme.px(_SIZE))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - the whole square is the target
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the row: Qt would move them to whatever button lies nearest."""
        if event.text() == " ":
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        disc = QRectF(0, 0, theme.px(_DISC), theme.px(_DISC))
        disc.moveCenter(QRectF(self.rect()).center())
        line = theme.strand(self.strand).line
        with QPainter(self) as painter, smooth(painter):
            if self.isChecked():
                paint_box(painter, disc.adjusted(-4, -4, 4, 4), disc.width(), edge=line, width=2)
            paint_box(painter, disc, disc.width() / 2, fill=line)
            if self.isChecked():
                half = theme.px(14) / 2
                tick = theme.pixmap("check", 14, "surface", 3)
                painter.drawPixmap(disc.center() - QRectF(0, 0, half, half).bottomRight(), tick)


class Swatches(QWidget):
    """All strand colours; Left and Right choose. `changed` comes only from a person's doing."""

    changed = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = strand_names(words)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._swatches = {
            strand: Swatch(theme, strand, name, self) for strand, name in self._names.items()
        }
        for swatch in self._swatches.values():
            self._group.addButton(swatch)
            row.addWidget(swatch)
        self._told = text_label("", "body", "ink2")
        row.addSpacing(theme.px(8))
        row.addWidget(self._told)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(lambda _button: self._chosen(self.value()))
        self.set_value(value)

    def value(self) -> str:
        """The chosen strand."""
        return next(key for key, swatch in self._swatches.items() if swatch.isChecked())

    def set_value(self, strand: str) -> None:
        """Choose without telling anyone; KeyError if there is no such strand."""
        self._swatches[strand].setChecked(True)
        self._show()

    def swatch(self, strand: str) -> Swatch:
        """The button of one colour."""
        return self._swatches[strand]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), next(iter(self._swatches.values())).height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = list(self._swatches)
        key = keys[(keys.index(self.value()) + step) % len(keys)]
        self.set_value(key)
        self._swatches[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._chosen(key)

    def _chosen(self, strand: str) -> None:
        self._show()
        self.changed.emit(strand)

    def _show(self) -> None:
        """Write the name, and let Tab enter at the chosen one."""
        chosen = self.value()
        self._told.setText(self._names[chosen])
        for key, swatch in self._swatches.items():
            stop = Qt.FocusPolicy.StrongFocus if key == chosen else Qt.FocusPolicy.ClickFocus
            swatch.setFocusPolicy(stop)
        self.setFocusProxy(self._swatches[chosen])
