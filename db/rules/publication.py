# SPDX-License-Identifier: GPL-3.0-or-later
"""A participation summary as it is shown: every cell, or only what may leave the unit.

Screen, chart, pages and files show these same cells. A group in which fewer people than the limit
took part adds nothing to totals or to the chart (the query leaves it out of them), and the total of
each column is that of the cells shown: so no total gives a masked cell away.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.rules.disclosure import (
    ANYTHING,
    Cell,
    Masked,
    Reason,
    Release,
    Safe,
    Sum,
    is_small,
    joined,
    mask,
)
from db.rules.figures import FIGURES, Counts, share

Cells = Mapping[str, Cell]

PEOPLE = ("participants", "new_participants")
RATES = {
    "rate": ("here", "away"),
    "rate_without_notified": ("here", "absent"),
}
_SUMS = (
    Sum("here", ("present", "late")),
    Sum("away", ("notified", "absent")),
    Sum("expected", ("here", "away", "unrecorded")),
    Sum("visits", ("here", "head_count")),
    Sum("anonymous_visits", ("head_count", "unnamed")),
    # Whoever is counted as a participant was there at least once.
    Sum("here", ("participants", "again")),
)
_BOUND = tuple(figure.key for figure in FIGURES if any(figure.key in one.keys for one in _SUMS))
_RANKS = {
    **dict.fromkeys(("present", "late", "notified", "absent", "unrecorded"), 0),
    "anonymous_visits": 1,
    "head_count": 2,
    "expected": 3,
    "visits": 4,
}


@dataclass(frozen=True)
class Summary:
    """What was counted: rows, all of them together, and the parts of the period that the chart shows.

    `counted` tells which rows are in the total and the chart; all of them when it is empty. With
    `new_once` nobody is new in two rows, as over the months of one group, so that new participants
    add up.
    """

    rows: Sequence[Counts]
    total: Counts
    chart: Sequence[Counts] = ()
    counted: Sequence[bool] = ()
    new_once: bool = False

    def counted_rows(self) -> list[tuple[int, Counts]]:
        """The rows in the total, by number."""
        counted = self.counted or [True] * len(self.rows)
        return [(n, row) for n, row in enumerate(self.rows) if counted[n]]


@dataclass(frozen=True)
class Published:
    """Cells by the keys of figures; `chart` has the visits of each part of the period.

    `rate_of` is what the total's attendance rate is the rate of: visits, and all that were marked.
    """

    rows: tuple[Cells, ...]
    total: Cells
    chart: tuple[Cell, ...] = ()
    rate_of: tuple[int, int] = (0, 0)

    @property
    def hides_something(self) -> bool:
        """Whether any cell is masked."""
        cells = (cell for row in (*self.rows, self.total) for cell in row.values())
        return any(isinstance(cell, Masked) for cell in (*cells, *self.chart))


def plain(summary: Summary) -> Published:
    """Every cell as it is, for the unit itself."""
    return Published(
        tuple(all_cells(row) for row in summary.rows),
        all_cells(summary.total),
        tuple(part.visits for part in summary.chart),
        (summary.total.here, summary.total.here + summary.total.away),
    )


def masked(summary: Summary, below: int) -> Published:
    """The cells that may leave the unit: counts of people and visits from 1 to `below` - 1 and all
    that would reveal them are `Masked`."""
    rows, chart = _rows_and_chart(summary, below)
    people = {key: _people(summary, rows, key, below) for key in PEOPLE}
    for key, hidden in people.items():
        for number, row in enumerate(rows):
            if f"row {number}" in hidden:
                row[key] = hidden[f"row {number}"]
    shown = [all_cells(counts) | row for counts, row in zip(summary.rows, rows, strict=True)]
    total = _total(summary, shown, {key: people[key].get("total") for key in PEOPLE}, below)
    return Published(tuple(shown), total, chart, _rate_of(summary, shown, "rate"))


def too_few(counts: Counts, below: int) -> bool:
    """Whether so few people are behind these figures that none of them may leave the unit."""
    return any(
        is_small(count, below) for count in (counts.participants, counts.members, counts.visits)
    )


def all_cells(counts: Counts) -> dict[str, Cell]:
    """Every figure by its key."""
    return {figure.key: getattr(counts, figure.key) for figure in FIGURES}


def _rows_and_chart(summary: Summary, below: int) -> tuple[list[dict[str, Cell]], tuple[Cell, ...]]:
    """The masked cells of each row, and the chart.

    While a row shows its visits it is no matter to any other. Rows that do not, and the chart, add
    up to the same total: they are looked at together, one more each time visits had to be given up.
    """
    rows = [_row(counts, below) for counts in summary.rows]
    together = {n for n, _ in summary.counted_rows() if "visits" in rows[n]}
    while True:
        safe = _together(summary, together, below)
        more = {
            n
            for n, _ in summary.counted_rows()
            if f"{n}.visits" in safe.masked and n not in together
        }
        if not more:
            break
        together |= more
    for n in together:
        if not too_few(summary.rows[n], below):
            rows[n] = _cells(summary.rows[n], safe, f"{n}.", below)
    chart = [safe.masked.get(f"part {n}", part.visits) for n, part in enumerate(summary.chart)]
    return rows, tuple(chart)


def _together(summary: Summary, together: Collection[int], below: int) -> Safe:
    """Visits of all rows and of the chart, and all that belongs to the rows `together`."""
    counted = summary.counted_rows()
    visits = {f"{n}.visits": row.visits for n, row in counted}
    parts = {f"part {n}": part.visits for n, part in enumerate(summary.chart)}
    sums = [Sum("all", tuple(visits)), *([Sum("all", tuple(parts))] if parts else [])]
    guarded = {f"part {n}" for n, part in enumerate(summary.chart) if too_few(part, below)}
    guarded |= {f"{n}.visits" for n, row in counted if too_few(row, below)}
    release = Release(
        visits | parts | {"all": summary.total.visits},
        sums,
        dict.fromkeys(visits, 5) | dict.fromkeys(parts, 4),
        withheld={"all": ANYTHING},
        guarded=frozenset(guarded),
        below=below,
    )
    open_rows = [n for n, row in counted if n in together and not too_few(row, below)]
    return mask(joined([release, *(_release(summary.rows[n], f"{n}.", below) for n in open_rows)]))


def _row(counts: Counts, below: int) -> dict[str, Cell]:
    """The masked cells of one row by itself."""
    if too_few(counts, below):
        return _closed(counts, below)
    return _cells(counts, mask(_release(counts, "", below)), "", below)


def _release(counts: Counts, name: str, below: int) -> Release:
    """The counts of a row that are bound by sums; `name` goes before their keys."""
    keys = {key for one in _SUMS for key in one.keys} - {"again"}
    told = {key: getattr(counts, key) for key in keys}
    told["again"] = counts.here - counts.participants
    # Nobody is there more often than the group met; unnamed participants may be, all together.
    most = max(counts.participants * (counts.sessions_held - 1), told["again"])
    small = {key for key in ("here", "away") if is_small(told[key], below)}
    withheld = dict.fromkeys({"here", "away", "unnamed"} - small, ANYTHING) | {"again": (0, most)}
    return Release(
        {f"{name}{key}": count for key, count in told.items()},
        [Sum(f"{name}{s.whole}", tuple(f"{name}{part}" for part in s.parts)) for s in _SUMS],
        {f"{name}{key}": rank for key, rank in _RANKS.items()},
        withheld={f"{name}{key}": bounds for key, bounds in withheld.items()},
        guarded=frozenset(f"{name}{key}" for key in small),
        below=below,
    )


def _cells(counts: Counts, safe: Safe, name: str, below: int) -> dict[str, Cell]:
    """The masked cells of a row whose bound counts have been looked at."""
    derived = Masked(Reason.DERIVED, below)
    found: dict[str, Cell] = {
        key: cell for key in _BOUND if (cell := safe.masked.get(f"{name}{key}")) is not None
    }
    for key in ("new_participants", "remote", "outside", "goals_worked"):
        if is_small(getattr(counts, key), below):
            found[key] = Masked(Reason.SMALL, below)
    for key, parts in RATES.items():
        if not all(safe.is_public(f"{name}{part}") for part in parts):
            found[key] = derived
    if not safe.is_public(f"{name}here"):
        found["minutes"] = derived
    return found


def _closed(counts: Counts, below: int) -> dict[str, Cell]:
    """A row with too few people: it tells how often the group met, and that they were few."""
    derived, small = Masked(Reason.DERIVED, below), Masked(Reason.SMALL, below)
    found: dict[str, Cell] = {figure.key: derived for figure in FIGURES if figure.is_personal}
    for key in PEOPLE:
        if is_small(getattr(counts, key), below):
            found[key] = small
    return found


def _people(summary: Summary, rows: Sequence[Cells], key: str, below: int) -> Mapping[str, Masked]:
    """The rows and the total in which a count of distinct people is hidden. One person may be in
    several rows, so that the rows' sum is at least the total."""
    counts = {f"row {n}": getattr(row, key) for n, row in summary.counted_rows()}
    total, every = getattr(summary.total, key), sum(counts.values())
    hidden = {
        f"row {n}"
        for n, _ in summary.counted_rows()
        if isinstance(cell := rows[n].get(key), Masked) and cell.why is Reason.DERIVED
    }
    if key == "new_participants" and summary.new_once:
        sums, left = [Sum("total", tuple(counts))], {}
    else:
        sums = [Sum("every", tuple(counts)), Sum("every", ("total", "twice"))]
        left = {"every": every, "twice": every - total}
    release = Release(
        counts | {"total": total} | left,
        sums,
        dict.fromkeys(counts, 1) | {"total": 0},
        withheld=dict.fromkeys(left, ANYTHING),
        guarded=frozenset(hidden),
        below=below,
    )
    return mask(release).masked


def _total(
    summary: Summary, rows: Sequence[Cells], people: Mapping[str, Masked | None], below: int
) -> Cells:
    """The last row: the sum of what is shown, distinct people counted once."""
    total: dict[str, Cell] = {}
    for figure in FIGURES:
        if figure.key in RATES:
            total[figure.key] = _rate(summary, rows, figure.key, below)
        elif figure.key in PEOPLE:
            total[figure.key] = people[figure.key] or getattr(summary.total, figure.key)
        else:
            total[figure.key] = _shown_sum([row[figure.key] for row in rows], below)
    return total


def _shown_sum(cells: Sequence[Cell], below: int) -> Cell:
    """The sum of the cells shown; masked where it would be nought only because others are."""
    told = sum(cell for cell in cells if isinstance(cell, int))
    hides = any(isinstance(cell, Masked) for cell in cells)
    return Masked(Reason.DERIVED, below) if hides and not told else told


def _rate(summary: Summary, rows: Sequence[Cells], key: str, below: int) -> Cell:
    """The rate of those rows whose own rate is shown."""
    if rows and all(isinstance(row[key], Masked) for row in rows):
        return Masked(Reason.DERIVED, below)
    return share(*_rate_of(summary, rows, key))


def _rate_of(summary: Summary, rows: Sequence[Cells], key: str) -> tuple[int, int]:
    """Visits, and all that were marked, in the rows whose own rate is shown."""
    open_rows = [
        counts
        for counts, row in zip(summary.rows, rows, strict=True)
        if not isinstance(row[key], Masked)
    ]
    part, rest = (sum(getattr(row, name) for row in open_rows) for name in RATES[key])
    return part, part + rest
