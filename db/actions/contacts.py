# SPDX-License-Identifier: GPL-3.0-or-later
"""Individual work with one person, as far as a group leader notes it."""

from datetime import datetime

from db.models import Contact
from db.tx import Tx
from db.work import action
from db.zone import zone_of


@action
def note_contact(
    tx: Tx, *, participant_id: int, kind: str, now: datetime, about_absence: bool = False
) -> int:
    """Somebody was in touch with the person; `kind` is from the code list contact_kinds. The id."""
    return tx.add(
        Contact,
        participant_id=participant_id,
        staff_id=tx.who.staff_id,
        date=now.astimezone(zone_of(tx.conn)).date(),
        starts_at=now,
        kind=kind,
        about_absence=about_absence,
    )
