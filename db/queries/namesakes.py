# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether somebody of the same name is in the office already, asked while a new one is written."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, or_, select

from db.log import Deed
from db.models import Enrolment, Group, Participant
from db.rules.folding import pattern
from db.rules.people import short_name
from db.work import query


@dataclass(frozen=True)
class Namesake:
    """Somebody of that name; the groups and the year of birth tell a person from a namesake."""

    participant_id: int
    name: str
    groups: str
    birth_year: int | None
    archived: bool


@query(whose=lambda found: [one.participant_id for one in found], deed=Deed.SEARCH)
def namesakes(
    conn: Connection, *, first_name: str, last_name: str, on: date, besides: int | None = None
) -> list[Namesake]:
    """Participants called so, in any case and with any accents; archived ones too, for they come
    back. `besides` leaves out the person whose form it is."""
    first, last = (" ".join(name.split()) for name in (first_name, last_name))
    if not (first and last):
        return []
    present = (
        select(func.aggregate_strings(Group.name, ", "))
        .join(Enrolment, Enrolment.group_id == Group.id)
        .where(Enrolment.participant_id == Participant.id, Enrolment.starts_on <= on)
        .where(or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= on))
        .scalar_subquery()
    )
    rows = conn.execute(
        select(
            Participant.id, Participant.first_name, Participant.last_name,
            Participant.birth_year, Participant.archived_on, present.label("groups"),
        )
        .where(Participant.first_name.regexp_match(f"^{pattern(first)}$"))
        .where(Participant.last_name.regexp_match(f"^{pattern(last)}$"))
        .where(Participant.merged_into_id.is_(None), Participant.erased_at.is_(None))
        .where(Participant.id != (besides or 0))
        .order_by(Participant.archived_on.is_not(None), Participant.id)
    )  # fmt: skip
    return [
        Namesake(
            row.id, short_name(row.first_name, row.last_name), row.groups or "", row.birth_year,
            row.archived_on is not None,
        )
        for row in rows
    ]  # fmt: skip
