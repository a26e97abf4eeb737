# SPDX-License-Identifier: GPL-3.0-or-later
"""Which skill areas held sessions worked on, and at how many of them."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from db.log import Purpose
from db.models import GroupSession, SessionTag
from db.rules.periods import Period
from db.rules.words import SessionState, TagKind
from db.work import nobody, query


@dataclass(frozen=True)
class SkillArea:
    """A code of the list `skill_areas`, and the number of held sessions that carry it."""

    code: str
    sessions: int


@query(whose=nobody, purpose=Purpose.STATISTICS)
def skill_areas(conn: Connection, *, group_id: int, period: Period) -> tuple[SkillArea, ...]:
    """The skill areas of a group's sessions in a period, the commonest first."""
    count = func.count()
    rows = conn.execute(
        select(SessionTag.code, count)
        .join(GroupSession, GroupSession.id == SessionTag.session_id)
        .where(
            GroupSession.group_id == group_id,
            GroupSession.date.between(period.first, period.last),
            GroupSession.state == SessionState.HELD,
            SessionTag.kind == TagKind.SKILL_AREA,
        )
        .group_by(SessionTag.code)
        .order_by(count.desc(), SessionTag.code)
    )
    return tuple(SkillArea(*row) for row in rows)
