# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the roster: keys and pointer are turned into wishes; what comes of them is the page's."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from db.rules.words import HERE, MarkKind
from desktop.models.roster import EARLIER, ENTRY, MARK, MINUTES, columns
from desktop.models.rows import Index, RowsModel
from desktop.theme import Theme
from desktop.views.roster_keys import Wanted, Wish, person_of_letter, wanted
from desktop.widgets.marks import MARKS
from desktop.widgets.minutes_edit import MinutesEdit
from desktop.widgets.roster_delegate import RosterDelegate
from desktop.widgets.roster_header import ENTRY_NAMED_FROM, RosterHeader, shared_widths
from desktop.words import Words

_STEPS = [*MARKS, "minutes", "entry"]
_ROOMY_ROW = 52
_ENTRY_NAMED = 72


class RosterTable(QTableView):
    """One row a person. Wishes carry the id of the participant they are about.

    Letters P, M, I and X mark the current row and move on to the next; Alt and a person's own letter
    marks that person absent from wherever one is, Alt, Shift and the letter as a notified absence.
    """

    mark_asked = Signal(int, object)
    """A mark, or None to take it away."""
    minutes_told = Signal(int, int)
    entry_asked = Signal(int)
    goal_asked = Signal()
    panel_asked = Signal()
    head_count_asked = Signal(int)
    """How many visitors without a name to add (1) or take away (-1)."""
    person_changed = Signal(int)
    """Who the current row is about."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: int | None = None
        self._pressed: tuple[int, str] | None = None
        self._kept: int | None = None
        self.people = RowsModel(columns(words), lambda row: row.participant_id, self)
        self.painter_of_rows = RosterDelegate(theme, words, self)
        self._header = RosterHeader(theme, self.painter_of_rows, self)
        self._minutes = MinutesEdit(theme, words._("Minutes"), self.viewport())
        self._minutes.told.connect(self._tell_minutes)
        self._minutes.left.connect(self.setFocus)
        self._dress(words)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self.painter_of_rows)
        self.setModel(self.people)
        self.people.modelReset.connect(self._choose_again)

    def show_letters_of(self, letters: Mapping[int, str]) -> None:
        """The letter of each person."""
        self.painter_of_rows.letters = letters

    def set_read_only(self, read_only: bool) -> None:
        """An ended session shows its marks and takes none."""
        self.painter_of_rows.read_only = read_only
        self.viewport().update()

    def set_roomy(self, roomy: bool) -> None:
        """Higher rows, in a window that has the room."""
        height = self._theme.px(_ROOMY_ROW) if roomy else self._theme.height("roster_row")
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
            self.updateGeometry()

    def person(self) -> int | None:
        """Who the current row is about."""
        index = self.currentIndex()
        return self.people.rows[index.row()].participant_id if index.isValid() else None

    def choose(self, participant_id: int) -> None:
        """Make somebody's row the current one."""
        place = self.people.row_of(participant_id)
        if place is not None:
            self.setCurrentIndex(self.people.index(place, MARK))

    def choose_unset(self) -> None:
        """The first row without a mark; the first row where all have one."""
        unset = (row.participant_id for row in self.people.rows if row.mark is None)
        first = next(unset, next((row.participant_id for row in self.people.rows), None))
        if first is not None:
            self.choose(first)

    def step(self, by: int) -> None:
        """The next row, or the one before."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.people.rowCount():
            self.setCurrentIndex(self.people.index(place, MARK))

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: the control, or the part of the row one has moved to."""
        index = self.currentIndex()
        if not index.isValid():
            return self.rect()
        painter = self.painter_of_rows
        step = "" if self._step is None else _STEPS[self._step]
        if step == "minutes":
            part = painter.minutes_rect(self._cell(MINUTES))
        elif step == "entry":
            part = painter.entry_rect(self._cell(ENTRY))
        else:
            part = painter.segment_rect(self._cell(MARK), step or None)
        return part.toRect().translated(self.viewport().pos())

    def sizeHint(self) -> QSize:
        rows = self.verticalHeader().defaultSectionSize() * self.people.rowCount()
        return QSize(self._theme.px(640), self._header.sizeHint().height() + rows)

    def minimumSizeHint(self) -> QSize:
        least = self._header.sizeHint().height() + 2 * self._theme.height("roster_row")
        return QSize(self._theme.px(320), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._minutes.hide()
        self._round_corners()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.color("surface"))
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self._show_letters(True)
        wish = wanted(event, self.painter_of_rows.letters)
        if wish is not None and self.currentIndex().isValid():
            self._grant(wish)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self._show_letters(False)
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt and a person's letter comes here before any button's mnemonic."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters mark; they do not look for names."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_letters(False)
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._set_step(None)
        self._pressed = self._segment_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._segment_at(event.position())
        if place is not None and place == self._pressed:
            self.mark_asked.emit(place[0], MarkKind(place[1]))
        index = self.indexAt(event.position().toPoint())
        if index.column() == MINUTES:
            self.edit_minutes()
        elif index.column() == ENTRY:
            self.entry_asked.emit(self.people.rows[index.row()].participant_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._segment_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._minutes.hide()
        if current.row() != previous.row():
            self._step = None
            for row in (current.row(), previous.row()):
                self._update_row(row)
            person = self.person()
            if person is not None and person != self._kept:
                self._kept = person
                self.person_changed.emit(person)

    def edit_minutes(self, first_digit: str = "") -> None:
        """Open the field over the minutes of the current row, if the person was here."""
        index = self.currentIndex()
        row = self.people.rows[index.row()] if index.isValid() else None
        if row is None or row.mark not in HERE or self.painter_of_rows.read_only:
            return
        box = self.painter_of_rows.minutes_rect(self._cell(MINUTES)).toRect()
        self._minutes.begin(box, row.minutes or 0, first_digit)

    def _dress(self, words: Words) -> None:
        self.setAccessibleName(words._("Participants of the session"))
        self.setProperty("focusRadius", self._theme.radius("field") / self._theme.scale)
        self.setProperty("pane", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # What paints all of itself is not painted over the card beneath, time and again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(self._theme.height("roster_row"))

    def _share_width(self) -> None:
        room = self.viewport().width()
        widths = shared_widths(self._theme, room, self.painter_of_rows.control_width())
        self._header.names_entry = room >= self._theme.px(ENTRY_NAMED_FROM)
        self.setColumnHidden(EARLIER, not widths[EARLIER])
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _round_corners(self) -> None:
        """Leave the round corners of the card beneath free."""
        shape = QPainterPath()
        radius = self._theme.radius("card")
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def _choose_again(self) -> None:
        """Other people stand in the rows now: stay with the one who was chosen."""
        self.updateGeometry()
        if self._kept is not None and self.people.row_of(self._kept) is not None:
            self.choose(self._kept)
        else:
            self._kept = None
            self.choose_unset()

    def _cell(self, column: int) -> QRect:
        return self.visualRect(self.people.index(self.currentIndex().row(), column))

    def _segment_at(self, pos: QPointF) -> tuple[int, str] | None:
        index = self.indexAt(pos.toPoint())
        if index.column() != MARK or self.painter_of_rows.read_only:
            return None
        mark = self.painter_of_rows.mark_at(self.visualRect(index), pos)
        person = self.people.rows[index.row()].participant_id
        return (person, mark) if mark is not None else None

    def _hover(self, place: tuple[int, str] | None) -> None:
        if place != self.painter_of_rows.hovered:
            self.painter_of_rows.hovered = place
            self.viewport().update()

    def _show_letters(self, shown: bool) -> None:
        if shown != self.painter_of_rows.show_letters:
            self.painter_of_rows.show_letters = shown
            self.viewport().update()

    def _is_letter(self, event: QKeyEvent) -> bool:
        return person_of_letter(event, self.painter_of_rows.letters) is not None

    def _grant(self, wish: Wanted) -> None:
        """Turn a wish into a signal about the person it concerns."""
        person = wish.person or self.people.rows[self.currentIndex().row()].participant_id
        if wish.wish is Wish.MARK:
            self.mark_asked.emit(person, wish.mark)
            self.step(1 if wish.mark else 0)
        elif wish.wish is Wish.MARK_PERSON:
            self.choose(person)
            self.mark_asked.emit(person, wish.mark)
        elif wish.wish is Wish.MINUTES:
            self.edit_minutes(wish.digit)
        elif wish.wish is Wish.STEP:
            self._move_step(wish.number)
        elif wish.wish is Wish.TAKE_STEP:
            self._take_step()
        elif wish.wish is Wish.ENTRY:
            self.entry_asked.emit(person)
        elif wish.wish is Wish.HEAD_COUNT:
            self.head_count_asked.emit(wish.number)
        else:
            (self.panel_asked if wish.wish is Wish.PANEL else self.goal_asked).emit()

    def _move_step(self, by: int) -> None:
        """Move within the row, from the mark it has or from the near end."""
        mark = self.people.rows[self.currentIndex().row()].mark
        start = self._step
        if start is None:
            start = MARKS.index(mark) if mark else (-1 if by > 0 else 1)
        self._set_step(min(max(start + by, 0), len(_STEPS) - 1))

    def _update_row(self, row: int) -> None:
        height = self.rowHeight(row)
        self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), height)

    def _set_step(self, step: int | None) -> None:
        self._step = step
        self.viewport().update()

    def _take_step(self) -> None:
        person = self.person()
        if person is None or self._step is None:
            return
        step = _STEPS[self._step]
        if step == "minutes":
            self.edit_minutes()
        elif step == "entry":
            self.entry_asked.emit(person)
        else:
            self.mark_asked.emit(person, MarkKind(step))

    def _tell_minutes(self, minutes: int) -> None:
        person = self.person()
        if person is not None:
            self.minutes_told.emit(person, minutes)
