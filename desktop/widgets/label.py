# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels of the type scale: plain text only, wrapping or cut with an ellipsis, never clipped."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.widgets.plain_tip import plain_tip


def text_label(
    text: str,
    kind: str = "body",
    tone: str = "ink",
    *,
    weight: int | None = None,
    italic: bool = False,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of a type style and tone; `weight` (400 to 700) overrides the style's own."""
    label = QLabel(parent)
    dress(label, kind, tone, weight=weight, italic=italic)
    label.setText(text)
    label.setWordWrap(wrap)
    return label


def dress(
    label: QLabel, kind: str, tone: str, *, weight: int | None = None, italic: bool = False
) -> None:
    """Give a label its style; names of clients pass through labels, so markup is never read."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setProperty("tone", tone)
    if weight is not None:
        label.setProperty("weight", str(weight))
    if italic:
        label.setProperty("italic", True)


def set_look(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet reads on a widget that may be shown already."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame(parent)
    line.setProperty("kind", "stile" if upright else "rule")
    return line


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is the tooltip."""

    def __init__(
        self,
        text: str,
        kind: str = "body",
        tone: str = "ink",
        *,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dress(self, kind, tone, weight=weight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("…mmm")), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        self.style().drawItemText(
            painter,
            room,
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(plain_tip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
