# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed vocabularies that rules, tables and screens share. Open code lists live in resources/codes."""

from enum import StrEnum


class MarkKind(StrEnum):
    """An attendance mark. No row at all means *unrecorded*, never absent."""

    PRESENT = "present"
    LATE = "late"
    NOTIFIED = "notified"
    ABSENT = "absent"


HERE = (MarkKind.PRESENT, MarkKind.LATE)


class SessionState(StrEnum):
    """Stored states. "Not recorded" is derived: the end has passed and the session is still planned."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ParticipantKind(StrEnum):
    """How much the office knows of a person: a name, a code, or nothing but that somebody came."""

    NAMED = "named"
    PSEUDONYMOUS = "pseudonymous"
    ANONYMOUS = "anonymous"


class Openness(StrEnum):
    """Closed groups expect their members; open ones take whoever comes."""

    CLOSED = "closed"
    OPEN = "open"


class Counting(StrEnum):
    """What a group's sessions record: named marks, a head count, or both."""

    NAMED = "named"
    HEAD_COUNT = "head_count"
    BOTH = "both"


class EnrolmentKind(StrEnum):
    """What an interval in a group is."""

    MEMBER = "member"
    TRIAL = "trial"
    RETURNING = "returning"


class AddedAs(StrEnum):
    """Why somebody outside the enrolments is expected at one session."""

    WALK_IN = "walk_in"
    TRIAL = "trial"
    IMPORTED = "imported"


class SessionKind(StrEnum):
    """What a session is, apart from its group's kind."""

    REGULAR = "regular"
    CATCH_UP = "catch_up"
    OUTING = "outing"
    ROUND = "round"


class LeaderRole(StrEnum):
    """Who somebody is on a session or in a group. Social rehabilitation's core elements name peer
    leaders and experts by experience."""

    LEADER = "leader"
    CO_LEADER = "co_leader"
    PEER_LEADER = "peer_leader"
    EXPERT = "expert_by_experience"
    VISITOR = "visiting_professional"
    STUDENT = "student"


class StaffRole(StrEnum):
    """What somebody may do in the program (703/2023 9 §, 457/2024). NONE never signs in."""

    LEADER = "leader"
    OWN_WORKER = "own_worker"
    MANAGER = "manager"
    STUDENT = "student"
    MAIN_USER = "main_user"
    NONE = "none"


class GoalState(StrEnum):
    """Where a goal stands in the person's plan."""

    LIVE = "live"
    REACHED = "reached"
    DROPPED = "dropped"


class Rater(StrEnum):
    """Whose view a goal step is; both may stand side by side."""

    PERSON = "person"
    WORKER = "worker"


class ReviewKind(StrEnum):
    """When a plan is looked at together."""

    START = "start"
    INTERIM = "interim"
    FINAL = "final"
    FOLLOW_UP = "follow_up"


class HolidayRule(StrEnum):
    """What a series does when it meets a holiday."""

    SKIP = "skip"
    MOVE = "move"
    SLIDE = "slide"


class Copy(StrEnum):
    """Whose copy a printed page is; what each may show is decided in desktop/documents."""

    LEADER = "leader"
    TABLE = "table"
    WALL = "wall"


class Audience(StrEnum):
    """Who gets an export: inside the unit, or outside it with small counts masked."""

    UNIT = "unit"
    OUTSIDE = "outside"


class TagKind(StrEnum):
    """Which code list a tag comes from (resources/codes)."""

    SKILL_AREA = "skill_area"
    SKILL = "skill"
    THEME = "theme"
    TARGET_GROUP = "target_group"
    METHOD = "method"
    SERVICE_AIM = "service_aim"
    MECHANISM = "mechanism"
    SECTION_17 = "section_17"
    FACTOR = "factor"
