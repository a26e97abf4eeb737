# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of a made-up office, their rooms, and who works there."""

from db.demo.cast import Unit as UnitOf
from db.demo.cast import World
from db.demo.lists import Facts
from db.demo.volumes import LEADERS_IN_UNIT, Volume
from db.models import Room, Staff, Unit
from db.rules.words import StaffRole

FOUNDERS = 1  # `db.opening` has made one unit and one member of staff
REGISTERED = ("social_counsellor", "social_worker", "practical_nurse")


def set_up(world: World, volume: Volume) -> None:
    """Everybody who works in the office, unit by unit."""
    world.sheet.begin_after(Unit, FOUNDERS)
    world.sheet.begin_after(Staff, FOUNDERS)
    story_unit(world)
    left = volume.leaders - len(world.units[0].leaders)
    count = max(1, left // LEADERS_IN_UNIT) if left else 0
    for number in range(count):
        share = left // count + (number < left % count)
        _other_unit(world, world.lists.groups["units"][number], share, alone=count == 1)
    for _number in range(max(2, volume.leaders // 3)):
        world.own_workers.append(_somebody(world, StaffRole.OWN_WORKER, "social_worker"))
    _somebody(world, StaffRole.MANAGER, "manager", world.units[0].id)
    if count:
        _somebody(world, StaffRole.MAIN_USER, "other")
        _somebody(world, StaffRole.STUDENT, "student", world.units[0].id)


def story_unit(world: World) -> None:
    """Keskusta and the people of the pictures; the founder, who stands already, is number one."""
    story = world.lists.story
    world.staff[story["founder"]["first"]] = FOUNDERS
    unit = UnitOf(FOUNDERS, _rooms(world, FOUNDERS, story["unit"]["rooms"]), [], is_story=True)
    unit.leaders.append(FOUNDERS)
    for facts in story["staff"]:
        role = StaffRole(facts.get("role", StaffRole.LEADER))
        found = _member(world, unit.id, role, facts)
        world.staff[facts["first"]] = found
        if role is StaffRole.LEADER:
            unit.leaders.append(found)
    world.units.append(unit)


def _other_unit(world: World, facts: Facts, leaders: int, *, alone: bool) -> None:
    row = world.sheet.add(
        Unit,
        name=facts["name"],
        kind=facts["kind"],
        area_type=facts["area_type"],
        municipality="Harjunpää",
        organiser="Harjunpään hyvinvointialue",
        producer="Harjunpään hyvinvointialue",
    )
    swedish = 0.05 if alone else facts.get("swedish", 0.01)
    unit = UnitOf(
        row["id"], _rooms(world, row["id"], world.lists.groups["rooms"]), [], swedish=swedish
    )
    for _number in range(leaders):
        title = world.chance.one(world.lists.groups["titles"])
        unit.leaders.append(_somebody(world, StaffRole.LEADER, title, unit.id))
    world.units.append(unit)


def _rooms(world: World, unit_id: int, rooms: list[Facts]) -> dict[str, int]:
    made = {}
    for facts in rooms:
        row = world.sheet.add(Room, unit_id=unit_id, **{"place_type": "unit", **facts})
        made[facts["name"]] = row["id"]
    return made


def _somebody(world: World, role: StaffRole, title: str, unit_id: int | None = None) -> int:
    names, chance = world.lists.names["fi"], world.chance
    last = chance.one(names["stem"]) + chance.one(names["ending"])
    facts = {"first": chance.one(names["first"]), "last": last, "title": title}
    return _member(world, unit_id, role, facts)


def _member(world: World, unit_id: int | None, role: StaffRole, facts: Facts) -> int:
    row = world.sheet.add(
        Staff,
        unit_id=unit_id,
        first_name=facts["first"],
        last_name=facts["last"],
        title=facts["title"],
        is_registered=facts["title"] in REGISTERED,
        role=role,
        weekly_minutes=None if role is StaffRole.NONE else 38 * 60 + 15,
    )
    return int(row["id"])
