# SPDX-License-Identifier: GPL-3.0-or-later
"""Where key slots are kept: twice beside an office's file, or in a table of a server's office.

Losing the slots loses the office, so they are written whole or not at all, in two
copies; a damaged first copy is answered by the second.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from db.errors import Refused, Why
from db.files import atomic_write
from db.keys import Attempts, Slot, unwrap

FORMAT = 1


@dataclass(frozen=True)
class Ring:
    """The slots of one office; `uid` ties them to it."""

    uid: str
    slots: tuple[Slot, ...]

    def open(self, password: str, attempts: Attempts) -> tuple[bytes, Slot]:
        """The data key and the slot `password` opens, or Refused(WRONG_PASSWORD / WAIT_BEFORE_RETRY)."""
        attempts.check()
        for slot in self.slots:
            try:
                key = unwrap(slot, password, uid=self.uid)
            except Refused as refusal:
                if refusal.why is not Why.WRONG_PASSWORD:
                    raise
            else:
                attempts.succeeded()
                return key, slot
        attempts.failed()
        raise Refused(Why.WRONG_PASSWORD)

    def as_json(self) -> str:
        """The whole ring as text."""
        slots = [json.loads(slot.as_json()) for slot in self.slots]
        return json.dumps({"format": FORMAT, "uid": self.uid, "slots": slots}, indent=1)

    @staticmethod
    def from_json(text: str) -> "Ring":
        """Read a ring back; Refused(KEYS_DAMAGED) for anything that is not a whole one."""
        try:
            told = json.loads(text)
            slots = tuple(Slot.from_json(json.dumps(slot)) for slot in told["slots"])
            uid, version = str(told["uid"]), int(told["format"])
        except (ValueError, KeyError, TypeError) as error:
            raise Refused(Why.KEYS_DAMAGED) from error
        if version != FORMAT or not slots:
            raise Refused(Why.KEYS_DAMAGED)
        return Ring(uid, slots)


def beside(office: Path) -> tuple[Path, Path]:
    """Both key files of an office file."""
    return office.with_name(office.name + ".keys"), office.with_name(office.name + ".keys2")


def holds_office(path: Path) -> bool:
    """Whether `path` is an office or one of its key files, which nothing may ever be written over."""
    office = path.with_suffix("") if path.suffix in {".keys", ".keys2"} else path
    return path.exists() and any(keys.exists() for keys in beside(office))


def write_result(path: Path, data: bytes) -> None:
    """Write a file that somebody asked for: whole or not at all, over an earlier one, but never
    over an office: Refused(OFFICE_EXISTS)."""
    if holds_office(path):
        raise Refused(Why.OFFICE_EXISTS, file=path.name)
    atomic_write(path, data)


def save_beside(office: Path, ring: Ring) -> None:
    """Write both copies, one after the other, each atomically."""
    for path in beside(office):
        atomic_write(path, ring.as_json().encode())


def load_beside(office: Path) -> Ring:
    """The ring of an office file: the first copy that is whole."""
    found = [path for path in beside(office) if path.exists()]
    if not found:
        raise Refused(Why.KEYS_MISSING, file=office.name)
    for path in found:
        try:
            return Ring.from_json(path.read_text(encoding="utf-8"))
        except (Refused, UnicodeDecodeError):
            continue
        except OSError as error:
            raise Refused(Why.CANNOT_READ, file=path.name) from error
    raise Refused(Why.KEYS_DAMAGED, file=office.name)
