# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar and its figure in one cell of a table, or the sign that the figure is masked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR, _RADIUS, _SHORTEST, _GAP, _FIGURE = 10, 3, 9, 8, 60
_PILL, _ICON = 24, 16


def paint_bar_cell(
    painter: QPainter, rect: QRectF, theme: Theme, *, text: str, share: float, color: QColor
) -> None:
    """A bar `share` (0–1) of the column's largest, and `text` after it in bold.

    Room for a figure of six digits is kept at the right, the same in every row, so that bars compare.
    """
    font = theme.font("body", 600)
    gap = theme.px(_GAP)
    room = max(rect.width() - max(theme.px(_FIGURE), text_width(font, text)) - gap, 0.0)
    width = max(room * share, theme.px(_SHORTEST)) if share > 0 else 0.0
    bar = QRectF(rect.left(), 0, width, theme.px(_BAR))
    bar.moveTop(rect.center().y() - bar.height() / 2)
    with smooth(painter):
        paint_box(painter, bar, theme.px(_RADIUS), fill=color)
        beside = QRectF(rect)
        beside.setLeft(bar.right() + gap if width else rect.left())
        paint_text(painter, beside, text, font, theme.color("ink"), align=_LEFT)


def masked_width(theme: Theme, text: str) -> float:
    """Width of the pill that `paint_masked_cell` draws."""
    return text_width(theme.font("caption"), text) + theme.px(_ICON) + 3 * theme.px(_GAP)


def paint_masked_cell(painter: QPainter, rect: QRectF, theme: Theme, text: str) -> None:
    """A pill with an eye crossed out and `text` ("masked"), where a figure is not shown."""
    pill = QRectF(rect.left(), 0, min(masked_width(theme, text), rect.width()), theme.px(_PILL))
    pill.moveTop(rect.center().y() - pill.height() / 2)
    gap, icon = theme.px(_GAP), theme.px(_ICON)
    with smooth(painter):
        paint_box(painter, pill, theme.px(4), fill=theme.color("neuB"))
        corner = QPointF(pill.left() + gap, pill.center().y() - icon / 2)
        painter.drawPixmap(corner, theme.pixmap("eye-off", _ICON, "neuF"))
        beside = pill.adjusted(2 * gap + icon, 0, -gap + 1, 0)
        paint_text(painter, beside, text, theme.font("caption"), theme.color("neuF"), align=_LEFT)
