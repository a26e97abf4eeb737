# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of paper in the preview: a page, a page still being made, or what went wrong."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme, tokens
from desktop.widgets.painting import paint_box, smooth

_A4 = QSizeF(210, 297)
_MARGIN = 16
# A page still being made: (left, top, width) of its grey lines, in hundredths of the paper's width.
_LINES = ((9, 9, 20), (9, 16, 46), (9, 24, 82), (9, 36, 60), (9, 44, 82), (9, 52, 74), (9, 60, 82))


class PageSheet(QWidget):
    """Paper is white in the dark theme too, and its shadow lies on whatever ground is beneath."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._error = ""
        self._room, self._zoom = QSize(1, 1), 1.0

    def show_page(self, image: QImage) -> None:
        """Put a page on the desk, whatever its resolution."""
        self._image, self._error = image, ""
        self._resize()

    def show_loading(self) -> None:
        """Grey lines, unless there is a page already."""
        self._error = ""
        self.update()

    def show_error(self, sentence: str) -> None:
        """No page but a sentence."""
        self._image, self._error = None, sentence
        self._resize()

    def set_room(self, room: QSize, zoom: float) -> None:
        """What the page fits into, in logical pixels, and how many times larger it is shown."""
        self._room, self._zoom = room, zoom
        self._resize()

    def paper(self) -> QRectF:
        """Where the page lies in this widget."""
        shape = QSizeF(self._image.size()) if self._image is not None else _A4
        size = shape.scaled(QSizeF(self._room), Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        rect = QRectF(0, 0, round(size.width()), round(size.height()))
        rect.moveCenter(QRectF(self.rect()).center())
        return QRectF(round(rect.left()), round(rect.top()), rect.width(), rect.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, smooth(painter):
            if self._error:
                self._paint_error(painter)
                return
            paper = self.paper()
            self._paint_paper(painter, paper)
            if self._image is None:
                self._paint_lines(painter, paper)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(paper, self._image)

    def _resize(self) -> None:
        margin = 2 * self._theme.px(_MARGIN)
        size = self.paper().size().toSize() + QSize(margin, margin)
        self.setMinimumSize(size if self._zoom > 1 else QSize(0, 0))
        self.update()

    def _paint_paper(self, painter: QPainter, paper: QRectF) -> None:
        for number, share in enumerate(tokens()["elevation"]["popover"], start=1):
            shade = self._theme.color("shadow")
            shade.setAlphaF(share * (3 if self._theme.dark else 1))
            grown = paper.adjusted(-number, -1, number, number * 2)
            paint_box(painter, grown, number, fill=shade)
        painter.fillRect(paper, Qt.GlobalColor.white)

    def _paint_lines(self, painter: QPainter, paper: QRectF) -> None:
        unit = paper.width() / 100
        grey = QColor(tokens()["colour"]["light"]["hover"])
        for left, top, width in _LINES:
            line = QRectF(
                paper.left() + left * unit, paper.top() + top * unit, width * unit, 3 * unit
            )
            paint_box(painter, line, 1.5 * unit, fill=grey)

    def _paint_error(self, painter: QPainter) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        text = QRectF(0, 0, min(rect.width() - theme.px(32), theme.px(320)), theme.px(80))
        text.moveCenter(rect.center())
        icon = theme.pixmap("circle-alert", 24, "badF")
        place = QRectF(0, 0, theme.px(24), theme.px(24))
        place.moveCenter(rect.center())
        place.moveBottom(text.top() - theme.px(4))
        painter.drawPixmap(place.topLeft(), icon)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(text, flags, self._error)
