# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants and their intervals in groups."""

from datetime import date, timedelta

from sqlalchemy import or_, select

from db.errors import Refused, Why
from db.models import Addition, Enrolment, Group, GroupSession, Mark, Participant
from db.rules.checks import in_order, named, within
from db.rules.words import AddedAs, EnrolmentKind, ParticipantKind
from db.tx import Tx
from db.work import action


@action
def add_participant(
    tx: Tx,
    /,
    *,
    kind: ParticipantKind,
    first_name: str = "",
    last_name: str = "",
    code: str = "",
    birth_year: int | None = None,
    **more: object,
) -> int:
    """A new participant; the id. A named one needs a first name, a pseudonymous one a code, an
    anonymous one gives neither: what is not needed is not kept."""
    within(birth_year, 1900, 2100, "birth_year")
    given: dict[str, object] = {}
    if kind is ParticipantKind.NAMED:
        given = {
            "first_name": named(first_name, "first_name"),
            "last_name": named(last_name, "last_name") if last_name.strip() else "",
        }
    elif kind is ParticipantKind.PSEUDONYMOUS:
        given = {"code": named(code, "code")}
        _require_free_code(tx, str(given["code"]))
    return tx.add(Participant, kind=kind, birth_year=birth_year, **given, **more)


@action
def change_participant(
    tx: Tx, /, *, participant_id: int, expect: int | None = None, **values: object
) -> None:
    """Change a participant's columns; what the kind then calls for has to be there, as in
    `add_participant`. Somebody may become known by name later, or never."""
    for column in ("first_name", "last_name", "code"):
        if values.get(column):
            values[column] = named(str(values[column]), column)
    year = values.get("birth_year")
    within(year if isinstance(year, int) else None, 1900, 2100, "birth_year")
    after = tx.change(Participant, participant_id, expect=expect, **values)
    if after["kind"] is ParticipantKind.NAMED:
        named(str(after["first_name"]), "first_name")
    elif after["kind"] is ParticipantKind.PSEUDONYMOUS:
        _require_free_code(tx, named(str(after["code"]), "code"), participant_id)


@action
def archive_participant(tx: Tx, *, participant_id: int, on: date) -> None:
    """Put a person away: open enrolments end, marks and counts stay as they are."""
    tx.change(Participant, participant_id, archived_on=on)
    still_in = select(Enrolment.id, Enrolment.starts_on).where(
        Enrolment.participant_id == participant_id,
        or_(Enrolment.ends_on.is_(None), Enrolment.ends_on > on),
    )
    for row in tx.read(still_in).all():
        if row.starts_on > on:
            tx.remove(Enrolment, row.id)
        else:
            tx.change(Enrolment, row.id, ends_on=on)


@action
def enrol(
    tx: Tx,
    *,
    group_id: int,
    participant_id: int,
    starts_on: date,
    ends_on: date | None = None,
    kind: EnrolmentKind = EnrolmentKind.MEMBER,
    came_through: str = "",
) -> int:
    """A new interval in a group; the id. Refused(ALREADY_ENROLLED) when it would overlap another,
    Conflict(GONE) when the group or the person has been removed."""
    in_order(starts_on, ends_on, "ends_on")
    tx.known(Group, group_id)
    tx.known(Participant, participant_id)
    found = select(Enrolment.id).where(
        Enrolment.group_id == group_id,
        Enrolment.participant_id == participant_id,
        Enrolment.ends_on.is_(None) | (Enrolment.ends_on >= starts_on),
        Enrolment.starts_on <= (ends_on or date.max),
    )
    if tx.read(found.limit(1)).first() is not None:
        raise Refused(Why.ALREADY_ENROLLED, field="starts_on")
    return tx.add(
        Enrolment,
        group_id=group_id,
        participant_id=participant_id,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        came_through=came_through,
    )


@action
def end_enrolment(
    tx: Tx, *, enrolment_id: int, last_day: date, reason: str = "", follow_on: str = ""
) -> None:
    """End an interval. Marks after its last day stay and keep counting, as additions to their
    sessions: counts never change afterwards."""
    before = tx.known(Enrolment, enrolment_id)
    in_order(before["starts_on"], last_day, "ends_on")
    tx.change(Enrolment, enrolment_id, ends_on=last_day, end_reason=reason, follow_on=follow_on)
    first_outside = last_day + timedelta(days=1)
    orphaned = (
        select(Mark.session_id)
        .join(GroupSession, GroupSession.id == Mark.session_id)
        .outerjoin(
            Addition,
            (Addition.session_id == Mark.session_id)
            & (Addition.participant_id == Mark.participant_id),
        )
        .where(
            Mark.participant_id == before["participant_id"],
            GroupSession.group_id == before["group_id"],
            GroupSession.date >= first_outside,
            Addition.session_id.is_(None),
        )
    )
    for session_id in tx.read(orphaned).scalars().all():
        tx.add(
            Addition,
            session_id=session_id,
            participant_id=before["participant_id"],
            kind=AddedAs.WALK_IN,
        )


def _require_free_code(tx: Tx, code: str, besides: int = 0) -> None:
    taken = select(Participant.id).where(
        Participant.code == code, Participant.archived_on.is_(None), Participant.id != besides
    )
    if tx.read(taken.limit(1)).first() is not None:
        raise Refused(Why.NAME_TAKEN, field="code")
