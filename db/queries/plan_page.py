# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's plan together with what its wall copy is checked against: the names of those expected."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.models import GroupSession, Participant
from db.queries.session_head import Expected
from db.queries.session_plan import PlanCard, session_plan
from db.rules.people import Person
from db.work import query


@dataclass(frozen=True)
class PlanPage:
    """`people` is everybody expected. Their names are looked for in texts and shown nowhere, so
    the log tells only of those whose goals are shown."""

    card: PlanCard
    people: tuple[Person, ...]


@query(whose=lambda page: {goal.participant_id for goal in page.card.goals})
def plan_page(conn: Connection, *, session_id: int) -> PlanPage:
    """The plan of one session and who is expected; Conflict(GONE) without the session."""
    card = session_plan.on(conn, session_id=session_id)
    rows = conn.execute(
        select(
            Participant.id, Participant.kind, Participant.first_name, Participant.last_name,
            Participant.nickname, Participant.code,
        )
        .join(GroupSession, GroupSession.id == session_id)
        .where(Participant.id.in_(Expected.people))
        .order_by(Participant.id)
    )  # fmt: skip
    return PlanPage(card, tuple(Person(*row) for row in rows))
