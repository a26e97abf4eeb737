# SPDX-License-Identifier: GPL-3.0-or-later
"""Does a text about one person name another? First names and nicknames in their Finnish forms.

A first version by rules alone: stems with consonant gradation, then case endings and clitics. It is
meant to warn, so it would rather find one too many than miss one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.rules.people import Person

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = "aeiouyåäö"
_SHORTEST = 2

# Strong grade and weak grade before the last vowel of a name (Pekka: Pekan, Satu: Sadun).
_GRADES = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm")),
    *(("lt", "ll"), ("rt", "rr"), ("t", "d"), ("p", "v"), ("k", "")),
)

# Names that are words too: only with a capital inside a sentence are they surely names.
_WORDS_TOO = frozenset((
    "aamu", "aava", "aura", "helmi", "hymy", "ilta", "into", "kai", "kukka", "lahja", "lumi", "meri",
    "oiva", "onni", "pyry", "rauha", "ruusu", "sade", "sampo", "satu", "sini", "taika", "taimi",
    "tarmo", "toivo", "tuuli", "usko", "voitto",
))  # fmt: skip


class Case(StrEnum):
    """The form in which a name stands."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    PARTITIVE = "partitive"
    INESSIVE = "inessive"
    ELATIVE = "elative"
    ILLATIVE = "illative"
    ADESSIVE = "adessive"
    ABLATIVE = "ablative"
    ALLATIVE = "allative"


_ENDINGS = (
    ("", Case.NOMINATIVE),
    *(("n", Case.GENITIVE), ("s", Case.GENITIVE), ("t", Case.NOMINATIVE)),
    *((ending, Case.PARTITIVE) for ending in ("a", "ä", "ta", "tä", "tta", "ttä")),
    *((ending, Case.INESSIVE) for ending in ("ssa", "ssä")),
    *((ending, Case.ELATIVE) for ending in ("sta", "stä")),
    *((f"{vowel}n", Case.ILLATIVE) for vowel in _VOWELS),
    *((f"h{vowel}n", Case.ILLATIVE) for vowel in _VOWELS),
    ("seen", Case.ILLATIVE),
    *((ending, Case.ADESSIVE) for ending in ("lla", "llä")),
    *((ending, Case.ABLATIVE) for ending in ("lta", "ltä")),
    ("lle", Case.ALLATIVE),
)
_CASES = dict(reversed(_ENDINGS))
_CLITICS = re.compile(r"(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)?$")


@dataclass(frozen=True)
class Mention:
    """Somebody else's name in a text, from `start` to `end`."""

    start: int
    end: int
    participant_id: int
    case: Case


def mentions(text: str, others: Iterable[Person], own: Person | None = None) -> list[Mention]:
    """Where `text` names one of `others`, from its beginning on.

    A name that the person it is about bears too is let be: nobody can tell who is meant.
    """
    mine = _names(own) if own is not None else set[str]()
    forms = {
        stem: person.id
        for person in others
        for name in _names(person)
        if name not in mine
        for stem in _stems(name)
    }
    return [found for word in _WORD.finditer(text) if (found := _found(text, word, forms))]


def _names(person: Person) -> set[str]:
    told = f"{person.first_name} {person.nickname}".casefold().split()
    return {name for name in told if len(name) >= _SHORTEST}


def _stems(name: str) -> Iterator[str]:
    """What endings are added to."""
    yield name
    if name[-1] not in _VOWELS:
        yield f"{name}i"
        if name.endswith("s"):
            yield f"{name[:-1]}kse"
            yield f"{name[:-1]}e"
        return
    for strong, weak in _GRADES:
        if name[:-1].endswith(strong):
            yield f"{name[: -1 - len(strong)]}{weak}{name[-1]}"
            break
    if name.endswith("i"):
        yield f"{name[:-1]}e"


def _found(text: str, word: re.Match[str], forms: dict[str, int]) -> Mention | None:
    told = word.group().casefold()
    for bare in {told, _CLITICS.sub("", told)}:
        for cut in range(len(bare), _SHORTEST - 1, -1):
            case = _CASES.get(bare[cut:])
            person = forms.get(bare[:cut]) if case is not None else None
            if person is None or case is None:
                continue
            if bare[:cut] in _WORDS_TOO and not _is_surely_a_name(text, word):
                continue
            return Mention(word.start(), word.end(), person, case)
    return None


def _is_surely_a_name(text: str, word: re.Match[str]) -> bool:
    """A capital that the beginning of a sentence does not explain."""
    before = text[: word.start()].rstrip()
    return word.group()[0].isupper() and bool(before) and before[-1] not in ".!?:\n"
