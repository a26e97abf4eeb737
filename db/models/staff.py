# SPDX-License-Identifier: GPL-3.0-or-later
"""The office itself, its units, rooms and staff."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Key, Name, Prose, Version, Word, Yes, to
from db.rules.words import StaffRole


class Office(Base):
    """One row: which office this is, and the program that last wrote to it."""

    __tablename__ = "office"

    id: Mapped[Key]
    uid: Mapped[str] = mapped_column(comment="random; ties backups and key slots to this office")
    name: Mapped[Name]
    zone: Mapped[str] = mapped_column(default="Europe/Helsinki", server_default="Europe/Helsinki")
    created_at: Mapped[datetime]
    program_version: Mapped[str]
    asks_identity_code: Mapped[Yes]
    mask_below: Mapped[int] = mapped_column(default=5, server_default="5")
    version: Mapped[Version]


class Unit(Base):
    """A place of work that offers groups (toimipiste)."""

    __tablename__ = "units"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's name

    id: Mapped[Key]
    name: Mapped[Name]
    kind: Mapped[Code] = mapped_column(default="", server_default="")
    address: Mapped[Prose]
    municipality: Mapped[str] = mapped_column(default="", server_default="")
    area_type: Mapped[Code] = mapped_column(default="", server_default="", comment="urban, rural")
    organiser: Mapped[str] = mapped_column(default="", server_default="")
    producer: Mapped[str] = mapped_column(default="", server_default="")
    service_line: Mapped[Code] = mapped_column(default="", server_default="")
    named_clients: Mapped[bool] = mapped_column(default=True, server_default="1")
    archived_on: Mapped[date | None]
    version: Mapped[Version]


class Room(Base):
    """Where sessions are held (tila)."""

    __tablename__ = "rooms"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    unit_id: Mapped[int] = to("units.id", index=True)
    name: Mapped[Name]
    capacity: Mapped[int | None]
    place_type: Mapped[Code] = mapped_column(default="unit", server_default="unit")
    accessibility: Mapped[Prose]
    archived_on: Mapped[date | None]
    version: Mapped[Version]


class Staff(Base):
    """Somebody who works with groups; peer leaders and experts by experience too, who never sign in."""

    __tablename__ = "staff"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    unit_id: Mapped[int | None] = to("units.id", index=True)
    first_name: Mapped[Name]
    last_name: Mapped[Name] = mapped_column(default="", server_default="")
    title: Mapped[Code] = mapped_column(default="", server_default="", comment="code: staff_titles")
    is_registered: Mapped[Yes] = mapped_column(comment="a social-care professional by registration")
    role: Mapped[StaffRole] = mapped_column(Word(StaffRole))
    weekly_minutes: Mapped[int | None]
    ends_on: Mapped[date | None] = mapped_column(comment="the right to sign in ends (students)")
    archived_on: Mapped[date | None]
    version: Mapped[Version]
