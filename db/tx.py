# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand that writes: every row goes through it, so nothing changes unseen by the journal.

Actions get a `Tx` and never a connection they could update in bulk. Each write reads the row before
and takes the row after from `RETURNING *`.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Executable,
    Result,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from db.errors import Conflict, Why
from db.journal import Changes, KeyOf, Row, RowChange, fold, same
from db.log import Who

Model = type[DeclarativeBase]


class Tx:
    """One running transaction on behalf of `who`."""

    def __init__(self, conn: Connection, who: Who) -> None:
        self._conn = conn
        self.who = who
        self._touched: list[RowChange] = []

    @property
    def conn(self) -> Connection:
        """For asking a query's `.on(tx.conn, ...)` inside a deed; rows are written by the verbs below."""
        return self._conn

    @property
    def changes(self) -> Changes:
        """What has been written so far, each row once."""
        return fold(self._touched)

    def read(self, statement: Executable) -> Result[Any]:
        """Run a SELECT inside the transaction."""
        return self._conn.execute(statement)

    def row(self, model: Model, *key: Any) -> Row | None:  # noqa: ANN401 - keys are ints, dates or words
        """The row with this key, or None."""
        table = table_of(model)
        found = self._conn.execute(_selecting(table), _is(table, key)).mappings().one_or_none()
        return dict(found) if found else None

    def known(self, model: Model, *key: Any) -> Row:  # noqa: ANN401
        """The row with this key; Conflict(GONE) when somebody removed it."""
        found = self.row(model, *key)
        if found is None:
            raise Conflict(Why.GONE)
        return found

    def add(self, model: Model, **values: object) -> int:
        """A new row; its id (or the first part of its key)."""
        table = table_of(model)
        after = dict(self._conn.execute(_inserting(table), values).mappings().one())
        self._note(table, None, after)
        return int(next(iter(_key(table, after))))

    def add_all(self, model: Model, rows: Sequence[dict[str, Any]]) -> list[Row]:
        """Many new rows in one statement; the rows as stored, in no promised order."""
        if not rows:
            return []
        table = table_of(model)
        names = table.c.keys()
        stored = self._conn.execute(_inserting(table), list(rows)).all()
        added: list[Row] = [dict(zip(names, row, strict=True)) for row in stored]
        for after in added:
            self._note(table, None, after)
        return added

    def change(self, model: Model, *key: Any, expect: int | None = None, **values: object) -> Row:  # noqa: ANN401
        """Change columns of one row; the row after.

        `expect` is the version the person saw: Conflict when the row has moved on since.
        """
        before = self.known(model, *key)
        return self._update(table_of(model), key, before, expect, values)

    def put(self, model: Model, *key: Any, before: Row | None, **values: object) -> Row:  # noqa: ANN401
        """Insert or update the row with this key, whose present image the caller has just read."""
        table = table_of(model)
        if before is not None:
            return self._update(table, key, before, None, values)
        named = dict(zip(_key_names(table), key, strict=True))
        row = self._conn.execute(_inserting(table), {**named, **values}).mappings().one()
        after = dict(row)
        self._note(table, None, after)
        return after

    def remove(self, model: Model, *key: Any) -> None:  # noqa: ANN401
        """Remove one row; nothing happens when it is not there."""
        table = table_of(model)
        before = self.row(model, *key)
        if before is not None:
            self._conn.execute(_deleting(table), _is(table, key))
            self._note(table, before, None)

    def restore(self, table: Table, change: RowChange) -> None:
        """Put a row as `change.after` says, if it still is as `change.before` says; else Conflict."""
        found = (
            self._conn.execute(_selecting(table), _is(table, change.key)).mappings().one_or_none()
        )
        before = dict(found) if found else None
        if not same(before, change.before):
            raise Conflict
        if change.after is None:
            self._conn.execute(_deleting(table), _is(table, change.key))
            self._note(table, before, None)
        elif before is None:
            self._conn.execute(insert(table), dict(change.after))
            self._note(table, None, dict(change.after))
        else:
            values = {n: v for n, v in change.after.items() if n != "version"}
            self._update(table, change.key, before, None, values)

    def _update(
        self, table: Table, key: KeyOf, before: Row, expect: int | None, values: dict[str, Any]
    ) -> Row:
        if expect is not None and before["version"] != expect:
            raise Conflict
        where = _is(table, key)
        if "version" in table.c:
            where[_SEEN] = before["version"]
            values = {**values, "version": before["version"] + 1}
        changing = _updating(table, frozenset(values))
        row = self._conn.execute(changing, {**where, **values}).mappings().one_or_none()
        if row is None:
            raise Conflict
        after = dict(row)
        self._note(table, before, after)
        return after

    def _note(self, table: Table, before: Row | None, after: Row | None) -> None:
        image = after if before is None else before
        assert image is not None  # noqa: S101 - for the reader: one of the two is there
        self._touched.append(RowChange(table.name, _key(table, image), before, after))


def table_of(model: Model) -> Table:
    """The table behind a mapped class."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - declarative classes here map plain tables
    return table


def _key(table: Table, row: Row) -> KeyOf:
    return tuple([row[name] for name in _key_names(table)])


@cache
def _key_names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key)


def _is(table: Table, key: KeyOf) -> dict[str, Any]:
    """The values of a row's key, by the names that the statements below give them."""
    return dict(zip((_KEY + name for name in _key_names(table)), key, strict=True))


# Statements are built once for each table and set of columns: building one costs more than SQLite
# takes to run it.

_KEY, _SEEN = "key_", "seen_version"


def _at_key(table: Table) -> list[ColumnElement[bool]]:
    return [
        column == bindparam(_KEY + column.name, type_=column.type) for column in table.primary_key
    ]


@cache
def _selecting(table: Table) -> Select[*tuple[Any, ...]]:
    return select(table).where(*_at_key(table))


@cache
def _inserting(table: Table) -> ReturningInsert[Any]:
    return insert(table).returning(*table.c)


@cache
def _deleting(table: Table) -> Delete:
    return delete(table).where(*_at_key(table))


@cache
def _updating(table: Table, names: frozenset[str]) -> ReturningUpdate[Any]:
    unknown = names - {column.name for column in table.c}
    if unknown:
        raise TypeError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    where = _at_key(table)
    if "version" in table.c:
        where.append(table.c.version == bindparam(_SEEN, type_=table.c.version.type))
    values = {name: bindparam(name, type_=table.c[name].type) for name in sorted(names)}
    return update(table).where(*where).values(values).returning(*table.c)
