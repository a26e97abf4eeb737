# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants, their service periods and individual contacts."""

from datetime import date, datetime
from typing import TypeAlias

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Key, Name, Prose, Version, Word, Yes, to
from db.rules.words import ParticipantKind, ReviewKind

DateOnly: TypeAlias = date  # a column named `date` hides the type in its class


class Participant(Base):
    """A person who takes part (osallistuja): named, known by a code, or anonymous.

    A named participant has a first name, a pseudonymous one a code, an anonymous one neither: an
    anonymous row stands for one person whom the leader tells apart for a while, head counts belong
    to sessions. Nothing here is asked that groups do not need; a phone number and an address live
    in the client system.
    """

    __tablename__ = "participants"
    __table_args__ = (
        Index("ix_participants_last_name_first_name", "last_name", "first_name"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    kind: Mapped[ParticipantKind] = mapped_column(Word(ParticipantKind))
    unit_id: Mapped[int | None] = to("units.id", index=True)
    first_name: Mapped[Name] = mapped_column(default="", server_default="")
    last_name: Mapped[Name] = mapped_column(default="", server_default="")
    nickname: Mapped[Name] = mapped_column(default="", server_default="")
    code: Mapped[str] = mapped_column(default="", server_default="")
    identity_code: Mapped[str] = mapped_column(default="", server_default="")
    birth_year: Mapped[int | None]
    contact_language: Mapped[str] = mapped_column(default="", server_default="", comment="ISO 639")
    own_worker_id: Mapped[int | None] = to("staff.id", index=True)
    responsible_worker_id: Mapped[int | None] = to("staff.id")
    segment: Mapped[Code] = mapped_column(default="", server_default="")
    segment_coping: Mapped[Code] = mapped_column(
        default="", server_default="", comment="easy, hard"
    )
    segment_risk: Mapped[Code] = mapped_column(default="", server_default="", comment="low, high")
    segment_on: Mapped[date | None]
    mind_in_group: Mapped[Prose] = mapped_column(comment="own access right; never on shared prints")
    needs_many_services: Mapped[Yes]
    non_disclosure: Mapped[Yes] = mapped_column(comment="turvakielto")
    came_through: Mapped[Code] = mapped_column(default="", server_default="")
    first_contact_on: Mapped[date | None]
    first_contact_by: Mapped[Code] = mapped_column(
        default="", server_default="", comment="worker, person"
    )
    identified_on: Mapped[date | None] = mapped_column(
        comment="the step from anonymous or code to name"
    )
    archived_on: Mapped[date | None]
    died_on: Mapped[date | None]
    erased_at: Mapped[datetime | None] = mapped_column(comment="only the anonymous remnant is left")
    merged_into_id: Mapped[int | None] = to("participants.id", index=True)
    version: Mapped[Version]


class ServicePeriod(Base):
    """A fixed-term service (palvelujakso) under one legal basis."""

    __tablename__ = "service_periods"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    participant_id: Mapped[int] = to("participants.id", index=True)
    unit_id: Mapped[int | None] = to("units.id")
    legal_basis: Mapped[Code] = mapped_column(default="", server_default="")
    service_task: Mapped[Code] = mapped_column(
        default="", server_default="", comment="retention follows it"
    )
    operating_model: Mapped[Code] = mapped_column(default="", server_default="")
    model_version: Mapped[str] = mapped_column(default="", server_default="")
    need_assessed_on: Mapped[date | None]
    referred_on: Mapped[date | None]
    referred_by: Mapped[str] = mapped_column(default="", server_default="")
    wish: Mapped[Prose]
    decision_on: Mapped[date | None]
    decision_ref: Mapped[str] = mapped_column(default="", server_default="")
    decision_from: Mapped[date | None]
    decision_to: Mapped[date | None]
    starts_on: Mapped[date]
    planned_end_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[Code] = mapped_column(default="", server_default="")
    final_assessment: Mapped[Prose]
    case_closed_on: Mapped[date | None] = mapped_column(comment="starts the retention clock")
    version: Mapped[Version]


class ServicePhase(Base):
    """A phase of a period; its week range comes from the operating model's data."""

    __tablename__ = "service_phases"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    period_id: Mapped[int] = to("service_periods.id", index=True)
    phase: Mapped[Code]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    version: Mapped[Version]


class Review(Base):
    """A start, interim, final or follow-up evaluation, planned and held."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_due_on", "due_on"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    period_id: Mapped[int] = to("service_periods.id", index=True)
    participant_id: Mapped[int] = to("participants.id", index=True)
    kind: Mapped[ReviewKind] = mapped_column(Word(ReviewKind))
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    person_view: Mapped[Prose]
    worker_view: Mapped[Prose]
    version: Mapped[Version]


class FollowOn(Base):
    """A follow-on path: found, agreed, started."""

    __tablename__ = "follow_ons"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    period_id: Mapped[int] = to("service_periods.id", index=True)
    path: Mapped[Code]
    found_on: Mapped[date | None]
    agreed_on: Mapped[date | None]
    started_on: Mapped[date | None]
    note: Mapped[Prose]
    version: Mapped[Version]


class Contact(Base):
    """Individual work with one person (yksilötapaaminen), or a try to reach somebody."""

    __tablename__ = "contacts"
    __table_args__ = (
        Index("ix_contacts_participant_id_date", "participant_id", "date"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    participant_id: Mapped[int] = to("participants.id")
    staff_id: Mapped[int | None] = to("staff.id")
    date: Mapped[DateOnly]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    kind: Mapped[Code] = mapped_column(comment="call, message, meeting, home_visit, ...")
    channel: Mapped[Code] = mapped_column(default="", server_default="")
    place_type: Mapped[Code] = mapped_column(default="", server_default="")
    content: Mapped[Code] = mapped_column(default="", server_default="")
    method: Mapped[Code] = mapped_column(default="", server_default="")
    about_absence: Mapped[Yes]
    reached: Mapped[bool] = mapped_column(default=True, server_default="1")
    note: Mapped[Prose]
    version: Mapped[Version]
