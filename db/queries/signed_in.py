# SPDX-License-Identifier: GPL-3.0-or-later
"""The person who has signed in, as the top bar and the lock screen name them."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.models import Staff, Unit
from db.rules.words import StaffRole
from db.work import nobody, query


@dataclass(frozen=True)
class SignedIn:
    """A member of staff: their names, right in the program and unit ("" where none is set)."""

    staff_id: int
    first_name: str
    last_name: str
    role: StaffRole
    unit: str


@query(whose=nobody)
def signed_in(conn: Connection, *, staff_id: int) -> SignedIn:
    """Who `staff_id` is."""
    row = conn.execute(
        select(Staff.first_name, Staff.last_name, Staff.role, Unit.name)
        .outerjoin(Unit, Unit.id == Staff.unit_id)
        .where(Staff.id == staff_id)
    ).one()
    return SignedIn(staff_id, row.first_name, row.last_name, row.role, row.name or "")
