# SPDX-License-Identifier: GPL-3.0-or-later
"""A register on its way into the office as one table: its people stay in sight while its sessions scroll."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.register_shapes import SheetSession
from desktop.models.register_rows import HEAD_COUNTS, Choice, RowShown, cell_told
from desktop.models.rows import Column, RowsModel
from desktop.theme import Theme
from desktop.widgets.label import rule
from desktop.widgets.painting import text_width
from desktop.widgets.register_cells import (
    COLUMN_WIDTH,
    PAD,
    ROW_HEIGHT,
    WHO,
    MarksPainter,
    PeoplePainter,
)
from desktop.widgets.register_days import DaysHeader, NamesHeader
from desktop.words import Words

_WHO = 168
_NAME_LEAST, _NAME_MOST = 72, 150
_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4}


class _Table(QTableView):
    """Without grid, selection or editing; Tab leaves it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(theme.px(ROW_HEIGHT))


class PeopleTable(_Table):
    """Who the register is about. Enter, Space, F4 or a click on the chip asks who somebody is."""

    asked = Signal(int)
    """The place of the person."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, words._("Participants of the register"))
        columns: list[Column[RowShown]] = [
            Column(words._("First name"), lambda row: row.first_name),
            Column(words._("Last name"), lambda row: row.last_name),
            Column(
                words._("In the office"),
                lambda row: row.who,
                lambda row: f"{row.first_name} {row.last_name}: {row.who}",
            ),
        ]
        self.rows: RowsModel[RowShown] = RowsModel(columns, lambda row: row.place, self)
        self.setModel(self.rows)
        self._painter = PeoplePainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(NamesHeader(theme, (PAD, 0, 10), self))

    def show_rows(self, rows: Sequence[RowShown]) -> None:
        """Show these, in columns as wide as their names need."""
        self.rows.show(rows)
        px, font = self._theme.px, self._theme.font("body", 500)
        people = [row for row in rows if row.place != HEAD_COUNTS]
        firsts = max((text_width(font, row.first_name) for row in people), default=0)
        lasts = max((text_width(font, row.last_name) for row in people), default=0)
        widths = [
            px(PAD) + min(max(round(firsts) + px(12), px(_NAME_LEAST)), px(_NAME_MOST)),
            min(max(round(lasts) + px(12), px(_NAME_LEAST)), px(_NAME_MOST)),
            px(_WHO),
        ]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setFixedWidth(sum(widths))

    def chip(self, place: int) -> QRect:
        """Where somebody's chip is on the screen."""
        row = self.rows.row_of(place) or 0
        cell = self.visualRect(self.rows.index(row, WHO))
        found = self._painter.chip_rect(cell.toRectF()).toRect()
        return QRect(self.viewport().mapToGlobal(found.topLeft()), found.size())

    def choose(self, place: int) -> None:
        """Make somebody the current one, and take the keyboard there."""
        row = self.rows.row_of(place)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row, WHO))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = Qt.Key(event.key()) in _KEYS or (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if opens and self.currentIndex().isValid():
            self._ask(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.column() == WHO:
            self._ask(index.row())

    def keyboardSearch(self, _text: str) -> None:
        """Space opens the choices; letters do not look for names."""

    def _ask(self, row: int) -> None:
        place = self.rows.rows[row].place
        if place != HEAD_COUNTS:
            self.asked.emit(place)


class MarksTable(_Table):
    """The marks, a column for each session."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, words._("Marks of the register"))
        self._words = words
        self._days: list[date] = []
        self.header = DaysHeader(theme, words, self)
        self.setHorizontalHeader(self.header)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setDefaultSectionSize(theme.px(COLUMN_WIDTH))
        self.setItemDelegate(MarksPainter(theme, self))

    def show_marks(self, sessions: Sequence[SheetSession], rows: Sequence[RowShown]) -> None:
        """Show other marks; the scroll stays while the sessions are the same."""
        self.header.show_days([(session.date, session.cancelled) for session in sessions])
        days = [session.date for session in sessions]
        model = self.model()
        if days == self._days and isinstance(model, RowsModel):
            model.show(rows)
            return
        self._days = days
        columns = [self._column(at, session) for at, session in enumerate(sessions)]
        made: RowsModel[RowShown] = RowsModel(columns, lambda row: row.place, self)
        made.show(rows)
        self.setModel(made)
        if model is not None:
            model.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines of the rows go on where there are no more sessions."""
        super().paintEvent(event)
        left = self.header.length() - self.header.offset()
        room = self.viewport().width() - left
        model = self.model()
        if room <= 0 or not isinstance(model, RowsModel):
            return
        with QPainter(self.viewport()) as painter:
            for place, row in enumerate(model.rows):
                top, height = self.rowViewportPosition(place), self.rowHeight(place)
                ground = "sunken" if row.place == HEAD_COUNTS else "surface"
                painter.fillRect(left, top, room, height, self._theme.color(ground))
                painter.fillRect(left, top + height - 1, room, 1, self._theme.color("line"))

    def _column(self, at: int, session: SheetSession) -> Column[RowShown]:
        words = self._words
        day = words.date(session.date)

        def told(row: RowShown) -> str:
            return cell_told(words, row.cells[at])

        def spoken(row: RowShown) -> str:
            return f"{row.first_name} {row.last_name}, {day}: {told(row)}"

        return Column(day, told, spoken)


class RegisterTables(QWidget):
    """Both tables side by side; one scrolls with the other. `said` carries a place and whom a person
    has said it to be (an id or a `Said`)."""

    said = Signal(int, object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: Callable[[int], Sequence[Choice]] = lambda _place: ()
        self.people = PeopleTable(theme, words)
        self.marks = MarksTable(theme, words)
        self.menu: QMenu | None = None
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.people, 1)
        self._under_people = QWidget()
        left.addWidget(self._under_people)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(rule(upright=True))
        row.addWidget(self.marks, 1)
        self._join()

    def show_register(
        self,
        sessions: Sequence[SheetSession],
        rows: Sequence[RowShown],
        choices: Callable[[int], Sequence[Choice]],
    ) -> None:
        """Show a register; `choices` gives whom somebody may be said to be."""
        self._choices = choices
        self.people.show_rows(rows)
        self.marks.show_marks(sessions, rows)

    def _join(self) -> None:
        left, right = self.people.verticalScrollBar(), self.marks.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        self.marks.horizontalScrollBar().rangeChanged.connect(self._level)
        self.people.asked.connect(self._open)
        self._level(0, 0)

    def _level(self, _least: int, most: int) -> None:
        """The bar under the marks takes as much from the people, so that rows stay level."""
        bar = self.marks.horizontalScrollBar().sizeHint().height()
        self._under_people.setFixedHeight(bar if most else 0)

    def _open(self, place: int) -> None:
        """The choices for somebody, under their chip."""
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        for choice in self._choices(place):
            action = self.menu.addAction(choice.text)
            action.triggered.connect(
                lambda _on=False, said=choice.said: self.said.emit(place, said)
            )
        chip = self.people.chip(place)
        self.menu.setMinimumWidth(chip.width())
        self.menu.popup(chip.bottomLeft() + QPoint(0, self._theme.px(2)))
