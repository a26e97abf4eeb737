# SPDX-License-Identifier: GPL-3.0-or-later
"""One letter for each name of a list, so that any of them is a single key away (Alt and the letter)."""

from collections.abc import Sequence


def letters_for(names: Sequence[str], most: int = 26) -> list[str]:
    """A capital letter for each name, no letter twice; "" where there is none left to give.

    First letters go first, in the order of the list; then each of the rest takes the first letter of
    its own that is free. Names without a free letter of their own go without. Long lists get none:
    there the letters would be neither few nor easy to find.
    """
    if len(names) > most:
        return ["" for _ in names]
    taken: dict[str, int] = {}
    own = [[sign for sign in name.upper() if sign.isalpha()] for name in names]
    for place, signs in enumerate(own):
        if signs:
            taken.setdefault(signs[0], place)
    for place, signs in enumerate(own):
        if place not in taken.values():
            free = next((sign for sign in signs if sign not in taken), "")
            if free:
                taken[free] = place
    given = {place: sign for sign, place in taken.items()}
    return [given.get(place, "") for place in range(len(names))]
