# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards: white sheets with a hairline and a soft shadow, painted without graphics effects."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from desktop.theme import Theme, tokens


def paint_sheet(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    *,
    radius: float,
    elevation: str | None = "card",
    fill: str = "surface",
    edge: str = "line",
) -> None:
    """Paint a rounded sheet; `elevation` is "card", "popover" or None, its shadow falls below `area`.

    A shadow is a few translucent sheets, each lower than the last by `theme.px(1)` (card) or two.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    step = theme.px(2 if elevation == "popover" else 1)
    for number, share in enumerate(tokens()["elevation"][elevation] if elevation else (), start=1):
        shade = theme.color("shadow")
        shade.setAlphaF(share * (3 if theme.dark else 1))
        painter.setBrush(shade)
        painter.drawRoundedRect(area.translated(0, step * number), radius, radius)
    # Half a pen inside, so that the hairline falls on whole pixels.
    painter.setPen(QPen(theme.color(edge), 1))
    painter.setBrush(theme.color(fill))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Card(QFrame):
    """A sheet with a layout, `body`, already padded; `elevation` as in `paint_sheet`."""

    def __init__(
        self,
        theme: Theme,
        *,
        elevation: str | None = "card",
        padding: int | None = None,
        radius: str = "card",
        across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._elevation = elevation
        self._radius = theme.radius(radius)
        self.fill = "surface"
        self.edge = "line"
        direction = QBoxLayout.Direction
        self.body = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom, self)
        pad = theme.space("card") if padding is None else theme.px(padding)
        self.body.setContentsMargins(pad, pad, pad, pad + self.shadow())
        self.body.setSpacing(theme.px(8))

    def shadow(self) -> int:
        """Pixels that the shadow takes below the sheet."""
        steps = {"card": 3, "popover": 8}
        return self._theme.px(steps[self._elevation]) if self._elevation else 0

    def sheet(self) -> QRectF:
        """The sheet itself, without its shadow."""
        return QRectF(self.rect()).adjusted(0, 0, 0, -self.shadow())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sheet(
            painter,
            self._theme,
            self.sheet(),
            radius=self._radius,
            elevation=self._elevation,
            fill=self.fill,
            edge=self.edge,
        )
