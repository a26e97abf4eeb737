# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of an office in one file, brought back beside what is there, and the check of a whole office.

A backup is a zip without compression that holds the encrypted office, its key slots and a manifest
with hashes. Nothing in it is readable without the password; it is written whole or not at all and
opened again before it is called good.
"""

import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from db.engine import file_engine, is_server, server_engine
from db.errors import Refused, Why
from db.faults import told
from db.files import atomic_write, refusal
from db.keys import Attempts, subkey
from db.log import broken_links
from db.migrations import KNOWN
from db.opening import label_of, open_with_key, ring_of
from db.slots import Ring, beside, holds_office, save_beside
from db.version import VERSION

OFFICE, KEYS, MANIFEST = "office.punos", "office.keys", "manifest.json"
LARGEST = 64 * 2**30


class Fault(StrEnum):
    """What a check may find."""

    PAGES = "pages"
    STRUCTURE = "structure"
    REFERENCES = "references"
    LOG = "log"
    VERSION = "version"


@dataclass(frozen=True)
class Finding:
    """One fault and where: a page, a table or a line of the log."""

    fault: Fault
    where: str


def backup(address: str, password: str, target: Path) -> None:
    """Copy an office into one file, open the copy again and compare, then put it in place.

    An earlier backup of that name is replaced; an office never is: Refused(OFFICE_EXISTS).
    """
    if is_server(address):
        raise Refused(Why.SERVER_KEEPS_BACKUPS, file=label_of(address))
    if holds_office(target):
        raise Refused(Why.OFFICE_EXISTS, file=target.name)
    source, ring = Path(address), ring_of(address)
    key, slot = ring.open(password, Attempts())
    open_with_key(
        address, key, label=slot.label
    ).close()  # refuses what is newer; the log tells who
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise refusal(error, target) or error from error
    try:
        _copy(source, key, part)
        held = part.read_bytes()
        findings = [*_findings_of_file(part, key)]
        if findings:
            raise Refused(Why.OFFICE_DAMAGED, file=source.name)
        atomic_write(target, _packed(held, ring))
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, address: str) -> None:
    """Bring a backup back as a new office; never over one that is there."""
    target = Path(address)
    if target.exists() or any(path.exists() for path in beside(target)):
        raise Refused(Why.OFFICE_EXISTS, file=target.name)
    held, ring = _unpacked(source)
    save_beside(target, ring)
    try:
        atomic_write(target, held)
        target.chmod(0o600)
    except BaseException:
        for path in beside(target):
            path.unlink(missing_ok=True)
        raise


def check(address: str, password: str) -> list[Finding]:
    """Every fault of an office: damaged pages, broken structure or references, a touched log."""
    key, slot = ring_of(address).open(password, Attempts())
    open_with_key(address, key, label=slot.label).close()
    if not is_server(address):
        return [*_findings_of_file(Path(address), key)]
    engine = server_engine(address)
    try:
        with engine.begin() as conn:
            return [*_findings_anywhere(conn, key)]
    except DBAPIError as error:
        raise told(error, file=label_of(address)) from None
    finally:
        engine.dispose()


def _copy(source: Path, key: bytes, target: Path) -> None:
    """`VACUUM INTO` reads one consistent state and keeps the key; it must not run in a transaction."""
    engine = file_engine(source, key)
    try:
        raw = engine.raw_connection()
        raw.cursor().execute("VACUUM INTO ?", (str(target),))
        raw.close()
    except (DBAPIError, sqlcipher.Error) as error:
        raise told(error, file=source.name) from None
    finally:
        engine.dispose()


def _findings_of_file(path: Path, key: bytes) -> Iterator[Finding]:
    engine = file_engine(path, key)
    try:
        raw: Any = engine.raw_connection()
        # The page check reads the main file alone; what the WAL is about to mend must be in it first.
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        for (line,) in raw.cursor().execute("PRAGMA cipher_integrity_check").fetchall():
            yield Finding(Fault.PAGES, str(line))
        for (line,) in raw.cursor().execute("PRAGMA integrity_check(20)").fetchall():
            if line != "ok":
                yield Finding(Fault.STRUCTURE, str(line))
        raw.close()
        with engine.begin() as conn:
            for table, *_rest in conn.execute(text("PRAGMA foreign_key_check")):
                yield Finding(Fault.REFERENCES, str(table))
            yield from _findings_anywhere(conn, key)
    except (DBAPIError, sqlcipher.Error) as error:
        raise told(error, file=path.name) from None
    finally:
        engine.dispose()


def _findings_anywhere(conn: Connection, key: bytes) -> Iterator[Finding]:
    revision = conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    if revision not in KNOWN:
        yield Finding(Fault.VERSION, str(revision))
    for seq in broken_links(conn, subkey(key, "punos log 1")):
        yield Finding(Fault.LOG, str(seq))


def _packed(office: bytes, ring: Ring) -> bytes:
    keys = ring.as_json().encode()
    manifest = {
        "format": 1,
        "program": VERSION,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "sha256": {OFFICE: _digest(office), KEYS: _digest(keys)},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as box:
        box.writestr(MANIFEST, json.dumps(manifest, indent=1))
        box.writestr(KEYS, keys)
        box.writestr(OFFICE, office)
    return file.getvalue()


def _unpacked(source: Path) -> tuple[bytes, Ring]:
    damaged = Refused(Why.BACKUP_DAMAGED, file=source.name)
    try:
        with zipfile.ZipFile(source) as box:
            if sum(info.file_size for info in box.infolist()) > LARGEST:
                raise damaged
            manifest = json.loads(box.read(MANIFEST))
            office, keys = box.read(OFFICE), box.read(KEYS)
        whole = manifest["sha256"] == {OFFICE: _digest(office), KEYS: _digest(keys)}
        ring = Ring.from_json(keys.decode())
    except FileNotFoundError as error:
        raise Refused(Why.NO_SUCH_OFFICE, file=source.name) from error
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise damaged from error
    if not whole:
        raise damaged
    return office, ring


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
