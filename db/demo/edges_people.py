# SPDX-License-Identifier: GPL-3.0-or-later
"""Edge cases of names and belonging: settled before anybody's attendance is taken."""

from collections.abc import Callable
from datetime import date

from db.demo.cast import Person, World
from db.demo.frame import DAY
from db.demo.seats import enrol
from db.models import Group, GroupLeader, Participant
from db.rules.words import Counting, LeaderRole, Openness, ParticipantKind

SAME_HOUR = ("Kädentaidot", "Talous haltuun")


def spare(world: World, fits: Callable[[Person], bool] = lambda _person: True) -> Person | None:
    """Any ordinary client whom no other case has taken; None in an office too small for it."""
    found = [person for person in world.persons if _is_ordinary(world, person) and fits(person)]
    if not found:
        return None
    person = world.chance.one(found)
    world.odd.add(person.id)
    return person


def double_surname(world: World) -> None:
    """Aino-Maija Koivuluoma-Yli-Utuniemi."""
    _rename(world, world.lists.names["special"]["double_surname"])


def one_letter_name(world: World) -> None:
    """Å Ö: each of the two names is one letter."""
    _rename(world, world.lists.names["special"]["one_letter"])


def names_that_are_words(world: World) -> None:
    """Aamu, Ilta and Toivo are also morning, evening and hope: the name check must not cry wolf."""
    for names in world.lists.names["special"]["words"]:
        _rename(world, names)


def same_name_twice(world: World) -> None:
    """Two people with the same first and last name."""
    for _person in range(2):
        _rename(world, world.lists.names["special"]["same_twice"])


def very_long_name(world: World) -> None:
    """A name that no column, label or page has room for."""
    _rename(world, world.lists.names["special"]["very_long"])


def skolt_sami_name(world: World) -> None:
    """Letters that the usual typeface lacks: ʒ, ǯ, ǩ, ǥ, ʹ."""
    person = _rename(world, world.lists.names["special"]["skolt"])
    if person:
        person.row["contact_language"] = "sms"


def hidden_for_safety(world: World) -> None:
    """Somebody under a non-disclosure order (turvakielto), also in an office too small for one in 100."""
    person = spare(world, lambda one: one.last > world.frame.today)
    if person:
        person.row["non_disclosure"] = True


def two_groups_at_the_same_hour(world: World) -> None:
    """Somebody of Kädentaidot also belongs to Talous haltuun, which begins before it has ended."""
    one, other = (world.circle(name) for name in SAME_HOUR)
    for stay in one.expected(world.frame.today):
        if all(more.circle is not other for more in stay.person.stays):
            first = max(stay.first, other.span.first)
            world.odd.add(stay.person.id)
            enrol(world, stay.person, other, first, min(stay.last, other.span.last))
            return


def group_without_participants(world: World) -> None:
    """A group that is being planned: nobody belongs to it and it has not met."""
    begins = world.frame.today + 118 * DAY
    row = world.sheet.add(
        Group,
        unit_id=world.units[0].id,
        name="Syksyn uusi ryhmä",
        kind="discussion",
        openness=Openness.CLOSED,
        counting=Counting.NAMED,
        strand="meri",
        starts_on=begins,
        max_size=8,
    )
    world.sheet.add(
        GroupLeader,
        group_id=row["id"],
        staff_id=world.units[0].leaders[0],
        role=LeaderRole.LEADER,
        starts_on=begins,
    )


def death(world: World) -> None:
    """Somebody died between two sessions."""
    person = spare(world, lambda one: _left_by(one, world.frame.today - 20 * DAY))
    if person:
        stay = max(person.stays, key=lambda one: one.last)
        person.last = stay.last + 3 * DAY
        stay.row |= {"ends_on": stay.last, "end_reason": "died"}
        person.row |= {"died_on": person.last, "archived_on": person.last + 10 * DAY}


def leader_who_is_an_own_worker(world: World) -> None:
    """A group's leader is the own worker of one of its participants."""
    person = spare(world, lambda one: one.last > world.frame.today)
    if person:
        person.row["own_worker_id"] = person.stays[0].circle.leaders[0]


def merged_double(world: World) -> None:
    """The same person was recorded twice; the second record points to the first."""
    person = spare(world, lambda one: one.last > world.frame.today)
    if person:
        world.sheet.add(
            Participant,
            kind=ParticipantKind.NAMED,
            unit_id=person.unit.id,
            first_name=person.row["first_name"],
            last_name=person.row["last_name"],
            archived_on=world.frame.today - 30 * DAY,
            merged_into_id=person.id,
        )


def _is_ordinary(world: World, person: Person) -> bool:
    is_told = person.is_scripted or person.is_back or person.id in world.odd
    is_client = person.period is not None and bool(person.stays)
    return is_client and not is_told and person.row["kind"] is ParticipantKind.NAMED


def _left_by(person: Person, day: date) -> bool:
    return max(person.last, *(stay.last for stay in person.stays)) < day


def _rename(world: World, names: list[str]) -> Person | None:
    person = spare(world, lambda one: one.last > world.frame.today)
    if person:
        person.row["first_name"], person.row["last_name"] = names
        person.row["contact_language"] = "fi"
    return person


PEOPLE = (
    double_surname,
    one_letter_name,
    names_that_are_words,
    same_name_twice,
    very_long_name,
    skolt_sami_name,
    hidden_for_safety,
    two_groups_at_the_same_hour,
    group_without_participants,
    death,
    leader_who_is_an_own_worker,
    merged_double,
)
