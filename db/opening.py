# SPDX-License-Identifier: GPL-3.0-or-later
"""Making an office and opening one, on a file or on a server, with a plain refusal for every obstacle."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from db.engine import APPLICATION_ID, continue_numbering, file_engine, is_server, server_engine
from db.errors import Refused, Why
from db.faults import told, why_of
from db.files import sync_folder
from db.keys import Attempts, Cost, check_password, new_key, wrap
from db.log import Deed, Purpose, Who
from db.migrations import HEAD, KNOWN
from db.models import Base, KeySlot, Staff, Unit
from db.models import Office as OfficeRow
from db.office import Office
from db.rules.words import StaffRole
from db.slots import Ring, beside, load_beside, save_beside
from db.tx import Tx
from db.version import VERSION
from db.work import Do

Loaded = tuple[Engine, Ring]
Fill = Callable[[Connection], None]


@dataclass(frozen=True)
class Founding:
    """What a new office is told at its making."""

    name: str
    unit: str
    first_name: str
    last_name: str = ""
    role: StaffRole = StaffRole.LEADER


def create(
    address: str,
    password: str,
    founding: Founding,
    *,
    cost: Cost | None = None,
    fill: Fill | None = None,
) -> Office:
    """Make an office that did not exist; nothing is left behind when it cannot be made.

    `fill` may write rows with ids of their own after the founding ones, in the same transaction
    and past the journal: for made-up offices.
    """
    check_password(password)
    key, uid = new_key(), secrets.token_hex(16)
    ring = Ring(uid, (wrap(key, password, uid=uid, label="1", cost=cost),))
    if is_server(address):
        _create_on_server(address, ring, founding, fill)
    else:
        _create_file(Path(address), key, ring, founding, fill)
    return open_with_key(address, key, label="1")


def open_office(
    address: str, password: str, *, attempts: Attempts | None = None, user: str | None = None
) -> Office:
    """Unlock an office. Right or wrong password is decided by the key slot alone.

    `user` is a first name, or first and last, to insist on who signs in.
    """
    ring = ring_of(address)
    key, slot = ring.open(password, attempts or Attempts())
    office = open_with_key(address, key, label=slot.label)
    if user and user.casefold() not in {
        office.who.name.casefold(),
        office.who.name.split()[0].casefold(),
    }:
        office.close()
        raise Refused(Why.UNKNOWN_USER, user=user)
    return office


def open_with_key(address: str, key: bytes, *, label: str = "1") -> Office:
    """Open with the data key itself (after unlocking, and for tests)."""
    path = Path(address)
    engine = server_engine(address) if is_server(address) else file_engine(path, key)
    try:
        with engine.begin() as conn:
            name = _check(conn, label_of(address))
            who = _who(conn, label)
    except DBAPIError as error:
        engine.dispose()
        raise told(error, file=label_of(address)) from None
    except BaseException:
        engine.dispose()
        raise
    office = Office(engine, key, who, address=address, name=name)
    office.write(Do("sign_in", lambda _tx: None, Deed.SIGN_IN, Purpose.CARE))
    return office


def ring_of(address: str) -> Ring:
    """The key slots of an office, without opening it."""
    if is_server(address):
        return _ring_on_server(address)
    path = Path(address)
    if not path.exists():
        raise Refused(Why.NO_SUCH_OFFICE, file=path.name)
    if not path.is_file() or path.stat().st_size == 0:
        raise Refused(Why.NOT_AN_OFFICE, file=path.name)
    return load_beside(path)


def label_of(address: str) -> str:
    """How an office is called in sentences: its file's name, or its server without the password."""
    return address.rsplit("@", 1)[-1] if is_server(address) else Path(address).name


def _create_file(path: Path, key: bytes, ring: Ring, founding: Founding, fill: Fill | None) -> None:
    # Key files without their office: it may only be away, and without them it is lost.
    if path.exists() or any(keys.exists() for keys in beside(path)):
        raise Refused(Why.OFFICE_EXISTS, file=path.name)
    if not path.parent.is_dir():
        raise Refused(Why.CANNOT_WRITE, file=path.name)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        engine = file_engine(part, key, foreign_keys=False)
        try:
            _build(engine, ring, founding, fill)
        finally:
            engine.dispose()
        part.chmod(0o600)
        save_beside(path, ring)
        os.rename(part, path)  # noqa: PTH104 - refuses an existing name on Windows
        sync_folder(path.parent)
    except BaseException as error:
        for leftover in (part, *(() if path.exists() else beside(path))):
            leftover.unlink(missing_ok=True)
        if isinstance(error, DBAPIError):
            raise told(error, file=path.name) from None
        if why_of(error) is not None:
            raise told(error, file=path.name) from None
        raise


def _create_on_server(address: str, ring: Ring, founding: Founding, fill: Fill | None) -> None:
    engine = server_engine(address)
    try:
        with engine.begin() as conn:
            if inspect(conn).has_table("office"):
                raise Refused(Why.OFFICE_EXISTS, file=label_of(address))
        _build(engine, ring, founding, fill)
    except DBAPIError as error:
        raise told(error, file=label_of(address)) from None
    finally:
        engine.dispose()


def _build(engine: Engine, ring: Ring, founding: Founding, fill: Fill | None) -> None:
    from db.migrations.upgrade import upgrade

    with engine.begin() as conn:
        if conn.dialect.name == "sqlite":
            conn.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        upgrade(conn)
        found(conn, ring, founding)
        if fill:
            fill(conn)
            continue_numbering(conn, Base.metadata.sorted_tables)


def found(conn: Connection, ring: Ring, founding: Founding) -> None:
    """The first rows: the office, its unit, the person who signs in, the key slots on a server."""
    tx = Tx(conn, Who(None, founding.first_name))
    tx.add(
        OfficeRow,
        uid=ring.uid,
        name=founding.name,
        created_at=datetime.now(UTC),
        program_version=VERSION,
    )
    unit = tx.add(Unit, name=founding.unit)
    tx.add(
        Staff,
        unit_id=unit,
        first_name=founding.first_name,
        last_name=founding.last_name,
        role=founding.role,
    )
    if conn.dialect.name == "postgresql":
        for slot in ring.slots:
            tx.add(KeySlot, slot=slot.as_json())


def _ring_on_server(address: str) -> Ring:
    engine = server_engine(address)
    try:
        with engine.begin() as conn:
            if not inspect(conn).has_table("key_slots"):
                raise Refused(Why.NO_SUCH_OFFICE, file=label_of(address))
            uid = conn.execute(select(OfficeRow.uid)).scalar_one()
            slots = [row.slot for row in conn.execute(select(KeySlot.slot).order_by(KeySlot.id))]
    except DBAPIError as error:
        raise told(error, file=label_of(address)) from None
    finally:
        engine.dispose()
    joined = ",".join(slots)
    return Ring.from_json(f'{{"format": 1, "uid": "{uid}", "slots": [{joined}]}}')


def _check(conn: Connection, file: str) -> str:
    """The office's name, once it is known to be an office this program can read."""
    if conn.dialect.name == "sqlite":
        marked = conn.execute(text("PRAGMA application_id")).scalar_one()
        if marked != APPLICATION_ID:
            raise Refused(Why.NOT_AN_OFFICE, file=file)
    revision = conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    row = conn.execute(select(OfficeRow.name, OfficeRow.program_version)).one()
    if revision not in KNOWN:
        raise Refused(Why.OFFICE_TOO_NEW, file=file, version=VERSION, needed=row.program_version)
    if revision != HEAD:
        raise Refused(Why.OFFICE_TOO_OLD, file=file)
    return str(row.name)


def _who(conn: Connection, label: str) -> Who:
    row = conn.execute(
        select(Staff.id, Staff.first_name, Staff.last_name).where(Staff.id == int(label))
    ).one_or_none()
    if row is None:
        raise Refused(Why.UNKNOWN_USER)
    return Who(row.id, f"{row.first_name} {row.last_name}".strip())
