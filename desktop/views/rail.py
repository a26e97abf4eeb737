# SPDX-License-Identifier: GPL-3.0-or-later
"""The navigation rail: the main pages, icon over name, or beside it in a wide window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.views.registry import Section
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, paint_text, smooth
from desktop.widgets.plait import Logo
from desktop.words import Words

NARROW, WIDE = 96, 216
_ICON = 24
_BAR = 4


class RailItem(QAbstractButton):
    """One main page; chosen shows a fill, a bar, and heavier icon and text."""

    def __init__(
        self, theme: Theme, section: Section, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.section = section
        self.is_wide = False
        self.setText(section.name(words))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip(f"{self.text()} ({words._('Ctrl')}+{section.key})")
        self.setProperty("focusRadius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(NARROW), self._theme.px(44 if self.is_wide else 64))

    def focus_rect(self) -> QRect:
        """The tile; a long name may reach past its sides."""
        side = self._theme.px(12 if self.is_wide else 8)
        return self.rect().adjusted(side, 0, -side - 1, 0)

    def checkStateSet(self) -> None:
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self.isChecked() else Qt.FocusPolicy.ClickFocus
        )

    def nextCheckState(self) -> None:
        """Pressing asks to go there; what is chosen follows from where the window is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the rail's; a button alone would walk on with the arrows."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        with QPainter(self) as painter, smooth(painter):
            if chosen or self.underMouse():
                fill = theme.color("sel" if chosen else "hover")
                paint_box(painter, QRectF(self.focus_rect()), theme.radius("box"), fill=fill)
            if chosen:
                self._paint_bar(painter)
            role = "onsoft" if chosen else "ink2"
            picture = theme.pixmap(self.section.icon, _ICON, role, 2 if chosen else None)
            icon = self._icon_place()
            painter.drawPixmap(icon, picture)
            font = theme.font("body" if self.is_wide else "caption", 600 if chosen else 500)
            if self.is_wide:
                side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                beside = self.rect().adjusted(icon.right() + theme.px(14), 0, -theme.px(8), 0)
                paint_text(painter, QRectF(beside), self.text(), font, theme.color(role), side)
            else:
                # The whole width of the rail: "Inställningar" is wider than its tile.
                below = self.rect().adjusted(1, theme.px(38), -2, -theme.px(8))
                paint_text(painter, QRectF(below), self.text(), font, theme.color(role))

    def _icon_place(self) -> QRect:
        size = self._theme.px(_ICON)
        if self.is_wide:
            return QRect(self._theme.px(27), (self.height() - size) // 2, size, size)
        return QRect((self.width() - 1 - size) // 2, self._theme.px(9), size, size)

    def _paint_bar(self, painter: QPainter) -> None:
        """Beside the icon, where no name is long enough to reach it."""
        width, height = self._theme.px(_BAR), self._theme.px(24)
        middle = self._icon_place().center().y() + 0.5
        bar = QRectF(self.focus_rect().left(), middle - height / 2, width, height)
        paint_box(painter, bar, width / 2, fill=self._theme.color("pri"))


class Rail(QWidget):
    """The main pages from the top, the last of them at the foot. Tab enters at the chosen one,
    Up and Down move between them, Enter or Space goes there."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        sections: Sequence[Section],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(words._("Main pages"))
        self.items = [RailItem(theme, section, words, self) for section in sections]
        self._name = text_label("Punos", "title", weight=600)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head())
        for item in self.items:
            item.clicked.connect(lambda _on=False, page=item.section.page: self.chosen.emit(page))
            if item is self.items[-1]:
                self._column.addStretch(1)
            self._column.addWidget(item)
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Names beside the icons, where there is room for them."""
        px = self._theme.px
        self.setFixedWidth(px(WIDE if wide else NARROW))
        self._name.setVisible(wide)
        self._column.setContentsMargins(0, px(14), 0, px(20))
        self._column.setSpacing(px(8))
        self._head_row.setContentsMargins(px(22) if wide else 0, 0, 0, px(26))
        self._head_row.setAlignment(
            self._logo,
            Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignHCenter,
        )
        for item in self.items:
            item.is_wide = wide
            item.updateGeometry()

    def choose(self, page: str) -> None:
        """Show which main page the window is on."""
        for item in self.items:
            item.setChecked(item.section.page == page)

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen item."""
        chosen = next((item for item in self.items if item.isChecked()), self.items[0])
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((i for i, item in enumerate(self.items) if item.hasFocus()), None)
        last = len(self.items) - 1
        steps: dict[Qt.Key, Callable[[int], int]] = {
            Qt.Key.Key_Up: lambda i: max(0, i - 1),
            Qt.Key.Key_Down: lambda i: min(last, i + 1),
            Qt.Key.Key_Home: lambda _i: 0,
            Qt.Key.Key_End: lambda _i: last,
        }
        step = steps.get(Qt.Key(event.key()))
        if here is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.items[here].click()
        elif here is not None and step is not None:
            self.items[step(here)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("rail"))
            edge = self.rect().adjusted(self.width() - 1, 0, 0, 0)
            painter.fillRect(edge, self._theme.color("line"))

    def _head(self) -> QHBoxLayout:
        self._logo = Logo(self._theme, 32, "rail")
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(self._theme.px(12))
        self._head_row.addWidget(self._logo)
        self._head_row.addWidget(self._name, 1)
        return self._head_row
