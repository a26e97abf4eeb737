# SPDX-License-Identifier: GPL-3.0-or-later
"""The working copy of a person's plan: the main goal in their own words and two to four goals."""

from db.demo.cast import Aim, Person, World
from db.demo.frame import DAY
from db.demo.lists import Facts
from db.demo.periods import has_dropped
from db.models import Goal, GoalTag, Plan
from db.rules.words import GoalState, TagKind

STRANDS = ("kuusi", "meri", "puolukka", "okra", "kanerva", "sammal", "savi", "yo")
COUNTS = ((2, 0.35), (3, 0.45), (4, 0.20))
DOMAINS = (
    ("life_management", 0.28), ("social_relations", 0.26), ("health_functioning", 0.16),
    ("work_education", 0.12), ("finances_housing", 0.11), ("substances_addictions", 0.07),
)  # fmt: skip
END_LEVELS = ((-2, 0.08), (-1, 0.22), (0, 0.42), (1, 0.21), (2, 0.07))
BASELINES = ((-1, 0.60), (-2, 0.40))
FACTORS = ("life_management", "social_relations", "finances", "health", "living_environment")


def write_plan(world: World, person: Person) -> None:
    """A plan and its goals, agreed in the first weeks of the period."""
    chance, texts = world.chance, world.lists.goals
    begin_plan(
        world,
        person,
        main_goal=chance.one(texts["main"]),
        need=chance.one(texts["need"]),
        strengths=chance.one(texts["strengths"]),
    )
    told = [
        aim for aim in world.lists.story["aims"] if aim["first"] == person.row.get("first_name")
    ]
    for facts in told if person.is_scripted else []:
        add_goal(world, person, facts)
    used: list[str] = []
    for _goal in range(chance.by_weight(COUNTS) - len(person.goals)):
        domain = chance.by_weight(DOMAINS)
        fitting = [g for g in texts["goal"] if g["domain"] == domain and g["title"] not in used]
        if fitting:
            facts = chance.one(fitting)
            used.append(facts["title"])
            add_goal(world, person, facts)


def begin_plan(world: World, person: Person, **words: str) -> None:
    """The plan itself: `main_goal`, `need` and `strengths` in words."""
    is_over = "ended_on" in (person.period or {})
    person.plan = world.sheet.add(
        Plan,
        participant_id=person.id,
        period_id=person.period["id"] if person.period else None,
        source="Asiakastietojärjestelmä",
        source_on=person.first - 2 * DAY,
        agreed_on=person.first,
        starts_on=person.first,
        ended_on=person.last if is_over else None,
        **words,
    )


def add_goal(world: World, person: Person, facts: Facts) -> Aim:
    """One goal; `facts` as in goals.toml, with strand and baseline where the story gives them."""
    chance, plan, place = world.chance, person.plan, len(person.goals)
    assert plan is not None  # noqa: S101 - for the reader: goals belong to a plan
    minus_2, minus_1, zero, plus_1, plus_2 = facts["levels"]
    row = world.sheet.add(
        Goal,
        plan_id=plan["id"],
        participant_id=person.id,
        position=place,
        title=facts["title"],
        set_by="person" if chance.hit(0.65) else "agreed",
        domain=facts["domain"],
        service_aim=facts.get("aim", "functioning"),
        is_current=facts["domain"] != "work_education" or chance.hit(0.8),
        strand=facts.get("strand", STRANDS[place % len(STRANDS)]),
        importance=chance.by_weight(((1, 0.5), (2, 0.3), (3, 0.2))),
        difficulty=chance.by_weight(((1, 0.5), (2, 0.35), (3, 0.15))),
        baseline=facts.get("baseline", chance.by_weight(BASELINES)),
        level_minus_2=minus_2,
        level_minus_1=minus_1,
        level_0=zero,
        level_plus_1=plus_1,
        level_plus_2=plus_2,
        implementers="Osallistuja, ryhmän ohjaajat, omatyöntekijä" if chance.hit(0.5) else "",
        follow_up="Arvioidaan joka toinen viikko." if chance.hit(0.4) else "",
        state=GoalState.LIVE,
        starts_on=plan["starts_on"],
        due_on=person.period["planned_end_on"] if person.period else None,
    )
    aim = Aim(row, facts, chance.by_weight(END_LEVELS))
    person.goals.append(aim)
    _factor(world, aim)
    return aim


def close_goals(person: Person) -> None:
    """When the period is over each goal has been reached or let go of."""
    if "ended_on" not in (person.period or {}):
        return
    for aim in person.goals:
        reached = aim.end >= 0 and not has_dropped(person)
        aim.row |= {
            "state": GoalState.REACHED if reached else GoalState.DROPPED,
            "ended_on": person.last,
        }


def _factor(world: World, aim: Aim) -> None:
    if world.chance.hit(0.25):
        world.sheet.add(
            GoalTag,
            goal_id=aim.row["id"],
            kind=TagKind.FACTOR,
            code=world.chance.one(FACTORS),
            helps=world.chance.hit(0.5),
        )
