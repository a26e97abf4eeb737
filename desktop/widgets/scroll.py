# SPDX-License-Identifier: GPL-3.0-or-later
"""A scroll area without a frame, as tall as what it holds where there is room for that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows `content` through a window without edges; only the vertical bar appears, when needed.

    `width` is the width that the content will have, where that is known: text that wraps then asks
    for the height that it really takes.
    Not itself a stop for Tab: whatever it holds is, and is scrolled into sight when reached.
    """

    def __init__(self, content: QWidget, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        if self._width and self._content.hasHeightForWidth():
            return QSize(self._width, self._content.heightForWidth(self._width))
        return hint

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height()
        )
