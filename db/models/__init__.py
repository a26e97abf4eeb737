# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, a file per subject. Importing this package maps them all."""

from db.models.base import Base
from db.models.groups import Enrolment, Group, GroupLeader, GroupTag, Series, SeriesDate
from db.models.log import KeySlot, LogLine, LogPerson
from db.models.people import Contact, FollowOn, Participant, Review, ServicePeriod, ServicePhase
from db.models.plans import Entry, Goal, GoalStep, GoalTag, GoalWording, Plan, SessionGoal
from db.models.sessions import (
    Addition,
    AgendaItem,
    AgendaItemGoal,
    Duty,
    GroupSession,
    Mark,
    Material,
    Notice,
    SessionLeader,
    SessionPlan,
    SessionTag,
)
from db.models.staff import Office, Room, Staff, Unit

__all__ = [
    "Addition", "AgendaItem", "AgendaItemGoal", "Base", "Contact", "Duty", "Enrolment", "Entry",
    "FollowOn", "Goal", "GoalStep", "GoalTag", "GoalWording", "Group", "GroupLeader", "GroupSession",
    "GroupTag", "KeySlot", "LogLine", "LogPerson", "Mark", "Material", "Notice", "Office",
    "Participant", "Plan", "Review", "Room", "Series", "SeriesDate", "ServicePeriod", "ServicePhase",
    "SessionGoal", "SessionLeader", "SessionPlan", "SessionTag", "Staff", "Unit",
]  # fmt: skip
