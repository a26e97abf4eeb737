# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out a season's groups: the story's own and what the other units offer."""

from datetime import date

from db.demo.cast import Circle, Meet, Unit, World
from db.demo.frame import DAY, Span
from db.demo.lists import Facts
from db.demo.sheet import Row
from db.demo.timetable import Timetable
from db.models import Group, GroupLeader, GroupTag
from db.rules.recurrence import WEEKDAYS
from db.rules.words import Counting, LeaderRole, Openness, TagKind

COUNTING = {
    "open": Counting.BOTH,
    "drop_in": Counting.HEAD_COUNT,
    "outreach": Counting.HEAD_COUNT,
}
STRANDS = ("kuusi", "puolukka", "meri", "kanerva", "okra", "sammal", "savi", "yo")
CODE_OF_DAY = {code: number for number, code in enumerate(WEEKDAYS)}
SECTION_17 = "shl_17_4"


def story_groups(world: World, season: Span) -> None:
    """The groups of the pictures. A group that the story dates begins then, the others with the season."""
    unit = world.units[0]
    for facts in world.lists.story["groups"]:
        begins = world.frame.day(facts["begins"]) if "begins" in facts else season.first
        row = _group(world, unit, facts, begins, season.last if "begins" in facts else None)
        row |= {
            "max_size": facts.get("max"),
            "age_to": facts.get("age_to"),
            "target_group": facts.get("target_group", ""),
        }
        meets = [_meet(unit, told) for told in facts["meets"]]
        leaders = [world.staff[name] for name in facts["leaders"]]
        span = Span(max(begins, season.first), season.last)
        circle = Circle(row, unit, facts["form"], facts, leaders, meets, span)
        circle.seats = facts.get("seats", 0)
        _join(world, circle, facts.get("skill_areas", []), facts.get("themes", []))


def offered_groups(world: World, season: Span, unit: Unit, place: int) -> None:
    """What a unit other than the story's offers in a season; `place` is its number among them."""
    table = Timetable(world.chance, unit)
    for facts in world.lists.groups["offers"]:
        is_rare = (place + 1) % facts.get("every_nth_unit", 1)
        if is_rare or len(unit.leaders) < facts.get("least_leaders", 0):
            continue
        names = world.chance.some(facts["names"], facts["count"])
        for number, name in enumerate(names):
            own = {
                "name": name,
                "kind": world.chance.one(facts["kinds"]),
                "strand": world.chance.one(STRANDS),
                "evening": number < facts.get("evenings", 0),
            }
            _offer(world, season, unit, {**facts, **own}, table)


def _offer(world: World, season: Span, unit: Unit, facts: Facts, table: Timetable) -> None:
    chance, today = world.chance, world.frame.today
    is_closed = facts["form"] == "closed"
    span = _closed_span(world, season, facts) if is_closed else season
    ends = span.last if is_closed or season.last < today else None
    row = _group(world, unit, facts, span.first, ends)
    if ends is not None and (today - ends).days > 60:
        row["archived_on"] = ends + 30 * DAY
    meets, leaders = table.place(facts, span)
    circle = Circle(row, unit, facts["form"], facts, leaders, meets, span)
    if "seats" in facts:
        circle.seats = chance.randint(*facts["seats"])
        row |= {"min_size": 3, "max_size": circle.seats + chance.randint(0, 3)}
    skill = chance.one(("everyday_skills", "social_skills", "community_skills"))
    theme = chance.one(("everyday_life", "loneliness", "wellbeing"))
    _join(world, circle, [skill], [theme])


def _closed_span(world: World, season: Span, facts: Facts) -> Span:
    """So many weeks somewhere in a term, begun by today."""
    count = world.chance.randint(*facts["sessions"])
    terms = [term for term in season.terms() if term.first <= world.frame.today]
    fitting = [term for term in terms if term.weeks >= count] or terms[-1:]
    term = world.chance.by_weight([(term, term.weeks) for term in fitting])
    latest = min(term.last - count * 7 * DAY, world.frame.today)
    first = term.first + world.chance.randint(0, max(0, (latest - term.first).days)) * DAY
    return Span(first, min(term.last, first + (count * 7 - 1) * DAY))


def _group(world: World, unit: Unit, facts: Facts, begins: date, ends: date | None) -> Row:
    form = facts["form"]
    is_rehabilitation = form in {"closed", "activity", "scripted"}
    return world.sheet.add(
        Group,
        unit_id=unit.id,
        name=facts["name"],
        kind=facts["kind"],
        openness=Openness.CLOSED if is_rehabilitation else Openness.OPEN,
        counting=Counting(facts.get("counting", COUNTING.get(form, Counting.NAMED))),
        aims=facts.get("aims", ""),
        nature="service" if is_rehabilitation else "other",
        legal_basis=SECTION_17 if is_rehabilitation else "shl_7a",
        service_level="local",
        funding="own_budget",
        cost_cents=0,
        strand=facts["strand"],
        starts_on=begins,
        ends_on=ends,
    )


def _join(world: World, circle: Circle, skill_areas: list[str], themes: list[str]) -> None:
    """The group's room, leaders and tags; it becomes one of the season's groups."""
    circle.row["default_room_id"] = circle.meets[0].room_id
    _lead(world, circle.id, circle.leaders, circle.row["starts_on"])
    for kind, codes in ((TagKind.SKILL_AREA, skill_areas), (TagKind.THEME, themes)):
        for code in codes:
            world.sheet.add(GroupTag, group_id=circle.id, kind=kind, code=code)
    world.circles.append(circle)


def _lead(world: World, group_id: int, leaders: list[int], begins: date) -> None:
    peer = world.staff[world.lists.story["staff"][-1]["first"]]
    for place, staff_id in enumerate(leaders):
        role = LeaderRole.CO_LEADER if place else LeaderRole.LEADER
        world.sheet.add(
            GroupLeader,
            group_id=group_id,
            staff_id=staff_id,
            role=LeaderRole.PEER_LEADER if staff_id == peer else role,
            starts_on=begins,
        )


def _meet(unit: Unit, told: Facts) -> Meet:
    days = tuple(CODE_OF_DAY[code] for code in told["days"])
    return Meet(days, told["at"], told["minutes"], unit.rooms[told["room"]])
