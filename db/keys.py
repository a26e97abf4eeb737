# SPDX-License-Identifier: GPL-3.0-or-later
"""From a password to the office's data key: one random key, wrapped once for each password.

The data key never changes with a password. A slot is AES-256-GCM over the data key under a key
derived with argon2id (RFC 9106); its parameters are authenticated, so lowering them is noticed.
"""

import base64
import hashlib
import hmac
import json
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import Refused, Why

KEY_BYTES = 32
FLOOR_KIB = 64 * 1024
FLOOR_PASSES = 3
LEAST_PASSWORD = 8


@dataclass(frozen=True)
class Cost:
    """How dear one guess is: memory in KiB, passes over it, lanes. Never below 64 MiB and 3 passes."""

    kib: int = FLOOR_KIB
    passes: int = FLOOR_PASSES
    lanes: int = 1


@dataclass(frozen=True)
class Slot:
    """The data key wrapped under one password. Holds no name: the file lies beside the office."""

    label: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def as_json(self) -> str:
        """One line of JSON, bytes in base64."""
        cost = {"kib": self.cost.kib, "passes": self.cost.passes, "lanes": self.cost.lanes}
        text = {k: base64.b64encode(v).decode() for k, v in self._secrets().items()}
        return json.dumps({"label": self.label, "kdf": "argon2id", **cost, **text})

    def _secrets(self) -> dict[str, bytes]:
        return {"salt": self.salt, "nonce": self.nonce, "wrapped": self.wrapped}

    @staticmethod
    def from_json(text: str) -> "Slot":
        """Read a slot back; anything else than a whole slot at or above the floor is refused."""
        try:
            told = json.loads(text)
            cost = Cost(int(told["kib"]), int(told["passes"]), int(told["lanes"]))
            salt, nonce, wrapped = (
                base64.b64decode(told[k], validate=True) for k in ("salt", "nonce", "wrapped")
            )
            label = str(told["label"])
        except (ValueError, KeyError, TypeError) as error:
            raise Refused(Why.KEYS_DAMAGED) from error
        if cost.kib < FLOOR_KIB or cost.passes < FLOOR_PASSES or cost.lanes < 1:
            raise Refused(Why.KEYS_DAMAGED)
        return Slot(label, cost, salt, nonce, wrapped)


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_BYTES)


def check_password(password: str) -> None:
    """Refuse a password shorter than eight characters."""
    if len(password) < LEAST_PASSWORD:
        raise Refused(Why.WEAK_PASSWORD, least=LEAST_PASSWORD)


def wrap(key: bytes, password: str, *, uid: str, label: str, cost: Cost | None = None) -> Slot:
    """Wrap `key` (32 bytes) for `password`; `uid` ties the slot to its office."""
    cost = cost or Cost()
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(password, salt, cost)).encrypt(nonce, key, _bound(uid, label, cost))
    return Slot(label, cost, salt, nonce, sealed)


def unwrap(slot: Slot, password: str, *, uid: str) -> bytes:
    """The data key, or Refused(WRONG_PASSWORD): a slot moved from another office refuses too."""
    derived = _derive(password, slot.salt, slot.cost)
    try:
        return AESGCM(derived).decrypt(slot.nonce, slot.wrapped, _bound(uid, slot.label, slot.cost))
    except InvalidTag as error:
        raise Refused(Why.WRONG_PASSWORD) from error


def subkey(key: bytes, purpose: str) -> bytes:
    """A key for one purpose only, from the data key (HKDF-Expand, RFC 5869, one block)."""
    return hmac.digest(key, purpose.encode() + b"\x01", hashlib.sha256)


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    secret = unicodedata.normalize("NFC", password).encode()
    return hash_secret_raw(
        secret, salt, cost.passes, cost.kib, cost.lanes, hash_len=KEY_BYTES, type=Type.ID
    )


def _bound(uid: str, label: str, cost: Cost) -> bytes:
    return json.dumps(["punos-slot-1", uid, label, cost.kib, cost.passes, cost.lanes]).encode()


@dataclass
class Attempts:
    """Wrong passwords in this process: three are free, then each wait doubles, up to a minute."""

    now: Callable[[], float] = time.monotonic
    wrong: int = 0
    until: float = field(default=0.0)

    def check(self) -> None:
        """Refused(WAIT_BEFORE_RETRY, seconds=...) while a wait is on."""
        left = self.until - self.now()
        if left > 0:
            raise Refused(Why.WAIT_BEFORE_RETRY, seconds=int(left) + 1)

    def failed(self) -> None:
        """Count one wrong password."""
        self.wrong += 1
        if self.wrong >= 3:
            self.until = self.now() + min(60, 2 ** (self.wrong - 2))

    def succeeded(self) -> None:
        """Forget the wrong ones."""
        self.wrong, self.until = 0, 0.0
