# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes participants: age, language, name, how many groups they want and how steadily they come."""

from datetime import date, timedelta

from db.demo.cast import Person, Unit, World
from db.demo.frame import DAY
from db.demo.lists import Facts
from db.models import Participant
from db.rules.words import ParticipantKind

AGES = ((18, 29, 0.28), (30, 49, 0.45), (50, 64, 0.27))
OTHER_LANGUAGES = (
    ("ru", 0.26), ("et", 0.12), ("ar", 0.14), ("so", 0.12), ("uk", 0.10), ("fa", 0.07),
    ("ckb", 0.05), ("tr", 0.04), ("vi", 0.04), ("en", 0.03), ("se", 0.02), ("smn", 0.01),
)  # fmt: skip
OTHER = 0.11
WANTS = ((1, 0.62), (2, 0.29), (3, 0.09))  # some find no group that fits
KINDS_OF_REGULARS = (
    (ParticipantKind.NAMED, 0.55),
    (ParticipantKind.PSEUDONYMOUS, 0.33),
    (ParticipantKind.ANONYMOUS, 0.12),
)
CAME_THROUGH = (
    ("own_worker", 0.30), ("social_services", 0.16), ("employment_services", 0.14),
    ("health_services", 0.12), ("substance_mental_health", 0.09), ("own_contact", 0.08),
    ("outreach", 0.05), ("organisation", 0.03), ("peer", 0.03),
)  # fmt: skip


def client(world: World, unit: Unit, first: date, last: date, age_to: int = 64) -> Person:
    """Somebody whose service runs from `first` to `last`."""
    chance = world.chance
    kind = ParticipantKind.PSEUDONYMOUS if chance.hit(0.02) else ParticipantKind.NAMED
    person = _person(world, unit, first, last, kind=kind, age=_age(world, age_to))
    row = person.row
    row["own_worker_id"] = chance.one(world.own_workers)
    row["responsible_worker_id"] = chance.one(world.own_workers) if chance.hit(0.6) else None
    row["came_through"] = chance.by_weight(CAME_THROUGH)
    row["needs_many_services"] = chance.hit(0.08)
    if chance.hit(0.06):
        row["mind_in_group"] = chance.one(world.lists.texts["mind"])
    if chance.hit(0.35):
        _segment(world, person)
    return person


def regular(world: World, unit: Unit, first: date, last: date) -> Person:
    """Somebody who drops in: often known by a code or not at all."""
    kind = world.chance.by_weight(KINDS_OF_REGULARS)
    person = _person(world, unit, first, last, kind=kind, age=_age(world, 64))
    person.row["came_through"] = world.chance.one(("own_contact", "peer", "leaflet", "outreach"))
    return person


def known(world: World, unit: Unit, facts: Facts, first: date, last: date) -> Person:
    """Somebody of the story: `facts` gives first, last, born and perhaps language."""
    person = _person(world, unit, first, last, facts=facts)
    person.is_scripted = True
    person.row["own_worker_id"] = world.chance.one(world.own_workers)
    person.row["came_through"] = "own_worker"
    return person


def _person(
    world: World,
    unit: Unit,
    first: date,
    last: date,
    *,
    kind: ParticipantKind = ParticipantKind.NAMED,
    age: int = 0,
    facts: Facts | None = None,
) -> Person:
    language = facts.get("language", "fi") if facts else _language(world, unit)
    names = (facts["first"], facts["last"]) if facts else _names(world, language)
    born = facts["born"] if facts else world.frame.today.year - age
    row = world.sheet.add(
        Participant,
        kind=kind,
        unit_id=unit.id,
        birth_year=None if kind is ParticipantKind.ANONYMOUS else born,
        contact_language="" if kind is ParticipantKind.ANONYMOUS else language,
        non_disclosure=False if facts else world.hidden.hit(),
        first_contact_on=first - world.chance.randrange(60) * DAY,
        first_contact_by=world.chance.by_weight((("worker", 0.6), ("person", 0.4))),
    )
    if kind is ParticipantKind.NAMED:
        row["first_name"], row["last_name"] = names
    elif kind is ParticipantKind.PSEUDONYMOUS:
        row["code"] = f"K-{row['id']:04d}"
    person = Person(
        row=row,
        unit=unit,
        born=born,
        wants=world.chance.by_weight(WANTS),
        steady=world.chance.normal(0.725, 0.13, 0.25, 0.97),
        first=first,
        last=last,
    )
    world.persons.append(person)
    return person


def _age(world: World, at_most: int) -> int:
    low, high = world.chance.by_weight([((a, b), share) for a, b, share in AGES if a <= at_most])
    return world.chance.randint(low, min(high, at_most))


def _language(world: World, unit: Unit) -> str:
    rest = 1 - unit.swedish - OTHER
    chosen = world.chance.by_weight((("fi", rest), ("sv", unit.swedish), ("other", OTHER)))
    return world.chance.by_weight(OTHER_LANGUAGES) if chosen == "other" else chosen


def _names(world: World, language: str) -> tuple[str, str]:
    """A name that nobody in this office bears yet, if one is found soon."""
    lists, chance = world.lists.names[language], world.chance
    for _attempt in range(20):
        last = chance.one(lists["last"]) if "last" in lists else _joined(world, lists)
        names = (chance.one(lists["first"]), last)
        if names not in world.names_given:
            break
    world.names_given.add(names)
    return names


def _joined(world: World, lists: Facts) -> str:
    return str(world.chance.one(lists["stem"]) + world.chance.one(lists["ending"]))


def _segment(world: World, person: Person) -> None:
    coping = world.chance.one(("easy", "hard"))
    risk = world.chance.one(("low", "high"))
    code = {
        ("easy", "low"): "coping",
        ("easy", "high"): "cooperation",
        ("hard", "low"): "support",
        ("hard", "high"): "care",
    }[coping, risk]
    person.row |= {
        "segment": code,
        "segment_coping": coping,
        "segment_risk": risk,
        "segment_on": person.first + timedelta(days=10),
    }
