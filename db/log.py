# SPDX-License-Identifier: GPL-3.0-or-later
"""Who used what, whose it was, why and when: one line a use, in the same transaction, chained.

703/2023 10 § asks for the user's name and id, the data used, the purpose and the time; ASVS 5.0
V16.2 for UTC. Each line's MAC covers the one before it, so a changed, removed or reordered line is
found by `broken_links`.
"""

import hashlib
import hmac
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from db.engine import lock_log
from db.models.log import LogLine, LogPerson

START = b"\x00" * 32
_LAST = select(LogLine.seq, LogLine.mac).order_by(LogLine.seq.desc()).limit(1)
_LINE, _PERSON = insert(LogLine), insert(LogPerson)


class Deed(StrEnum):
    """What was done."""

    VIEW = "view"
    SEARCH = "search"
    CHANGE = "change"
    UNDO = "undo"
    PRINT = "print"
    EXPORT = "export"
    IMPORT = "import"
    SIGN_IN = "sign_in"
    LOCK = "lock"
    ADMIN = "admin"


class Purpose(StrEnum):
    """Why it was done; a reason of one's own is told with the deed (later, outside own groups)."""

    CARE = "care"
    PLANNING = "planning"
    STATISTICS = "statistics"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True)
class Who:
    """Who asks: the id and name of a member of staff as signed in."""

    staff_id: int | None
    name: str


@dataclass(frozen=True)
class Tail:
    """The last line's number and MAC."""

    seq: int = 0
    mac: bytes = START


@dataclass(frozen=True)
class Use:
    """One use to be written down."""

    who: Who
    deed: Deed
    what: str
    purpose: Purpose
    people: Collection[int] = ()
    detail: str = ""


class Log:
    """Writes lines at the end of the chain. The tail is remembered only after a commit."""

    def __init__(self, key: bytes, *, shared: bool) -> None:
        self._key = key
        self._shared = shared
        self._tail: Tail | None = None

    def write(self, conn: Connection, use: Use) -> Tail:
        """Add one line inside the running transaction; the new tail, to be `settle`d after COMMIT."""
        lock_log(conn)
        tail = self._tail if self._tail and not self._shared else last_line(conn)
        one = next(iter(use.people)) if len(use.people) == 1 else None
        row = {
            "seq": tail.seq + 1,
            "at": _now(),
            "staff_id": use.who.staff_id,
            "staff_name": use.who.name,
            "deed": use.deed.value,
            "what": use.what,
            "purpose": use.purpose.value,
            "participant_id": one,
            "people": len(use.people),
            "detail": use.detail,
        }
        people = sorted(use.people) if len(use.people) > 1 else []
        mac = chain(self._key, tail.mac, row, people)
        conn.execute(_LINE, {**row, "mac": mac})
        if people:
            conn.execute(_PERSON, [{"participant_id": p, "seq": row["seq"]} for p in people])
        return Tail(tail.seq + 1, mac)

    def settle(self, tail: Tail) -> None:
        """The transaction that wrote `tail` is durable."""
        self._tail = tail

    def doubt(self) -> None:
        """Nobody knows whether the last line stands; read it again."""
        self._tail = None


def last_line(conn: Connection) -> Tail:
    """The end of the chain as stored."""
    row = conn.execute(_LAST).one_or_none()
    return Tail(row.seq, row.mac) if row else Tail()


def chain(key: bytes, before: bytes, row: dict[str, object], people: list[int]) -> bytes:
    """HMAC-SHA256 over the MAC before and every column of the line, people listed."""
    at = row["at"]
    told = {**row, "at": at.isoformat(timespec="milliseconds") if isinstance(at, datetime) else at}
    body = json.dumps([sorted(told.items()), people], ensure_ascii=False).encode()
    return hmac.digest(key, before + body, hashlib.sha256)


def broken_links(conn: Connection, key: bytes) -> Iterator[int]:
    """Numbers of lines that are missing or do not follow from the one before; none when whole."""
    people: dict[int, list[int]] = {}
    for person, seq in conn.execute(select(LogPerson.participant_id, LogPerson.seq)):
        people.setdefault(seq, []).append(person)
    before, expected = START, 1
    for row in conn.execute(select(LogLine.__table__).order_by(LogLine.seq)).mappings():
        line = dict(row)
        mac = line.pop("mac")
        if (
            line["seq"] != expected
            or chain(key, before, line, sorted(people.get(line["seq"], []))) != mac
        ):
            yield line["seq"]
        before, expected = mac, line["seq"] + 1


def _now() -> datetime:
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
