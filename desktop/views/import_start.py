# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an import begins: a place to drop a spreadsheet on, and what is shown while it is read."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.views.problem import Problem
from desktop.widgets.buttons import Button
from desktop.widgets.figure_tile import IconTile
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, smooth
from desktop.widgets.scroll import Scroll
from desktop.words import Words

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDTH = 640


class DropPlace(QWidget):
    """A dashed sheet with the button that does the same; stronger while a file is held over it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.px(32)] * 4)
        self.column.setSpacing(theme.px(8))

    def set_held(self, held: bool) -> None:
        """Whether a file is held over the page."""
        self._held = held
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, area = self._theme, QRectF(self.rect())
        with QPainter(self) as painter, smooth(painter):
            fill = theme.color("sel" if self._held else "surface")
            paint_box(painter, area, theme.radius("dialog"), fill=fill)
            pen = QPen(theme.color("pri" if self._held else "ctl"), 2 if self._held else 1.5)
            pen.setDashPattern([5, 4])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = theme.radius("dialog")
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


class StartPart(QWidget):
    """Asks for a file. `problem` tells in place why one could not be read."""

    asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Problem(theme, 0)
        self.place = DropPlace(theme)
        self.place.setMaximumWidth(theme.px(_WIDTH))
        self.pick = Button(theme, words._("Choose a file…"), "primary", icon="folder-open")
        self.pick.clicked.connect(self.asked)
        column = self.place.column
        column.addWidget(IconTile(theme, "file-spreadsheet"), alignment=_CENTRE)
        column.addSpacing(theme.px(4))
        for told, kind, tone in (
            (words._("Drop an attendance spreadsheet here"), "title", "ink"),
            (words._("Excel, LibreOffice or CSV (xlsx, xls, ods, csv)"), "body", "ink2"),
        ):
            label = text_label(told, kind, tone, wrap=True)
            label.setAlignment(_CENTRE)
            column.addWidget(label)
        column.addSpacing(theme.px(8))
        column.addWidget(self.pick, alignment=_CENTRE)
        column.addSpacing(theme.px(8))
        for told in (
            words._(
                "You see first what was understood and correct it where needed. Nothing is "
                "imported before you say so, and one Ctrl+Z takes all of it back."
            ),
            words._(
                "Marks such as x, 1, M15 (15 minutes late), ilm and – are known. Others are asked about."
            ),
        ):
            label = text_label(told, "small", "ink3", wrap=True)
            label.setAlignment(_CENTRE)
            column.addWidget(label)
        content = QWidget()
        parts = QVBoxLayout(content)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(theme.px(16))
        parts.addWidget(self.problem)
        parts.addWidget(self.place)
        parts.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Scroll(content))


class ReadingPart(QWidget):
    """Shown while a file is read, with the way to stop."""

    stopped = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._label = text_label("", "body", "ink", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(theme.px(_WIDTH))
        self.stop = Button(theme, words._("Stop"), "secondary")
        self.stop.clicked.connect(self.stopped)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, theme.px(8), 0, 0)
        room.setSpacing(theme.px(12))
        room.addWidget(self._label)
        room.addWidget(self.bar)
        room.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignLeft)
        room.addStretch(1)

    def show_file(self, name: str) -> None:
        """Say which file is read."""
        told = self._words._("Reading the file {file}").format(file=self._words.quoted(name))
        self._label.setText(told)
        self.bar.setAccessibleName(told)
