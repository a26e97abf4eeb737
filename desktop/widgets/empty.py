# SPDX-License-Identifier: GPL-3.0-or-later
"""The empty state: a picture, one line, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.label import text_label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """`art` is a painted widget (an undyed braid) or None; `button` leads to the next step."""

    def __init__(
        self,
        theme: Theme,
        art: QWidget | None,
        title: str,
        line: str = "",
        *,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(4))
        column.addStretch()
        if art is not None:
            column.addWidget(art, alignment=_CENTRE)
            column.addSpacing(theme.px(16))
        for text, kind, tone in ((title, "heading", "ink"), (line, "body", "ink2")):
            if text:
                label = text_label(text, kind, tone, wrap=True)
                label.setAlignment(_CENTRE)
                column.addWidget(label)
        if button is not None:
            column.addSpacing(theme.px(12))
            column.addWidget(button, alignment=_CENTRE)
        column.addStretch()
