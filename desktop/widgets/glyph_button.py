# SPDX-License-Identifier: GPL-3.0-or-later
"""A button that is an icon and nothing else, narrow enough to stand in rows side by side."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import paint_box, smooth

_WIDTH, _ICON = 28, 18


class GlyphButton(QAbstractButton):
    """`name` is its tooltip and what a screen reader says. With a menu, pressing it opens that."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._menu: QMenu | None = None
        self._look: tuple[str, str, float | None] = (icon, "ink2", None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", 6)
        self.set_name(name)
        self.clicked.connect(self._open_menu)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, role: str, stroke: float | None = None) -> None:
        """Change the icon, the role of its colour and how strong its lines are."""
        self._look = (icon, role, stroke)
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open `menu` under the button when it is pressed."""
        self._menu = menu

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.height("target"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(_ICON)
        with QPainter(self) as painter, smooth(painter):
            if self.isEnabled() and (self.underMouse() or self.isDown()):
                role = "sel" if self.isDown() else "hover"
                paint_box(painter, QRectF(self.rect()), theme.px(6), fill=theme.color(role))
            icon, colour, stroke = self._look
            picture = theme.pixmap(icon, _ICON, colour, stroke)
            at = QPoint((self.width() - side) // 2, (self.height() - side) // 2)
            painter.drawPixmap(at, picture)

    def _open_menu(self) -> None:
        if self._menu is not None:
            under = self.mapToGlobal(QPoint(self.width(), self.height()))
            self._menu.popup(under - QPoint(self._menu.sizeHint().width(), 0))
