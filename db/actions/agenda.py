# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the agenda of a session where the order matters: one verb, one undo step."""

from sqlalchemy import select

from db.actions.session_plan import add_item, move_item
from db.models import AgendaItem
from db.tx import Tx
from db.work import action


@action
def insert_item(
    tx: Tx, *, session_id: int, after: int, minutes: int = 15, staff_id: int | None = None
) -> int:
    """A new agenda item below the item `after` of the same session; its id.

    Conflict(GONE) where that item is no longer there.
    """
    tx.known(AgendaItem, after)
    ids = (
        select(AgendaItem.id)
        .where(AgendaItem.session_id == session_id)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    in_order = list(tx.read(ids).scalars())
    steps = len(in_order) - 1 - in_order.index(after)
    item_id = add_item.on(tx, session_id=session_id, minutes=minutes, staff_id=staff_id)
    move_item.on(tx, item_id=item_id, by=-steps)
    return item_id
