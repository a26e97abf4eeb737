# SPDX-License-Identifier: GPL-3.0-or-later
"""How people are named on screen and paper, and how a text becomes part of a file name."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

# Letters that Unicode does not take apart into a base and a mark.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ʒ": "z",
        "ǥ": "g",
    }
)
_RESERVED = {
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
}


def full(first: str, last: str) -> str:
    """Oona Hakala"""
    return f"{first} {last}".strip()


def by_surname(first: str, last: str) -> str:
    """Hakala Oona, as lists are ordered"""
    return f"{last} {first}".strip()


def short(first: str, last: str, letters: int = 1) -> str:
    """Oona H.; of a double surname the first letter, "von" and the like kept out of it."""
    surname = [part for part in last.split() if not part.islower()]
    if not surname:
        return first.strip()
    start = surname[0][:letters]
    return f"{first} {start}{'' if start == surname[0] else '.'}".strip()


def initials(first: str, last: str) -> str:
    """OH"""
    return "".join(part[:1].upper() for part in (first.strip(), last.strip()))


def told_apart(people: Sequence[tuple[str, str]]) -> list[str]:
    """Short names in the same order, with as much of the surname as it takes to tell them apart:
    Oona Ha. and Oona He.; namesakes get a number."""
    letters = [1] * len(people)
    longest = max((len(last) for _, last in people), default=0)
    for _ in range(longest):
        shown = _shown(people, letters)
        same = {name for name, count in Counter(shown).items() if count > 1}
        if not same:
            return shown
        letters = [n + (name in same) for n, name in zip(letters, shown, strict=True)]
    return _numbered(_shown(people, letters))


def slug(text: str, empty: str = "punos", longest: int = 60) -> str:
    """Part of a file name: Äitien ryhmä / kevät becomes aitien-ryhma-kevat.

    Only a-z, 0-9 and single hyphens come out, at most `longest` bytes, so no path, control or
    direction mark passes and no name that Windows keeps for a device; `empty` stands for a text
    that has none of them.
    """
    base = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    kept = "".join(_kept(letter) for letter in base)
    cut = "-".join(kept.split())[:longest].strip("-")
    return f"{cut}-" + empty if cut in _RESERVED else cut or empty


def _kept(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    return letter if letter.isascii() and letter.isalnum() else " "


def _shown(people: Sequence[tuple[str, str]], letters: Sequence[int]) -> list[str]:
    pairs = zip(people, letters, strict=True)
    return [short(first, last, n) for (first, last), n in pairs]


def _numbered(shown: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    total = Counter(shown)
    numbered = []
    for name in shown:
        seen[name] += 1
        numbered.append(f"{name} ({seen[name]})" if total[name] > 1 else name)
    return numbered
