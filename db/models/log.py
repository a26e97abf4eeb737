# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of use, and key slots of offices that live on a server."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Instant, Key, Prose


class LogLine(Base):
    """Who used or changed what, whose it was, why and when (703/2023 10 §). Append-only, chained.

    `mac` = HMAC over the line before and this one, keyed from the office's data key: whoever lacks
    the key cannot change, remove or reorder a line unseen. No foreign keys: a line outlives what
    it tells of.
    """

    __tablename__ = "log_lines"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant)
    staff_id: Mapped[int | None]
    staff_name: Mapped[str]
    deed: Mapped[Code] = mapped_column(comment="view, change, print, export, import, sign_in, ...")
    what: Mapped[Code] = mapped_column(comment="the query or action")
    purpose: Mapped[Code]
    participant_id: Mapped[int | None] = mapped_column(
        index=True, comment="when it is about one person"
    )
    people: Mapped[int] = mapped_column(default=0, comment="about how many; log_people lists them")
    detail: Mapped[Prose] = mapped_column(
        comment="row images of a change as JSON, or the facts of a print"
    )
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))


class LogPerson(Base):
    """Whom a line with several people is about."""

    __tablename__ = "log_people"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's name

    participant_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class KeySlot(Base):
    """One password's wrapping of the data key, as JSON. Used on a server; a file keeps its own beside it."""

    __tablename__ = "key_slots"

    id: Mapped[Key]
    slot: Mapped[str] = mapped_column(Text)
