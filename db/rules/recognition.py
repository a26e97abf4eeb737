# SPDX-License-Identifier: GPL-3.0-or-later
"""Who in the office somebody in a register may be: told by the name alone, and left open where it cannot be told."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.rules.register import RegisterPerson


class Match(StrEnum):
    """What the name of somebody in a register tells."""

    MEMBER = "member"  # one of the group's people, now or before
    KNOWN = "known"  # somebody of the office, not yet of the group
    NEW = "new"  # nobody of that name
    UNSURE = "unsure"  # several of that name: a person has to tell


@dataclass(frozen=True)
class Acquaintance:
    """Somebody of the office; `member` of the register's group, now or before."""

    participant_id: int
    first_name: str
    last_name: str
    member: bool = False


@dataclass(frozen=True)
class Recognised:
    """Whom an import takes somebody for (None: nobody known), and who else it may be, the likeliest first."""

    match: Match
    participant_id: int | None = None
    candidates: tuple[int, ...] = ()


def recognise(
    people: Sequence[RegisterPerson], known: Iterable[Acquaintance]
) -> tuple[Recognised, ...]:
    """Each of a register's people in its order; who is told by an id is that one.

    Names are the same whatever their case and spaces. Namesakes of the group are those of the
    register in the order of their ids, if there are as many: so a register that is taken in twice
    finds its own people. "Oona H." may be any Oona whose last name begins so, but is taken for none.
    """
    by_first: dict[str, list[Acquaintance]] = defaultdict(list)
    for one in sorted(known, key=lambda one: (not one.member, one.participant_id)):
        by_first[_same(one.first_name)].append(one)
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        if person.participant_id is None and not person.is_new:
            rows[_key(person.first_name, person.last_name)].append(place)
    found = {
        place: match
        for name, places in rows.items()
        for place, match in zip(
            places, _namesakes(len(places), name, by_first.get(name[0], ())), strict=True
        )
    }
    return tuple(found.get(place) or _told(person, by_first) for place, person in enumerate(people))


def _namesakes(
    rows: int, name: tuple[str, str], called: Sequence[Acquaintance]
) -> list[Recognised]:
    """As many matches as the register has rows of one name; `called` share its first name."""
    exact = [one for one in called if _key(one.first_name, one.last_name) == name]
    candidates = tuple(one.participant_id for one in exact or _perhaps(name, called))
    members = [one for one in exact if one.member]
    for those, match in ((members, Match.MEMBER), (exact, Match.KNOWN)):
        if those and len(those) == rows and (match is Match.MEMBER or rows == 1):
            return [Recognised(match, one.participant_id, candidates) for one in those]
        if those:
            return [Recognised(Match.UNSURE, None, candidates)] * rows
    return [Recognised(Match.NEW, None, candidates)] * rows


def _told(person: RegisterPerson, by_first: Mapping[str, Sequence[Acquaintance]]) -> Recognised:
    """Somebody of whom a person has said who it is."""
    called = by_first.get(_same(person.first_name), ())
    name = _key(person.first_name, person.last_name)
    exact = [one for one in called if _key(one.first_name, one.last_name) == name]
    candidates = tuple(one.participant_id for one in exact or _perhaps(name, called))
    if person.participant_id is None:
        return Recognised(Match.NEW, None, candidates)
    members = {one.participant_id for those in by_first.values() for one in those if one.member}
    match = Match.MEMBER if person.participant_id in members else Match.KNOWN
    return Recognised(match, person.participant_id, candidates)


def _perhaps(name: tuple[str, str], called: Iterable[Acquaintance]) -> list[Acquaintance]:
    """Those whose last name one of the two begins with: "h." and "hakala", or "" and "hakala"."""
    last = name[1].rstrip(".")
    return [
        one
        for one in called
        if (own := _same(one.last_name).rstrip(".")).startswith(last) or last.startswith(own)
    ]


def _key(first_name: str, last_name: str) -> tuple[str, str]:
    return _same(first_name), _same(last_name)


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())
