# SPDX-License-Identifier: GPL-3.0-or-later
"""Ending a session and opening it again; cancelled, did not meet and nobody came are three things."""

from datetime import datetime

from sqlalchemy import select

from db.actions.attendance import fill_unmarked
from db.actions.session_facts import Facts
from db.errors import Conflict, Refused, Why
from db.journal import Row
from db.models import GroupSession, Mark
from db.rules.attendance import minutes_for
from db.rules.sessions import follows_marks
from db.rules.words import HERE, MarkKind, SessionState
from db.tx import Tx
from db.work import action


@action
def end_session(tx: Tx, *, session_id: int, now: datetime, rest: MarkKind | None = None) -> None:
    """The session was held and its marks are locked. Those without a mark get `rest`, or stay
    unrecorded when it is None."""
    Facts.of(tx, session_id)
    if rest is not None:
        fill_unmarked.on(tx, session_id=session_id, mark=rest)
    _close(tx, session_id, now)


@action
def nobody_came(tx: Tx, *, session_id: int, now: datetime) -> None:
    """Held, and every expected person absent: stored, so that it is told from a session that did
    not meet and from one that nobody recorded (Gibbon, Aam #2614)."""
    facts = Facts.of(tx, session_id)
    for mark in _marks(tx, session_id):
        if mark["mark"] in HERE:
            away = {"mark": MarkKind.ABSENT, "minutes": minutes_for(MarkKind.ABSENT, facts.length)}
            away |= {"late_minutes": None, "early_minutes": None}
            tx.put(Mark, session_id, mark["participant_id"], before=mark, **away)
    fill_unmarked.on(tx, session_id=session_id, mark=MarkKind.ABSENT)
    _close(tx, session_id, now, head_count=0 if facts.head_count else facts.head_count)


@action
def reopen_session(tx: Tx, *, session_id: int) -> None:
    """Open an ended session for correction; the log's line holds who did and what it undid."""
    session = tx.known(GroupSession, session_id)
    if session["state"] is SessionState.CANCELLED:
        raise Refused(Why.SESSION_CANCELLED)
    if session["closed_at"] is None:
        raise Conflict
    here = sum(mark["mark"] in HERE for mark in _marks(tx, session_id))
    state = follows_marks(closed=False, here=here, head_count=session["head_count"])
    tx.change(GroupSession, session_id, state=state, closed_at=None, closed_by=None)


@action
def cancel_session(
    tx: Tx, *, session_id: int, reason: str, now: datetime, note: str = "", told: str = ""
) -> None:
    """The session was cancelled beforehand. Marks that say somebody came are taken away: nobody can
    have come; what people told in advance stays."""
    Facts.of(tx, session_id)
    for mark in _marks(tx, session_id):
        tx.remove(Mark, session_id, mark["participant_id"])
    tx.change(
        GroupSession,
        session_id,
        state=SessionState.CANCELLED,
        head_count=None,
        cancel_reason=reason,
        cancel_note=note.strip(),
        cancelled_at=now,
        cancelled_by=tx.who.staff_id,
        told=told.strip(),
    )


@action
def did_not_meet(tx: Tx, *, session_id: int, reason: str, now: datetime) -> None:
    """It turns out afterwards that the group did not meet: cancelled, and in no figure."""
    cancel_session.on(tx, session_id=session_id, reason=reason, now=now)


@action
def reset_session(tx: Tx, *, session_id: int) -> None:
    """Back to planned: the cancelling, the ending, every mark and the head count are taken back."""
    tx.known(GroupSession, session_id)
    for mark in _marks(tx, session_id):
        tx.remove(Mark, session_id, mark["participant_id"])
    tx.change(
        GroupSession,
        session_id,
        state=SessionState.PLANNED,
        head_count=None,
        closed_at=None,
        closed_by=None,
        cancel_reason="",
        cancel_note="",
        cancelled_at=None,
        cancelled_by=None,
    )


def _close(tx: Tx, session_id: int, now: datetime, **more: int | None) -> None:
    tx.change(
        GroupSession,
        session_id,
        state=SessionState.HELD,
        closed_at=now,
        closed_by=tx.who.staff_id,
        **more,
    )


def _marks(tx: Tx, session_id: int) -> list[Row]:
    table = Mark.__table__
    found = tx.read(select(table).where(table.c.session_id == session_id)).mappings()
    return [dict(row) for row in found]
