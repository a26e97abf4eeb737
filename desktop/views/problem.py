# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the way, in its place: a banner that takes no room until there is something to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.banner import Banner


class Problem(QWidget):
    """A banner `above` design pixels below the last part; `acted` when its button is pressed."""

    acted = Signal()

    def __init__(
        self, theme: Theme, above: int, action: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.banner = Banner(theme, "bad", "", action)
        self.banner.acted.connect(self.acted)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, theme.px(above), 0, 0)
        room.addWidget(self.banner)
        self.hide()

    def text(self) -> str:
        """The sentence on show, or nothing."""
        return self.banner.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the banner away."""
        self.banner.set_text(sentence)
        self.setVisible(bool(sentence))
