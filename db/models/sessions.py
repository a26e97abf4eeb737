# SPDX-License-Identifier: GPL-3.0-or-later
"""Group sessions, their plans and agenda, who was added to one, and the attendance marks."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Key, Name, Prose, Version, Word, Yes, to
from db.models.people import DateOnly
from db.rules.words import AddedAs, LeaderRole, MarkKind, SessionKind, SessionState, TagKind


class GroupSession(Base):
    """One meeting of a group (tapaaminen). `date` is its local date: periods are ranges of it."""

    __tablename__ = "group_sessions"
    __table_args__ = (
        Index("ix_group_sessions_date_group_id", "date", "group_id"),
        Index("ix_group_sessions_group_id_date", "group_id", "date"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    group_id: Mapped[int] = to("groups.id")
    series_id: Mapped[int | None] = to("series.id", index=True)
    original_date: Mapped[date | None] = mapped_column(
        comment="RECURRENCE-ID: the date the series gave"
    )
    date: Mapped[DateOnly]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    kind: Mapped[SessionKind] = mapped_column(Word(SessionKind))
    state: Mapped[SessionState] = mapped_column(Word(SessionState))
    room_id: Mapped[int | None] = to("rooms.id", index=True)
    place_type: Mapped[Code] = mapped_column(default="unit", server_default="unit")
    place: Mapped[str] = mapped_column(
        default="", server_default="", comment="where, when it is no room"
    )
    channel: Mapped[Code] = mapped_column(default="present", server_default="present")
    head_count: Mapped[int | None] = mapped_column(
        comment="unnamed visitors; belongs to the session"
    )
    meals: Mapped[int | None]
    cancel_reason: Mapped[Code] = mapped_column(default="", server_default="")
    cancel_note: Mapped[Prose]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[int | None] = to("staff.id")
    told: Mapped[Prose] = mapped_column(comment="who was told of a change, and how")
    moved_from: Mapped[datetime | None]
    closed_at: Mapped[datetime | None] = mapped_column(
        comment="ended: marks are locked until reopened"
    )
    closed_by: Mapped[int | None] = to("staff.id")
    shared_text: Mapped[Prose] = mapped_column(comment="what was done; holds no client data")
    reflection: Mapped[Prose] = mapped_column(comment="leaders' own, group level, no names")
    climate: Mapped[int | None] = mapped_column(comment="0-10")
    recorded_together: Mapped[Yes]
    version: Mapped[Version]


class SessionLeader(Base):
    """Who leads this session; without rows, the group's leaders do."""

    __tablename__ = "session_leaders"
    __table_args__ = (
        Index("ix_session_leaders_staff_id", "staff_id"),
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    staff_id: Mapped[int] = to("staff.id", primary_key=True)
    role: Mapped[LeaderRole] = mapped_column(Word(LeaderRole))


class SessionTag(Base):
    """A label from a code list on a session."""

    __tablename__ = "session_tags"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's name

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    kind: Mapped[TagKind] = mapped_column(Word(TagKind), primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)


class Addition(Base):
    """Somebody expected at one session only, outside enrolments (walk-in, trial visit)."""

    __tablename__ = "additions"
    __table_args__ = (
        Index("ix_additions_participant_id", "participant_id"),
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    participant_id: Mapped[int] = to("participants.id", primary_key=True)
    kind: Mapped[AddedAs] = mapped_column(Word(AddedAs))


class Notice(Base):
    """An absence told in advance: it waits as a pre-mark and is no mark yet."""

    __tablename__ = "notices"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    participant_id: Mapped[int] = to("participants.id", primary_key=True, index=True)
    told_at: Mapped[datetime]
    told_how: Mapped[Code] = mapped_column(default="", server_default="")


class Mark(Base):
    """An attendance mark (läsnäolomerkintä). No row means unrecorded.

    Clustered by session, as the roster reads it; one covering index by participant serves the
    previous marks and the summaries.
    """

    __tablename__ = "marks"
    __table_args__ = (
        Index(
            "ix_marks_participant_id_session_id", "participant_id", "session_id", "mark", "minutes"
        ),
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    participant_id: Mapped[int] = to("participants.id", primary_key=True)
    mark: Mapped[MarkKind] = mapped_column(Word(MarkKind))
    minutes: Mapped[int] = mapped_column(comment="attended; 0 when away")
    late_minutes: Mapped[int | None]
    early_minutes: Mapped[int | None] = mapped_column(comment="left before the end")
    remote: Mapped[Yes]
    self_reported: Mapped[Yes]
    version: Mapped[Version]


class SessionPlan(Base):
    """What a session is for (tapaamisen suunnitelma)."""

    __tablename__ = "session_plans"

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    theme: Mapped[Name] = mapped_column(default="", server_default="")
    aim: Mapped[Prose]
    notes: Mapped[Prose]
    version: Mapped[Version]


class AgendaItem(Base):
    """One part of a session (osio). Its start follows from the minutes of those before it."""

    __tablename__ = "agenda_items"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    session_id: Mapped[int] = to("group_sessions.id", index=True)
    position: Mapped[int]
    minutes: Mapped[int]
    title: Mapped[Name]
    description: Mapped[Prose]
    staff_id: Mapped[int | None] = to("staff.id")
    responsible: Mapped[str] = mapped_column(
        default="", server_default="", comment="when it is no member of staff"
    )
    materials: Mapped[Prose]
    method: Mapped[Code] = mapped_column(default="", server_default="")
    done: Mapped[bool | None] = mapped_column(comment="told at the end of the session")
    version: Mapped[Version]


class AgendaItemGoal(Base):
    """An agenda item serves a participant's goal."""

    __tablename__ = "agenda_item_goals"
    __table_args__ = (
        Index("ix_agenda_item_goals_goal_id", "goal_id"),
        {"sqlite_with_rowid": False},
    )

    item_id: Mapped[int] = to("agenda_items.id", primary_key=True)
    goal_id: Mapped[int] = to("goals.id", primary_key=True)


class Material(Base):
    """Something to bring (tarvike), ticked off when it is there."""

    __tablename__ = "materials"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    session_id: Mapped[int] = to("group_sessions.id", index=True)
    position: Mapped[int]
    name: Mapped[Name]
    ready: Mapped[Yes]
    version: Mapped[Version]


class Duty(Base):
    """Who sees to what (vastuu)."""

    __tablename__ = "duties"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    session_id: Mapped[int] = to("group_sessions.id", index=True)
    position: Mapped[int]
    name: Mapped[Name]
    staff_id: Mapped[int | None] = to("staff.id")
    responsible: Mapped[str] = mapped_column(default="", server_default="")
    version: Mapped[Version]
