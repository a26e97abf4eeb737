# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells first names from last ones in a list of people, and names from other text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from db.rules.folding import fold
from desktop.exchange.first_names import FIRST_NAMES, SURNAME_ENDINGS
from desktop.exchange.phrases import words
from desktop.exchange.register_shapes import NameOrder, Understood

_NUMBERING = re.compile(r"^\s*\d{1,3}\s*[.)]\s+(?=\D)")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WORD = r"[^\W\d_]+(?:['’`´.\-][^\W\d_]*)*"
_NAME = re.compile(rf"{_WORD}(?:,? {_WORD}){{0,4}}(?: \d{{1,3}})?")
_CODE = re.compile(r"[^\W\d_]{0,12}[ \-]?\d{1,6}[a-zA-Z]?")
_INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]{2,3}\.|[^\W\d_]\.-?[^\W\d_]\.")
_PARTICLES = words("von af de van der den la le di al el bin ben da dos")


def clean_name(text: str) -> str:
    """A name as written, without the number before it and with single spaces; "" without any letter or digit."""
    name = " ".join(_NUMBERING.sub("", text).split())
    return name if any(map(str.isalnum, name)) else ""


def looks_like_name(text: str) -> bool:
    """Whether a text could name somebody: a few words, or a code such as "Asiakas 12" or "A-7"."""
    bare = _BRACKETED.sub("", clean_name(text)).strip(" *")
    return len(bare) <= 60 and bool(_NAME.fullmatch(bare) or _CODE.fullmatch(bare))


def split_names(
    names: Sequence[str], *, told: NameOrder | None = None, flipped: bool = False
) -> tuple[NameOrder, list[tuple[str, str]]]:
    """The order of the names of one list, and (first name, last name) of each.

    A comma ("Laine, Aatu") and an initial ("Ritva A.", "A. Laine") decide for themselves. Otherwise
    the list as a whole is read in the order for which most of its names speak: where common first
    names and endings of surnames stand; `told` is the order that a heading tells. `flipped` turns the
    order around.
    """
    order = told or _order(
        [words for name in names if len(words := _words(name)) > 1 and not _decided(name)]
    )
    if flipped:
        order = NameOrder.LAST_FIRST if order is NameOrder.FIRST_LAST else NameOrder.FIRST_LAST
    return order, [split_name(name, order) for name in names]


def split_name(name: str, order: NameOrder) -> tuple[str, str]:
    """(first name, last name) of one name; the last name is "" where there is but one word or a code."""
    bare = _BRACKETED.sub("", name).strip(" *")
    if not any(map(str.isalnum, bare)):
        return name, ""
    if "," in bare:
        last, _, first = (part.strip() for part in bare.partition(","))
        return (first, last) if first else (last, "")
    words = _words(name)
    if len(words) < 2 or any(word.isdecimal() for word in words):
        return " ".join(words), ""
    if _INITIAL.fullmatch(words[-1]) or (
        order is NameOrder.FIRST_LAST and not _INITIAL.fullmatch(words[0])
    ):
        return _first_then_last(words)
    if _INITIAL.fullmatch(words[0]):
        return words[0], " ".join(words[1:])
    return _last_then_first(words)


def flip_names(understood: Understood) -> Understood:
    """The same with first and last names read the other way round, where nothing but the order told them."""

    def flipped(order: NameOrder) -> NameOrder:
        return NameOrder.LAST_FIRST if order is NameOrder.FIRST_LAST else NameOrder.FIRST_LAST

    groups = []
    for group in understood.groups:
        order = flipped(group.name_order)
        people = []
        for person in group.people:
            first, last = split_name(person.name, order)
            people.append(replace(person, first_name=first, last_name=last))
        groups.append(replace(group, name_order=order, people=tuple(people)))
    return replace(understood, groups=tuple(groups))


def same_name(name: str) -> str:
    """A key under which "Laine Aatu", "laine  aatu" and "Aatu Laine" are one."""
    return " ".join(sorted(re.findall(r"\w+", fold(name))))


def _words(name: str) -> list[str]:
    return _BRACKETED.sub("", name).strip(" *").split()


def _decided(name: str) -> bool:
    words = _words(name)
    return "," in name or any(
        _INITIAL.fullmatch(word) or word.isdecimal() for word in (words[0], words[-1])
    )


def _order(names: Sequence[Sequence[str]]) -> NameOrder:
    votes = sum(_first_likeness(words[0]) - _first_likeness(words[-1]) for words in names)
    return NameOrder.LAST_FIRST if votes < 0 else NameOrder.FIRST_LAST


def _first_likeness(word: str) -> int:
    """1 for a known first name, -1 for a surname's ending, 0 when nothing tells."""
    lower = word.casefold()
    if lower in FIRST_NAMES or lower.split("-")[0] in FIRST_NAMES:
        return 1
    return -1 if lower.endswith(SURNAME_ENDINGS) else 0


def _first_then_last(words: list[str]) -> tuple[str, str]:
    """ "Carl Gustaf von Essen": the last name begins at its particle."""
    at = next(
        (n for n, word in enumerate(words[1:], 1) if word.casefold() in _PARTICLES), len(words) - 1
    )
    return " ".join(words[:at]), " ".join(words[at:])


def _last_then_first(words: list[str]) -> tuple[str, str]:
    """ "von Essen Carl Gustaf": particles belong to the word after them."""
    at = 1
    while at < len(words) - 1 and words[at - 1].casefold() in _PARTICLES:
        at += 1
    return " ".join(words[at:]), " ".join(words[:at])
