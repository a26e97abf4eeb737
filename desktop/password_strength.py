# SPDX-License-Identifier: GPL-3.0-or-later
"""How good a password looks, as a hint while it is typed; the rule that refuses is db.keys'."""

from itertools import pairwise

LEAST = 8
GOOD = 12
STRONG = 18


def strength(password: str) -> int:
    """0 too short, 1 will do, 2 good, 3 strong.

    Length is what counts (NIST SP 800-63B, 5.1.1.2); a letter that repeats the one before it or goes
    on from it ("aaaa", "1234") adds nothing.
    """
    if len(password) < LEAST:
        return 0
    steps = (abs(ord(b) - ord(a)) for a, b in pairwise(password))
    worth = 1 + sum(step > 1 for step in steps)
    if len(set(password)) < LEAST // 2 or worth < GOOD:
        return 1
    return 2 if worth < STRONG else 3
