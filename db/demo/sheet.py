# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of an office that is being made up: numbered as they come, stored in bulk, parents first."""

from typing import Any

from sqlalchemy import Connection, Table, insert

from db.models import Base
from db.tx import Model, table_of

Row = dict[str, Any]

AT_ONCE = 20_000


class Sheet:
    """Holds rows until `store`. Until then a row may still be changed in place."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}
        self._last: dict[str, int] = {}

    def begin_after(self, model: Model, last: int) -> None:
        """Number the rows of `model` from `last` + 1: those before it are there already."""
        self._last[table_of(model).name] = last

    def add(self, model: Model, **values: object) -> Row:
        """A new row, with an id where its table has one. Columns left out get their defaults."""
        table = table_of(model)
        if "id" in table.c:
            number = self._last.get(table.name, 0) + 1
            self._last[table.name] = number
            values["id"] = number
        self._rows.setdefault(table.name, []).append(values)
        return values

    def rows(self, model: Model) -> list[Row]:
        """The rows of `model` that wait to be stored."""
        return self._rows.setdefault(table_of(model).name, [])

    def store(self, conn: Connection) -> int:
        """Write everything that waits, in as few statements as there are tables; how many rows."""
        stored = 0
        for table in Base.metadata.sorted_tables:
            rows = self._rows.pop(table.name, [])
            blank = _blank(table)
            for start in range(0, len(rows), AT_ONCE):
                batch = [{**blank, **row} for row in rows[start : start + AT_ONCE]]
                conn.execute(insert(table), batch)
            stored += len(rows)
        return stored


def _blank(table: Table) -> Row:
    """Every column with its default: rows of one statement must name the same columns."""
    return {c.name: getattr(c.default, "arg", None) for c in table.c}
