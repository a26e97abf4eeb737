# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing who sees to something: the session's leaders first, then the staff, the group, anybody."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.queries.session_plan import PlanCard
from desktop.desk import Desk
from desktop.views.plan_deeds import Responsible
from desktop.widgets.combo import Combo
from desktop.widgets.painting import paint_box, paint_text, smooth

_NOBODY, _GROUP, _NAMED, _OTHER = "nobody", "group", "named", "other"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WhoCombo(Combo):
    """A combo box without edges: a person's icon, the name, and a chevron.

    `chosen` carries (id of a member of staff or None, name in words); it is silent for `show_who`.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, [], name, parent)
        self._desk = desk
        self._theme = desk.theme
        self._shown: Responsible = (None, "")
        self._is_read_only = False
        self._with_icon = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 6)
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
        self._shown = (staff_id, named)
        self.set_choices(choices)
        self.set_value(self._key())
        self.view().setMinimumWidth(self._theme.px(220))
        self.update()

    def set_look(self, *, read_only: bool, icon: bool = True) -> None:
        """Read-only shows the name alone."""
        self._is_read_only, self._with_icon = read_only, icon
        self.setEnabled(not read_only)

    def who(self) -> Responsible:
        """What is shown: (id or None, name)."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(124), self._theme.height("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self._theme, self.rect()
        small = theme.px(16)
        with QPainter(self) as painter, smooth(painter):
            if self.underMouse() and self.isEnabled():
                paint_box(painter, rect.toRectF(), theme.px(6), fill=theme.color("hover"))
            text = rect.adjusted(theme.px(6), 0, -theme.px(6), 0)
            if self._with_icon:
                top = (rect.height() - small) // 2
                painter.drawPixmap(text.left(), top, theme.pixmap("user-round", 16, "ink2"))
                text.setLeft(text.left() + theme.px(22))
            if self.isEnabled():
                self._paint_chevron(painter, QRect(text.right() - small, 0, small, rect.height()))
                text.setRight(text.right() - theme.px(20))
            name = self._shown[1]
            told, role = (name, "ink2") if name else (self._unnamed(), "ink3")
            paint_text(painter, text.toRectF(), told, theme.font("body"), theme.color(role), _LEFT)

    def _unnamed(self) -> str:
        return "–" if self._is_read_only else self._desk.words._("Who?")

    def _paint_chevron(self, painter: QPainter, room: QRect) -> None:
        picture = self._theme.pixmap("chevron-down", 16, "ink2")
        painter.drawPixmap(room.left(), (room.height() - room.width()) // 2, picture)

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
        self.update()
        self.chosen.emit(who)
