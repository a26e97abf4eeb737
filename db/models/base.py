# SPDX-License-Identifier: GPL-3.0-or-later
"""What every table shares: naming of constraints, column types, and how moments and words are stored."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from sqlalchemy import BigInteger, Date, Dialect, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware moment in UTC, stored as whole milliseconds since 1970: sorts and compares alike on
    SQLite and PostgreSQL, and cannot lose its offset."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        return None if value is None else EPOCH + int(value) * MILLISECOND


class Word(TypeDecorator[E]):
    """A StrEnum kept by its value. No CHECK constraint: a later version may add a word without
    rebuilding the table (SQLite cannot change a constraint in place)."""

    impl = String(24)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind
        self._words: dict[str | None, E | None] = {
            None: None,
            **{word.value: word for word in kind},
        }

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.kind(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], E | None]:  # noqa: ARG002
        """Looked up rather than made: a roster reads some three hundred words."""
        return self._words.__getitem__


Key = Annotated[int, mapped_column(Integer, primary_key=True)]
Name = Annotated[str, mapped_column(String(120))]
Code = Annotated[str, mapped_column(String(48))]
Prose = Annotated[str, mapped_column(Text, default="", server_default="")]
Version = Annotated[int, mapped_column(Integer, default=1, server_default="1")]
Yes = Annotated[bool, mapped_column(default=False, server_default="0")]


def to(target: str, **options: Any) -> Any:  # noqa: ANN401 - a mapped column of whatever key
    """A foreign key to `target` ("units.id"). RESTRICT always: a cascade in the database would
    remove rows unseen by the journal (tests/test_architecture.py forbids it)."""
    return mapped_column(ForeignKey(target, ondelete="RESTRICT"), **options)


class Base(DeclarativeBase):
    """Tables only: no relationships, nothing lazy. Queries select columns; actions write rows."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {date: Date(), datetime: Instant(), str: String(200)}  # noqa: RUF012 - SQLAlchemy's name
