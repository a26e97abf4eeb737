# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the roster that have a name: each in the command search, some with a key."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.actions.drop_ins import add_new_visitor, add_visitor
from db.actions.sessions import (
    did_not_meet,
    end_session,
    nobody_came,
    reopen_session,
    reset_session,
)
from db.queries.roster import Roster
from db.rules.sessions import Phase
from db.rules.words import Counting, MarkKind, SessionState
from db.work import Do
from desktop.desk import Place
from desktop.models.roster import name_of
from desktop.views.drop_in import DropInDialog, Visitor
from desktop.views.end_session import EndSessionDialog

if TYPE_CHECKING:
    from desktop.views.roster import RosterPage

_WHOLE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_TABLE = Qt.ShortcutContext.WidgetShortcut


class RosterCommands(QObject):
    """Made with the page; `offer` says which of them there are to choose from now."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        w, add = page.desk.words, self._add
        self.all_present = add(w._("All present"), "check-check", self.fill, "K", _TABLE)
        self.visitor = add(w._("Add a visitor…"), "user-round-plus", self.ask_visitor, "A", _TABLE)
        self.ending = add(w._("End session"), "check", self.end, "Ctrl+Return")
        self.ending.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.next = add(w._("Next participant"), "chevron-down", lambda: self.step(1), "Alt+Down")
        self.before = add(
            w._("Previous participant"), "chevron-up", lambda: self.step(-1), "Alt+Up"
        )
        self.plan = add(w._("Session plan and printing"), "printer", self.show_plan, "Ctrl+P")
        self.reopening = add(w._("Open for correction"), "lock-open", self.reopen)
        self.nobody = add(w._("Nobody came"), "user-round-x", self.tell_nobody_came)
        self.no_meeting = add(w._("The group did not meet…"), "calendar-x", self.tell_did_not_meet)
        self.resetting = add(w._("Set back to planned…"), "undo-2", self.reset)
        head, bar = page.head, page.bar
        head.all_present_asked.connect(self.fill)
        head.visitor_asked.connect(self.ask_visitor)
        head.reopen_asked.connect(self.reopen)
        bar.end_asked.connect(self.end)
        head.offer([self.plan, self.nobody, self.no_meeting, self.resetting])

    def offer(self, shown: Roster, phase: Phase) -> None:
        """Let people choose what can be done now, and nothing else."""
        session = shown.session
        closed = session.closed_at is not None
        is_open = not closed and phase is not Phase.CANCELLED
        begun = phase is not Phase.COMING or session.state is SessionState.HELD
        saved = not self._page.saving.unsaved
        self.visitor.setEnabled(is_open)
        unset = shown.totals.unrecorded > 0
        self.all_present.setEnabled(is_open and unset and self._page.may_begin())
        self._page.head.all_present.setEnabled(self.all_present.isEnabled())
        for command in (self.ending, self.nobody):
            command.setEnabled(is_open and begun and saved)
        self.no_meeting.setEnabled(is_open and begun)
        self.reopening.setEnabled(closed)
        self.resetting.setEnabled(closed or phase is Phase.CANCELLED)
        self._page.bar.end.setEnabled(self.ending.isEnabled())
        self._page.bar.end.setVisible(is_open)

    def fill(self) -> None:
        """Everybody who has no mark is here."""
        changes = self._page.changes()
        if changes is not None and self.all_present.isEnabled():
            self._page.saving.carry(changes.fill())

    def count_heads(self, count: int) -> None:
        """So many visitors without a name."""
        changes = self._page.changes()
        if changes is not None:
            self._page.saving.carry(changes.heads(count))

    def add_heads(self, by: int) -> None:
        """More visitors without a name, or fewer; where the group counts them."""
        shown = self._page.saving.shown
        if shown is not None and shown.session.counting is not Counting.NAMED:
            self.count_heads((shown.session.head_count or 0) + by)

    def step(self, by: int) -> None:
        """The next person; who was typing goes on typing."""
        self._page.settle()
        self._page.table.step(by)

    def show_plan(self) -> None:
        """The plan of the session, from where it is printed."""
        self._page.desk.go(Place("plan", self._page.session_id))

    def ask_visitor(self) -> None:
        """Ask who came."""
        shown = self._page.saving.shown
        if shown is None or not self.visitor.isEnabled():
            return
        dialog = DropInDialog(
            self._page.desk,
            self._page.session_id,
            counts_heads=shown.session.counting is not Counting.NAMED,
            parent=self._page,
        )
        dialog.chosen.connect(self._add_visitor)
        dialog.open()

    def end(self) -> None:
        """End the session; asks first when somebody would be left unrecorded."""
        shown, page = self._page.saving.shown, self._page
        if shown is None or not self.ending.isEnabled():
            return
        page.settle()
        unset = [name_of(page.desk.words, row) for row in shown.rows if row.mark is None]
        if not unset:
            self._end(None)
            return
        dialog = EndSessionDialog(page.desk.theme, page.desk.words, unset, page)
        dialog.chosen.connect(self._end)
        dialog.open()

    def reopen(self) -> None:
        """Open an ended session for correction."""
        told = self._page.desk.words._("Session opened for correction")
        self._do(told, reopen_session(session_id=self._page.session_id))

    def tell_nobody_came(self) -> None:
        """Held, and everybody absent; asked first where somebody is marked as here."""
        w, desk, shown = self._page.desk.words, self._page.desk, self._page.saving.shown
        here = shown.totals.here + (shown.session.head_count or 0) if shown is not None else 0
        sentence = w._("Marks that say somebody came are turned into absences.")
        if here and not desk.ask.confirm(
            w._("Nobody came?"), sentence, w._("Mark all absent"), w._("Cancel")
        ):
            return
        deed = nobody_came(session_id=self._page.session_id, now=desk.clock.now())
        self._do(w._("Nobody came"), deed)

    def tell_did_not_meet(self) -> None:
        """The group did not meet: asks why."""
        w, desk = self._page.desk.words, self._page.desk
        reason = desk.ask.choose(
            w._("The group did not meet"),
            desk.codes.title("cancel_reasons"),
            w._("Mark as cancelled"),
            desk.codes.choices("cancel_reasons"),
        )
        if reason is not None:
            now = desk.clock.now()
            deed = did_not_meet(session_id=self._page.session_id, reason=reason, now=now)
            self._do(w._("The group did not meet"), deed)

    def reset(self) -> None:
        """Back to planned: asked first, as the marks go."""
        w, desk = self._page.desk.words, self._page.desk
        if desk.ask.confirm(
            w._("Set the session back to planned?"),
            w._("Marks and the count of visitors are taken away. You can undo this."),
            w._("Set back to planned"),
            w._("Cancel"),
        ):
            self._do(
                w._("Session set back to planned"), reset_session(session_id=self._page.session_id)
            )

    def _end(self, rest: MarkKind | None) -> None:
        page = self._page
        deed = end_session(session_id=page.session_id, now=page.desk.clock.now(), rest=rest)
        self._do(page.desk.words._("Session ended"), deed)

    def _add_visitor(self, visitor: Visitor) -> None:
        page, w = self._page, self._page.desk.words
        now, known = page.desk.clock.now(), visitor.participant_id
        if visitor.unnamed:
            self.add_heads(visitor.unnamed)
        elif known is not None:
            deed = add_visitor(
                session_id=page.session_id, participant_id=known, now=now, stays=visitor.stays
            )
            self._do(w._("Visitor added"), deed, lambda _none: page.seek(known))
        else:
            new = add_new_visitor(
                session_id=page.session_id,
                first_name=visitor.first_name,
                last_name=visitor.last_name,
                now=now,
                stays=visitor.stays,
            )
            told = w._("Visitor added: {name}").format(name=visitor.first_name)
            self._do(told, new, page.seek)

    def _do(self, label: str, deed: Do[Any], done: Callable[[Any], None] | None = None) -> None:
        page = self._page
        page.desk.history.do(
            page,
            deed,
            label,
            (lambda outcome: done(outcome.value)) if done is not None else None,
            failed=page.troubled,
        )

    def _add(
        self,
        text: str,
        icon: str,
        run: Callable[[], None],
        keys: str = "",
        context: Qt.ShortcutContext = _WHOLE,
    ) -> QAction:
        action = QAction(text, self._page)
        action.setProperty("icon_name", icon)
        action.setIcon(self._page.desk.theme.icon(icon))
        action.setShortcutContext(context)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: run())
        owners: Iterable[QWidget] = (self._page, self._page.table)
        for owner in owners if context is _TABLE else (self._page,):
            owner.addAction(action)
        return action
