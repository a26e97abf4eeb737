# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes who was not expected: this once, or as a member from today."""

from datetime import datetime

from db.actions.attendance import set_mark
from db.actions.people import add_participant, enrol
from db.actions.session_facts import Facts
from db.models import Addition, Group, Mark
from db.rules.words import AddedAs, MarkKind, ParticipantKind
from db.tx import Tx
from db.work import action


@action
def add_visitor(
    tx: Tx, *, session_id: int, participant_id: int, now: datetime, stays: bool = False
) -> None:
    """A person the office knows. Once the session has begun the visitor is here and is marked
    present; before it, only expected. `stays` makes a member from the session's date on."""
    facts = Facts.of_person(tx, session_id, participant_id)
    if not facts.is_expected and stays:
        enrol.on(tx, group_id=facts.group_id, participant_id=participant_id, starts_on=facts.date)
    elif not facts.is_expected and facts.mark is None:
        key = {"session_id": session_id, "participant_id": participant_id}
        tx.add(Addition, **key, kind=AddedAs.WALK_IN)
    if now >= facts.starts_at and facts.mark is None:
        set_mark.on(
            tx, session_id=session_id, participant_id=participant_id, mark=MarkKind.PRESENT, now=now
        )


@action
def add_new_visitor(
    tx: Tx,
    *,
    session_id: int,
    first_name: str,
    now: datetime,
    last_name: str = "",
    stays: bool = False,
) -> int:
    """A person seen for the first time, of the group's unit; a first name is enough. The id."""
    facts = Facts.of(tx, session_id)
    person = add_participant.on(
        tx,
        kind=ParticipantKind.NAMED,
        first_name=first_name,
        last_name=last_name,
        unit_id=tx.known(Group, facts.group_id)["unit_id"],
        first_contact_on=facts.date,
    )
    add_visitor.on(tx, session_id=session_id, participant_id=person, now=now, stays=stays)
    return person


@action
def take_visitor_off(tx: Tx, *, session_id: int, participant_id: int) -> None:
    """Somebody was added by mistake: the mark goes, and so does the place on the roster."""
    facts = Facts.of_person(tx, session_id, participant_id)
    tx.remove(Mark, session_id, participant_id)
    tx.remove(Addition, session_id, participant_id)
    if facts.was_here:
        facts.settle(tx)
