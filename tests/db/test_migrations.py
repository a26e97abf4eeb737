# SPDX-License-Identifier: GPL-3.0-or-later
"""The migrations make just the tables that the models declare, and refuse a connection on which
SQLite's table rebuild would delete rows."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from db.engine import file_engine
from db.errors import Broken
from db.migrations import HEAD, KNOWN
from db.migrations.upgrade import config, upgrade
from db.models import Base
from db.models.base import Instant, Word


def same_type(_ctx, _column, _meta, _stored, wanted) -> bool | None:
    return False if isinstance(wanted, Instant | Word) else None


def test_the_names_of_the_revisions_are_those_on_disk() -> None:
    script = ScriptDirectory.from_config(config())
    assert [r.revision for r in script.walk_revisions()][::-1] == list(KNOWN)
    assert script.get_current_head() == HEAD


def test_the_stored_tables_are_the_declared_ones(office) -> None:
    with office._engine.begin() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": same_type})
        assert compare_metadata(context, Base.metadata) == []


def test_it_refuses_to_run_with_foreign_keys_on(tmp_path: Path) -> None:
    """`batch_alter_table` rebuilds a table; with foreign keys on and a cascade that deleted every
    row that referred to it, silently, in a study of this very case."""
    engine = file_engine(tmp_path / "a", b"k" * 32)
    with pytest.raises(Broken), engine.begin() as conn:
        upgrade(conn)
    engine.dispose()
