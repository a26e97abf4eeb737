# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance of one session: marked by keys, saved at each of them, ended with one."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.roster import Roster, RosterRow, roster
from db.rules.sessions import Phase, may_begin, phase
from db.rules.words import MarkKind
from desktop.desk import Desk, Place
from desktop.mnemonics import letters_for
from desktop.models.roster import name_of
from desktop.models.roster_changes import RosterChanges
from desktop.models.roster_state import row_of
from desktop.views.page import Page
from desktop.views.roster_bar import RosterBar
from desktop.views.roster_commands import RosterCommands
from desktop.views.roster_head import RosterHead
from desktop.views.roster_panel import RosterPanel
from desktop.views.roster_person import RosterPerson
from desktop.views.roster_saving import PASSING, RosterSaving
from desktop.views.roster_table import RosterTable
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card

if TYPE_CHECKING:
    from db.errors import Refused
    from db.journal import Changes

# Design pixels of the page itself, beside a rail of 96 or 216.
NARROW_BELOW, WIDE_FROM = 1104, 1384
_PANEL, _PANEL_WIDE = 388, 464
_TICK = 30_000
_OF_PERSON = frozenset({"entries", "plans", "service_periods", "goals"})


class RosterPage(Page):
    """The session `place.key`. What is pressed shows at once; what cannot be saved is told."""

    tables: ClassVar[frozenset[str]] = _OF_PERSON | {
        "marks", "group_sessions", "additions", "notices", "enrolments", "participants",
        "session_goals", "goal_steps", "groups", "session_leaders", "group_leaders", "rooms",
    }  # fmt: skip

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.session_id = place.key or 0
        theme, words = desk.theme, desk.words
        self.saving = RosterSaving(desk.history, self)
        self.head = RosterHead(theme, words, desk.history.stack)
        self.table = RosterTable(theme, words)
        self.bar = RosterBar(theme, words)
        self.banner = Banner(theme, "bad", words._("Not saved"), words._("Try again"))
        self.banner.hide()
        self._card = Card(theme, padding=0)
        self._main = QWidget(self)
        self.panel = RosterPanel(theme, words, self)
        self._cannot_read = False
        self._drawer_open = False
        self._sought: int | None = None
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._show)
        self._tick.start()
        self.commands = RosterCommands(self)
        self.person = RosterPerson(self)
        self._lay_out()
        self._join()

    def load(self) -> None:
        ask = roster(session_id=self.session_id)
        self.desk.worker.read(self, ask, self._read, failed=self._not_read, latest="roster")

    def crumb(self) -> str:
        shown = self.saving.shown
        if shown is None:
            return ""
        day = self.desk.words.weekday_date(shown.session.date)
        return f"{shown.session.group}, {day}"

    def way_back(self) -> Place | None:
        shown = self.saving.shown
        if shown is None or shown.session.date == self.desk.clock.today():
            return Place("today")
        return Place("today", day=shown.session.date)

    def settle(self) -> None:
        self.panel.editor.settle()

    def focus_first(self) -> None:
        self.table.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        w = self.desk.words
        alt, shift = w._("Alt"), w._("Shift")
        return [
            ("P M I X", w._("Mark and move on")),
            ("Del", w._("Take the mark away")),
            (f"{alt}+…", w._("Absent: the person whose letter is underlined")),
            (f"{alt}+{shift}+…", w._("Absent, notified: the same")),
            ("F2, 0–9", w._("Minutes")),
            ("N", w._("Write the entry")),
            ("T", w._("Goal worked on today")),
            ("+ −", w._("Unnamed visitors")),
            (w._("Enter"), w._("To the participant's goals, Esc back")),
        ]

    def phase(self) -> Phase | None:
        """Where the session stands now."""
        shown = self.saving.shown
        if shown is None:
            return None
        s = shown.session
        return phase(s.state, s.starts_at, s.ends_at, s.closed_at, self.desk.clock.now())

    def changes(self) -> RosterChanges | None:
        """What may be done with the roster on the screen; None before it has been read."""
        shown = self.saving.shown
        return RosterChanges(self.desk.words, shown) if shown is not None else None

    def row(self, participant_id: int | None) -> RosterRow | None:
        """Somebody's row as the screen shows it."""
        shown = self.saving.shown
        if shown is None or participant_id is None:
            return None
        return row_of(shown, participant_id)

    def mark(self, participant_id: int, mark: MarkKind | None) -> None:
        """Mark somebody, or take the mark away."""
        shown, row = self.saving.shown, self.row(participant_id)
        if shown is None or row is None:
            return
        why = self._why_not(mark)
        changes = RosterChanges(self.desk.words, shown)
        if why:
            self.desk.notice("info", why)
        elif mark is None:
            self.saving.carry(changes.clear(row))
        else:
            self.saving.carry(changes.mark(row, mark, self.desk.clock.now()))

    def may_begin(self) -> bool:
        """Whether somebody may be marked as here by now."""
        shown = self.saving.shown
        return shown is not None and may_begin(shown.session.starts_at, self.desk.clock.now())

    def try_again(self) -> None:
        """Save what could not be saved, or read what could not be read."""
        if self._cannot_read:
            self.load()
        self.saving.try_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.person.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.person.read_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def is_narrow(self) -> bool:
        """Whether the panel is a drawer, opened with Enter."""
        return self.width() / self.desk.theme.scale < NARROW_BELOW

    def open_panel(self) -> None:
        """Move on to the person of the current row."""
        self._drawer_open = True
        self._place_parts()
        self.panel.focus_first()

    def close_panel(self) -> None:
        """Back to the row."""
        self._drawer_open = False
        self._place_parts()
        self.table.setFocus()

    def write_entry(self, participant_id: int) -> None:
        """Move on to somebody's entry."""
        self.table.choose(participant_id)
        self._drawer_open = True
        self._place_parts()
        self.panel.editor.setFocus()

    def seek(self, participant_id: int) -> None:
        """Make somebody's row the current one as soon as it is there."""
        self._sought = participant_id
        self.table.setFocus()

    def _why_not(self, mark: MarkKind | None) -> str:
        """Why the session takes no such mark now; nothing when it does."""
        w, shown = self.desk.words, self.saving.shown
        if self.phase() is Phase.CANCELLED:
            return w._(
                "The session is cancelled, so it cannot be recorded. Take the cancellation back first."
            )
        if shown is not None and shown.session.closed_at is not None:
            return w._("The session has been ended. Open it for correction first.")
        if mark in (None, MarkKind.NOTIFIED) or self.may_begin():
            return ""
        return w._("The session is yet to come. I notes an absence in advance.")

    def _read(self, told: Roster) -> None:
        first = self.saving.shown is None
        self._cannot_read = False
        self.saving.read(told)
        if self._sought is not None and self.row(self._sought) is not None:
            self.table.choose(self._sought)
            self._sought = None
        if first:
            # The main window names the page again when its layout changes; this page lays itself out.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _not_read(self, error: "Refused") -> None:
        self._cannot_read = error.why in PASSING
        if not self._cannot_read:
            self.desk.trouble(error)
        self._show()

    def _show(self) -> None:
        shown, now = self.saving.shown, self.phase()
        self._show_banner()
        if shown is None or now is None:
            return
        closed = shown.session.closed_at is not None or now is Phase.CANCELLED
        names = [name_of(self.desk.words, row) for row in shown.rows]
        ids = [row.participant_id for row in shown.rows]
        self.table.show_letters_of(dict(zip(ids, letters_for(names), strict=True)))
        self.table.set_read_only(closed)
        self.table.people.show(shown.rows)
        self._card.setMaximumHeight(self._card.sizeHint().height())
        self.head.show_session(shown.session, now)
        self.bar.show_totals(shown.totals, shown.session.head_count or 0)
        self.commands.offer(shown, now)
        self._show_person()

    def _show_banner(self) -> None:
        w, unsaved = self.desk.words, self.saving.unsaved
        self.banner.setVisible(bool(unsaved) or self._cannot_read)
        told = w._("Could not be read") if self._cannot_read else w._("Not saved")
        self.banner.set_text(told)
        self.setProperty("unsaved", bool(unsaved))

    def _show_person(self) -> None:
        shown = self.row(self.table.person()) is not None
        self.panel.setVisible(shown and (not self.is_narrow() or self._drawer_open))
        self.person.show()

    def _person_changed(self, _participant_id: int) -> None:
        self._show_person()
        self.person.read_soon()

    def _tell_minutes(self, participant_id: int, minutes: int) -> None:
        row, changes = self.row(participant_id), self.changes()
        if row is not None and changes is not None:
            self.saving.carry(changes.minutes(row, minutes))

    def troubled(self, error: object) -> None:
        """A refusal that trying again would not mend: told, and everything is read anew."""
        self.desk.trouble(error)
        self.load()
        self.person.read_soon()

    def _noticed(self, changes: "Changes") -> None:
        super()._noticed(changes)
        if self.isVisible() and changes.tables & _OF_PERSON:
            self.person.read_soon()

    def _unset(self) -> None:
        self.table.choose_unset()
        self.table.setFocus()

    def _place_parts(self) -> None:
        px, width, height = self.desk.theme.px, self.width(), self.height()
        wide = width / self.desk.theme.scale >= WIDE_FROM
        panel = min(px(_PANEL_WIDE if wide else _PANEL), width)
        main = width if self.is_narrow() else width - panel
        self._main.setGeometry(0, 0, main, height)
        self.panel.setGeometry(width - panel, 0, panel, height)
        self.panel.raise_()
        edge = px(48 if wide else 24)
        self._column.setContentsMargins(edge, px(32 if wide else 20), edge, px(10))
        self.bar.set_wide(wide)
        self.table.set_roomy(wide)
        self._show_person()

    def _join(self) -> None:
        self.saving.changed.connect(self._show)
        self.saving.troubled.connect(self.troubled)
        self.banner.acted.connect(self.try_again)
        self.table.mark_asked.connect(self.mark)
        self.table.minutes_told.connect(self._tell_minutes)
        self.table.entry_asked.connect(self.write_entry)
        self.table.goal_asked.connect(self.panel.toggle_goal)
        self.table.panel_asked.connect(self.open_panel)
        self.table.head_count_asked.connect(self.commands.add_heads)
        self.table.person_changed.connect(self._person_changed)
        self.head.heads_told.connect(self.commands.count_heads)
        self.head.undo_asked.connect(self.desk.history.undo)
        self.bar.unset_asked.connect(self._unset)
        self.panel.left.connect(self.close_panel)
        self.panel.step_asked.connect(self.table.step)

    def _lay_out(self) -> None:
        px = self.desk.theme.px
        self._card.body.setContentsMargins(1, 1, 1, px(5) + self._card.shadow())
        self._card.body.addWidget(self.table)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self._column.addWidget(self.head)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._card, 1000)
        self._column.addStretch(1)
        outer = QVBoxLayout(self._main)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._column, 1)
        outer.addWidget(self.bar)
        self.setProperty("footer", self.bar.height())
