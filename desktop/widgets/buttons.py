# SPDX-License-Identifier: GPL-3.0-or-later
"""Push buttons: one look for each kind and size, with an icon, and a busy state that keeps the label."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme import Theme

_ICON_ROLES = {
    "primary": "onpri",
    "secondary": "ink",
    "quiet": "ink2",
    "danger": "badF",
    "link": "pri",
}
_GAP = 4  # Qt leaves 4 px between icon and text where the design has 8
_TURNS = 12
_DEAF_TO = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.KeyPress,
    QEvent.Type.Shortcut,
}


class Button(QPushButton):
    """A button of a kind (primary, secondary, quiet, link, danger) and a size (s, m, l).

    A link opens or shows something; with `chevron` it carries an arrow after its text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        *,
        size: str = "m",
        icon: str | None = None,
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind = kind
        self._icon = "chevron-right" if chevron else icon
        self._pixels = 16 if size == "s" or kind == "link" else 18
        self._turn = 0
        self._timer = QTimer(self, interval=80)
        self._timer.timeout.connect(self._spin)
        self.setProperty("kind", kind)
        self.setProperty("sizing", size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Qt lets Enter press a button only in dialogs, unless told so.
        self.setAutoDefault(True)
        if chevron:
            # Right to left puts the icon after the text; the text itself keeps its direction.
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._show_icon()

    def set_icon(self, name: str | None) -> None:
        """Change the icon, or take it away."""
        self._icon = name
        self._show_icon()

    def is_busy(self) -> bool:
        """Whether the work that the button started is still going on."""
        return bool(self.property("busy"))

    def set_busy(self, busy: bool) -> None:
        """Show a spinner and answer neither mouse nor keys; the focus stays where it is."""
        if busy == self.is_busy():
            return
        self.setProperty("busy", busy)
        if busy:
            self.installEventFilter(self)
            self._spin()
            if self._theme.motion:
                self._timer.start()
        else:
            self.removeEventFilter(self)
            self._timer.stop()
            self._show_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key_to_leave = event.type() == QEvent.Type.KeyPress and event.key() in {  # type: ignore[attr-defined]
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
        }
        if event.type() in _DEAF_TO and not key_to_leave:
            return True
        return super().eventFilter(watched, event)

    def _spin(self) -> None:
        self._turn = (self._turn + 1) % _TURNS
        still = self._drawn("loader-circle", _ICON_ROLES[self._kind])
        ratio = still.devicePixelRatio()
        middle = still.height() / 2
        turned = QPixmap(still.size())
        turned.fill(Qt.GlobalColor.transparent)
        painter = QPainter(turned)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        spin = QTransform().translate(middle, middle).rotate(360 / _TURNS * self._turn)
        painter.setTransform(spin.translate(-middle, -middle))
        plain = QPixmap(still)
        plain.setDevicePixelRatio(1)
        painter.drawPixmap(0, 0, plain)
        painter.end()
        turned.setDevicePixelRatio(ratio)
        self._set_pixmaps(turned, turned)

    def _show_icon(self) -> None:
        if self._icon is None:
            self.setIcon(QIcon())
            return
        self._set_pixmaps(
            self._drawn(self._icon, _ICON_ROLES[self._kind]), self._drawn(self._icon, "ink3")
        )

    def _drawn(self, name: str, role: str) -> QPixmap:
        return self._theme.pixmap(name, self._pixels, role)

    def _set_pixmaps(self, normal: QPixmap, disabled: QPixmap) -> None:
        icon = QIcon(self._spaced(normal))
        icon.addPixmap(self._spaced(disabled), QIcon.Mode.Disabled)
        self.setIcon(icon)
        self.setIconSize(
            QSize(self._theme.px(self._pixels) + self._gap(), self._theme.px(self._pixels))
        )

    def _gap(self) -> int:
        return self._theme.px(2 * _GAP) - _GAP if self.text() else 0

    def _spaced(self, picture: QPixmap) -> QPixmap:
        """The picture with room on the side of the text."""
        ratio = picture.devicePixelRatio()
        wide = QPixmap(picture.width() + round(self._gap() * ratio), picture.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        after = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawPixmap(self._gap() if after else 0, 0, picture)
        painter.end()
        return wide


def icon_button(
    theme: Theme,
    icon: str,
    name: str,
    kind: str = "secondary",
    *,
    size: str = "m",
    parent: QWidget | None = None,
) -> Button:
    """A square button without text; `name` is its tooltip and what a screen reader says."""
    button = Button(theme, "", kind, size=size, icon=icon, parent=parent)
    button.setProperty("square", True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
