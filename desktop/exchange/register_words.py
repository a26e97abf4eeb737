# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells what a heading or a row's label in an attendance sheet is about."""

import re
from functools import lru_cache

from desktop.exchange.register_phrases import FILLERS, PHRASES, TOTAL_WORDS, Heading
from desktop.exchange.register_shapes import NameOrder

_HEAD_COUNT = re.compile(
    r"nimettöm|nimetön|nimetöntä|anonyym|anonym|ilman nime|utan namn|okänd|tuntemattom|namnlös|"
    r"\bmuut? kävijä|\bmuita kävij|övriga besök|drop-?in|satunnai"
)
_COUNT = re.compile(
    r"kävijöi|kävijämäär|kävijät|kävijäluku|henkilömäär|henkilöluku|henkilöitä|osallistujia|osallistujamäär|"
    r"osallistujat|hlömäär|besökar|deltagarantal|antal (deltagare|personer|klienter)|antal$|head ?count|visitors|"
    r"number of (people|participants|visitors)|^(lukumäärä|määrä|lkm|kpl|count|number)$"
)
_SURE_TOTALS = re.compile(
    r"yhteensä|\byht\b|\bsumma\b|\btotal|\bsum\b|sammanlagt|inalles|keskiarvo|medeltal|%"
)
_CANCELLED = re.compile(
    r"\bperu(ttu|utettu|untu\w*|utui|ttiin|utettiin|tettu)\b|"
    r"\bei (ryhmää|kokoon\w*|pidetty|pidetä|tapaamista|toimintaa)\b|"
    r"\binställ[dt]a?\b|\bingen (träff|grupp)\b|\bcancel+ed\b|\bno (session|group|meeting)\b|\bcalled off\b"
)
_OF_PARTICIPANTS = re.compile(
    r"osallistuj|deltagar|particip|henkilöitä|antal$|^(lukumäärä|määrä|lkm|kpl|count|number)$"
)
_FIRST_LAST = re.compile(
    r"(etuni|förnamn|first).*(sukuni|efternamn|släktnamn|last|surname)|etu- ja sukuni|för- och efternamn"
)
_LAST_FIRST = re.compile(
    r"(sukuni|efternamn|släktnamn|last|surname).*(etuni|förnamn|first)|suku- ja etuni|efter- och förnamn"
)
_LONGEST = 80
_STRIPPED = re.compile(r"[\s.:;!*?]+$|^[\s*]+")
_SPACES = re.compile(r"[\s_]+")
_BRACKETS = re.compile(r"[()\[\]]")


def plain(text: str) -> str:
    """A heading in lower case, with single spaces, without brackets and closing stops."""
    flat = _SPACES.sub(" ", _BRACKETS.sub(" ", text.casefold())).strip()
    return _STRIPPED.sub("", flat)


def headings(text: str) -> frozenset[Heading]:
    """All that a heading or label may mean; empty for a name, a title or anything else."""
    return _headings(text) if 0 < len(text) <= _LONGEST else frozenset()


@lru_cache(maxsize=8192)
def _headings(text: str) -> frozenset[Heading]:
    words = plain(text)
    found = {heading for heading, those in PHRASES.items() if words in those}
    if order_told(words):
        return frozenset({Heading.NAME})
    if _is_totals(words):
        found.add(Heading.TOTALS)
    if is_cancelled(text):
        found.add(Heading.CANCELLED)
    if _HEAD_COUNT.search(words):
        return frozenset({Heading.HEAD_COUNT})
    if _COUNT.search(words):
        found.add(Heading.TOTALS if _SURE_TOTALS.search(words) else Heading.COUNT)
    return frozenset(found)


def order_told(text: str) -> NameOrder | None:
    """The order of names that a heading such as "Sukunimi ja etunimi" speaks of."""
    words = plain(text)
    if _FIRST_LAST.search(words):
        return NameOrder.FIRST_LAST
    return NameOrder.LAST_FIRST if _LAST_FIRST.search(words) else None


def counts_participants(label: str) -> bool:
    """Whether a count of people may well include those on the list: "Osallistujia", not "Kävijöitä"."""
    return bool(_OF_PARTICIPANTS.search(plain(label)))


def says_total(label: str) -> bool:
    """Whether a label speaks of a total, whatever it is the total of."""
    return bool(_SURE_TOTALS.search(plain(label)))


def is_cancelled(text: str) -> bool:
    """Whether the text says that a session was cancelled."""
    return len(text) <= 3 * _LONGEST and bool(_CANCELLED.search(text.casefold()))


def _is_totals(words: str) -> bool:
    tokens = re.sub(r"[/=–-]|(?<=\w)(?=%)", " ", words).replace(",", " ").replace(".", " ").split()
    tokens = [token.strip(".:") for token in tokens]
    return (
        bool(tokens)
        and all(token in TOTAL_WORDS or token in FILLERS for token in tokens)
        and any(token in TOTAL_WORDS for token in tokens)
    )
