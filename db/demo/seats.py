# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the groups' seats: who joins when, who drops out, who comes to two or three groups."""

from datetime import date
from heapq import heappop, heappush

from db.demo.cast import Circle, Person, Stay, Unit, World
from db.demo.frame import DAY
from db.demo.people import client, regular
from db.demo.periods import begin_period, draw_lengths, weeks_of
from db.models import Enrolment
from db.rules.words import EnrolmentKind

LEAST_STAY = 28 * DAY
SETTLED = 60  # days before today from which on a place is taken again at once
COMES_BACK = 0.55
STAYS_ON = 0.65
DROP_REASONS = (("no_contact", 0.45), ("own_wish", 0.30), ("not_suitable", 0.15), ("health", 0.10))
END_REASONS = (
    ("goals_reached", 0.40), ("period_over", 0.30), ("moved_on", 0.17), ("work_or_study", 0.13),
)  # fmt: skip
LOOK_AHEAD = 40


def fill_seats(world: World) -> None:
    """Enrolments of all groups but the scripted one, seat by seat in order of time."""
    waiting: list[tuple[date, int, Circle]] = []
    tickets = iter(range(10_000_000))
    for circle in world.circles:
        for place in range(circle.seats if circle.form in {"closed", "activity"} else 0):
            opens = _opens(world, circle, place)
            heappush(waiting, (opens, next(tickets), circle))
    while waiting:
        day, _ticket, circle = heappop(waiting)
        stay = _take(world, circle, day)
        if stay is not None and circle.form == "activity":
            heappush(waiting, (_free_again(world, stay), next(tickets), circle))


def gather_regulars(world: World) -> None:
    """Those who drop in at open groups and are told apart."""
    for circle in world.circles:
        for _place in range(circle.facts.get("regulars", 0) - len(circle.regulars)):
            first = circle.span.first + world.chance.randrange(60) * DAY
            last = circle.span.last
            circle.regulars.append(regular(world, circle.unit, first, last))


def enrol(world: World, person: Person, circle: Circle, first: date, last: date) -> Stay:
    """One enrolment; open-ended when `last` is still to come."""
    row = world.sheet.add(
        Enrolment,
        group_id=circle.id,
        participant_id=person.id,
        period_id=person.period["id"] if person.period else None,
        kind=EnrolmentKind.RETURNING if _has_been(person, circle) else EnrolmentKind.MEMBER,
        starts_on=first,
        planned_end_on=last,
        came_through=person.row["came_through"],
        readiness=world.chance.randint(3, 9) if world.chance.hit(0.5) else None,
    )
    stay = Stay(row, person, circle, first, last)
    person.stays.append(stay)
    circle.stays.append(stay)
    return stay


def end_stay(stay: Stay, last: date, reason: str) -> None:
    """The enrolment ends on `last`."""
    stay.last = last
    stay.row |= {"ends_on": last, "end_reason": reason}


def _opens(world: World, circle: Circle, place: int) -> date:
    """A closed group starts together, but for the odd latecomer; others fill up in a month."""
    chance, first = world.chance, circle.span.first
    if circle.form == "closed":
        return first + (chance.randint(8, 24) * DAY if chance.hit(0.12) else 0 * DAY)
    return first + (chance.randint(0, 25) * DAY if place > 3 and chance.hit(0.4) else 0 * DAY)


def _free_again(world: World, stay: Stay) -> date:
    """When somebody else gets the place. Today every place is taken, as the story counts them."""
    at_once = world.frame.ago(stay.last) <= SETTLED
    return stay.last + (1 if at_once else world.chance.randint(3, 21)) * DAY


def _take(world: World, circle: Circle, day: date) -> Stay | None:
    """Somebody sits down on the first session day from `day` on."""
    dates = [row["date"] for row in circle.sessions if row["date"] >= day]
    if not dates or dates[0] > world.frame.today:
        return None
    person = _wanting(circle, dates[0]) or _newcomer(world, circle, dates[0])
    last = min(_stays_until(world, person, circle), circle.span.last)
    stay = enrol(world, person, circle, dates[0], last)
    if world.drops.hit():
        _drop(world, stay, dates)
    elif last < world.frame.today:
        reason = world.chance.by_weight(END_REASONS)
        end_stay(stay, last, reason if last < circle.span.last else "group_ended")
    return stay


def _stays_until(world: World, person: Person, circle: Circle) -> date:
    """Many go on in an activity group after their own period is over."""
    if circle.form == "activity" and world.chance.hit(STAYS_ON):
        return person.last + world.chance.randint(8, 30) * 7 * DAY
    return person.last


def _drop(world: World, stay: Stay, dates: list[date]) -> None:
    """Half of those who leave do so within their first three sessions."""
    chance = world.chance
    dates = [day for day in dates if day <= stay.last]
    place = chance.randint(0, 2) if chance.hit(0.5) else chance.randint(3, max(3, len(dates) - 3))
    if place >= len(dates) - 1 or dates[place] >= world.frame.today:
        if stay.last < world.frame.today:
            end_stay(stay, stay.last, "period_over")
        return
    stay.dropped = True
    if place < 3 and chance.hit(0.3):
        stay.row["kind"] = EnrolmentKind.TRIAL
    end_stay(stay, dates[place], chance.by_weight(DROP_REASONS))
    if len(stay.person.stays) == 1:
        stay.person.wants = 1
        stay.person.last = dates[place] + 14 * DAY


def _wanting(circle: Circle, day: date) -> Person | None:
    """One of the unit's people who would like another group and can come to this one."""
    queue = circle.unit.wanting
    queue[:] = [person for person in queue if person.last >= day + LEAST_STAY]
    for place, person in enumerate(queue[:LOOK_AHEAD]):
        if _can_come(person, circle):
            return queue.pop(place)
    return None


def _can_come(person: Person, circle: Circle) -> bool:
    too_old = circle.row.get("age_to") is not None and person.born < _oldest_birth(circle)
    return not too_old and not any(
        stay.circle is circle or any(a.clashes(b) for a in stay.circle.meets for b in circle.meets)
        for stay in person.stays
    )


def _oldest_birth(circle: Circle) -> int:
    return int(circle.span.first.year - circle.row["age_to"])


def _newcomer(world: World, circle: Circle, day: date) -> Person:
    chance = world.chance
    lengths = draw_lengths(world)
    age_to = circle.row.get("age_to") or 64
    back = chance.randint(7, 35)
    if circle.form == "activity" and day <= circle.span.first + 30 * DAY:
        back = chance.randint(7, min(70, max(8, weeks_of(lengths) * 7 - 40)))
    first = day - back * DAY
    last = max(first + weeks_of(lengths) * 7 * DAY, day + LEAST_STAY)
    unit = circle.unit
    person = _returning(world, unit, first, last) or client(world, unit, first, last, age_to)
    person.lengths = lengths
    begin_period(world, person)
    for _more in range(person.wants - 1):
        unit.wanting.append(person)
    return person


def _returning(world: World, unit: Unit, first: date, last: date) -> Person | None:
    """Somebody of the unit's last season who comes back for a new period."""
    if not unit.before or not world.chance.hit(COMES_BACK):
        return None
    place = world.chance.randrange(len(unit.before))
    old = unit.before[place]
    if old.last >= first:
        return None
    del unit.before[place]
    person = Person(old.row, unit, old.born, old.wants, old.steady, first, last)
    person.is_back = True
    world.persons.append(person)
    return person


def _has_been(person: Person, circle: Circle) -> bool:
    return any(stay.circle is circle for stay in person.stays)
