# SPDX-License-Identifier: GPL-3.0-or-later
"""A participation summary as it is shown: every cell, or only what may leave the unit.

Screen, chart, pages and files show these same cells. A group in which fewer people than the limit
took part adds nothing to totals or to the chart (the query leaves it out of them), and the total of
each column is that of the cells shown: so no total gives a masked cell away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.rules.disclosure import ANYTHING, Cell, Masked, Reason, Release, Safe, Sum, is_small, mask
from db.rules.figures import BY_KEY, FIGURES, Counts, Measure, share

Cells = Mapping[str, Cell]

PERSONAL = tuple(figure.key for figure in FIGURES if figure.is_personal)
_BOUND = (
    *("present", "late", "notified", "absent", "unrecorded", "expected", "head_count"),
    *("visits", "anonymous_visits", "participants"),
)
_RANKS = {
    **dict.fromkeys(("present", "late", "notified", "absent", "unrecorded"), 0),
    **{"anonymous_visits": 1, "head_count": 2, "expected": 3, "visits": 4},
}
_ROW_SUMS = (
    Sum("here", ("present", "late")),
    Sum("away", ("notified", "absent")),
    Sum("expected", ("here", "away", "unrecorded")),
    Sum("visits", ("here", "head_count")),
    Sum("anonymous_visits", ("head_count", "unnamed")),
    # Whoever is counted as a person has been there at least once.
    Sum("here", ("participants", "again")),
)


@dataclass(frozen=True)
class Published:
    """A summary's cells by the keys of figures. `chart` has the visits of each part of the period."""

    rows: tuple[Cells, ...]
    total: Cells
    chart: tuple[Cell, ...] = ()
    is_masked: bool = False

    @property
    def hides_something(self) -> bool:
        """Whether any cell is masked."""
        cells = (cell for row in (*self.rows, self.total) for cell in row.values())
        return any(isinstance(cell, Masked) for cell in (*cells, *self.chart))


@dataclass(frozen=True)
class Summary:
    """What was counted. `counted` tells which rows are in the total and in the chart.

    `one_way` is True where a new person is new in one row only, as over months it need not be.
    """

    rows: Sequence[Counts]
    total: Counts
    chart: Sequence[Counts] = ()
    counted: Sequence[bool] = ()


def plain(summary: Summary) -> Published:
    """Every cell as it is: for the unit itself."""
    return Published(
        tuple(all_cells(row) for row in summary.rows),
        all_cells(summary.total),
        tuple(part.visits for part in summary.chart),
    )


def masked(summary: Summary, below: int) -> Published:
    """The cells that may leave the unit; counts of 1 to `below` - 1 and what would reveal them are
    `Masked`."""
    hidden = _visits_to_hide(summary, below)
    rows = [
        _row(counts, below, guard=f"row {n}" in hidden) for n, counts in enumerate(summary.rows)
    ]
    rows = _people(summary, rows, below, "participants")
    rows = _people(summary, rows, below, "new_participants")
    total = _total(summary, rows, below)
    chart = tuple(
        hidden.get(f"part {n}", part.visits) for n, part in enumerate(summary.chart)
    )
    return Published(tuple(rows), total, chart, is_masked=True)


def too_few(counts: Counts, below: int) -> bool:
    """Whether so few people are behind these figures that none of them may leave the unit."""
    return any(
        is_small(count, below) for count in (counts.participants, counts.members, counts.visits)
    )


def all_cells(counts: Counts) -> dict[str, Cell]:
    """Every figure by its key."""
    return {figure.key: getattr(counts, figure.key) for figure in FIGURES}
