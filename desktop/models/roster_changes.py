# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done on a roster, each as a `Change`: the deed, its sentence, and how it shows at once.

None stands for a wish that changes nothing.
"""

from collections.abc import Callable
from datetime import datetime

from db.actions.attendance import (
    clear_mark,
    fill_unmarked,
    set_head_count,
    set_mark,
    set_minutes,
    take_back_notice,
    tell_absence,
)
from db.actions.drop_ins import take_visitor_off
from db.actions.entries import save_entry
from db.actions.goals import set_step, set_worked_on
from db.queries.roster import Roster, RosterGoal, RosterRow
from db.rules.attendance import late_by
from db.rules.words import MarkKind
from desktop.models import roster_state as paints
from desktop.models.roster import name_of
from desktop.models.roster_state import Change
from desktop.words import Words

_SAYS: dict[MarkKind, Callable[[Words], str]] = {
    MarkKind.PRESENT: lambda w: w._("Marked present: {name}"),
    MarkKind.LATE: lambda w: w._("Marked late: {name}"),
    MarkKind.NOTIFIED: lambda w: w._("Marked absent, notified: {name}"),
    MarkKind.ABSENT: lambda w: w._("Marked absent: {name}"),
}


class RosterChanges:
    """Changes to one roster as it stands on the screen."""

    def __init__(self, words: Words, roster: Roster) -> None:
        self._words, self._roster = words, roster
        self._session = roster.session.id

    def mark(self, row: RosterRow, mark: MarkKind, now: datetime) -> Change | None:
        """Mark somebody. Before the session begins an absence is told in advance and is no mark."""
        session = self._roster.session
        person = row.participant_id
        if mark is MarkKind.NOTIFIED and now < session.starts_at:
            return None if row.told else self._told(row, now)
        if mark is row.mark:
            return None
        late = None
        if mark is MarkKind.LATE:
            late = late_by(session.starts_at, session.ends_at, now)
        deed = set_mark(
            session_id=self._session, participant_id=person, mark=mark, now=now, late_minutes=late
        )
        label = self._named(_SAYS[mark](self._words), row)
        return Change(("mark", person), label, deed, paints.marked(person, mark, late))

    def clear(self, row: RosterRow) -> Change | None:
        """Take away the mark; without one the apology, or the place of a visitor added by mistake."""
        person, words = row.participant_id, self._words
        where = {"session_id": self._session, "participant_id": person}
        about = ("mark", person)
        if row.mark is not None:
            label = self._named(words._("Mark taken away: {name}"), row)
            return Change(about, label, clear_mark(**where), paints.marked(person, None))
        if row.told:
            label = self._named(words._("Coming after all: {name}"), row)
            return Change(
                about, label, take_back_notice(**where), paints.told_absent(person, False)
            )
        if row.added is not None:
            label = self._named(words._("Visitor taken off: {name}"), row)
            return Change(about, label, take_visitor_off(**where), paints.taken_off(person))
        return None

    def minutes(self, row: RosterRow, minutes: int) -> Change | None:
        """Minutes told by hand."""
        if row.minutes == minutes:
            return None
        person = row.participant_id
        deed = set_minutes(session_id=self._session, participant_id=person, minutes=minutes)
        label = self._named(self._words._("Minutes changed: {name}"), row)
        return Change(("minutes", person), label, deed, paints.with_minutes(person, minutes))

    def fill(self) -> Change | None:
        """Everybody who has no mark is here, but for those who told of an absence."""
        count = self._roster.totals.unrecorded
        if not count:
            return None
        label = self._words.n(
            "All present: {count} participant", "All present: {count} participants", count
        ).format(count=count)
        deed = fill_unmarked(session_id=self._session, mark=MarkKind.PRESENT)
        return Change("fill", label, deed, paints.filled(MarkKind.PRESENT))

    def heads(self, count: int) -> Change | None:
        """Visitors without a name."""
        if count < 0 or count == (self._roster.session.head_count or 0):
            return None
        label = self._words._("Unnamed visitors: {count}").format(count=count)
        deed = set_head_count(session_id=self._session, count=count)
        return Change("heads", label, deed, paints.counted(count))

    def work_on(self, row: RosterRow, goal: RosterGoal, worked_on: bool) -> Change:
        """Whether a goal was worked on; its level of today goes with a "no"."""
        person, words = row.participant_id, self._words
        deed = set_worked_on(
            session_id=self._session, participant_id=person, goal_id=goal.id, worked_on=worked_on
        )
        says = words._("Goal worked on: {name}") if worked_on else words._("Goal left: {name}")
        paint = paints.worked(person, goal.id, worked_on, goal.level if worked_on else None)
        return Change(("goal", goal.id), self._named(says, row), deed, paint)

    def level(self, row: RosterRow, goal: RosterGoal, level: int | None) -> Change:
        """The level of a goal at this session."""
        person = row.participant_id
        deed = set_step(
            session_id=self._session, participant_id=person, goal_id=goal.id, level=level
        )
        label = self._named(self._words._("Level of a goal: {name}"), row)
        return Change(("level", goal.id), label, deed, paints.worked(person, goal.id, True, level))

    def entry(
        self, row: RosterRow, text: str, now: datetime, *, seen: int | None, answer: str | None
    ) -> Change:
        """What was typed about somebody; `answer` as `save_entry` takes it."""
        person = row.participant_id
        deed = save_entry(
            session_id=self._session,
            participant_id=person,
            text=text,
            now=now,
            seen=seen,
            name_warning=answer,
        )
        label = self._named(self._words._("Entry: {name}"), row)
        return Change(("entry", person), label, deed, lambda roster: roster)

    def _told(self, row: RosterRow, now: datetime) -> Change:
        person = row.participant_id
        deed = tell_absence(session_id=self._session, participant_id=person, now=now)
        label = self._named(self._words._("Told of an absence: {name}"), row)
        return Change(("mark", person), label, deed, paints.told_absent(person, True))

    def _named(self, says: str, row: RosterRow) -> str:
        return says.format(name=name_of(self._words, row))
