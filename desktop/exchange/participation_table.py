# SPDX-License-Identifier: GPL-3.0-or-later
"""A participation summary as a plain table: the rows that CSV and JSON are made of."""

from collections.abc import Callable, Mapping

from db.queries.participation import Participation, Row
from db.rules.figures import BY_KEY, COLUMNS, Breakdown, Measure
from db.rules.people import Person
from db.rules.tables import Column, Holds, Table
from db.rules.words import ParticipantKind

Cell = Callable[[Row], object]

_HOLDS = {
    Measure.SESSIONS: Holds.NUMBER,
    Measure.PEOPLE: Holds.NUMBER,
    Measure.TIMES: Holds.NUMBER,
    Measure.MINUTES: Holds.MINUTES,
    Measure.SHARE: Holds.SHARE,
}


def full_name(person: Person) -> str:
    """First and last name; the code of somebody known by one; nothing for somebody anonymous."""
    if person.kind is ParticipantKind.NAMED:
        return f"{person.first_name} {person.last_name}".strip()
    return person.code if person.kind is ParticipantKind.PSEUDONYMOUS else ""


_GROUP: tuple[tuple[Column, Cell], ...] = (
    (Column("group_id", Holds.ID), lambda row: row.group and row.group.id),
    (Column("group", Holds.TEXT), lambda row: row.group and row.group.name),
    (Column("unit", Holds.TEXT), lambda row: row.unit),
)
_ABOUT: Mapping[Breakdown, tuple[tuple[Column, Cell], ...]] = {
    Breakdown.PARTICIPANT: (
        (Column("participant_id", Holds.ID), lambda row: row.person and row.person.id),
        (Column("participant", Holds.TEXT), lambda row: row.person and full_name(row.person)),
        *_GROUP,
    ),
    Breakdown.GROUP: _GROUP,
    Breakdown.MONTH: ((Column("month", Holds.CODE), lambda row: f"{row.period.first:%Y-%m}"),),
    Breakdown.UNIT: (_GROUP[-1],),
}
_DAYS: tuple[tuple[Column, Cell], ...] = (
    (Column("period_from", Holds.DATE), lambda row: row.period.first),
    (Column("period_to", Holds.DATE), lambda row: row.period.last),
)


def participation_table(summary: Participation) -> Table:
    """What the audience may see, a row for each row of the summary and no total."""
    about, figures = _ABOUT[summary.by], COLUMNS[summary.by]
    columns = (
        *(column for column, _ in about),
        *(Column(key, _HOLDS[BY_KEY[key].measure]) for key in figures),
        *(column for column, _ in _DAYS),
    )
    rows = [
        (
            *(cell(row) for _, cell in about),
            *(cells[key] for key in figures),
            *(cell(row) for _, cell in _DAYS),
        )
        for row, cells in zip(summary.rows, summary.published().rows, strict=True)
    ]
    return Table(columns, rows)
