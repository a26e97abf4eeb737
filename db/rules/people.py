# SPDX-License-Identifier: GPL-3.0-or-later
"""What people are called on screens: first name and initial, never more than the list needs."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.words import ParticipantKind

# Finnish alphabetical order: å, ä and ö end it, ü goes with y, Sámi letters with their plain ones.
_ORDER = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "đ": "d", "ŋ": "n", "ŧ": "t"}
)


@dataclass(frozen=True)
class Person:
    """The columns of a participant that tell what to call the person."""

    id: int
    kind: ParticipantKind
    first_name: str = ""
    last_name: str = ""
    nickname: str = ""
    code: str = ""


@dataclass(frozen=True)
class Called:
    """A name as shown; somebody anonymous has no text but a number among those shown together."""

    text: str
    number: int = 0

    def said(self, anonymous: str) -> str:
        """The name; `anonymous` has the place {number} for those without one."""
        return self.text or anonymous.format(number=self.number)


def short_name(first_name: str, last_name: str) -> str:
    """ "Oona H."; the first name alone where there is no last name."""
    return f"{first_name} {_surname(last_name)[0]}." if last_name else first_name


def short_names(people: Iterable[Person]) -> dict[int, Called]:
    """What to call each of these people, by id, so that no two are called alike.

    Two who share the short form show more of their last names ("Oona He.", "Oona Hi."); two whose
    whole names are alike are numbered. Somebody known by a code is called by it.
    """
    people = sorted(people, key=lambda person: person.id)
    alike: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.kind is ParticipantKind.NAMED:
            alike[short_name(person.first_name, person.last_name).casefold()].append(person)
    names: dict[int, Called] = {}
    for those in alike.values():
        names.update((number, Called(text)) for number, text in _told_apart(those).items())
    number = 0
    for person in people:
        if person.id not in names:
            text = person.code if person.kind is ParticipantKind.PSEUDONYMOUS else person.nickname
            number += not text
            names[person.id] = Called(text, 0 if text else number)
    return names


def initials(text: str) -> str:
    """ "OH" of "Oona H.", for an avatar; at most two letters."""
    return "".join(word[0] for word in text.split() if word[0].isalnum())[:2].upper()


def name_order(text: str) -> str:
    """A sort key in Finnish alphabetical order."""
    if text.isascii():
        return text.casefold()
    kept = unicodedata.normalize("NFC", text.casefold()).translate(_ORDER)
    plain = unicodedata.normalize("NFD", kept)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _told_apart(people: list[Person]) -> Mapping[int, str]:
    """Names, by id, of people whose short names are alike."""
    if len(people) == 1:
        return {people[0].id: short_name(people[0].first_name, people[0].last_name)}
    lasts = {_surname(person.last_name) for person in people}
    told = {person.id: _longer(person, lasts - {_surname(person.last_name)}) for person in people}
    same: dict[str, list[int]] = defaultdict(list)
    for number, text in told.items():
        same[text].append(number)
    for text, those in same.items():
        if len(those) > 1:
            told.update({number: f"{text} ({n})" for n, number in enumerate(those, 1)})
    return told


def _longer(person: Person, others: Iterable[str]) -> str:
    """The first name and as much of the last name as no other last name begins with."""
    last = _surname(person.last_name)
    length = 1
    while length < len(last) and any(other.startswith(last[:length]) for other in others):
        length += 1
    if not last or length == len(last) > 1:
        return f"{person.first_name} {last}".rstrip()
    return f"{person.first_name} {last[:length]}."


def _surname(last_name: str) -> str:
    """The last name without "von" and the like, unless that is all of it."""
    if " " not in last_name:
        return last_name
    words = last_name.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return " ".join(words)
