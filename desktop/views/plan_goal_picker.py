# SPDX-License-Identifier: GPL-3.0-or-later
"""The popover in which goals are ticked for an agenda item or for the whole session."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.queries.session_plan import PlanGoal
from desktop.desk import Desk
from desktop.models.goal_choices import GOAL, NAME, GoalChoices
from desktop.theme import Theme
from desktop.widgets.card import Card
from desktop.widgets.label import text_label
from desktop.widgets.painting import paint_box, paint_text, smooth

_WIDTH, _ROW, _MOST_ROWS = 500, 40, 8
_NAME = 116
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _GoalPainter(QStyledItemDelegate):
    """A row: a box to tick, the strand, whose goal it is, and the goal."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, px = self._theme, self._theme.px
        goal: PlanGoal = index.data(GOAL)
        row = QRectF(option.rect)
        state = option.state
        with smooth(painter):
            if state & QStyle.StateFlag.State_Selected:
                paint_box(painter, row, px(7), fill=theme.color("sel"))
            elif state & QStyle.StateFlag.State_MouseOver:
                paint_box(painter, row, px(7), fill=theme.color("hover"))
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._paint_box(painter, row, ticked=ticked)
            strand = QRectF(row.left() + px(40), row.center().y() - px(9), px(4), px(18))
            paint_box(painter, strand, px(2), fill=theme.strand(goal.strand).line)
            name = QRectF(row.left() + px(52), row.top(), px(_NAME), row.height())
            bold, plain = theme.font("body", 600), theme.font("body")
            paint_text(painter, name, index.data(NAME), bold, theme.color("ink"), _LEFT)
            title = QRectF(row)
            title.setLeft(name.right() + px(8))
            title.setRight(row.right() - px(8))
            paint_text(painter, title, goal.title, plain, theme.color("ink2"), _LEFT)

    def _paint_box(self, painter: QPainter, row: QRectF, *, ticked: bool) -> None:
        theme, px = self._theme, self._theme.px
        side = px(20)
        box = QRectF(row.left() + px(10), row.center().y() - side / 2, side, side)
        radius = theme.radius("check")
        if not ticked:
            paint_box(painter, box, radius, fill=theme.color("surface"), edge=theme.color("ctl"))
            return
        paint_box(painter, box, radius, fill=theme.color("pri"))
        tick = theme.pixmap("check", 14, "onpri", 3)
        inset = (side - px(14)) / 2
        painter.drawPixmap(box.topLeft() + QPoint(round(inset), round(inset)).toPointF(), tick)


class _GoalView(QListView):
    """Space, Enter or a press anywhere on a row ticks it."""

    picked = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class GoalPicker(QWidget):
    """Stays open while several are ticked; Esc or a press outside closes it.

    `ticked` carries (goal id, whether it is to be linked now).
    """

    ticked = Signal(int, bool)
    closed = Signal()

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        theme, words = desk.theme, desk.words
        self._theme = theme
        self._model = GoalChoices(words._("Anonymous {number}"), self)
        card = Card(theme, elevation="popover", padding=8)
        card.body.setSpacing(theme.px(4))
        head = text_label(title, "caption", "ink3")
        head.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(2))
        card.body.addWidget(head)
        self.list = _GoalView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_GoalPainter(theme, self.list))
        self.list.setAccessibleName(title)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.picked.connect(self._pick)
        self.list.clicked.connect(self._pick)
        self._nothing = text_label(
            words._(
                "Nobody expected here has goals yet. They are written on the person's own page."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self._nothing.setContentsMargins(*[theme.px(10)] * 4)
        card.body.addWidget(self.list)
        card.body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFixedWidth(theme.px(_WIDTH))

    def show_goals(self, goals: Sequence[PlanGoal], ticked: Collection[int]) -> None:
        """What may be ticked, and what is."""
        self._model.show_goals(goals, ticked)
        self.list.setVisible(bool(goals))
        self._nothing.setVisible(not goals)
        rows = min(len(goals), _MOST_ROWS)
        self.list.setFixedHeight(rows * self._theme.px(_ROW) + 2)
        if goals and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

    def open_below(self, anchor: QWidget) -> None:
        """Under `anchor`, its right edges in line, within the screen."""
        self.adjustSize()
        screen = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height()))
        left = min(max(corner.x() - self.width(), screen.left()), screen.right() - self.width())
        top = corner.y() + self._theme.px(4)
        if top + self.height() > screen.bottom():
            top = corner.y() - anchor.height() - self.height()
        self.move(left, max(top, screen.top()))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _pick(self, index: QModelIndex) -> None:
        goal: PlanGoal = index.data(GOAL)
        now = index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
        self.ticked.emit(goal.goal_id, now)
