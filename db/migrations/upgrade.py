# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the migrations inside the caller's transaction, on a connection whose foreign keys are off.

With them on, SQLite's table rebuild deletes the rows of every table that refers to the rebuilt one,
silently: the upgrade is refused then (tests/db/test_migrations.py tells the story).
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from db.errors import Broken
from db.migrations import HEAD


def config() -> Config:
    """Alembic's settings, without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    return settings


def upgrade(conn: Connection, revision: str = HEAD) -> None:
    """Bring the tables to `revision`; whole or not at all, checked at the end."""
    sqlite = conn.dialect.name == "sqlite"
    if sqlite and conn.execute(text("PRAGMA foreign_keys")).scalar_one():
        raise Broken("migrations need a connection with foreign keys off")
    settings = config()
    settings.attributes["connection"] = conn
    command.upgrade(settings, revision)
    if sqlite and conn.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise Broken("a migration left rows without the rows they belong to")
