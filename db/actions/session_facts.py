# SPDX-License-Identifier: GPL-3.0-or-later
"""What deeds about a session have to know first, read in one statement: may it be written to?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select

from db.errors import Conflict, Refused, Why
from db.journal import Row as Image
from db.models import Addition, Enrolment, GroupSession, Mark
from db.rules.sessions import follows_marks
from db.rules.words import HERE, SessionState
from db.sql import in_turn, within
from db.tx import Tx

_session = bindparam("session", type_=GroupSession.id.type)
_person = bindparam("person", type_=GroupSession.id.type)

_FACTS = (
    GroupSession.group_id,
    GroupSession.date,
    GroupSession.starts_at,
    GroupSession.ends_at,
    GroupSession.state,
    GroupSession.closed_at,
    GroupSession.head_count,
)

_is_expected = or_(
    select(Enrolment.id)
    .where(
        Enrolment.participant_id == _person,
        Enrolment.group_id == GroupSession.group_id,
        within(Enrolment.starts_on, GroupSession.date, Enrolment.ends_on),
    )
    .correlate(GroupSession)
    .exists(),
    select(Addition.session_id)
    .where(Addition.session_id == _session, Addition.participant_id == _person)
    .exists(),
)

_MARK = tuple(Mark.__table__.c)

_OF_SESSION = select(*_FACTS).where(GroupSession.id == _session)

_OF_PERSON = (
    select(*_FACTS, _is_expected.label("is_expected"), *_MARK)
    .outerjoin(Mark, and_(Mark.session_id == _session, Mark.participant_id == _person))
    .where(GroupSession.id == _session)
)

_HERE = (
    select(func.count()).select_from(Mark).where(Mark.session_id == _session, Mark.mark.in_(HERE))
)


@dataclass(frozen=True)
class Facts:
    """A session that is open to be written to; with a person, also that person's mark as it is."""

    session_id: int
    group_id: int
    date: date
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    head_count: int | None
    mark: Image | None = None
    is_expected: bool = True

    @staticmethod
    def of(tx: Tx, session_id: int) -> "Facts":
        """Of a session; Conflict(GONE), Refused(SESSION_CLOSED or SESSION_CANCELLED)."""
        _take_turn(tx, session_id)
        row = tx.conn.execute(_OF_SESSION, {"session": session_id}).one_or_none()
        return _open(session_id, row)

    @staticmethod
    def of_person(tx: Tx, session_id: int, participant_id: int) -> "Facts":
        """The same with one person's mark."""
        _take_turn(tx, session_id)
        where = {"session": session_id, "person": participant_id}
        row = tx.conn.execute(_OF_PERSON, where).one_or_none()
        return _open(session_id, row)

    @property
    def length(self) -> int:
        """Minutes of the session."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def was_here(self) -> bool:
        """Whether the mark says that the person came."""
        return self.mark is not None and self.mark["mark"] in HERE

    def here(self, tx: Tx) -> int:
        """How many marks say now that somebody came."""
        return int(tx.conn.execute(_HERE, {"session": self.session_id}).scalar_one())

    def settle(self, tx: Tx) -> None:
        """Let the stored state follow the marks as they are now."""
        state = follows_marks(closed=False, here=self.here(tx), head_count=self.head_count)
        if state is not self.state:
            tx.change(GroupSession, self.session_id, state=state)


def _take_turn(tx: Tx, session_id: int) -> None:
    """Two leaders may mark the same session at the same moment."""
    in_turn(tx.conn, GroupSession.id == session_id, GroupSession.id)


def _open(session_id: int, row: Row[*tuple[Any, ...]] | None) -> Facts:
    if row is None:
        raise Conflict(Why.GONE)
    if row.state is SessionState.CANCELLED:
        raise Refused(Why.SESSION_CANCELLED)
    if row.closed_at is not None:
        raise Refused(Why.SESSION_CLOSED)
    told = row._mapping  # noqa: SLF001 - the documented name of SQLAlchemy's Row
    mark, is_expected = None, True
    if "is_expected" in told:
        image = {column.name: told[column] for column in _MARK}
        mark = image if image["session_id"] is not None else None
        is_expected = bool(row.is_expected)
    return Facts(
        session_id=session_id,
        group_id=row.group_id,
        date=row.date,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        state=row.state,
        head_count=row.head_count,
        mark=mark,
        is_expected=is_expected,
    )
