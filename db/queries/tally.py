# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the statements of `counting` for one period and joins their rows into `Counts`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from db.models import Group, GroupSession, Participant
from db.queries.counting import Counting, Given, How, PersonCounting, Rows, Where
from db.rules import periods
from db.rules.figures import Breakdown, Counts
from db.rules.people import Person
from db.rules.periods import Period
from db.rules.words import MarkKind

MOST_WEEKS = 27
"""A chart shows weeks up to half a year, and months beyond."""
MANY = 500

PEOPLE = ("members", "participants", "new_participants")
GroupAndPerson = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """Figures by key, and the ids of those who are new."""

    counts: Mapping[int | None, Counts]
    new: Mapping[int | None, set[int]]


@dataclass(frozen=True)
class Tally:
    """What is counted: a period, until which moment, and over which groups (ids; None is all)."""

    conn: Connection
    period: Period
    now: datetime
    groups: tuple[int, ...] | None = None

    strictly: bool = True

    @property
    def _how(self) -> How:
        return How(self.groups is not None, self.strictly)

    def over(self, period: Period) -> "Tally":
        """The same groups in another period."""
        return replace(self, period=period)

    def without(self, groups: Collection[int]) -> "Tally":
        """The same period without these groups."""
        if not groups:
            return self
        chosen = self.groups
        if chosen is None:
            chosen = tuple(self.conn.execute(select(Group.id)).scalars())
        return replace(self, groups=tuple(g for g in chosen if g not in groups))

    def knowing(self, counts: Iterable[Counts]) -> "Tally":
        """The same, once all its marks have been counted strictly: if none was of anybody outside,
        nobody needs to be asked again, in any part of the period or for any of the groups."""
        return replace(self, strictly=any(one.outside for one in counts))

    def all_together(self) -> Counts:
        """Every figure over all the groups."""
        return self.by_key(None).counts.get(None, Counts())

    def total(self, told: Told, keys: Collection[int | None]) -> Counts:
        """All together of what `told` tells by these keys; only distinct people are counted anew."""
        rows = [told.counts[key] for key in keys]
        summed = {
            f.name: sum(getattr(row, f.name) for row in rows)
            for f in fields(Counts)
            if f.name not in PEOPLE
        }
        people = self._merged(Counting.people(None, self._how)).get(None, {})
        new = set[int]().union(*(told.new.get(key, ()) for key in keys))
        return Counts(**{**summed, **people}, new_participants=len(new))

    def by_key(self, by: Breakdown | None) -> Told:
        """Every figure by group or unit, by its id, where there was any session; None is the key of
        all together."""
        merged = self._merged(Counting.sessions(by, self._how), Counting.marks(by, self._how))
        known = self.knowing(_counts(told) for told in merged.values())
        new = known.newcomers(by)
        counts = {
            key: _counts({**told, "new_participants": len(new.get(key, ()))})
            for key, told in merged.items()
        }
        return Told(counts, new)

    def newcomers(self, by: Breakdown | None) -> dict[int | None, set[int]]:
        """Who is new, each person once by group, by unit or altogether."""
        units: dict[int, int] = {}
        if by is Breakdown.UNIT:
            units = {
                row.id: row.unit_id for row in self.conn.execute(select(Group.id, Group.unit_id))
            }
        found: dict[int | None, set[int]] = defaultdict(set)
        for row in self._rows(Counting.newcomers(self._how)):
            group = row["group_id"]
            found[{None: None, Breakdown.GROUP: group}.get(by, units.get(group))].add(
                row["participant_id"]
            )
        return found

    def chart(self) -> list[tuple[Period, Counts]]:
        """Figures by ISO week, or by month where weeks are many; from the first
        to the last part with a session."""
        parts = self.parts(periods.weeks)
        if len(parts) > MOST_WEEKS:
            parts = self.parts(periods.months)
        return [(part, self.over(part).part()) for part in parts]

    def parts(self, cut: periods.Cut) -> list[Period]:
        """The weeks or months of the period, from the first session in it to the last."""
        days = select(
            func.min(GroupSession.date).label("first"), func.max(GroupSession.date).label("last")
        )
        (found,) = self._rows(days.where(Where.in_period, *self._how.chosen))
        if found["first"] is None:
            return []
        return periods.parts_between(cut, self.period, found["first"], found["last"])

    def by_person(self) -> dict[GroupAndPerson, Counts]:
        """Figures by group and participant."""
        found: dict[GroupAndPerson, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for statement in PersonCounting.all(self._how):
            for row in self._rows(statement):
                told = found[row.pop("key"), row.pop("participant_id")]
                for name, number in row.items():
                    told[name] += int(number)
        met = self.sessions_held()
        return {key: _counts({**told, "sessions_held": met[key[0]]}) for key, told in found.items()}

    def groups_with_sessions(self) -> frozenset[int]:
        """Ids of the groups with any session in the period."""
        any_of = select(GroupSession.group_id).where(Where.in_period, *self._how.chosen).distinct()
        return frozenset(row["group_id"] for row in self._rows(any_of))

    def sessions_held(self) -> dict[int, int]:
        """How many sessions each group held."""
        return {row["key"]: row["held"] for row in self._rows(PersonCounting.held(self._how))}

    def people(self, ids: Collection[int]) -> dict[int, Person]:
        """What these participants are called."""
        columns = [getattr(Participant, f) for f in Person.__dataclass_fields__]
        every = select(*columns)
        if len(ids) <= MANY:
            every = every.where(Participant.id.in_(ids))
        rows = self.conn.execute(every)
        return {row.id: Person(*row) for row in rows if row.id in ids}

    def part(self) -> Counts:
        """What a part of the chart needs: all but newcomers."""
        merged = self._merged(Counting.sessions(None, self._how), Counting.marks(None, self._how))
        return _counts(merged.get(None, {}))

    def _merged(self, *statements: Rows) -> dict[int | None, dict[str, int]]:
        """Rows of several statements joined by their keys."""
        found: dict[int | None, dict[str, int]] = defaultdict(dict)
        for statement in statements:
            for row in self._rows(statement):
                found[row.pop("key")] |= {name: int(number) for name, number in row.items()}
        return found

    def _rows(self, statement: Rows) -> list[dict[str, Any]]:
        given: dict[str, object] = {
            Given.first.key: self.period.first,
            Given.last.key: self.period.last,
            Given.now.key: self.now,
        }
        if self.groups is not None:
            given[Given.groups.key] = self.groups
        return [dict(row) for row in self.conn.execute(statement, given).mappings()]


def _counts(told: Mapping[str, int]) -> Counts:
    """Marks of the expected and times without a mark make up the expected; other marks are outside."""
    told = dict(told)
    marked = sum(told.get(kind.value, 0) for kind in MarkKind)
    unmarked, every = told.pop("unmarked", 0), told.pop("marks", marked)
    return Counts(**told, expected=marked + unmarked, outside=every - marked)
