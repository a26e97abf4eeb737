# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that is edited where it stands: it looks like a label until it is pointed at or written in."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from desktop.theme import Theme
from desktop.widgets.history_line import HistoryLine
from desktop.widgets.plain_tip import plain_tip

# QLineEdit's own distance of its text from its contents' edge
_INDENT = 2


class InlineLine(HistoryLine):
    """Cut with an ellipsis while nobody writes in it; the whole text is then the tooltip."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        *,
        weight: int = 500,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, parent)
        self._theme = theme
        self._weight = weight
        self.setProperty("inline", True)
        self.setProperty("weight", str(weight))

    def set_weight(self, weight: int) -> None:
        """How bold the text is."""
        if weight != self._weight:
            self._weight = weight
            self.setProperty("weight", str(weight))
            self.style().unpolish(self)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self._room()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        idle = not self.hasFocus() and shown != self.text()
        self.setToolTip(plain_tip(self.text()) if idle else "")
        if not idle:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            panel = QStyle.PrimitiveElement.PE_PanelLineEdit
            self.style().drawPrimitive(panel, option, painter, self)
            painter.setFont(QFont(self.font()))
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        rect = self.style().subElementRect(contents, option, self)
        return rect.adjusted(_INDENT, 0, -_INDENT, 0)
