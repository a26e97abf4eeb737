# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the statements of `counting` for one period and joins their rows into `Counts`."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from db.models import Group, GroupSession, Participant
from db.queries.counting import Counting, Given, PersonCounting, Rows, Where
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
class Tally:
    """What is counted: a period, until which moment, and over which groups (ids; None is all)."""

    conn: Connection
    period: Period
    now: datetime
    groups: tuple[int, ...] | None = None

    @property
    def _only(self) -> bool:
        return self.groups is not None

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

    def all_together(self) -> Counts:
        """Every figure over all the groups."""
        return self.by_key(None).get(None, Counts())

    def total(self, rows: Sequence[Counts]) -> Counts:
        """The same, where the rows it is made of are known: only distinct people are counted anew."""
        summed = {
            f.name: sum(getattr(row, f.name) for row in rows)
            for f in fields(Counts)
            if f.name not in PEOPLE
        }
        marks, newcomers = Counting.marks(None, self._only), Counting.newcomers(None, self._only)
        people = self._merged(marks, newcomers)[None]
        return Counts(**summed, **{name: people[name] for name in PEOPLE})

    def by_key(self, by: Breakdown | None) -> dict[int | None, Counts]:
        """Every figure by group or unit, by its id, where there was any session; None is the key of
        all together."""
        return {
            key: _counts(told)
            for key, told in self._merged(
                Counting.sessions(by, self._only),
                Counting.marks(by, self._only),
                Counting.newcomers(by, self._only),
            ).items()
        }

    def people_by_group(self) -> dict[int | None, Counts]:
        """How many took part in each group: only the figures that tell whether they are too few."""
        merged = self._merged(
            Counting.marks(Breakdown.GROUP, self._only),
            Counting.head_counts(Breakdown.GROUP, self._only),
        )
        return {key: _counts(told) for key, told in merged.items()}

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
        chosen = [Where.chosen] if self._only else []
        (found,) = self._rows(days.where(Where.in_period, *chosen))
        if found["first"] is None:
            return []
        return periods.parts_between(cut, self.period, found["first"], found["last"])

    def by_person(self) -> dict[GroupAndPerson, Counts]:
        """Figures by group and participant."""
        found: dict[GroupAndPerson, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for statement in PersonCounting.all(self._only):
            for row in self._rows(statement):
                told = found[row.pop("key"), row.pop("participant_id")]
                for name, number in row.items():
                    told[name] += int(number)
        met = self.sessions_held()
        return {key: _counts({**told, "sessions_held": met[key[0]]}) for key, told in found.items()}

    def groups_with_sessions(self) -> frozenset[int]:
        """Ids of the groups with any session in the period."""
        chosen = [Where.chosen] if self._only else []
        any_of = select(GroupSession.group_id).where(Where.in_period, *chosen).distinct()
        return frozenset(row["group_id"] for row in self._rows(any_of))

    def sessions_held(self) -> dict[int, int]:
        """How many sessions each group held."""
        return {row["key"]: row["held"] for row in self._rows(PersonCounting.held(self._only))}

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
        merged = self._merged(Counting.sessions(None, self._only), Counting.marks(None, self._only))
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
