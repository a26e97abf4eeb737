# SPDX-License-Identifier: GPL-3.0-or-later
"""Alembic's entry: runs on the connection it is handed, in its transaction."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from db.models import Base
from db.models.base import Instant, Word


def render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:  # noqa: ANN401
    """Write our column types as what they are in the database: a migration must outlive the models."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.BigInteger()"
    if kind == "type" and isinstance(item, Word):
        return "sa.String(length=24)"
    return False


def unchanged(_ctx: Any, _column: Any, _meta: Any, stored: Any, wanted: Any) -> bool | None:  # noqa: ANN401
    """Compare types by what the database holds; comments and word lists are no change."""
    if isinstance(wanted, Instant | Word):
        return not isinstance(stored, sa.BigInteger | sa.String)
    return None


conn = context.config.attributes["connection"]
context.configure(
    connection=conn,
    target_metadata=Base.metadata,
    render_as_batch=conn.dialect.name == "sqlite",
    render_item=render,
    compare_type=unchanged,
)
context.run_migrations()
