# SPDX-License-Identifier: GPL-3.0-or-later
"""Floor and product interleaved, medians, a ratio, and the goal it is held against."""

import gc
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Run = Callable[[], object]


def of_children() -> float:
    """Seconds of CPU that programs started and waited for have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass
class Case:
    """One row of the table. `floor` and `product` do the same work; `goal` is the largest ratio.

    Without a floor `goal` is milliseconds; without a goal the row is there to be watched. `before`
    runs before each side, outside the time. The clock counts CPU time, in which other work on the
    machine has no part; what waits for the disk has to take the wall's.
    """

    name: str
    floor: Run | None
    product: Run
    goal: float | None
    rounds: int = 15
    before: Run = lambda: None
    note: str = ""
    clock: Callable[[], float] = time.process_time


@dataclass
class Row:
    """What was measured: medians in `unit`."""

    name: str
    floor: float | None
    product: float
    goal: float | None
    note: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the floor; None without one."""
        return self.product / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is kept; without a goal always."""
        return self.goal is None or (self.ratio or self.product) <= self.goal

    def cells(self) -> list[str]:
        """The row as the table tells it."""
        floor = "–" if self.floor is None else f"{self.floor:.2f} {self.unit}"
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        unit = "" if self.floor else f" {self.unit}"
        goal = "–" if self.goal is None else f"≤ {self.goal:g}{unit}"
        met = "" if self.goal is None else "met" if self.met else "**missed**"
        told = "; ".join(part for part in (met, self.note) if part)
        return [self.name, floor, f"{self.product:.2f} {self.unit}", ratio, goal, told]


def measure(case: Case) -> Row:
    """Run both sides in turn; the first round warms up and is not counted.

    What stands before is frozen, as the program does with what it has loaded: else each collection
    would walk all of it and leave both sides a cold cache.
    """
    gc.collect()
    gc.freeze()
    floors: list[float] = []
    products: list[float] = []
    for number in range(case.rounds + 1):
        for run, times in ((case.floor, floors), (case.product, products)):
            if run is None:
                continue
            case.before()
            spent = _timed(run, case.clock)
            if number:
                times.append(spent)
    floor = statistics.median(floors) if floors else None
    return Row(case.name, floor, statistics.median(products), case.goal, case.note)


def _timed(run: Run, clock: Callable[[], float]) -> float:
    """Milliseconds, the collector kept out of it."""
    gc.collect()
    gc.disable()
    start = clock()
    run()
    spent = clock() - start
    gc.enable()
    return spent * 1000


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | floor | product | ratio | goal | |", "|---|---:|---:|---:|---:|---|"]
    lines.extend(f"| {' | '.join(row.cells())} |" for row in rows)
    return "\n".join(lines)
