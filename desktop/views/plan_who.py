# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing who sees to something: the session's leaders first, then the staff, the group, anybody."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.queries.session_plan import PlanCard
from desktop.desk import Desk
from desktop.views.plan_deeds import Responsible
from desktop.widgets.combo import Combo
from desktop.widgets.painting import paint_box, paint_text, smooth, text_width

_NOBODY, _GROUP, _NAMED, _OTHER = "nobody", "group", "named", "other"
_SIDE = 6


class WhoCombo(Combo):
    """A combo box without edges: a person's icon, the name, and a chevron; compact, the name alone
    at the right.

    `chosen` carries (id of a member of staff or None, name in words); it is silent for `show_who`.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, name: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, [], name, parent)
        self._desk = desk
        self._theme = desk.theme
        self._shown: Responsible = (None, "")
        self._choices: list[tuple[object, str]] = []
        self._is_compact = compact
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 6)
        self.setProperty("bare", True)
        self.activated.connect(self._activated)

    def show_who(self, card: PlanCard, staff_id: int | None, named: str) -> None:
        """Offer the people of `card` and choose one; `named` is what to show."""
        words = self._desk.words
        leaders = {leader.staff_id for leader in card.head.leaders}
        staff = sorted(card.staff, key=lambda one: one[0] not in leaders)
        choices: list[tuple[object, str]] = [(f"staff {key}", name) for key, name in staff]
        choices.append((_GROUP, words._("The group")))
        if staff_id is None and named not in {"", words._("The group")}:
            choices.append((_NAMED, named))
        choices += [(_OTHER, words._("Somebody else…")), (_NOBODY, words._("Nobody named"))]
        if (choices, (staff_id, named)) == (self._choices, self._shown):
            return
        self._choices, self._shown = choices, (staff_id, named)
        self.set_choices(choices)
        self.set_value(self._key())
        self.updateGeometry()
        self.update()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self._theme.px(220))
        super().showPopup()

    def who(self) -> Responsible:
        """What is shown: (id or None, name)."""
        return self._shown

    def sizeHint(self) -> QSize:
        px, high = self._theme.px, self._theme.height("small" if self._is_compact else "target")
        if not self._is_compact:
            return QSize(px(122), high)
        wide = round(text_width(self._theme.font("body"), self._told())) + 2 * px(_SIDE) + 1
        return QSize(min(wide, px(150)), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self._theme, self.rect()
        with QPainter(self) as painter, smooth(painter):
            if self.underMouse() and self.isEnabled():
                paint_box(painter, QRectF(rect), theme.px(6), fill=theme.color("hover"))
            text = QRectF(rect).adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
            if not self._is_compact:
                self._paint_icons(painter)
                right = theme.px(22) if self.isEnabled() else theme.px(2)
                text = QRectF(rect).adjusted(theme.px(27), 0, -right, 0)
            align = Qt.AlignmentFlag.AlignRight if self._is_compact else Qt.AlignmentFlag.AlignLeft
            role = "ink2" if self._shown[1] else "ink3"
            flags = align | Qt.AlignmentFlag.AlignVCenter
            font = theme.font("body")
            paint_text(painter, text, self._told(), font, theme.color(role), flags)

    def _paint_icons(self, painter: QPainter) -> None:
        small = self._theme.px(16)
        top = (self.height() - small) // 2
        picture = self._theme.pixmap("user-round", 16, "ink2")
        painter.drawPixmap(self._theme.px(_SIDE), top, picture)
        if self.isEnabled():
            picture = self._theme.pixmap("chevron-down", 16, "ink2")
            painter.drawPixmap(self.width() - small - self._theme.px(2), top, picture)

    def _told(self) -> str:
        nobody = self._desk.words._("Who?") if self.isEnabled() else "–"
        return self._shown[1] or nobody

    def _key(self) -> str:
        staff_id, named = self._shown
        if staff_id is not None:
            return f"staff {staff_id}"
        if named == self._desk.words._("The group"):
            return _GROUP
        return _NAMED if named else _NOBODY

    def _activated(self, row: int) -> None:
        key = str(self.itemData(row))
        if key == _OTHER:
            self.set_value(self._key())
            self._ask_other()
        elif key.startswith("staff "):
            self._choose((int(key.removeprefix("staff ")), ""), self.itemText(row))
        elif key == _GROUP:
            self._choose((None, self.itemText(row)), self.itemText(row))
        elif key == _NOBODY:
            self._choose((None, ""), "")

    def _ask_other(self) -> None:
        words = self._desk.words
        title, label = words._("Who sees to it?"), words._("Name or role")
        told = self._desk.ask.text(title, label, words._("Choose"), value=self._shown[1])
        if told is not None and told.strip():
            self._choose((None, told.strip()), told.strip())

    def _choose(self, who: Responsible, named: str) -> None:
        self._shown = (who[0], named)
        self.updateGeometry()
        self.update()
        self.chosen.emit(who)
