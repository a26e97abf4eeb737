# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL of the house: dated intervals, and rows gathered into one JSON column, which SQLite and
PostgreSQL say differently.

A screen is one statement where a list hangs on each row, as statements cost a round trip each on a
server: the list comes as JSON, `[[a, b], [c, d]]`. Values are what JSON has: a date is its ISO text,
a stored moment its milliseconds, and yes or no may be 1 or true.
"""

import json
from collections.abc import Callable
from typing import Any, TypeVarTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    literal_column,
    or_,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

# As json.loads, without its search for encodings and white space.
_read_json = json.JSONDecoder().raw_decode

Said = SQLColumnExpression[Any]
Columns = TypeVarTuple("Columns")


class JsonList(TypeDecorator[list[Any]]):
    """A JSON array as a Python list; none at all is an empty one."""

    impl = Text
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], list[Any]]:  # noqa: ARG002
        """PostgreSQL's driver has read the JSON already."""
        return _listed if dialect.name == "sqlite" else _as_read


def _listed(value: str | None) -> list[Any]:
    told: list[Any] = _read_json(value)[0] if value else []
    return told


def _as_read(value: list[Any] | None) -> list[Any]:
    return value or []


class json_rows(FunctionElement[list[Any]]):  # noqa: N801 - used as an SQL function
    """Aggregate: every row of the query as `[value, ...]`, in the order of `order`."""

    name = "json_rows"
    inherit_cache = True
    type = JsonList()

    def __init__(self, *values: Said, order: Said) -> None:
        super().__init__(*values, order)


class json_bag(FunctionElement[list[Any]]):  # noqa: N801 - used as an SQL function
    """The same in no order, where whoever reads it puts it in one: sorting costs SQLite a table for
    each list."""

    name = "json_bag"
    inherit_cache = True
    type = JsonList()


@compiles(json_rows, "sqlite")
def _on_sqlite(element: json_rows, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    *values, order = [compiler.process(clause, **kw) for clause in element.clauses]
    return f"json_group_array(json_array({', '.join(values)}) ORDER BY {order})"


@compiles(json_rows, "postgresql")
def _on_postgresql(element: json_rows, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    *values, order = [compiler.process(clause, **kw) for clause in element.clauses]
    return f"json_agg(json_build_array({', '.join(values)}) ORDER BY {order})"


@compiles(json_bag, "sqlite")
def _bag_on_sqlite(element: json_bag, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    values = [compiler.process(clause, **kw) for clause in element.clauses]
    return f"json_group_array(json_array({', '.join(values)}))"


@compiles(json_bag, "postgresql")
def _bag_on_postgresql(element: json_bag, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    values = [compiler.process(clause, **kw) for clause in element.clauses]
    return f"json_agg(json_build_array({', '.join(values)}))"


def within(starts_on: Said, day: Said, ends_on: Said) -> ColumnElement[bool]:
    """Whether `day` lies in an interval whose both ends belong to it and may be open."""
    return and_(or_(starts_on.is_(None), starts_on <= day), or_(ends_on.is_(None), ends_on >= day))


def at_most(number: int, statement: Select[*Columns]) -> Select[*Columns]:
    """The first rows, their number written into the statement.

    From a bound LIMIT SQLite cannot see that few are wanted, and prepares to sort many.
    """
    return statement.limit(literal_column(str(number))).offset(literal_column("0"))


def in_turn(conn: Connection, row: ColumnElement[bool], column: Said) -> None:
    """On a server wait until nobody else is writing about this row, so that what is read next is what
    they left; a file has one writer at a time anyway."""
    if conn.dialect.name == "postgresql":
        conn.execute(select(column).where(row).with_for_update())
