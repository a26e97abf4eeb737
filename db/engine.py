# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections: the one place that knows how an encrypted file and a server are spoken to.

Each setting is read back, and the program refuses to run on a connection that did not take it.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import (
    Connection,
    Engine,
    StaticPool,
    Table,
    create_engine,
    event,
    func,
    make_url,
    select,
    text,
)

from db.errors import Broken

APPLICATION_ID = 0x50554E4F  # "PUNO"
CACHE_KIB = 64 * 1024  # with the default 2 MB every pass over the marks decrypts them again
LEAST_SQLITE = (3, 51, 3)  # below it two connections may corrupt a WAL file
LOG_LOCK = 0x50554E4F

SETTINGS: dict[str, str | int] = {
    # Off, as SQLCipher itself has it: on, one roster took 20 times as long (1.29 ms against 0.06;
    # tests/bench). It wipes SQLite's heap, while Python's holds the same names; keys are wiped
    # either way, and locking ends by leaving the process.
    "cipher_memory_security": 0,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "locking_mode": "exclusive",
    "temp_store": 2,
    "cache_size": -CACHE_KIB,
    "busy_timeout": 700,
}


def is_server(address: str) -> bool:
    """Whether an office's address is a PostgreSQL one rather than a file's path."""
    return address.startswith(("postgresql://", "postgresql+psycopg://"))


def file_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> Engine:
    """An engine on one encrypted file: one connection, kept; `key` is the raw 32-byte data key."""
    _require_library()
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, key, foreign_keys=foreign_keys),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def server_engine(address: str) -> Engine:
    """An engine on a PostgreSQL office."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(
        url, pool_size=1, max_overflow=1, pool_pre_ping=True, hide_parameters=True
    )
    event.listen(engine, "connect", _server_settings)
    return engine


def lock_log(conn: Connection) -> None:
    """Hold the log's tail until the transaction ends; on a file the transaction itself does."""
    if conn.dialect.name == "postgresql":
        conn.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOG_LOCK})


def continue_numbering(conn: Connection, tables: Iterable[Table]) -> None:
    """After rows that brought their own ids, number on from the highest; a file does so by itself."""
    if conn.dialect.name == "postgresql":
        for table in tables:
            if "id" in table.c:
                counter = func.pg_get_serial_sequence(table.name, "id")
                conn.execute(select(func.setval(counter, func.max(table.c.id))))


def _connect(path: Path, key: bytes, *, foreign_keys: bool) -> sqlcipher.Connection:
    wait = (
        int(SETTINGS["busy_timeout"]) / 1000
    )  # the driver's own five seconds come first otherwise
    conn = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=wait)
    try:
        conn.execute("PRAGMA cipher_log_level = NONE")
        conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for name, value in SETTINGS.items():
            wanted = value if name != "foreign_keys" or foreign_keys else 0
            conn.execute(f"PRAGMA {name} = {wanted}")
            _require(conn, name, wanted)
    except BaseException:
        conn.close()
        raise
    return conn


def _require(conn: Any, name: str, wanted: str | int) -> None:  # noqa: ANN401 - an untyped driver
    row = conn.execute(f"PRAGMA {name}").fetchone()
    found = row[0] if row else None
    if isinstance(wanted, int) and found is not None:
        found = int(found)
    if found != wanted:
        raise Broken(f"the storage did not take {name}={wanted}, it says {found}")


def _require_library() -> None:
    version = tuple(int(part) for part in sqlcipher.sqlite_version.split("."))
    probe = sqlcipher.connect(":memory:")
    cipher = probe.execute("PRAGMA cipher_version").fetchone()
    probe.close()
    if version < LEAST_SQLITE or not cipher:
        raise Broken(f"SQLCipher is missing or too old: SQLite {sqlcipher.sqlite_version}")


def _begin_immediate(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN IMMEDIATE")


def _server_settings(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401
    with dbapi_connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone()[0] != "on":
            raise Broken("the server does not promise to keep what it has confirmed")
    dbapi_connection.commit()
