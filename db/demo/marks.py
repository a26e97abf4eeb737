# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance: who was there, late, away with notice or without, and how many came unnamed."""

from datetime import timedelta

from db.demo.cast import Circle, Stay, World
from db.demo.frame import DAY, is_open
from db.demo.sheet import Row
from db.models import Addition, Mark, Notice
from db.rules.words import HERE, AddedAs, MarkKind, SessionState

LATE_OF_HERE = 0.057  # 4 % of all planned attendances
NOTIFIED_OF_AWAY = 0.505  # 14 of 30, those who drop out without a word left aside
FIRST_WEEKS, LAST_WEEKS = 5, 18  # a person's middle phase lies roughly between them
LATENESS = (5, 10, 10, 15, 15, 20, 30)
NAMED_SHARE = 0.4


def take_attendance(world: World, circle: Circle) -> None:
    """Marks and head counts of every session of the group that was held."""
    script = _script(world, circle)
    _trial_visits(world, circle)
    for place, row in enumerate(circle.sessions):
        if row["state"] is not SessionState.HELD:
            continue
        if circle.form in {"open", "drop_in", "outreach"}:
            _count(world, circle, row)
        for stay in circle.expected(row["date"]):
            said = script.get((stay.person.id, place))
            mark = said or _drawn(world, stay, row)
            if mark is not None:
                set_mark(world, stay, row, mark)
    if circle.unit.is_story and circle.form != "scripted":
        _no_second_absence(world, circle)
    _tell_ahead(world, circle)


def set_mark(world: World, stay: Stay, session: Row, mark: MarkKind) -> None:
    """One mark; minutes attended follow from it."""
    chance = world.chance
    length = int((session["ends_at"] - session["starts_at"]).total_seconds()) // 60
    late = early = None
    if mark is MarkKind.LATE:
        late = min(chance.one(LATENESS), length // 2)
    elif mark is MarkKind.PRESENT and not stay.person.is_scripted and chance.hit(0.02):
        early = min(15, length // 2)
    row = world.sheet.add(
        Mark,
        session_id=session["id"],
        participant_id=stay.person.id,
        mark=mark,
        minutes=length - (late or 0) - (early or 0) if mark in HERE else 0,
        late_minutes=late,
        early_minutes=early,
        remote=mark is MarkKind.PRESENT and chance.hit(0.01),
        self_reported=mark in HERE and chance.hit(0.03),
    )
    stay.marks.append(row)
    if mark in HERE:
        stay.person.visits.append((session, stay.circle))
    elif mark is MarkKind.NOTIFIED and chance.hit(0.3):
        _notice(world, session, stay.person.id)


def drop_in(world: World, session: Row, participant_id: int, kind: AddedAs) -> None:
    """Somebody who is on no list comes and stays for the whole session."""
    key = {"session_id": session["id"], "participant_id": participant_id}
    length = int((session["ends_at"] - session["starts_at"]).total_seconds()) // 60
    world.sheet.add(Addition, kind=kind, **key)
    world.sheet.add(Mark, mark=MarkKind.PRESENT, minutes=length, **key)


def _trial_visits(world: World, circle: Circle) -> None:
    """Some of those who joined later had come to look the time before."""
    held = [row for row in circle.sessions if row["state"] is SessionState.HELD]
    for stay in circle.stays:
        before = [row for row in held if row["date"] < stay.first]
        if before and not stay.person.is_scripted and world.chance.hit(0.15):
            drop_in(world, before[-1], stay.person.id, AddedAs.TRIAL)


def _drawn(world: World, stay: Stay, session: Row) -> MarkKind | None:
    """A throw weighed by the person's steadiness, the phase of the period and the calendar."""
    chance, day = world.chance, session["date"]
    if stay.dropped and (stay.last - day).days < 10 and chance.hit(0.7):
        return MarkKind.ABSENT
    if chance.hit(0.004):
        return None
    weeks = (day - stay.person.first).days / 7
    share = stay.person.steady + (0.03 if FIRST_WEEKS <= weeks <= LAST_WEEKS else -0.04)
    if not all(is_open(day + ahead * DAY) for ahead in range(1, 4)):
        share -= 0.09
    if chance.hit(share):
        return MarkKind.LATE if chance.hit(LATE_OF_HERE) else MarkKind.PRESENT
    return MarkKind.NOTIFIED if chance.hit(NOTIFIED_OF_AWAY) else MarkKind.ABSENT


def _count(world: World, circle: Circle, session: Row) -> None:
    """Visitors of an open group: regulars by name or code, the rest as a head count."""
    low, high = circle.facts["visits"]
    total = round(world.chance.normal((low + high) / 2, (high - low) / 4, low, high))
    known = [person for person in circle.regulars if person.first <= session["date"]]
    here = world.chance.some(known, round(total * NAMED_SHARE))
    for person in here:
        drop_in(world, session, person.id, AddedAs.WALK_IN)
    session["head_count"] = total - len(here)
    if circle.form == "drop_in" and world.chance.hit(0.5):
        session["meals"] = round(total * 0.6)


def _script(world: World, circle: Circle) -> dict[tuple[int, int], MarkKind]:
    """The story's marks by participant and number of session."""
    if circle.form != "scripted":
        return {}
    signs = {
        "P": MarkKind.PRESENT,
        "M": MarkKind.LATE,
        "I": MarkKind.NOTIFIED,
        "X": MarkKind.ABSENT,
    }
    found = {}
    for facts, stay in zip(world.lists.story["members"], circle.stays, strict=False):
        places = [n for n, row in enumerate(circle.sessions) if stay.covers(row["date"])]
        for place, sign in zip(places, facts["marks"], strict=False):
            if sign in signs:
                found[stay.person.id, place] = signs[sign]
    return found


def _no_second_absence(world: World, circle: Circle) -> None:
    """In the story only Tuomo was away twice in a row; for the others the last time is notified."""
    for stay in circle.expected(world.frame.today):
        last = stay.marks[-2:]
        if len(last) == 2 and all(mark["mark"] is MarkKind.ABSENT for mark in last):
            last[1]["mark"] = MarkKind.NOTIFIED


def _tell_ahead(world: World, circle: Circle) -> None:
    """A few have said already that they cannot come next week."""
    if circle.unit.is_story:
        return
    for row in circle.sessions:
        if row["state"] is SessionState.PLANNED and -8 <= world.frame.ago(row["date"]) < 0:
            for stay in circle.expected(row["date"]):
                if world.chance.hit(0.05):
                    _notice(world, row, stay.person.id)


def _notice(world: World, session: Row, participant_id: int) -> None:
    hours = world.chance.randint(1, 40)
    world.sheet.add(
        Notice,
        session_id=session["id"],
        participant_id=participant_id,
        told_at=min(session["starts_at"] - timedelta(hours=hours), world.frame.now),
        told_how=world.chance.by_weight((("message", 0.6), ("call", 0.3), ("in_person", 0.1))),
    )
