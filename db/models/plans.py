# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants' plans, goals, the steps on them, what sessions worked on, and personal entries."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Code, Key, Name, Prose, Version, Word, Yes, to
from db.models.people import DateOnly
from db.rules.words import GoalState, Rater, TagKind


class Plan(Base):
    """A working copy of the person's own plan, with its source and date (asiakassuunnitelma)."""

    __tablename__ = "plans"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's name

    id: Mapped[Key]
    participant_id: Mapped[int] = to("participants.id", index=True)
    period_id: Mapped[int | None] = to("service_periods.id")
    main_goal: Mapped[Prose] = mapped_column(comment="in the person's own words")
    need: Mapped[Prose]
    strengths: Mapped[Prose]
    source: Mapped[str] = mapped_column(
        default="", server_default="", comment="where the original is kept"
    )
    source_on: Mapped[date | None]
    agreed_on: Mapped[date | None]
    starts_on: Mapped[date]
    ended_on: Mapped[date | None] = mapped_column(comment="none: this is the live plan")
    version: Mapped[Version]


class Goal(Base):
    """A goal with its five attainment levels (GAS, Kiresuk & Sherman 1968); 0 is the expected level."""

    __tablename__ = "goals"
    __table_args__ = (
        CheckConstraint("importance BETWEEN 0 AND 3", name="importance"),
        CheckConstraint("difficulty BETWEEN 0 AND 3", name="difficulty"),
        CheckConstraint("baseline BETWEEN -2 AND 2", name="baseline"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    plan_id: Mapped[int] = to("plans.id", index=True)
    participant_id: Mapped[int] = to("participants.id", index=True)
    position: Mapped[int]
    title: Mapped[Name] = mapped_column(comment="own words first")
    set_by: Mapped[Code] = mapped_column(
        default="person", server_default="person", comment="person, agreed"
    )
    domain: Mapped[Code] = mapped_column(
        default="", server_default="", comment="code: goal_domains"
    )
    service_aim: Mapped[Code] = mapped_column(default="", server_default="")
    is_current: Mapped[bool] = mapped_column(
        default=True, server_default="1", comment="ajankohtainen"
    )
    strand: Mapped[Code] = mapped_column(default="kuusi", server_default="kuusi")
    importance: Mapped[int] = mapped_column(default=1, server_default="1")
    difficulty: Mapped[int] = mapped_column(default=1, server_default="1")
    baseline: Mapped[int | None]
    level_minus_2: Mapped[Prose]
    level_minus_1: Mapped[Prose]
    level_0: Mapped[Prose]
    level_plus_1: Mapped[Prose]
    level_plus_2: Mapped[Prose]
    implementers: Mapped[Prose]
    follow_up: Mapped[Prose]
    state: Mapped[GoalState] = mapped_column(Word(GoalState))
    starts_on: Mapped[date]
    due_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    version: Mapped[Version]


class GoalWording(Base):
    """A wording that was replaced; the old one is never lost."""

    __tablename__ = "goal_wordings"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[Key]
    goal_id: Mapped[int] = to("goals.id", index=True)
    until: Mapped[datetime]
    title: Mapped[Name]
    level_0: Mapped[Prose]
    changed_by: Mapped[int | None] = to("staff.id")


class GoalTag(Base):
    """A label from a code list on a goal; a factor may help or hinder."""

    __tablename__ = "goal_tags"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    goal_id: Mapped[int] = to("goals.id", primary_key=True)
    kind: Mapped[TagKind] = mapped_column(Word(TagKind), primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)
    helps: Mapped[bool | None]


class GoalStep(Base):
    """A rating of a goal on the scale -2..+2: by whom, when, at which session if any."""

    __tablename__ = "goal_steps"
    __table_args__ = (
        CheckConstraint("level BETWEEN -2 AND 2", name="level"),
        Index("ix_goal_steps_goal_id_date", "goal_id", "date"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    goal_id: Mapped[int] = to("goals.id")
    participant_id: Mapped[int] = to("participants.id", index=True)
    session_id: Mapped[int | None] = to("group_sessions.id", index=True)
    review_id: Mapped[int | None] = to("reviews.id")
    date: Mapped[DateOnly]
    level: Mapped[int]
    rater: Mapped[Rater] = mapped_column(Word(Rater))
    staff_id: Mapped[int | None] = to("staff.id")
    note: Mapped[Prose]
    version: Mapped[Version]


class SessionGoal(Base):
    """A session serves a goal: planned beforehand, worked on, or both. The thread in both directions."""

    __tablename__ = "session_goals"
    __table_args__ = (
        Index("ix_session_goals_goal_id_session_id", "goal_id", "session_id"),
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[int] = to("group_sessions.id", primary_key=True)
    goal_id: Mapped[int] = to("goals.id", primary_key=True)
    participant_id: Mapped[int] = to("participants.id", index=True)
    planned: Mapped[Yes]
    worked_on: Mapped[Yes]
    version: Mapped[Version]


class Entry(Base):
    """One person's own entry (henkilökohtainen kirjaus): no other participant is named in it."""

    __tablename__ = "entries"
    __table_args__ = (
        Index("ix_entries_participant_id_date", "participant_id", "date"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    participant_id: Mapped[int] = to("participants.id")
    session_id: Mapped[int | None] = to("group_sessions.id", index=True)
    contact_id: Mapped[int | None] = to("contacts.id")
    date: Mapped[DateOnly]
    text: Mapped[Prose]
    next_step: Mapped[Prose]
    written_by: Mapped[int | None] = to("staff.id")
    written_at: Mapped[datetime]
    written_together: Mapped[Yes]
    name_warning: Mapped[Code] = mapped_column(
        default="", server_default="", comment="how a warning was answered"
    )
    recorded_on: Mapped[DateOnly | None] = mapped_column(comment="recorded in the client system")
    version: Mapped[Version]
