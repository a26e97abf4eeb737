# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows changed by one transaction: undo, refresh and audit all read this one account.

Images are the rows themselves as the database returned them (`RETURNING *`), so what undo restores
is what was there, defaults and all.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

Row = Mapping[str, Any]
KeyOf = tuple[Any, ...]


@dataclass(frozen=True)
class RowChange:
    """One row before and after; `before` is None for a new row, `after` for one removed."""

    table: str
    key: KeyOf
    before: Row | None
    after: Row | None

    def reversed(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


@dataclass(frozen=True)
class Changes:
    """All rows one transaction changed, each once, in the order they were first touched."""

    rows: tuple[RowChange, ...] = ()

    @property
    def tables(self) -> frozenset[str]:
        """Which tables hold something new: views that show them read again."""
        return frozenset(row.table for row in self.rows)

    @property
    def people(self) -> frozenset[int]:
        """Ids of the participants whose rows changed, for the log."""
        found: set[int | None] = set()
        for change in self.rows:
            for image in (change.before, change.after):
                if image is not None:
                    found.add(
                        image["id"]
                        if change.table == "participants"
                        else image.get("participant_id")
                    )
        return frozenset(one for one in found if one is not None)

    def reversed(self) -> "Changes":
        """What takes all of this back, last first."""
        return Changes(tuple(row.reversed() for row in reversed(self.rows)))

    def __bool__(self) -> bool:
        return bool(self.rows)


def fold(touched: Iterable[RowChange]) -> Changes:
    """Join several touches of one row into one; a row that ends as it began drops out."""
    by_row: dict[tuple[str, KeyOf], RowChange] = {}
    for change in touched:
        first = by_row.get((change.table, change.key))
        before = change.before if first is None else first.before
        by_row[change.table, change.key] = RowChange(change.table, change.key, before, change.after)
    return Changes(tuple(row for row in by_row.values() if not same(row.before, row.after)))


def same(one: Row | None, other: Row | None) -> bool:
    """Equal but for the version, which only ever grows."""
    if one is None or other is None:
        return one is other
    return {k: v for k, v in one.items() if k != "version"} == {
        k: v for k, v in other.items() if k != "version"
    }


def as_json(changes: Changes) -> str:
    """The account as the log keeps it: for each row its key and only the columns that differ."""
    return json.dumps(
        [_line(row) for row in changes.rows],
        default=_plain,
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _line(change: RowChange) -> dict[str, Any]:
    before, after = change.before or {}, change.after or {}
    names = [n for n in (after or before) if n != "version" and before.get(n) != after.get(n)]
    line: dict[str, Any] = {"table": change.table, "key": list(change.key)}
    if change.before is not None:
        line["before"] = {n: before.get(n) for n in names}
    if change.after is not None:
        line["after"] = {n: after.get(n) for n in names}
    return line


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
