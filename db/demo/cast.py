# SPDX-License-Identifier: GPL-3.0-or-later
"""Who and what an office being made up consists of, beside the rows that are stored of them."""

from dataclasses import dataclass, field
from datetime import date

from db.demo.chance import Chance, Quota
from db.demo.frame import Frame, Span
from db.demo.lists import Facts, Lists
from db.demo.sheet import Row, Sheet


@dataclass(eq=False)
class Unit:
    """A unit, its rooms by name and its leaders by id."""

    id: int
    rooms: dict[str, int]
    leaders: list[int]
    is_story: bool = False
    swedish: float = 0.05
    wanting: list["Person"] = field(default_factory=list)
    before: list["Person"] = field(default_factory=list)  # last season's people


@dataclass(frozen=True)
class Meet:
    """When in the week a group meets: weekdays (Monday 0), minute after midnight, length."""

    days: tuple[int, ...]
    start: int
    minutes: int
    room_id: int | None = None
    every: int = 1

    def clashes(self, other: "Meet") -> bool:
        """Whether the two share an hour of some weekday."""
        return bool(set(self.days) & set(other.days)) and (
            self.start < other.start + other.minutes and other.start < self.start + self.minutes
        )


@dataclass(eq=False)
class Person:
    """A participant: how many groups they want, how steadily they come, and what they have done."""

    row: Row
    unit: Unit
    born: int
    wants: int
    steady: float
    first: date
    last: date
    lengths: tuple[int, int, int] = (0, 0, 0)
    period: Row | None = None
    plan: Row | None = None
    is_scripted: bool = False  # in the story, by name
    is_back: bool = False  # stored last season: the row may not be touched any more
    is_told: bool = False  # all of it stands in the story: nothing is drawn
    goals: list["Aim"] = field(default_factory=list)
    stays: list["Stay"] = field(default_factory=list)
    visits: list[tuple[Row, "Circle"]] = field(default_factory=list)
    reviews: list[Row] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The participant's id."""
        return int(self.row["id"])


@dataclass(eq=False)
class Aim:
    """A goal and the level it will have reached when the period ends."""

    row: Row
    facts: Facts
    end: int


@dataclass(eq=False)
class Stay:
    """One enrolment."""

    row: Row
    person: Person
    circle: "Circle"
    first: date
    last: date
    dropped: bool = False
    marks: list[Row] = field(default_factory=list)

    def covers(self, day: date) -> bool:
        """Whether the person is expected on `day`."""
        return self.first <= day <= self.last


@dataclass(eq=False)
class Circle:
    """A group: its form (closed, activity, open, drop_in, outreach, scripted), times and people."""

    row: Row
    unit: Unit
    form: str
    facts: Facts
    leaders: list[int]
    meets: list[Meet]
    span: Span
    seats: int = 0
    sessions: list[Row] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    regulars: list[Person] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The group's id."""
        return int(self.row["id"])

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.row["name"])

    def expected(self, day: date) -> list[Stay]:
        """Those enrolled on `day`."""
        return [stay for stay in self.stays if stay.covers(day)]


class World:
    """An office being made up: its dice, its lists, its rows and everybody in it."""

    def __init__(self, frame: Frame, chance: Chance, lists: Lists) -> None:
        self.frame = frame
        self.chance = chance
        self.lists = lists
        self.sheet = Sheet()
        self.staff: dict[str, int] = {}
        self.own_workers: list[int] = []
        self.units: list[Unit] = []
        self.circles: list[Circle] = []
        self.persons: list[Person] = []
        self.last_seen: dict[int, date] = {}
        self.odd: set[int] = set()  # participants who are an edge case already
        self.names_given: set[tuple[str, str]] = set()
        self.hidden = Quota(chance, 0.01)
        self.out_of_range = Quota(chance, 0.10)
        self.drops = Quota(chance, 0.20)
        self.cancels = Quota(chance, 0.05)

    def circle(self, name: str) -> Circle:
        """The story's group of this name; it was laid out first."""
        return next(circle for circle in self.circles if circle.name == name)

    def known(self, first: str) -> "Person":
        """The person of the story with this first name."""
        return next(p for p in self.persons if p.is_scripted and p.row["first_name"] == first)

    def note_last_seen(self) -> None:
        """Remember when each of the season's people last belonged somewhere."""
        for person in self.persons:
            ends = [stay.last for stay in person.stays]
            self.last_seen[person.id] = max([person.last, *ends])

    def begin_season(self) -> None:
        """Forget last season's groups; some of its people may come back."""
        for unit in self.units:
            unit.wanting.clear()
            unit.before = [p for p in self.persons if p.unit is unit and p.stays]
        self.persons, self.circles = [], []
