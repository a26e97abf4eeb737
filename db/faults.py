# SPDX-License-Identifier: GPL-3.0-or-later
"""What the storage complained of, told apart by its own codes, never by its words."""

import sqlite3

import psycopg
from sqlalchemy.exc import DBAPIError

from db.errors import Broken, Refused, Why

_BY_CODE = {
    sqlite3.SQLITE_BUSY: Why.OFFICE_IN_USE,
    sqlite3.SQLITE_LOCKED: Why.OFFICE_IN_USE,
    sqlite3.SQLITE_FULL: Why.DISK_FULL,
    sqlite3.SQLITE_READONLY: Why.CANNOT_WRITE,
    sqlite3.SQLITE_PERM: Why.CANNOT_WRITE,
    sqlite3.SQLITE_CANTOPEN: Why.CANNOT_READ,
    sqlite3.SQLITE_IOERR: Why.CANNOT_WRITE,
    sqlite3.SQLITE_CORRUPT: Why.OFFICE_DAMAGED,
    sqlite3.SQLITE_NOTADB: Why.OFFICE_DAMAGED,
}


def why_of(error: BaseException) -> Why | None:
    """The reason a person can act on, or None when the fault is ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _BY_CODE.get(code & 0xFF)
    if isinstance(cause, psycopg.OperationalError):
        return Why.NO_SERVER
    return None


def told(error: BaseException, **facts: object) -> Refused | Broken:
    """The exception to raise in place of a driver's."""
    why = why_of(error)
    if why is None:
        return Broken("the storage failed in a way nobody foresaw")
    return Refused(why, **facts)
