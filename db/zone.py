# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's own time zone, by which its days begin and its sessions are told."""

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.models import Office


def zone_of(conn: Connection) -> ZoneInfo:
    """The zone as stored; Europe/Helsinki unless somebody chose another."""
    return ZoneInfo(conn.execute(select(Office.zone)).scalar_one())
