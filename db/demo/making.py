# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an office up season by season, from its units down to single entries."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, bindparam, update

from db.demo import edges, edges_people, story
from db.demo.cast import World
from db.demo.chance import Chance
from db.demo.frame import DAY, WEEK, Frame, Span, season_before
from db.demo.groups import offered_groups, story_groups
from db.demo.lists import read_lists
from db.demo.marks import take_attendance
from db.demo.meetings import hold_sessions
from db.demo.periods import write_period
from db.demo.plans import close_goals, write_plan
from db.demo.seats import fill_seats, gather_regulars
from db.demo.staff import FOUNDERS, set_up
from db.demo.thread import plan_ahead, spin
from db.demo.volumes import Volume
from db.demo.writings import plan_sessions, tag_sessions, write_contacts
from db.models import Participant, Staff, Unit
from db.tx import table_of

YEAR = 52
ARCHIVED_AFTER = 45 * DAY
Progress = Callable[[int, int], None]


def make_up(
    conn: Connection, volume: Volume, seed: int, today: date, progress: Progress | None
) -> None:
    """Fill a founded office. `progress` hears how many of how many seasons are stored."""
    world = World(Frame(today), Chance(seed), read_lists())
    _name_the_founded(conn, world)
    set_up(world, volume)
    for place, season in enumerate(_seasons(world, volume)):
        world.begin_season()
        _season(world, volume, season)
        world.sheet.store(conn)
        world.note_last_seen()
        if progress:
            progress(place + 1, volume.seasons)
    _archive(conn, world)


def _seasons(world: World, volume: Volume) -> list[Span]:
    """Years that meet each other; the last one runs to the end of the term that today is in."""
    frame, told = world.frame, world.lists.story
    ends = frame.day(told["ends"])
    if volume.is_story_only:
        return [Span(frame.day(told["begins"]), ends)]
    starts = [season_before(frame.today, YEAR * back) for back in range(volume.seasons, 0, -1)]
    lasts = [first + YEAR * WEEK - DAY for first in starts[:-1]]
    return [Span(first, last) for first, last in zip(starts, [*lasts, ends], strict=True)]


def _season(world: World, volume: Volume, season: Span) -> None:
    is_last = season.last >= world.frame.today
    if is_last:
        story_groups(world, season)
    units = world.units[1:] if is_last else world.units
    for place, unit in enumerate(units if not volume.is_story_only else []):
        offered_groups(world, season, unit, place)
    for circle in world.circles:
        hold_sessions(world, circle)
    if is_last:
        story.gather(world)
    fill_seats(world)
    gather_regulars(world)
    if is_last:
        _bend(world, edges_people.PEOPLE)
    for person in world.persons:
        if not person.is_told:
            write_period(world, person)
            if person.period:
                write_plan(world, person)
    _meet(world, is_last=is_last)


def _meet(world: World, *, is_last: bool) -> None:
    """What happens in sessions and between them."""
    for circle in world.circles:
        take_attendance(world, circle)
    if is_last:
        _bend(world, edges.ATTENDANCE)
    for person in world.persons:
        spin(world, person)
        close_goals(person)
        if person.period:
            write_contacts(world, person)
    for circle in world.circles:
        plan_sessions(world, circle)
        tag_sessions(world, circle)
        plan_ahead(world, circle)
    if is_last:
        story.finish(world)
        _bend(world, edges.RECORDS)


def _bend(world: World, cases: tuple[Callable[[World], None], ...]) -> None:
    for case in cases:
        case(world)


def _archive(conn: Connection, world: World) -> None:
    """Those who left long ago are archived. Only now is it known who never came back."""
    rows = [
        {"who": number, "day": last + ARCHIVED_AFTER}
        for number, last in world.last_seen.items()
        if last < world.frame.today - 2 * ARCHIVED_AFTER
    ]
    table = table_of(Participant)
    still_listed = (table.c.id == bindparam("who"), table.c.archived_on.is_(None))
    if rows:
        conn.execute(update(table).where(*still_listed).values(archived_on=bindparam("day")), rows)


def _name_the_founded(conn: Connection, world: World) -> None:
    """What `db.opening` did not ask of the unit and the person it made."""
    unit, founder = world.lists.story["unit"], world.lists.story["founder"]
    facts = {name: value for name, value in unit.items() if name not in {"name", "rooms"}}
    conn.execute(update(Unit).where(Unit.id == FOUNDERS).values(**facts))
    titled = update(Staff).where(Staff.id == FOUNDERS)
    conn.execute(titled.values(title=founder["title"], is_registered=True))
