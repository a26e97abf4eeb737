# SPDX-License-Identifier: GPL-3.0-or-later
"""Participation figures of a period: the one place that counts them, whatever shows them.

Screen, chart, printed page, workbook and CSV are made of these rows. For an audience outside the
unit, groups in which too few took part are left out of every total and of the chart, so that
nothing about them can be had by subtraction (db/rules/publication.py masks the rest).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection, func, select

from db.errors import Refused, Why
from db.log import Purpose
from db.models import Group, GroupSession, Office, Unit
from db.queries.counting import Where
from db.queries.tally import Tally, Told
from db.rules.disclosure import Cell
from db.rules.figures import Breakdown, Counts
from db.rules.people import Person, name_order
from db.rules.periods import Period, months, previous
from db.rules.publication import Published, Summary, masked, plain, too_few
from db.rules.words import Audience
from db.work import nobody, query


@dataclass(frozen=True)
class GroupAbout:
    """The group of a row."""

    id: int
    name: str
    strand: str
    unit: str


@dataclass(frozen=True)
class Row:
    """One row: what it is about, its days, and what was counted."""

    period: Period
    counts: Counts
    group: GroupAbout | None = None
    unit: str = ""
    person: Person | None = None


@dataclass(frozen=True)
class Participation:
    """A summary of a period. `rows` are in the order of files and screens.

    `total` and `chart` leave out the groups in `left_out` (ids), and so does `before`, the same
    figures of the period before this one. `groups` are all that had sessions in the period.
    """

    by: Breakdown
    period: Period
    audience: Audience
    rows: tuple[Row, ...]
    total: Counts
    groups: tuple[GroupAbout, ...]
    mask_below: int
    chart: tuple[tuple[Period, Counts], ...] = ()
    before: Counts | None = None
    left_out: frozenset[int] = frozenset()

    @property
    def people(self) -> frozenset[int]:
        """Whose data this shows: nobody's, unless rows are about persons."""
        return frozenset(row.person.id for row in self.rows if row.person is not None)

    @property
    def has_data(self) -> bool:
        """Whether there was any session at all."""
        return bool(self.groups)

    @property
    def charts_weeks(self) -> bool:
        """Whether the parts of the chart are weeks rather than months."""
        return all(part.days <= 7 for part, _ in self.chart)

    def rate_before(self) -> Cell:
        """The attendance rate of the period before, as the audience may see it."""
        if self.before is None:
            return None
        alone = Summary([self.before], self.before)
        outside = self.audience is Audience.OUTSIDE
        shown = masked(alone, self.mask_below) if outside else plain(alone)
        return shown.total["rate"]

    def published(self) -> Published:
        """The cells as the audience may see them."""
        return self._published

    @cached_property
    def _published(self) -> Published:
        summary = Summary(
            tuple(row.counts for row in self.rows),
            self.total,
            tuple(counts for _, counts in self.chart),
            tuple(row.group is None or row.group.id not in self.left_out for row in self.rows),
            new_once=self.by is Breakdown.MONTH and len(self.groups) == 1,
        )
        outside = self.audience is Audience.OUTSIDE
        return masked(summary, self.mask_below) if outside else plain(summary)


@dataclass(frozen=True)
class DataDays:
    """The first and the last day of all sessions that were held; None where none was."""

    first: date | None = None
    last: date | None = None


@query(whose=lambda told: told.people, purpose=Purpose.STATISTICS)
def participation(
    conn: Connection,
    *,
    by: Breakdown,
    period: Period,
    now: datetime,
    groups: Collection[int] | None = None,
    audience: Audience = Audience.UNIT,
    chart: bool = False,
) -> Participation:
    """The figures of a period, broken down.

    `groups` are ids to keep to; None is all. With `chart` come the parts of the period and the
    figures of the period before. Rows about persons never leave the unit: `audience` is UNIT then,
    else ValueError.
    """
    if by is Breakdown.PARTICIPANT and audience is Audience.OUTSIDE:
        raise ValueError("rows about persons do not leave the unit")
    below = conn.execute(select(Office.mask_below)).scalar_one()
    outside = audience is Audience.OUTSIDE
    asked = Tally(conn, period, now, None if groups is None else tuple(groups))
    about = _groups(asked)
    by_group = asked.by_key(Breakdown.GROUP) if outside or by is Breakdown.GROUP else None
    left_out = _too_few(by_group, below) if outside and by_group else frozenset()
    tally = asked.knowing(by_group.counts.values()) if by_group else asked
    tally, rows, total = _broken_down(by, tally.without(left_out), about, by_group, left_out)
    return Participation(
        by=by,
        period=period,
        audience=audience,
        rows=rows,
        total=total,
        groups=tuple(about.values()),
        mask_below=below,
        chart=tuple(tally.chart()) if chart or outside else (),
        before=_before(asked, below if outside else 0) if chart else None,
        left_out=left_out,
    )


@query(whose=nobody, purpose=Purpose.STATISTICS)
def days_with_data(conn: Connection) -> DataDays:
    """Which days there are figures of."""
    days = select(func.min(GroupSession.date), func.max(GroupSession.date)).where(Where.held)
    return DataDays(*conn.execute(days).one())


@query(whose=nobody, purpose=Purpose.STATISTICS)
def groups_to_choose(conn: Connection) -> tuple[GroupAbout, ...]:
    """Every group, by name; archived ones too, as they have a past."""
    return tuple(_about(conn).values())


@query(whose=nobody, purpose=Purpose.STATISTICS)
def groups_named(conn: Connection, *, name: str) -> frozenset[int]:
    """Ids of the groups of that name, whatever its capitals; Refused(UNKNOWN_GROUP) without any."""
    wanted = name.strip().casefold()
    found = frozenset(g.id for g in _about(conn).values() if g.name.casefold() == wanted)
    if not found:
        raise Refused(Why.UNKNOWN_GROUP, group=name)
    return found


_Rows = tuple[Tally, tuple[Row, ...], Counts]
"""A tally that knows whether every mark is of somebody expected, rows, and all of them together."""


def _broken_down(
    by: Breakdown,
    tally: Tally,
    about: Mapping[int, GroupAbout],
    by_group: Told | None,
    left_out: Collection[int],
) -> _Rows:
    if by is Breakdown.GROUP and by_group is not None:
        return _by_group(tally, about, by_group, left_out)
    if by is Breakdown.UNIT:
        return _by_unit(tally)
    whole = tally.all_together()
    tally = tally.knowing([whole])
    if by is Breakdown.PARTICIPANT:
        return tally, tuple(_by_person(tally, about)), whole
    parts = tally.parts(months)
    return tally, tuple(Row(part, tally.over(part).all_together()) for part in parts), whole


def _by_group(
    tally: Tally, about: Mapping[int, GroupAbout], told: Told, left_out: Collection[int]
) -> _Rows:
    keys = [key for key in about if key in told.counts]
    rows = [Row(tally.period, told.counts[key], about[key], about[key].unit) for key in keys]
    return tally, tuple(rows), tally.total(told, [key for key in keys if key not in left_out])


def _by_unit(tally: Tally) -> _Rows:
    told = tally.by_key(Breakdown.UNIT)
    tally = tally.knowing(told.counts.values())
    units = [(key, name) for key, name in _units(tally.conn).items() if key in told.counts]
    rows = [Row(tally.period, told.counts[key], unit=name) for key, name in units]
    return tally, tuple(rows), tally.total(told, [key for key, _ in units])


def _by_person(asked: Tally, about: Mapping[int, GroupAbout]) -> list[Row]:
    found = asked.by_person()
    people = asked.people({person for _, person in found})
    place = {group: number for number, group in enumerate(about)}
    ordered = sorted(found, key=lambda key: (_sort_name(people[key[1]]), place[key[0]]))
    return [
        Row(asked.period, found[group, person], about[group], about[group].unit, people[person])
        for group, person in ordered
    ]


def _too_few(by_group: Told, below: int) -> frozenset[int]:
    """Groups about which nothing may leave the unit, not even within a total."""
    counts = by_group.counts.items()
    return frozenset(g for g, told in counts if g is not None and too_few(told, below))


def _before(asked: Tally, below: int) -> Counts:
    """The period before, counted as it would have been told itself."""
    earlier = asked.over(previous(asked.period))
    if not below:
        return earlier.all_together()
    by_group = earlier.by_key(Breakdown.GROUP)
    known = earlier.knowing(by_group.counts.values())
    return known.without(_too_few(by_group, below)).all_together()


def _groups(asked: Tally) -> dict[int, GroupAbout]:
    """The groups with a session in the period, by name."""
    met = asked.groups_with_sessions()
    return {key: group for key, group in _about(asked.conn).items() if key in met}


def _about(conn: Connection) -> dict[int, GroupAbout]:
    rows = conn.execute(
        select(Group.id, Group.name, Group.strand, Unit.name).join(Unit, Unit.id == Group.unit_id)
    )
    groups = sorted((GroupAbout(*row) for row in rows), key=lambda g: (name_order(g.name), g.id))
    return {group.id: group for group in groups}


def _units(conn: Connection) -> dict[int, str]:
    rows = conn.execute(select(Unit.id, Unit.name)).all()
    return dict(sorted(((i, name) for i, name in rows), key=lambda unit: name_order(unit[1])))


def _sort_name(person: Person) -> tuple[bool, str, str, int]:
    """By surname, then first name or code; those without any at the end."""
    first = person.first_name or person.code or person.nickname
    return (
        not (person.last_name or first),
        name_order(person.last_name or first),
        name_order(first),
        person.id,
    )
