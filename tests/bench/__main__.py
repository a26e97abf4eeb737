# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m tests.bench [part ...] [--quick]`: measure, print the table, keep it in last.md."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PUNOS_LANG", "fi")

from tests.bench.harness import Case, Row, measure, table
from tests.bench.offices import Offices

KEPT = Path(__file__).with_name("last.md")
PARTS = ("start", "storage", "figures", "lists", "screens", "files")
LATER = (
    "Left out, as what they measure is not built yet: a week of 400 series on "
    "screen, iCalendar, the 40-page table, XLSX registers, whole history by quarter, LibreOffice. "
    "The cold first paint needs an emptied page cache, and is left out too."
)


def main(arguments: list[str]) -> None:
    """Measure the parts named, or all; only a full run is kept."""
    quick = "--quick" in arguments
    chosen = [name for name in PARTS if name in arguments] or list(PARTS)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="punos-bench-") as folder:
        os.environ["PUNOS_SETTINGS_DIR"] = str(Path(folder) / "settings")
        offices = Offices(Path(folder), (1,) if quick else (1, 10))
        for name in chosen:
            cases: Callable[[Offices], Iterator[Case | Row]] = import_module(
                f"tests.bench.{name}"
            ).cases
            for case in cases(offices):
                row = case if isinstance(case, Row) else measure(case)
                rows.append(row)
                print(" | ".join(row.cells()), file=sys.stderr, flush=True)
    print(table(rows))
    if not quick and len(chosen) == len(PARTS):
        told = (
            f"Measured {datetime.now(UTC):%Y-%m-%d} on Python {platform.python_version()}, "
            f"{os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}. Milliseconds of CPU; marks, "
            "which wait for the disk, by the clock on the wall."
        )
        text = f"# The last bench\n\n{told}\n\n{table(rows)}\n\n{LATER}\n"
        KEPT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
