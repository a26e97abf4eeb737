# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands on a session's sign-in sheet."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.errors import Conflict, Why
from db.models import GroupSession, Participant
from db.queries.session_head import Expected, Heads, SessionHead
from db.rules.people import Called, Person, name_order, short_names
from db.work import query


@dataclass(frozen=True)
class SignInSheet:
    """A session and the short names of those expected, in order of name: (id, name)."""

    head: SessionHead
    people: tuple[tuple[int, Called], ...]


@query(whose=lambda sheet: [participant for participant, _ in sheet.people])
def sign_in_sheet(conn: Connection, *, session_id: int) -> SignInSheet:
    """The sheet of one session; Conflict(GONE) without the session."""
    found = conn.execute(
        select(*Heads.columns).select_from(Heads.tables).where(GroupSession.id == session_id)
    ).one_or_none()
    if found is None:
        raise Conflict(Why.GONE)
    rows = conn.execute(
        select(
            Participant.id, Participant.kind, Participant.first_name, Participant.last_name,
            Participant.nickname, Participant.code,
        )
        .join(GroupSession, GroupSession.id == session_id)
        .where(Participant.id.in_(Expected.people))
    )  # fmt: skip
    names = short_names(Person(*row) for row in rows)
    ordered = sorted(names.items(), key=lambda pair: name_order(pair[1].text or "￿"))
    return SignInSheet(Heads.of(found), tuple(ordered))
