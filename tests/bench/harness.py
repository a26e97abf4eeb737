# SPDX-License-Identifier: GPL-3.0-or-later
"""Floor and product interleaved, medians, a ratio, and the goal it is held against."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Run = Callable[[], object]


@dataclass
class Case:
    """One row of the table. `floor` and `product` do the same work; `goal` is the largest ratio."""

    name: str
    floor: Run
    product: Run
    goal: float
    rounds: int = 15
    before: Run = lambda: None
    note: str = ""


@dataclass
class Row:
    """What was measured, in milliseconds."""

    name: str
    floor: float
    product: float
    goal: float
    note: str = ""
    unit: str = "ms"
    own: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return self.product / self.floor if self.floor else float("inf")

    @property
    def met(self) -> bool:
        return self.ratio <= self.goal


def measure(case: Case) -> Row:
    """Run both sides in turn; the first round warms up and is not counted.

    What stands before is frozen, as the program does with what it has loaded: else each collection
    would walk all of it and leave both sides a cold cache.
    """
    floors: list[float] = []
    products: list[float] = []
    gc.collect()
    gc.freeze()
    for number in range(case.rounds + 1):
        for run, times in ((case.floor, floors), (case.product, products)):
            case.before()
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            run()
            spent = time.perf_counter() - start
            gc.enable()
            if number:
                times.append(spent * 1000)
    return Row(
        case.name, statistics.median(floors), statistics.median(products), case.goal, case.note
    )


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | floor | product | ratio | goal | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows:
        met = "met" if row.met else "**missed**"
        told = f"{met}{'; ' + row.note if row.note else ''}"
        lines.append(
            f"| {row.name} | {row.floor:.2f} {row.unit} | {row.product:.2f} {row.unit} "
            f"| {row.ratio:.2f} | ≤ {row.goal:g} | {told} |"
        )
    return "\n".join(lines)
