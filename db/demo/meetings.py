# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns each group's weekly times into series and stored sessions: held, cancelled, planned."""

from datetime import date, timedelta

from db.demo.cast import Circle, Meet, World
from db.demo.frame import Span, closed_days, moment
from db.demo.lists import Facts
from db.demo.sheet import Row
from db.models import GroupSession, Series, SessionLeader
from db.rules.recurrence import WEEKDAYS, expand, weekly
from db.rules.words import HolidayRule, LeaderRole, SessionKind, SessionState

REASONS = (
    ("leader_ill", 0.52), ("too_few", 0.16), ("leader_away", 0.10), ("training", 0.08),
    ("no_room", 0.05), ("unit_event", 0.05), ("weather", 0.04),
)  # fmt: skip
STILL_FRESH = 6  # days within which some sessions have not been recorded yet
QUIET = 9  # days of the story's own week, in which nothing happens that is not told


def hold_sessions(world: World, circle: Circle) -> None:
    """Every session of the group in its span, in order of time."""
    found: list[tuple[date, Meet, int]] = []
    for meet in circle.meets:
        for term in circle.span.terms():
            days = _days(meet, term)
            if days:
                series = _series(world, circle, meet, term, days[0])
                found += [(day, meet, series["id"]) for day in days]
    for day, meet, series_id in sorted(found, key=lambda one: (one[0], one[1].start)):
        row = _session(world, circle, day, meet, series_id)
        circle.sessions.append(row)
        _change_leader(world, circle, row)
        _settle(world, circle, row)


def _days(meet: Meet, term: Span) -> list[date]:
    holidays = closed_days(term.first.year) | closed_days(term.last.year)
    rule = weekly(meet.days, meet.every)
    slots = expand(rule, starts_on=term.first, ends_on=term.last, holidays=holidays)
    return [slot.date for slot in slots]


def _series(world: World, circle: Circle, meet: Meet, term: Span, first: date) -> Row:
    return world.sheet.add(
        Series,
        group_id=circle.id,
        rule=weekly(meet.days, meet.every),
        starts_on=first,
        ends_on=term.last,
        start_minute=meet.start,
        minutes=meet.minutes,
        room_id=meet.room_id,
        place_type=_place(circle, meet),
        holiday_rule=HolidayRule.SKIP,
    )


def _session(world: World, circle: Circle, day: date, meet: Meet, series_id: int) -> Row:
    row = world.sheet.add(
        GroupSession,
        group_id=circle.id,
        series_id=series_id,
        original_date=day,
        date=day,
        starts_at=moment(day, meet.start),
        ends_at=moment(day, meet.start + meet.minutes),
        kind=SessionKind.ROUND if circle.form == "outreach" else SessionKind.REGULAR,
        state=SessionState.PLANNED,
        room_id=meet.room_id,
        place_type=_place(circle, meet),
    )
    is_calm = circle.unit.is_story and abs(world.frame.ago(day)) <= QUIET
    if circle.form == "activity" and not is_calm and world.chance.hit(0.03):
        row |= {
            "kind": SessionKind.OUTING,
            "place_type": "nature",
            "room_id": None,
            "place": world.chance.one(world.lists.texts["outings"]),
        }
    for moved in circle.facts.get("moved_rooms", []):
        if world.frame.day(moved["date"]) == day:
            row["room_id"] = circle.unit.rooms[moved["room"]]
    return row


def _place(circle: Circle, meet: Meet) -> str:
    usual = "street" if meet.room_id is None else "unit"
    return str(circle.facts.get("place_type", usual))


def _settle(world: World, circle: Circle, row: Row) -> None:
    """A session that is over has been held or was cancelled, unless nobody has recorded it yet."""
    if row["ends_at"] > world.frame.now:
        return
    told = _told(world, circle.facts.get("cancelled", []), row["date"])
    age = world.frame.ago(row["date"])
    is_calm = circle.unit.is_story and age <= QUIET
    is_free = circle.form != "scripted" and not is_calm
    if told or (is_free and world.cancels.hit()):
        cancel(world, row, circle.leaders[0], told["reason"] if told else None)
        return
    unrecorded = [world.frame.day(day) for day in circle.facts.get("unrecorded", [])]
    forgotten = not is_calm and age <= STILL_FRESH and world.chance.hit(0.06)
    if row["date"] not in unrecorded and not forgotten:
        close(world, row, circle.leaders[0])


def close(world: World, row: Row, leader: int) -> None:
    """Held, ended a few minutes after its end, with a line of what was done for many of them."""
    chance = world.chance
    later = row["ends_at"] + timedelta(minutes=chance.randint(1, 25))
    row |= {
        "state": SessionState.HELD,
        "closed_at": min(later, world.frame.now),
        "closed_by": leader,
    }
    if chance.hit(0.4):
        row["shared_text"] = chance.one(world.lists.texts["shared"])
    if chance.hit(0.2):
        row["climate"] = chance.randint(5, 9)
    if chance.hit(0.12):
        row["reflection"] = chance.one(world.lists.texts["reflections"])


def cancel(world: World, row: Row, leader: int, reason: str | None = None) -> None:
    """Called off the day before, or that morning when somebody fell ill."""
    chance, texts = world.chance, world.lists.texts
    why = reason or chance.by_weight(REASONS)
    hours = 2 if why == "leader_ill" else 26
    row |= {
        "state": SessionState.CANCELLED,
        "cancel_reason": why,
        "cancel_note": chance.one(texts["cancel_notes"]),
        "cancelled_at": min(row["starts_at"] - timedelta(hours=hours), world.frame.now),
        "cancelled_by": leader,
        "told": chance.one(texts["told"]),
    }


def _change_leader(world: World, circle: Circle, row: Row) -> None:
    """Who leads when it is not the group's usual leaders: told by the story, or a stand-in."""
    told = _told(world, circle.facts.get("stands_in", []), row["date"])
    led_by = circle.facts.get("led_by", {}).get(WEEKDAYS[row["date"].weekday()])
    if told:
        leaders = [world.staff[told["leader"]]]
    elif led_by:
        leaders = [world.staff[name] for name in led_by]
    elif not circle.unit.is_story and world.chance.hit(0.06):
        leaders = [world.chance.one(circle.unit.leaders)]
    else:
        return
    for staff_id in leaders:
        world.sheet.add(
            SessionLeader, session_id=row["id"], staff_id=staff_id, role=LeaderRole.LEADER
        )


def _told(world: World, entries: list[Facts], day: date) -> Facts | None:
    return next((facts for facts in entries if world.frame.day(facts["date"]) == day), None)
