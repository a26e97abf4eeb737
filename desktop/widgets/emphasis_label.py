# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence with one part of it in bold, wrapped to the width it gets; plain text throughout."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme


class EmphasisLabel(QWidget):
    """Text of one type style and colour role, in which `show_text` sets a part in semibold."""

    def __init__(
        self, theme: Theme, style: str = "small", role: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._style, self._role = theme, style, role
        self._layout = QTextLayout("", theme.font(style))
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, template: str, emphasis: str) -> None:
        """`template` has one placeholder, `{name}`, where `emphasis` is set in semibold."""
        before, _, after = template.partition("{name}")
        self._layout.setText(before + emphasis + after)
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = utf16_length(before), utf16_length(emphasis)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        strong.format = form
        self._layout.setFormats([strong])
        self.setAccessibleName(self._layout.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The whole sentence."""
        return self._layout.text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._break_lines(width) * self._theme.line(self._style)

    def sizeHint(self) -> QSize:
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.line(self._style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._break_lines(self.width())
        with QPainter(self) as painter:
            painter.setPen(self._theme.color(self._role))
            self._layout.draw(painter, QPointF(0, 0))

    def _break_lines(self, width: int) -> int:
        height = self._theme.line(self._style)
        count = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        return count


def utf16_length(text: str) -> int:
    """Length as Qt counts it: characters beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le")) // 2
