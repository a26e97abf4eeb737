# SPDX-License-Identifier: GPL-3.0-or-later
"""Which session somebody means who names it by number, or by group and day."""

from datetime import date

from sqlalchemy import Connection, select

from db.errors import Refused, Why
from db.models import Group, GroupSession
from db.work import nobody, query


@query(whose=nobody)
def find_session(
    conn: Connection, *, session_id: int | None, group: str | None, on: date | None
) -> int:
    """The session's id. By group the first of that day; without a day the group's latest one.

    Refused(UNKNOWN_GROUP / NO_SUCH_SESSION).
    """
    if session_id is not None:
        known = conn.execute(select(GroupSession.id).where(GroupSession.id == session_id)).scalar()
        if known is None:
            raise Refused(Why.NO_SUCH_SESSION)
        return known
    named = conn.execute(select(Group.id, Group.name)).all()
    wanted = (group or "").casefold()
    ids = [row.id for row in named if row.name.casefold() == wanted]
    if not ids:
        raise Refused(Why.UNKNOWN_GROUP, group=group or "")
    found = select(GroupSession.id).where(GroupSession.group_id.in_(ids))
    if on is not None:
        found = found.where(GroupSession.date == on).order_by(GroupSession.starts_at)
    else:
        found = found.order_by(GroupSession.starts_at.desc())
    first = conn.execute(found.limit(1)).scalar()
    if first is None:
        raise Refused(Why.NO_SUCH_SESSION)
    return first
