# SPDX-License-Identifier: GPL-3.0-or-later
"""Service periods with their three phases, the reviews on the way, and where people went on to."""

from datetime import date

from db.demo.cast import Person, World
from db.demo.frame import DAY
from db.demo.sheet import Row
from db.models import FollowOn, Review, ServicePeriod, ServicePhase
from db.rules.words import ReviewKind

PHASES = (("start", 5, 2, 2, 8), ("middle", 14, 4, 6, 20), ("end", 6, 1, 4, 8))  # weeks
QUIET_BEFORE, QUIET_AFTER = 6, 13  # days around today without a review due in the story's unit
REVIEW_EVERY = 9  # weeks
PATHS = (
    ("other_group", 0.22), ("rehabilitative_work", 0.16), ("work_trial", 0.12), ("education", 0.11),
    ("social_work", 0.11), ("mental_health", 0.08), ("organisation", 0.08), ("hobby", 0.06),
    ("employment_services", 0.06),
)  # fmt: skip


def draw_lengths(world: World) -> tuple[int, int, int]:
    """Weeks in each phase: truncated normals, every tenth phase outside its range."""
    start, middle, end = (
        _outside(world, least, most)
        if world.out_of_range.hit()
        else round(world.chance.normal(mean, deviation, least, most))
        for _phase, mean, deviation, least, most in PHASES
    )
    return start, middle, end


def weeks_of(lengths: tuple[int, int, int]) -> int:
    """The whole period in weeks."""
    return sum(lengths)


def begin_period(world: World, person: Person) -> None:
    """A row for the period; what happens in it is written when the season has been laid out."""
    person.period = world.sheet.add(
        ServicePeriod,
        participant_id=person.id,
        unit_id=person.unit.id,
        legal_basis="shl_17",
        service_task="working_age",
        operating_model="noste",
        model_version="1",
        starts_on=person.first,
    )


def write_period(world: World, person: Person) -> None:
    """Decision, phases, reviews and follow-on of one person's period."""
    period, chance, today = person.period, world.chance, world.frame.today
    if period is None:
        return
    waited = chance.randint(5, 60) * DAY
    planned = person.first + weeks_of(person.lengths) * 7 * DAY
    period |= {
        "need_assessed_on": None if chance.hit(0.07) else person.first - waited - 6 * DAY,
        "referred_on": person.first - waited,
        "referred_by": chance.one(world.lists.texts["referred_by"]),
        "wish": chance.one(world.lists.texts["wishes"]),
        "decision_on": person.first - 3 * DAY,
        "decision_ref": f"SK-{person.first.year}-{period['id']:05d}",
        "decision_from": person.first,
        "decision_to": max(planned, *(stay.last for stay in person.stays)),
        "planned_end_on": planned,
    }
    if person.last < today:
        _end(world, person, period)
    _write_phases(world, person, period)
    _write_reviews(world, person, period)


def add_review(world: World, person: Person, kind: ReviewKind, due: date, done: date | None) -> Row:
    """A review; the views of both sides stand in it once it has been held."""
    texts, chance = world.lists.texts, world.chance
    row = world.sheet.add(
        Review,
        period_id=person.period["id"] if person.period else None,
        participant_id=person.id,
        kind=kind,
        due_on=due,
        done_on=done,
        person_view=chance.one(texts["person_views"]) if done else "",
        worker_view=chance.one(texts["worker_views"]) if done else "",
    )
    person.reviews.append(row)
    return row


def has_dropped(person: Person) -> bool:
    """Whether leaving a group ended the whole service."""
    return len(person.stays) == 1 and person.stays[0].dropped


def _outside(world: World, least: int, most: int) -> int:
    return least - 1 if world.chance.hit(0.3) else most + world.chance.randint(1, 4)


def _end(world: World, person: Person, period: Row) -> None:
    chance = world.chance
    reasons = [stay.row.get("end_reason", "") for stay in person.stays]
    reason = next((code for code in reversed(reasons) if code), "period_over")
    period |= {
        "ended_on": person.last,
        "end_reason": "period_over" if reason == "group_ended" else reason,
        "final_assessment": chance.one(world.lists.texts["finals"]),
    }
    if chance.hit(0.3) and world.frame.ago(person.last) > 30:
        period["case_closed_on"] = person.last + 21 * DAY
    if not has_dropped(person) and chance.hit(0.6):
        _follow_on(world, person, period)


def _follow_on(world: World, person: Person, period: Row) -> None:
    found = person.last - world.chance.randint(14, 35) * DAY
    agreed = found + 10 * DAY if world.chance.hit(0.7) else None
    world.sheet.add(
        FollowOn,
        period_id=period["id"],
        path=world.chance.by_weight(PATHS),
        found_on=found,
        agreed_on=agreed,
        started_on=agreed + 4 * DAY if agreed and world.chance.hit(0.7) else None,
    )


def _write_phases(world: World, person: Person, period: Row) -> None:
    starts = person.first
    for (phase, *_range), weeks in zip(PHASES, person.lengths, strict=True):
        ends = starts + (weeks * 7 - 1) * DAY
        if "ended_on" in period:
            if starts > period["ended_on"]:
                return
            ends = min(ends, period["ended_on"]) if has_dropped(person) else ends
        world.sheet.add(
            ServicePhase, period_id=period["id"], phase=phase, starts_on=starts, ends_on=ends
        )
        starts = ends + DAY


def _write_reviews(world: World, person: Person, period: Row) -> None:
    add_review(world, person, ReviewKind.START, person.first, person.first)
    due = person.first + REVIEW_EVERY * 7 * DAY
    final = min(period["planned_end_on"], period.get("ended_on", date.max)) - 6 * DAY
    while due < final - 14 * DAY:
        _held_or_due(world, person, ReviewKind.INTERIM, due)
        due += REVIEW_EVERY * 7 * DAY
    if not has_dropped(person):
        _held_or_due(world, person, ReviewKind.FINAL, max(final, person.first + 7 * DAY))
        if "ended_on" in period and world.chance.hit(0.4):
            _held_or_due(world, person, ReviewKind.FOLLOW_UP, person.last + 90 * DAY)


def _held_or_due(world: World, person: Person, kind: ReviewKind, due: date) -> None:
    today = world.frame.today
    if person.unit.is_story and -QUIET_AFTER <= world.frame.ago(due) <= QUIET_BEFORE:
        due += 21 * DAY if world.chance.hit(0.5) else -21 * DAY
    late = due + world.chance.randint(-3, 6) * DAY
    overdue = not person.unit.is_story and world.frame.ago(due) < 40 and world.chance.hit(0.06)
    held = None if due >= today or overdue else min(late, today - DAY)
    add_review(world, person, kind, due, held)
