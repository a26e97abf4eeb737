# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance marks. The state of the session follows in the same transaction, so that undo takes
both back."""

from datetime import datetime

from sqlalchemy import and_, bindparam, select

from db.actions.session_facts import Facts
from db.errors import Refused, Why
from db.models import Addition, GroupSession, Mark, Notice
from db.queries.session_head import Expected
from db.rules.attendance import late_by, minutes_for
from db.rules.checks import within
from db.rules.sessions import follows_marks
from db.rules.words import HERE, AddedAs, MarkKind, SessionState
from db.tx import Tx
from db.work import action

LONGEST_MINUTES = 24 * 60


_session = bindparam("session", type_=Mark.session_id.type)
_person = Expected.at.c.participant_id

_UNMARKED = (
    select(_person, Notice.told_at)
    .outerjoin(Mark, and_(Mark.session_id == _session, Mark.participant_id == _person))
    .outerjoin(Notice, and_(Notice.session_id == _session, Notice.participant_id == _person))
    .where(Mark.session_id.is_(None))
)


@action
def set_mark(
    tx: Tx,
    *,
    session_id: int,
    participant_id: int,
    mark: MarkKind,
    now: datetime,
    late_minutes: int | None = None,
) -> None:
    """Mark one person. Somebody late arrives at `now` while the session runs; afterwards only
    `late_minutes` can tell. Somebody who was not expected is added to the session."""
    facts = Facts.of_person(tx, session_id, participant_id)
    late = late_minutes
    if mark is MarkKind.LATE and late is None:
        late = late_by(facts.starts_at, facts.ends_at, now)
    values = {
        "mark": mark,
        "minutes": minutes_for(mark, facts.length, late),
        "late_minutes": late if mark is MarkKind.LATE else None,
        "early_minutes": None,
    }
    if not facts.is_expected and facts.mark is None:
        key = {"session_id": session_id, "participant_id": participant_id}
        tx.add(Addition, **key, kind=AddedAs.WALK_IN)
    tx.put(Mark, session_id, participant_id, before=facts.mark, **values)
    if mark in HERE and facts.state is SessionState.PLANNED:
        tx.change(GroupSession, session_id, state=SessionState.HELD)
    elif facts.was_here and mark not in HERE:
        facts.settle(tx)


@action
def clear_mark(tx: Tx, *, session_id: int, participant_id: int) -> None:
    """Back to unrecorded."""
    facts = Facts.of_person(tx, session_id, participant_id)
    tx.remove(Mark, session_id, participant_id)
    if facts.was_here:
        facts.settle(tx)


@action
def set_minutes(tx: Tx, *, session_id: int, participant_id: int, minutes: int) -> None:
    """Minutes attended, told by hand: what is missing was lost at the start by somebody late, at
    the end by anybody else. Nobody without a mark, or away, has minutes."""
    within(minutes, 0, LONGEST_MINUTES, "minutes")
    facts = Facts.of_person(tx, session_id, participant_id)
    if facts.mark is None or not facts.was_here:
        raise Refused(Why.NUMBER_OUT_OF_RANGE, field="minutes", number=minutes, least=0, most=0)
    missing = max(0, facts.length - minutes)
    column = "late_minutes" if facts.mark["mark"] is MarkKind.LATE else "early_minutes"
    lost = {column: missing or None}
    tx.put(Mark, session_id, participant_id, before=facts.mark, minutes=minutes, **lost)


@action
def fill_unmarked(tx: Tx, *, session_id: int, mark: MarkKind) -> int:
    """Mark everybody who has no mark yet; how many. Whoever told of an absence in advance becomes a
    notified absence. Marks already made are left as they are (Moodle mod_attendance #405)."""
    facts = Facts.of(tx, session_id)
    where = {"session": session_id, "group": facts.group_id, "day": facts.date}
    unmarked = tx.conn.execute(_UNMARKED, where).all()
    kinds = [(p, mark if told_at is None else MarkKind.NOTIFIED) for p, told_at in unmarked]
    tx.add_all(
        Mark,
        [
            {
                "session_id": session_id,
                "participant_id": participant_id,
                "mark": kind,
                "minutes": minutes_for(kind, facts.length),
            }
            for participant_id, kind in kinds
        ],
    )
    if facts.state is SessionState.PLANNED and any(kind in HERE for _, kind in kinds):
        tx.change(GroupSession, session_id, state=SessionState.HELD)
    return len(kinds)


@action
def set_head_count(tx: Tx, *, session_id: int, count: int) -> None:
    """Visitors without a name. They belong to the session and need no named mark beside them
    (Jethro #1008)."""
    within(count, 0, 9_999, "head_count")
    facts = Facts.of(tx, session_id)
    state = follows_marks(closed=False, here=facts.here(tx), head_count=count)
    tx.change(GroupSession, session_id, head_count=count, state=state)


@action
def tell_absence(
    tx: Tx, *, session_id: int, participant_id: int, now: datetime, how: str = ""
) -> None:
    """An absence told in advance: it waits beside the roster and is no mark."""
    Facts.of(tx, session_id)
    before = tx.row(Notice, session_id, participant_id)
    tx.put(Notice, session_id, participant_id, before=before, told_at=now, told_how=how)


@action
def take_back_notice(tx: Tx, *, session_id: int, participant_id: int) -> None:
    """The person is coming after all."""
    Facts.of(tx, session_id)
    tx.remove(Notice, session_id, participant_id)
