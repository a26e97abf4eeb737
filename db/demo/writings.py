# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaders write down: personal entries, individual contacts, tags and plans of sessions."""

from datetime import date, timedelta

from db.demo.cast import Aim, Circle, Person, World
from db.demo.frame import DAY, moment
from db.demo.lists import Facts
from db.demo.sheet import Row
from db.models import AgendaItem, Contact, Duty, Entry, Material, SessionPlan, SessionTag
from db.rules.words import MarkKind, SessionState, TagKind

ENTRY_SHARE = 0.28
PLANNED_PAST, PLANNED_SOON, SOON = 0.25, 0.75, 14
CONTACT_DAYS = ((5, 7), (19, 16), (99, 24))  # until week of the period, one every so many days
KINDS = (("meeting", 0.50), ("call", 0.30), ("message", 0.10), ("home_visit", 0.10))
CONTENTS = (
    "motivating_talk", "future_plans", "errand_kela", "errand_health", "errand_other", "review",
    "walking_beside", "guidance", "group_practice", "housework",
)  # fmt: skip
GROUPS_OWN = "Ryhmä"


def write_entry(
    world: World, person: Person, session: Row, circle: Circle, chosen: list[Aim]
) -> None:
    """An entry for a share of those who were there."""
    chance = world.chance
    if not chance.hit(ENTRY_SHARE):
        return
    about = chosen[0].facts if chosen and "worked" in chosen[0].facts else None
    text = chance.one(about["worked"] if about else world.lists.texts["entries"])
    add_entry(
        world,
        person,
        session,
        leader=chance.one(circle.leaders),
        text=text,
        next_step=chance.one(about["next"]) if about and chance.hit(0.5) else "",
        written_together=chance.hit(0.15),
        recorded_on=session["date"] + DAY if chance.hit(0.6) else None,
    )


def add_entry(world: World, person: Person, session: Row, *, leader: int, **values: object) -> None:
    """One person's entry of one session, written within two days of its end."""
    lag = timedelta(minutes=int(world.chance.normal(200, 600, 5, 2880)))
    recorded = values.get("recorded_on")
    if isinstance(recorded, date) and recorded > world.frame.today:
        values["recorded_on"] = None
    world.sheet.add(
        Entry,
        participant_id=person.id,
        session_id=session["id"],
        date=session["date"],
        written_by=leader,
        written_at=min(session["ends_at"] + lag, world.frame.now),
        **values,
    )


def write_contacts(world: World, person: Person) -> None:
    """Individual work: every week at first, then less and less; and a word after absences."""
    day = person.first
    # the story's Tuomo is still to be called: two absences wait for somebody to see them
    end = min(person.last, world.frame.today - (8 if person.is_scripted else 1) * DAY)
    while day <= end:
        if day.weekday() < 5:
            _contact(world, person, day)
        week = (day - person.first).days // 7
        rhythm = next(days for until, days in CONTACT_DAYS if week < until)
        day += world.chance.randint(rhythm - 3, rhythm + 3) * DAY
    _ask_after(world, person, end)


def tag_sessions(world: World, circle: Circle) -> None:
    """The skill areas that were practised in each session."""
    codes = circle.facts.get("skill_areas", ["everyday_skills", "social_skills"])
    for row in circle.sessions:
        for code in codes if row["state"] is SessionState.HELD else []:
            if world.chance.hit(0.6):
                world.sheet.add(
                    SessionTag, session_id=row["id"], kind=TagKind.SKILL_AREA, code=code
                )


def plan_sessions(world: World, circle: Circle) -> None:
    """Documented plans: for most sessions of the next two weeks, and for some that are over."""
    kind = circle.row["kind"]
    fitting = [plan for plan in world.lists.texts["plan"] if kind in plan["for"]]
    if not fitting or circle.form == "scripted":
        return
    for row in circle.sessions:
        ahead = -world.frame.ago(row["date"])
        share = PLANNED_PAST if ahead < 0 else PLANNED_SOON if ahead <= SOON else 0
        if row["state"] is not SessionState.CANCELLED and world.chance.hit(share):
            _plan_session(world, circle, row, world.chance.one(fitting))


def _contact(world: World, person: Person, day: date) -> None:
    chance = world.chance
    kind = "start_meeting" if day == person.first else chance.by_weight(KINDS)
    world.sheet.add(
        Contact,
        participant_id=person.id,
        staff_id=chance.one(person.unit.leaders),
        date=day,
        starts_at=moment(day, 9 * 60 + 15 * chance.randrange(24)),
        minutes=chance.one((15, 30, 45, 60, 90)) if kind != "message" else 5,
        kind=kind,
        channel="phone" if kind == "call" else "present",
        place_type="home" if kind == "home_visit" else "unit",
        content=chance.one(CONTENTS),
        method="social_counselling",
        reached=chance.hit(0.93),
        note=chance.one(world.lists.texts["contacts"]) if chance.hit(0.3) else "",
    )


def _ask_after(world: World, person: Person, end: date) -> None:
    """A call after two absences in a row that nobody had told of."""
    days = {row["id"]: row["date"] for stay in person.stays for row in stay.circle.sessions}
    for stay in person.stays:
        for before, mark in zip(stay.marks, stay.marks[1:], strict=False):
            day = days[mark["session_id"]] + DAY
            both = before["mark"] is MarkKind.ABSENT and mark["mark"] is MarkKind.ABSENT
            if both and day <= end and world.chance.hit(0.6):
                world.sheet.add(
                    Contact,
                    participant_id=person.id,
                    staff_id=stay.circle.leaders[0],
                    date=day,
                    minutes=10,
                    kind="call",
                    channel="phone",
                    content="absence",
                    about_absence=True,
                    reached=world.chance.hit(0.7),
                    note=world.chance.one(world.lists.texts["missed"]),
                )


def _plan_session(world: World, circle: Circle, session: Row, facts: Facts) -> None:
    length = int((session["ends_at"] - session["starts_at"]).total_seconds()) // 60
    key = session["id"]
    theme = world.chance.one(facts["theme"])
    world.sheet.add(SessionPlan, session_id=key, theme=theme, aim=facts["aim"])
    for place, (item, minutes) in enumerate(_share_out(facts["items"], length)):
        world.sheet.add(
            AgendaItem,
            session_id=key,
            position=place,
            minutes=minutes,
            title=item["title"],
            staff_id=None if item.get("group") else circle.leaders[place % len(circle.leaders)],
            responsible=GROUPS_OWN if item.get("group") else "",
            materials=item["materials"],
            method=item["method"],
            done=True if session["state"] is SessionState.HELD else None,
        )
    is_over = session["state"] is SessionState.HELD
    for place, name in enumerate(facts["materials"]):
        ready = is_over or world.chance.hit(0.4)
        world.sheet.add(Material, session_id=key, position=place, name=name, ready=ready)
    for place, name in enumerate(facts["duties"]):
        leader = circle.leaders[place % len(circle.leaders)]
        world.sheet.add(Duty, session_id=key, position=place, name=name, staff_id=leader)


def _share_out(items: list[Facts], length: int) -> list[tuple[Facts, int]]:
    """Minutes in fives by the items' shares of 100; what is left over goes to the longest."""
    minutes = [max(5, length * item["share"] // 500 * 5) for item in items]
    longest = max(range(len(items)), key=lambda place: items[place]["share"])
    minutes[longest] += length - sum(minutes)
    return list(zip(items, minutes, strict=True))
