# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m tests.bench [part ...] [--quick]`: measure, print the table, keep it in last.md."""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.harness import Row, measure, table

KEPT = Path(__file__).with_name("last.md")


def storage(folder: Path, quick: bool) -> Iterator[Row]:
    from tests.bench.offices import Made
    from tests.bench.storage import cases

    for times in (1,) if quick else (1, 10):
        (folder / str(times)).mkdir()
        made = Made(folder / str(times), times)
        for case in cases(made, folder / str(times)):
            yield measure(case)


PARTS = {"storage": storage}


def main(arguments: list[str]) -> None:
    """Measure the parts named, or all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    quick = "--quick" in arguments
    chosen = [name for name in arguments if name in PARTS] or list(PARTS)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="punos-bench-") as folder:
        for name in chosen:
            place = Path(folder) / name
            place.mkdir()
            for row in PARTS[name](place, quick):
                rows.append(row)
                print(f"{row.ratio:7.2f}  {row.name}", file=sys.stderr, flush=True)
    told = f"Measured {datetime.now(UTC):%Y-%m-%d} on Python {platform.python_version()}, {os.cpu_count()} cores.\n\n"
    print(table(rows))
    if set(chosen) == set(PARTS):
        KEPT.write_text(f"# The last bench\n\n{told}{table(rows)}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
