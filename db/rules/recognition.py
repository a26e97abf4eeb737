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
    """Whom an import takes somebody for (None: nobody known), and who it may be: `candidates`, of
    whom the first `members` are the group's."""

    match: Match
    participant_id: int | None = None
    candidates: tuple[int, ...] = ()
    members: int = 0


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
    candidates = _candidates(name, called)
    exact = [one for one in candidates if _key(one.first_name, one.last_name) == name]
    members = [one for one in exact if one.member]
    if members:
        match, found = Match.MEMBER, members
    else:
        match, found = Match.KNOWN, exact if rows == 1 else []
    if exact and len(found) != rows:
        return [_found(Match.UNSURE, None, candidates)] * rows
    if not found:
        return [_found(Match.NEW, None, candidates)] * rows
    return [_found(match, one.participant_id, candidates) for one in found]


def _told(person: RegisterPerson, by_first: Mapping[str, Sequence[Acquaintance]]) -> Recognised:
    """Somebody of whom a person has said who it is."""
    name = _key(person.first_name, person.last_name)
    candidates = _candidates(name, by_first.get(name[0], ()))
    if person.participant_id is None:
        return _found(Match.NEW, None, candidates)
    members = {one.participant_id for those in by_first.values() for one in those if one.member}
    match = Match.MEMBER if person.participant_id in members else Match.KNOWN
    return _found(match, person.participant_id, candidates)


def _found(match: Match, chosen: int | None, candidates: Sequence[Acquaintance]) -> Recognised:
    ids = tuple(one.participant_id for one in candidates)
    return Recognised(match, chosen, ids, sum(one.member for one in candidates))


def _candidates(name: tuple[str, str], called: Iterable[Acquaintance]) -> list[Acquaintance]:
    """Namesakes; without any, those whose last name one of the two begins with: "h." and "hakala"."""
    called = list(called)
    exact = [one for one in called if _key(one.first_name, one.last_name) == name]
    last = name[1].rstrip(".")
    return exact or [
        one
        for one in called
        if (own := _same(one.last_name).rstrip(".")).startswith(last) or last.startswith(own)
    ]


def _key(first_name: str, last_name: str) -> tuple[str, str]:
    return _same(first_name), _same(last_name)


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())
