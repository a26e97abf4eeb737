# SPDX-License-Identifier: GPL-3.0-or-later
"""The person beside the roster: read when the row stays, written as it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db.queries.person_at_session import PersonAtSession, person_at_session
from desktop.models.roster import name_of

if TYPE_CHECKING:
    from db.queries.roster import RosterGoal, RosterRow
    from desktop.views.roster import RosterPage

# Whoever marks row after row does not look at each person, and the log need not say so.
READ_AFTER = 120


class RosterPerson(QObject):
    """Joins the page's current row with its panel."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self._versions: dict[int, int | None] = {}
        self._drafts: dict[int, str] = {}
        self._wait = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._wait.timeout.connect(self._read)
        panel = page.panel
        panel.worked_asked.connect(self._work_on)
        panel.level_asked.connect(self._set_level)
        panel.editor.written.connect(self._write)

    def show(self) -> None:
        """Show the row as it stands now."""
        shown, row = self._page.saving.shown, self._page.row(self._page.table.person())
        if row is None or shown is None:
            return
        others = [
            (other.person, name_of(self._page.desk.words, other))
            for other in shown.rows
            if other.participant_id != row.participant_id
        ]
        self._page.panel.show_person(row, others)

    def read_soon(self) -> None:
        """Read the person of the current row, unless it is left at once."""
        self._wait.start()

    def stop(self) -> None:
        """The page is left: nobody looks at the person."""
        self._wait.stop()

    def _read(self) -> None:
        page, person = self._page, self._page.table.person()
        if person is None:
            return
        ask = person_at_session(
            session_id=page.session_id, participant_id=person, staff_id=page.desk.who.staff_id
        )
        worker = page.desk.worker
        worker.read(self, ask, self._arrived, failed=page.desk.trouble, latest="person")

    def _arrived(self, told: PersonAtSession) -> None:
        person = told.participant_id
        if person not in self._drafts:
            self._versions[person] = told.own_entry.version if told.own_entry else None
        self._page.panel.show_read(told, self._drafts.get(person))

    def _write(self, participant_id: int, text: str, answer: str | None) -> None:
        row, changes = self._page.row(participant_id), self._page.changes()
        if row is None or changes is None:
            return
        self._drafts[participant_id] = text
        # Unknown while another save of the same entry is on its way.
        seen = self._versions.pop(participant_id, None)
        now = self._page.desk.clock.now()

        def stored(version: int | None) -> None:
            self._versions[participant_id] = version
            if self._drafts.get(participant_id) == text:
                del self._drafts[participant_id]

        change = changes.entry(row, text, now, seen=seen, answer=answer)
        self._page.saving.carry(change, stored)

    def _work_on(self, participant_id: int, goal_id: int, worked_on: bool) -> None:
        row, changes = self._page.row(participant_id), self._page.changes()
        if row is not None and changes is not None:
            self._page.saving.carry(changes.work_on(row, _goal(row, goal_id), worked_on))

    def _set_level(self, participant_id: int, goal_id: int, level: int | None) -> None:
        row, changes = self._page.row(participant_id), self._page.changes()
        if row is not None and changes is not None:
            self._page.saving.carry(changes.level(row, _goal(row, goal_id), level))


def _goal(row: "RosterRow", goal_id: int) -> "RosterGoal":
    return next(goal for goal in row.goals if goal.id == goal_id)
