# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups, who leads them, who belongs to them and when, and the series they meet by."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Key, Name, Prose, Version, Word, to
from db.models.people import DateOnly
from db.rules.words import Counting, EnrolmentKind, HolidayRule, LeaderRole, Openness, TagKind


class Group(Base):
    """A peer or activity group (ryhmä)."""

    __tablename__ = "groups"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's name

    id: Mapped[Key]
    unit_id: Mapped[int] = to("units.id", index=True)
    name: Mapped[Name]
    kind: Mapped[Code] = mapped_column(comment="code: group_kinds")
    openness: Mapped[Openness] = mapped_column(Word(Openness))
    counting: Mapped[Counting] = mapped_column(Word(Counting))
    aims: Mapped[Prose]
    target_group: Mapped[Prose]
    leaflet: Mapped[Prose] = mapped_column(comment="plain-language text for the public")
    rules: Mapped[Prose]
    nature: Mapped[Code] = mapped_column(
        default="", server_default="", comment="17 § service, approach, aim"
    )
    legal_basis: Mapped[Code] = mapped_column(default="", server_default="")
    service_level: Mapped[Code] = mapped_column(default="", server_default="")
    organiser: Mapped[Code] = mapped_column(default="own", server_default="own")
    partner: Mapped[str] = mapped_column(default="", server_default="")
    funding: Mapped[Code] = mapped_column(default="", server_default="")
    cost_cents: Mapped[int | None] = mapped_column(
        comment="what a participant pays for one session"
    )
    default_room_id: Mapped[int | None] = to("rooms.id")
    min_size: Mapped[int | None]
    max_size: Mapped[int | None]
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    strand: Mapped[str] = mapped_column(String(12), default="kuusi", server_default="kuusi")
    template: Mapped[Code] = mapped_column(default="", server_default="")
    template_version: Mapped[str] = mapped_column(default="", server_default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    archived_on: Mapped[date | None]
    version: Mapped[Version]


class GroupTag(Base):
    """A label from a code list on a group."""

    __tablename__ = "group_tags"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    group_id: Mapped[int] = to("groups.id", primary_key=True)
    kind: Mapped[TagKind] = mapped_column(Word(TagKind), primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)


class GroupLeader(Base):
    """Who leads a group, in what role, from when to when."""

    __tablename__ = "group_leaders"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    group_id: Mapped[int] = to("groups.id", index=True)
    staff_id: Mapped[int] = to("staff.id", index=True)
    role: Mapped[LeaderRole] = mapped_column(Word(LeaderRole))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    version: Mapped[Version]


class Enrolment(Base):
    """One dated interval of a participant in a group (ryhmäjäsenyys); somebody may leave and come back.

    `ends_on` is the last day inside the interval; none means still open.
    """

    __tablename__ = "enrolments"
    __table_args__ = (
        Index("ix_enrolments_group_id_starts_on", "group_id", "starts_on"),
        Index("ix_enrolments_participant_id", "participant_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    group_id: Mapped[int] = to("groups.id")
    participant_id: Mapped[int] = to("participants.id")
    period_id: Mapped[int | None] = to("service_periods.id")
    kind: Mapped[EnrolmentKind] = mapped_column(Word(EnrolmentKind))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    planned_end_on: Mapped[date | None]
    came_through: Mapped[Code] = mapped_column(default="", server_default="")
    readiness: Mapped[int | None] = mapped_column(comment="group readiness 0-10")
    readiness_note: Mapped[Prose]
    end_reason: Mapped[Code] = mapped_column(default="", server_default="")
    follow_on: Mapped[Code] = mapped_column(default="", server_default="")
    version: Mapped[Version]


class Series(Base):
    """A rule by which a group meets (RFC 5545). Sessions are stored rows, made from it once."""

    __tablename__ = "series"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    group_id: Mapped[int] = to("groups.id", index=True)
    rule: Mapped[str] = mapped_column(comment="RRULE without DTSTART, RFC 5545 3.3.10")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    start_minute: Mapped[int] = mapped_column(comment="minutes after local midnight")
    minutes: Mapped[int]
    room_id: Mapped[int | None] = to("rooms.id")
    place_type: Mapped[Code] = mapped_column(default="unit", server_default="unit")
    channel: Mapped[Code] = mapped_column(default="present", server_default="present")
    holiday_rule: Mapped[HolidayRule] = mapped_column(Word(HolidayRule))
    note: Mapped[Prose]
    version: Mapped[Version]


class SeriesDate(Base):
    """An extra date of a series, or one left out."""

    __tablename__ = "series_dates"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    series_id: Mapped[int] = to("series.id", primary_key=True)
    date: Mapped[DateOnly] = mapped_column(primary_key=True)
    excluded: Mapped[bool]
