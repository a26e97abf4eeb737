# SPDX-License-Identifier: GPL-3.0-or-later
"""Personal entries: one person's own text about one session, saved as it is typed."""

from datetime import datetime

from sqlalchemy import select

from db.errors import Conflict
from db.journal import Row
from db.models import Entry, GroupSession
from db.tx import Tx
from db.work import action


@action
def save_entry(
    tx: Tx,
    *,
    session_id: int,
    participant_id: int,
    text: str,
    now: datetime,
    seen: int | None = None,
    name_warning: str | None = None,
) -> int | None:
    """Write what the person who is signed in has to say; the version stored, None for nothing.

    An emptied entry is taken away. `seen` is the version that was being edited, None where that is
    not known yet: Conflict when it has changed since. `name_warning` tells how a warning about
    somebody else's name was answered; None leaves it as it is.
    """
    session = tx.known(GroupSession, session_id)
    before = _own_entry(tx, session_id, participant_id)
    if before is not None and seen is not None and before["version"] != seen:
        raise Conflict
    if not text.strip():
        if before is not None:
            tx.remove(Entry, before["id"])
        return None
    answered = {} if name_warning is None else {"name_warning": name_warning}
    if before is not None:
        after = tx.put(Entry, before["id"], before=before, text=text, **answered)
        return int(after["version"])
    tx.add(
        Entry,
        session_id=session_id,
        participant_id=participant_id,
        date=session["date"],
        text=text,
        written_by=tx.who.staff_id,
        written_at=now,
        **answered,
    )
    return 1


def _own_entry(tx: Tx, session_id: int, participant_id: int) -> Row | None:
    """What this writer has written so far."""
    table = Entry.__table__
    found = tx.read(
        select(table)
        .where(
            table.c.session_id == session_id,
            table.c.participant_id == participant_id,
            table.c.written_by == tx.who.staff_id,
        )
        .order_by(table.c.id)
    )
    row = found.mappings().first()
    return dict(row) if row else None
