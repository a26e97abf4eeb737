# SPDX-License-Identifier: GPL-3.0-or-later
"""Personal entries: one person's own text about one session, saved as it is typed."""

from dataclasses import dataclass
from datetime import datetime

from db.errors import Conflict, Why
from db.models import Entry, GroupSession
from db.tx import Tx
from db.work import action


@dataclass(frozen=True)
class Saved:
    """The entry as stored, for the next save; `entry_id` is None when nothing is left of it."""

    entry_id: int | None
    version: int = 0


@action
def save_entry(
    tx: Tx,
    *,
    session_id: int,
    participant_id: int,
    text: str,
    now: datetime,
    entry_id: int | None = None,
    seen: int | None = None,
    name_warning: str | None = None,
) -> Saved:
    """Write the entry of the one who types: a new one, or `entry_id` as seen in version `seen`.

    An emptied entry is taken away. `name_warning` tells how a warning about another's name was
    answered; None leaves it as it is. Conflict when the entry has changed since or is gone.
    """
    answered = {} if name_warning is None else {"name_warning": name_warning}
    if entry_id is not None:
        return _rewrite(tx, entry_id, seen, text, answered)
    session = tx.known(GroupSession, session_id)
    if not text.strip():
        return Saved(None)
    added = tx.add(
        Entry,
        session_id=session_id,
        participant_id=participant_id,
        date=session["date"],
        text=text,
        written_by=tx.who.staff_id,
        written_at=now,
        **answered,
    )
    return Saved(added, 1)


def _rewrite(tx: Tx, entry_id: int, seen: int | None, text: str, answered: dict[str, str]) -> Saved:
    if text.strip():
        after = tx.change(Entry, entry_id, expect=seen, text=text, **answered)
        return Saved(entry_id, after["version"])
    before = tx.known(Entry, entry_id)
    if seen is not None and before["version"] != seen:
        raise Conflict(Why.CHANGED_BY_OTHER)
    tx.remove(Entry, entry_id)
    return Saved(None)
