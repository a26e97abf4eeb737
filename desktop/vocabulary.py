# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of attendance, sessions and goals, and how a person is named on screen and paper."""

from collections.abc import Callable

from db.rules.words import MarkKind
from desktop import names
from desktop.words import Words

# The letters are on the keycaps and in people's fingers: they stay in every language.
MARK_KEYS = {
    "P": MarkKind.PRESENT,
    "M": MarkKind.LATE,
    "I": MarkKind.NOTIFIED,
    "X": MarkKind.ABSENT,
}

Told = Callable[[Words], str]

_MARKS: dict[str, Told] = {
    "present": lambda w: w._("Present"),
    "late": lambda w: w._("Late"),
    "notified": lambda w: w._("Absent, notified"),
    "absent": lambda w: w._("Absent"),
}

_STATES: dict[str, Told] = {
    "planned": lambda w: w.p("session", "Planned"),
    "held": lambda w: w.p("session", "Held"),
    "cancelled": lambda w: w.p("session", "Cancelled"),
    "not_recorded": lambda w: w.p("session", "Not recorded"),
    "nobody_came": lambda w: w.p("session", "Nobody came"),
    "running": lambda w: w.p("session", "Running"),
    "upcoming": lambda w: w.p("session", "Upcoming"),
    "done": lambda w: w.p("session", "Done"),
}

_LEVELS: dict[int, Told] = {
    -2: lambda w: w._("much less than expected"),
    -1: lambda w: w._("less than expected"),
    0: lambda w: w._("expected level (goal reached)"),
    1: lambda w: w._("better than expected"),
    2: lambda w: w._("much better than expected"),
}


def mark_name(words: Words, mark: str | None) -> str:
    """Paikalla · Myöhässä · Poissa, ilmoitettu · Poissa; no mark is Kirjaamatta, never absent."""
    return words._("Unrecorded") if mark is None else _MARKS[mark](words)


def not_expected(words: Words) -> str:
    """What stands for a mark outside somebody's enrolment."""
    return words._("Not expected")


def mark_key(mark: str) -> str:
    """P, M, I or X."""
    return next(key for key, kind in MARK_KEYS.items() if kind == mark)


def state_name(words: Words, state: str) -> str:
    """A session's state: stored (planned, held, cancelled) or derived (not_recorded, nobody_came,
    running, upcoming, done)."""
    return _STATES[state](words)


def level_name(words: Words, level: int) -> str:
    """A level of goal attainment in words, -2..+2 (Kiresuk & Sherman's scale; 0 is the expected)."""
    return _LEVELS[level](words)


def person_name(words: Words, first: str, last: str = "", code: str = "") -> str:
    """Oona H.; a code for somebody known by it, and a word for somebody unnamed."""
    return names.short(first, last) or code or words._("Without a name")
