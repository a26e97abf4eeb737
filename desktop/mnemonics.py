# SPDX-License-Identifier: GPL-3.0-or-later
"""One letter for each name of a list, so that any of them is a single key away (Alt and the letter)."""

from collections.abc import Sequence
from string import ascii_uppercase


def letters_for(names: Sequence[str]) -> list[str]:
    """A capital letter for each name, no letter twice; none at all for more names than A to Z.

    First letters go first, in the order of the list; then each of the rest takes the first letter of
    its own that is free, or else the first of the alphabet that is.
    """
    if len(names) > len(ascii_uppercase):
        return ["" for _ in names]
    own = [[sign for sign in name.upper() if sign.isalpha()] for name in names]
    given: dict[int, str] = {}
    for place, signs in enumerate(own):
        if signs and signs[0] not in given.values():
            given[place] = signs[0]
    for place, signs in enumerate(own):
        if place not in given:
            taken = set(given.values())
            given[place] = next(s for s in (*signs, *ascii_uppercase) if s not in taken)
    return [given[place] for place in range(len(names))]
