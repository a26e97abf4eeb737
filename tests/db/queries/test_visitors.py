# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may be meant when somebody drops in."""

from datetime import timedelta

from db.models import Addition
from db.office import Office
from db.queries.visitors import MOST_FOUND, known_by_name
from db.rules.words import AddedAs, MarkKind
from tests.factories import TODAY, Maker


def test_namesakes_are_told_apart_by_their_groups_and_last_visit(office: Office) -> None:
    """ChurchCRM checks for duplicates when it makes somebody new; here they are seen first."""
    make = Maker(office)
    group, other = make.group(), make.group("Aamukahvila")
    member = make.member(group, "Ritva", "Aho")
    namesake = make.member(other, "Ritva", "Aho")
    before = TODAY - timedelta(days=3)
    make.mark(make.session(other, before), namesake)
    make.mark(make.session(other, TODAY - timedelta(days=1)), namesake, MarkKind.ABSENT)
    found = office.read(known_by_name(session_id=make.session(group), text="ritva"))
    assert [(k.participant_id, k.name.text, k.expected, k.groups, k.last_visit) for k in found] == [
        (member, "Ritva A. (1)", True, ("Arjen avaimet",), None),
        (namesake, "Ritva A. (2)", False, ("Aamukahvila",), before),
    ]


def test_whoever_was_added_already_is_on_the_roster(office: Office) -> None:
    make = Maker(office)
    session = make.session(make.group())
    ritva = make.participant("Ritva", "Aho")
    make.add(Addition, session_id=session, participant_id=ritva, kind=AddedAs.WALK_IN)
    assert office.read(known_by_name(session_id=session, text="aho ri"))[0].expected


def test_few_are_found_and_nobody_who_is_put_away(office: Office) -> None:
    make = Maker(office)
    session = make.session(make.group())
    for n in range(MOST_FOUND + 2):
        make.participant(f"Ritva{n}")
    make.participant("Ritva", "Vanha", archived_on=TODAY)
    found = office.read(known_by_name(session_id=session, text="Ritva"))
    assert len(found) == MOST_FOUND
    assert "Vanha" not in {k.name.text for k in found}
    assert office.read(known_by_name(session_id=session, text="  ")) == []


def test_only_the_beginnings_of_names_count(office: Office) -> None:
    make = Maker(office)
    session = make.session(make.group())
    for first, last in (
        ("Arvo", "Seri"),
        ("Ritva", "Aho"),
        ("Eerika", "Ritala"),
        ("Anna-Riitta", "Oja"),
    ):
        make.participant(first, last)
    found = office.read(known_by_name(session_id=session, text="ri"))
    assert [k.name.text for k in found] == ["Ritva A.", "Anna-Riitta O.", "Eerika R."]
