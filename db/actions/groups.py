# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups, their leaders, rooms and units."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from db.errors import Refused, Why
from db.models import Group, GroupLeader, Room, Staff, Unit
from db.rules.checks import in_order, named, within
from db.rules.words import Counting, LeaderRole, Openness, StaffRole
from db.tx import Tx
from db.work import action


@action
def add_group(
    tx: Tx,
    /,
    *,
    unit_id: int,
    name: str,
    kind: str,
    openness: Openness,
    counting: Counting,
    leaders: Sequence[tuple[int, LeaderRole]] = (),
    starts_on: date | None = None,
    ends_on: date | None = None,
    min_size: int | None = None,
    max_size: int | None = None,
    new_room: str = "",
    **more: object,
) -> int:
    """A new group with its leaders; its id. `more` names other columns of the table as they are.

    `new_room` makes a room of that name in the unit, to be the group's own.
    """
    in_order(starts_on, ends_on, "ends_on")
    within(max_size, max(1, min_size or 1), 10_000, "max_size")
    name = named(name, "name")
    if new_room:
        more["default_room_id"] = add_room.on(tx, unit_id=unit_id, name=new_room)
    group = tx.add(
        Group,
        unit_id=unit_id,
        name=name,
        kind=kind,
        openness=openness,
        counting=counting,
        starts_on=starts_on,
        ends_on=ends_on,
        min_size=min_size,
        max_size=max_size,
        **more,
    )
    for staff_id, role in leaders:
        tx.add(GroupLeader, group_id=group, staff_id=staff_id, role=role)
    return group


@action
def change_group(
    tx: Tx,
    /,
    *,
    group_id: int,
    expect: int | None = None,
    leaders: Sequence[tuple[int, LeaderRole]] | None = None,
    new_room: str = "",
    **values: object,
) -> None:
    """Change a group's columns, and its leaders when they are given; `new_room` as in `add_group`."""
    if isinstance(values.get("name"), str):
        values["name"] = named(str(values["name"]), "name")
    if new_room:
        unit = values.get("unit_id") or tx.known(Group, group_id)["unit_id"]
        values["default_room_id"] = add_room.on(tx, unit_id=int(str(unit)), name=new_room)
    if values:
        after = tx.change(Group, group_id, expect=expect, **values)
        in_order(after["starts_on"], after["ends_on"], "ends_on")
        within(after["max_size"], max(1, after["min_size"] or 1), 10_000, "max_size")
    if leaders is not None:
        _set_leaders(tx, group_id, dict(leaders))


@action
def archive_group(tx: Tx, *, group_id: int, on: date) -> None:
    """Put a group away: it leaves the lists, its sessions and marks stay."""
    tx.change(Group, group_id, archived_on=on)


@action
def add_unit(tx: Tx, *, name: str) -> int:
    """A new unit; its id."""
    return tx.add(Unit, name=named(name, "name"))


@action
def add_room(tx: Tx, *, unit_id: int, name: str, capacity: int | None = None) -> int:
    """A new room; its id. A unit has one room of a name: Refused(NAME_TAKEN)."""
    within(capacity, 1, 10_000, "capacity")
    name = named(name, "room")
    taken = select(Room.id).where(
        Room.unit_id == unit_id, Room.name == name, Room.archived_on.is_(None)
    )
    if tx.read(taken.limit(1)).first() is not None:
        raise Refused(Why.NAME_TAKEN, field="room", name=name)
    return tx.add(Room, unit_id=unit_id, name=name, capacity=capacity)


@action
def add_staff(
    tx: Tx,
    *,
    first_name: str,
    last_name: str = "",
    unit_id: int | None = None,
    role: StaffRole = StaffRole.LEADER,
    title: str = "",
) -> int:
    """A colleague, or somebody who leads without signing in; the id."""
    return tx.add(
        Staff,
        first_name=named(first_name, "first_name"),
        last_name=" ".join(last_name.split()),
        unit_id=unit_id,
        role=role,
        title=title,
    )


def _set_leaders(tx: Tx, group_id: int, wanted: dict[int, LeaderRole]) -> None:
    rows = tx.read(
        select(GroupLeader.id, GroupLeader.staff_id, GroupLeader.role).where(
            GroupLeader.group_id == group_id, GroupLeader.ends_on.is_(None)
        )
    ).all()
    for row in rows:
        role = wanted.pop(row.staff_id, None)
        if role is None:
            tx.remove(GroupLeader, row.id)
        elif role is not row.role:
            tx.change(GroupLeader, row.id, role=role)
    for staff_id, role in wanted.items():
        tx.add(GroupLeader, group_id=group_id, staff_id=staff_id, role=role)
