# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong, told apart by what a person can do about it."""

from enum import StrEnum


class Why(StrEnum):
    """The reason of a refusal. `desktop/sentences.py` has a plain sentence for each, in every language."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the name of a reason
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - the name of a reason
    WAIT_BEFORE_RETRY = "wait_before_retry"
    WEAK_PASSWORD = "weak_password"  # noqa: S105 - the name of a reason
    NO_SUCH_OFFICE = "no_such_office"
    OFFICE_EXISTS = "office_exists"
    OFFICE_IN_USE = "office_in_use"
    OFFICE_TOO_NEW = "office_too_new"
    OFFICE_TOO_OLD = "office_too_old"
    OFFICE_DAMAGED = "office_damaged"
    NOT_AN_OFFICE = "not_an_office"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    CANNOT_READ = "cannot_read"
    OFFICE_LOCKED = "office_locked"
    SERVER_KEEPS_BACKUPS = "server_keeps_backups"
    BACKUP_DAMAGED = "backup_damaged"
    NO_SERVER = "no_server"
    CHANGED_BY_OTHER = "changed_by_other"
    GONE = "gone"
    SESSION_CLOSED = "session_closed"
    SESSION_CANCELLED = "session_cancelled"
    GOAL_OF_OTHER = "goal_of_other"
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    NAME_TAKEN = "name_taken"
    DATES_REVERSED = "dates_reversed"
    NO_WEEKDAY = "no_weekday"
    NO_SESSIONS_COME = "no_sessions_come"
    NO_SUCH_DATE = "no_such_date"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    ALREADY_ENROLLED = "already_enrolled"
    NOTHING_TO_SHOW = "nothing_to_show"
    FILE_EXISTS = "file_exists"
    FILE_TOO_BIG = "file_too_big"
    FILE_NOT_A_SHEET = "file_not_a_sheet"
    FILE_HAS_NO_REGISTER = "file_has_no_register"
    UNKNOWN_MARKS = "unknown_marks"
    NO_SUCH_SESSION = "no_such_session"
    UNKNOWN_GROUP = "unknown_group"
    UNKNOWN_USER = "unknown_user"
    CANCELLED_BY_PERSON = "cancelled_by_person"


class Refused(Exception):  # noqa: N818 - it is a refusal, not a fault
    """Something a person can act on.

    `why` chooses the sentence, `facts` fill its named places. Facts may hold file names, numbers
    and cell addresses, never a participant's name: the message of this exception may be logged.
    """

    def __init__(self, why: Why, **facts: object) -> None:
        super().__init__(why.value)
        self.why = why
        self.facts = facts


class Conflict(Refused):
    """Somebody else changed the same thing first; nothing was overwritten."""

    def __init__(self, why: Why = Why.CHANGED_BY_OTHER, **facts: object) -> None:
        super().__init__(why, **facts)


class Broken(Exception):  # noqa: N818 - named as people speak of it
    """Our own bug, or a promise of the storage that did not hold."""
