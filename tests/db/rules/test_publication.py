# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the unit gives no small count away, whatever an attacker adds and subtracts.

The attacker here is written apart from the rule: he has the definitions of the figures, every cell
that is shown, and patience. He knows that a cell shown as <5 is 1 to 4 and that others are not
negative, and narrows bounds until nothing moves.
"""

from dataclasses import replace
from math import inf, isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import Broken
from db.rules.disclosure import Masked, Reason
from db.rules.figures import BY_KEY, Counts
from db.rules.publication import Published, Summary, masked, plain, too_few

BELOW = 5
SMALL = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 8, 12, 40])


@st.composite
def rows(draw: st.DrawFn) -> Counts:
    """Counts that can be: nobody is counted as a participant without having been there."""
    present, late, unnamed = draw(SMALL), draw(SMALL), draw(st.sampled_from([0, 0, 0, 2, 7]))
    here = present + late + unnamed
    participants = draw(st.integers(0 if not present + late else 1, max(present + late, 1)))
    participants = participants if present + late else 0
    away = draw(SMALL), draw(SMALL)
    return Counts(
        sessions_held=draw(st.integers(max(1, -(-here // max(participants, 1))), 99)),
        expected=here + sum(away) + draw(SMALL),
        present=present + unnamed,
        late=late,
        notified=away[0],
        absent=away[1],
        outside=draw(SMALL),
        head_count=draw(SMALL),
        unnamed=unnamed,
        minutes=here * 90,
        goals_worked=draw(SMALL),
        members=max(participants, draw(SMALL) if sum(away) else participants),
        participants=participants,
        new_participants=draw(st.integers(0, participants)),
    )


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """Rows, their total, and the same visits laid out over weeks."""
    own = draw(st.lists(rows(), min_size=1, max_size=5))
    counted = [not too_few(row, BELOW) for row in own]
    kept = [row for row, is_counted in zip(own, counted, strict=True) if is_counted]
    total = Counts(
        **{
            name: sum(getattr(row, name) for row in kept)
            for name in Counts.__dataclass_fields__
            if name not in ("participants", "new_participants", "members")
        }
    )
    people = [row.participants for row in kept]
    participants = draw(st.integers(max(people, default=0), sum(people)))
    new = [row.new_participants for row in kept]
    total = replace(
        total,
        participants=participants,
        members=participants,
        new_participants=draw(st.integers(max(new, default=0), max(sum(new), max(new, default=0)))),
    )
    parts, left = [], total.visits
    while left:
        visits = draw(st.integers(1, min(left, 30)))
        people = draw(st.integers(1, visits))
        parts.append(Counts(present=visits, participants=people, members=people))
        left -= visits
    return Summary(own, total, parts, counted)


class Attacker:
    """Bounds of numbers, narrowed by what adds up to what."""

    def __init__(self) -> None:
        self.bounds: dict[str, tuple[float, float]] = {}
        self.sums: list[tuple[str, list[str]]] = []

    def see(self, name: str, cell: object) -> None:
        if isinstance(cell, Masked):
            self.bounds[name] = (1, BELOW - 1) if cell.why is Reason.SMALL else (0, inf)
        else:
            self.bounds[name] = (cell, cell)

    def guess(self, name: str, low: float = 0, high: float = inf) -> None:
        self.bounds[name] = (low, high)

    def add_up(self, whole: str, parts: list[str]) -> None:
        self.sums.append((whole, parts))

    def narrow(self) -> None:
        moved = True
        while moved:
            before = dict(self.bounds)
            for whole, parts in self.sums:
                low = sum(self.bounds[p][0] for p in parts)
                high = sum(self.bounds[p][1] for p in parts)
                self._cut(whole, low, high)
                for part in parts:
                    rest = [p for p in parts if p != part]
                    self._cut(
                        part,
                        self.bounds[whole][0] - sum(self.bounds[p][1] for p in rest),
                        self.bounds[whole][1] - sum(self.bounds[p][0] for p in rest),
                    )
            moved = before != self.bounds

    def _cut(self, name: str, low: float, high: float) -> None:
        old = self.bounds[name]
        self.bounds[name] = (max(old[0], low), min(old[1], high))

    def knows(self, name: str) -> bool:
        low, high = self.bounds[name]
        return low == high


def attack(summary: Summary, shown: Published) -> Attacker:
    """Every definition and every cell of one publication."""
    him = Attacker()
    for n, cells in enumerate(shown.rows):
        for key, cell in cells.items():
            if not isinstance(cell, float) and cell is not None:
                him.see(f"{n}.{key}", cell)
        own = {key: f"{n}.{key}" for key in cells}
        for name in ("here", "away", "unnamed", "again"):
            him.guess(f"{n}.{name}")
        people = cells["participants"]
        if isinstance(people, int) and isinstance(cells["anonymous_visits"], int):
            most = people * cells["sessions_held"] + cells["anonymous_visits"]
            him.guess(f"{n}.here", people, max(most, people))
        him.add_up(f"{n}.here", [own["present"], own["late"]])
        him.add_up(f"{n}.away", [own["notified"], own["absent"]])
        him.add_up(own["expected"], [f"{n}.here", f"{n}.away", own["unrecorded"]])
        him.add_up(own["visits"], [f"{n}.here", own["head_count"]])
        him.add_up(own["anonymous_visits"], [own["head_count"], f"{n}.unnamed"])
        him.add_up(f"{n}.here", [own["participants"], f"{n}.again"])
    counted = [n for n, is_counted in enumerate(summary.counted) if is_counted]
    him.guess("visits")
    him.add_up("visits", [f"{n}.visits" for n in counted])
    for n, cell in enumerate(shown.chart):
        him.see(f"part.{n}", cell)
    him.add_up("visits", [f"part.{n}" for n in range(len(shown.chart))])
    for key in ("participants", "new_participants"):
        him.see(f"total.{key}", shown.total[key])
        him.guess(f"every.{key}")
        him.guess(f"twice.{key}")
        him.add_up(f"every.{key}", [f"{n}.{key}" for n in counted])
        him.add_up(f"every.{key}", [f"total.{key}", f"twice.{key}"])
    him.narrow()
    return him


@settings(max_examples=400, deadline=None)
@given(summaries())
def test_no_masked_cell_can_be_computed(summary: Summary) -> None:
    shown = masked(summary, BELOW)
    him = attack(summary, shown)
    for n, cells in enumerate(shown.rows):
        for key, cell in cells.items():
            if isinstance(cell, Masked) and cell.why is Reason.SMALL:
                assert not him.knows(f"{n}.{key}"), (key, summary.rows[n])
    for n, part in enumerate(summary.chart):
        if too_few(part, BELOW):
            assert not him.knows(f"part.{n}")


@settings(max_examples=400, deadline=None)
@given(summaries())
def test_no_small_count_is_shown_and_none_of_few_people(summary: Summary) -> None:
    shown = masked(summary, BELOW)
    for counts, cells in zip((*summary.rows, None), (*shown.rows, shown.total), strict=True):
        for key, cell in cells.items():
            if BY_KEY[key].is_personal and type(cell) is int:
                assert not 0 < cell < BELOW, key
                assert counts is None or not too_few(counts, BELOW)
    assert all(not isinstance(cell, int) or not 0 < cell < BELOW for cell in shown.chart)


@settings(max_examples=300, deadline=None)
@given(summaries())
def test_a_rate_is_shown_only_with_what_it_is_made_of(summary: Summary) -> None:
    """A rate of few absences tells how many there were."""
    shown = masked(summary, BELOW)
    him = attack(summary, shown)
    for n, (counts, cells) in enumerate(zip(summary.rows, shown.rows, strict=True)):
        if isinstance(cells["rate"], float):
            # At a single session everybody counted as a participant was there once.
            assert him.knows(f"{n}.here") or counts.sessions_held == 1
            assert him.knows(f"{n}.away") or counts.sessions_held == 1
            assert not 0 < counts.away < BELOW
        if isinstance(cells["rate_without_notified"], float):
            assert not 0 < counts.absent < BELOW


@given(summaries())
def test_totals_are_of_the_cells_shown(summary: Summary) -> None:
    shown = masked(summary, BELOW)
    for key in ("sessions_held", "present", "visits", "minutes"):
        cells = [row[key] for row in shown.rows if isinstance(row[key], int)]
        if isinstance(shown.total[key], int):
            assert shown.total[key] == sum(cells)
    rated = [
        counts
        for counts, cells in zip(summary.rows, shown.rows, strict=True)
        if not isinstance(cells["rate"], Masked)
    ]
    here, away = sum(r.here for r in rated), sum(r.away for r in rated)
    if isinstance(shown.total["rate"], float):
        assert isclose(shown.total["rate"], here / (here + away))


@given(summaries())
def test_large_tables_lose_nothing(summary: Summary) -> None:
    """Every count at least five and no week without people: nothing needs to be hidden."""
    big = [
        Counts(
            sessions_held=10, expected=200, present=90 + n, late=20, notified=30, absent=40,
            head_count=9, minutes=9000, goals_worked=8, members=12, participants=12,
            new_participants=6, outside=5, remote=7,
        )
        for n, _ in enumerate(summary.rows)
    ]  # fmt: skip
    visits = sum(row.visits for row in big)
    total = Counts(present=visits, participants=12, members=12, new_participants=6)
    whole = Summary(big, total, [Counts(present=visits, participants=12, members=12)])
    shown = masked(whole, BELOW)
    assert not shown.hides_something
    assert shown.rows == plain(whole).rows


def test_a_late_few_hide_the_present_beside_them_and_no_more() -> None:
    row = Counts(
        sessions_held=20, expected=130, present=97, late=3, notified=12, absent=18, members=11,
        participants=11, minutes=9000,
    )  # fmt: skip
    (cells,) = masked(Summary([row], row), BELOW).rows
    hidden = {key: cell.code for key, cell in cells.items() if isinstance(cell, Masked)}
    assert hidden == {"late": "<5", "present": "hidden"}
    assert cells["rate"] == 100 / 130


def test_a_group_of_three_tells_how_often_it_met_and_no_more() -> None:
    row = Counts(sessions_held=12, expected=36, present=30, absent=6, members=3, participants=3)
    assert too_few(row, BELOW)
    (cells,) = masked(Summary([row], Counts(), counted=[False]), BELOW).rows
    assert (cells["sessions_held"], cells["participants"].code) == (12, "<5")
    assert cells["visits"].code == cells["rate"].code == "hidden"


def test_a_week_with_few_people_hides_another_week_too() -> None:
    row = Counts(sessions_held=3, expected=40, present=40, members=12, participants=12)
    weeks = [
        Counts(present=20, participants=12, members=12),
        Counts(present=6, participants=3, members=3),
        Counts(present=14, participants=9, members=9),
    ]
    shown = masked(Summary([row], row, weeks), BELOW)
    assert [cell if isinstance(cell, int) else cell.code for cell in shown.chart] == [
        *(20, "hidden", "hidden")
    ]


def test_new_people_of_one_group_add_up_over_months_so_the_total_goes() -> None:
    months = [
        Counts(present=40, participants=10, members=10, new_participants=new) for new in (10, 1, 0)
    ]
    total = Counts(present=120, participants=11, members=11, new_participants=11)
    shown = masked(Summary(months, total, new_once=True), BELOW)
    assert [told(row["new_participants"]) for row in shown.rows] == [10, "<5", 0]
    assert told(shown.total["new_participants"]) == "hidden"
    over_groups = masked(Summary(months, total), BELOW)
    assert over_groups.total["new_participants"] == 11


def test_figures_that_do_not_add_up_are_our_own_fault() -> None:
    row = Counts(present=40, participants=10, members=10)
    with pytest.raises(Broken, match="add up"):
        masked(Summary([row], row, [Counts(present=99, participants=9, members=9)]), BELOW)


def told(cell: object) -> object:
    return cell.code if isinstance(cell, Masked) else cell


def test_a_masked_cell_is_no_number() -> None:
    cell = Masked(Reason.SMALL, BELOW)
    assert not isinstance(cell, int | float | str)
    assert cell.code == "<5"
