# SPDX-License-Identifier: GPL-3.0-or-later
"""From a weekly time to stored sessions, and single sessions beside it."""

from collections.abc import Collection
from datetime import date
from zoneinfo import ZoneInfo

from db.actions.groups import add_room
from db.errors import Refused, Why
from db.models import Group, GroupSession, Series
from db.rules.checks import in_order, within
from db.rules.closed_days import finnish
from db.rules.recurrence import Slot, at, ends, expand, weekly
from db.rules.words import HolidayRule, SessionKind, SessionState
from db.tx import Tx
from db.work import action
from db.zone import zone_of

LONGEST_MINUTES = 24 * 60


@action
def add_weekly(
    tx: Tx,
    *,
    group_id: int,
    weekdays: Collection[int],
    start_minute: int,
    minutes: int,
    starts_on: date,
    ends_on: date,
    every: int = 1,
    room_id: int | None = None,
    new_room: str = "",
    on_holiday: HolidayRule = HolidayRule.SKIP,
) -> int:
    """A weekly time (0 = Monday) and its sessions; how many were made.

    `start_minute` counts from local midnight; sessions may cross it. Public holidays are minded.
    `new_room` makes a room of that name in the group's unit.
    """
    if not weekdays:
        raise Refused(Why.NO_WEEKDAY, field="weekdays")
    within(minutes, 5, LONGEST_MINUTES, "minutes")
    within(start_minute, 0, LONGEST_MINUTES - 1, "start_minute")
    within(every, 1, 52, "every")
    in_order(starts_on, ends_on, "ends_on")
    rule = weekly(weekdays, every)
    holidays = finnish(range(starts_on.year, ends_on.year + 2))
    slots = expand(
        rule, starts_on=starts_on, ends_on=ends_on, holidays=holidays, on_holiday=on_holiday
    )
    if not slots:
        raise Refused(Why.NO_SESSIONS_COME, field="ends_on")
    unit = tx.known(Group, group_id)["unit_id"]
    if new_room:
        room_id = add_room.on(tx, unit_id=unit, name=new_room)
    series = tx.add(
        Series,
        group_id=group_id,
        rule=rule,
        starts_on=starts_on,
        ends_on=ends_on,
        start_minute=start_minute,
        minutes=minutes,
        room_id=room_id,
        holiday_rule=on_holiday,
    )
    zone = zone_of(tx.conn)
    rows = [_row(slot, group_id, start_minute, minutes, zone) for slot in slots]
    tx.add_all(GroupSession, [{**row, "series_id": series, "room_id": room_id} for row in rows])
    return len(rows)


@action
def add_session(
    tx: Tx,
    *,
    group_id: int,
    date: date,
    start_minute: int,
    minutes: int,
    room_id: int | None = None,
    kind: SessionKind = SessionKind.REGULAR,
) -> int:
    """One session outside any series; its id."""
    within(minutes, 5, LONGEST_MINUTES, "minutes")
    tx.known(Group, group_id)
    row = _row(Slot(date, date), group_id, start_minute, minutes, zone_of(tx.conn))
    return tx.add(GroupSession, **{**row, "room_id": room_id, "kind": kind, "original_date": None})


def _row(
    slot: Slot, group_id: int, start_minute: int, minutes: int, zone: ZoneInfo
) -> dict[str, object]:
    start = at(slot.date, start_minute, zone)
    return {
        "group_id": group_id,
        "original_date": slot.original,
        "date": slot.date,
        "starts_at": start,
        "ends_at": ends(start, minutes),
        "kind": SessionKind.REGULAR,
        "state": SessionState.PLANNED,
    }
