# SPDX-License-Identifier: GPL-3.0-or-later
"""Key slots: the right password opens, anything altered refuses, nothing weaker than the floor is read."""

import json
from dataclasses import replace

import pytest

from db.errors import Refused, Why
from db.keys import Cost, Slot, new_key, unwrap, wrap

KEY = new_key()
SLOT = wrap(KEY, "salasana-1", uid="office", label="1")


def test_a_password_gives_the_key_back() -> None:
    assert unwrap(Slot.from_json(SLOT.as_json()), "salasana-1", uid="office") == KEY


def test_letters_composed_or_not_are_the_same_password() -> None:
    slot = wrap(KEY, "sää-halla-ö", uid="office", label="1")
    assert unwrap(slot, "sa\u0308a\u0308-halla-o\u0308", uid="office") == KEY


@pytest.mark.parametrize(
    "slot",
    [
        replace(SLOT, label="2"),
        replace(SLOT, cost=Cost(passes=4)),
        replace(SLOT, salt=b"\0" * 16),
        replace(SLOT, wrapped=SLOT.wrapped[:-1] + bytes([SLOT.wrapped[-1] ^ 1])),
    ],
    ids=["renamed", "other cost", "other salt", "flipped bit"],
)
def test_an_altered_slot_refuses(slot: Slot) -> None:
    with pytest.raises(Refused) as caught:
        unwrap(slot, "salasana-1", uid="office")
    assert caught.value.why is Why.WRONG_PASSWORD


@pytest.mark.parametrize(
    "change", [{"kib": 1024}, {"passes": 1}, {"lanes": 0}, {"salt": "?"}, {"wrapped": None}]
)
def test_a_slot_below_the_floor_or_not_whole_is_not_read(change: dict[str, object]) -> None:
    told = {**json.loads(SLOT.as_json()), **change}
    with pytest.raises(Refused) as caught:
        Slot.from_json(json.dumps(told))
    assert caught.value.why is Why.KEYS_DAMAGED
