# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would do is what it does, and namesakes are never mixed up."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.actions.imports import import_attendance
from db.errors import Conflict, Refused, Why
from db.queries.import_preview import Fate, import_preview
from db.rules.recognition import Match
from db.rules.register import Register, RegisterMark, RegisterPerson, RegisterSession
from db.rules.words import MarkKind, SessionState
from tests.factories import Maker

MONDAY = date(2027, 1, 4)
PRESENT, ABSENT = MarkKind.PRESENT, MarkKind.ABSENT


def register(people, marks, sessions=3, group="Kokeilu") -> Register:
    return Register(
        group,
        tuple(
            p if isinstance(p, RegisterPerson) else RegisterPerson(*p.split(" ")) for p in people
        ),
        tuple(RegisterSession(MONDAY + timedelta(7 * n)) for n in range(sessions)),
        tuple(RegisterMark(*mark) for mark in marks),
    )


def look(office, *registers):
    return office.read(import_preview(registers=registers, on=MONDAY))


def take(office, *registers):
    return office.write(import_attendance(registers=registers))


def test_in_an_empty_office_all_is_new(office) -> None:
    [seen] = look(office, register(["Aatu Laine"], [(0, 0, PRESENT), (0, 2, ABSENT)])).registers
    assert (seen.group_id, seen.sessions) == (None, (None, None, None))
    assert seen.marks == (Fate.NEW, Fate.NEW)
    assert seen.new_people == [0]


def test_what_is_there_is_told_apart_from_what_is_not(office) -> None:
    maker = Maker(office)
    group = maker.group("KOKEILU")
    person = maker.member(group, "Aatu", "Laine", starts_on=MONDAY)
    first = maker.session(group, MONDAY, state=SessionState.HELD, head_count=4)
    maker.session(group, MONDAY + timedelta(7))
    maker.mark(first, person)
    sheet = Register(
        "Kokeilu",
        (RegisterPerson("Aatu", "Laine"),),
        (
            RegisterSession(MONDAY, head_count=5),
            RegisterSession(MONDAY + timedelta(7), cancelled=True),
            RegisterSession(MONDAY + timedelta(14), head_count=2),
        ),
        (RegisterMark(0, 0, ABSENT), RegisterMark(0, 2, PRESENT)),
    )
    found = look(office, sheet)
    [seen] = found.registers
    assert (seen.group_id, seen.sessions) == (group, (first, first + 1, None))
    assert seen.marks == (Fate.KEPT, Fate.NEW)
    assert (seen.cancelled, seen.head_counts) == (1, 1)
    assert found.faces[person].groups == "KOKEILU"
    told = take(office, sheet).value
    assert (told.sessions, told.cancelled, told.head_counts, told.marks, told.kept) == (
        1,
        1,
        1,
        1,
        1,
    )


def test_namesakes_of_a_sheet_become_two_and_stay_two(office) -> None:
    twins = register(["Aatu Laine", "Aatu Laine"], [(0, 0, PRESENT), (1, 0, ABSENT)])
    assert take(office, twins).value.people == 2
    again = take(office, twins)
    assert (again.value.same, again.value.kept) == (2, 0)
    assert not again.changes


def test_who_is_told_to_be_new_is_new_and_then_found(office) -> None:
    Maker(office).participant("Aatu", "Laine")
    other = register([RegisterPerson("Aatu", "Laine", is_new=True)], [(0, 0, PRESENT)])
    assert take(office, other).value.people == 1
    [seen] = look(office, register(["Aatu Laine"], [(0, 0, PRESENT)])).registers
    assert (seen.people[0].match, seen.marks) == (Match.MEMBER, (Fate.SAME,))


def test_two_rows_that_are_one_person_have_one_mark_a_session(office) -> None:
    one = Maker(office).participant("Aatu", "Laine")
    rows = [RegisterPerson("Aatu", "Laine", one), RegisterPerson("A.", "Laine", one)]
    sheet = register(rows, [(0, 0, PRESENT), (1, 0, ABSENT), (1, 1, PRESENT)])
    [seen] = look(office, sheet).registers
    assert seen.marks == (Fate.NEW, Fate.KEPT, Fate.NEW)
    told = take(office, sheet).value
    assert (told.marks, told.kept) == (2, 1)


def test_somebody_who_is_gone_is_not_taken_in(office) -> None:
    sheet = register([RegisterPerson("Aatu", "Laine", 77)], [(0, 0, PRESENT)])
    with pytest.raises(Conflict) as refused:
        take(office, sheet)
    assert refused.value.why is Why.GONE
    assert look(office, sheet).registers[0].group_id is None


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (register(["Aatu Laine"], [], group="  "), Why.NAME_MISSING),
        (register(["A" * 121], []), Why.NAME_TOO_LONG),
    ],
)
def test_a_name_that_no_column_holds_is_refused(office, sheet, why) -> None:
    with pytest.raises(Refused) as refused:
        take(office, sheet)
    assert refused.value.why is why


def test_whoever_is_on_the_list_without_a_mark_belongs_to_the_group(office) -> None:
    sheet = register(["Aatu Laine", "Inka Mäki"], [(0, 1, PRESENT)])
    take(office, sheet)
    [seen] = look(office, sheet).registers
    assert [one.match for one in seen.people] == [Match.MEMBER, Match.MEMBER]


NAMES = st.sampled_from(["Aatu Laine", "Inka Mäki", "Aatu Virta", "Oona H."])
MARKS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from(MarkKind)), max_size=9
)


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(names=st.lists(NAMES, min_size=3, max_size=3), before=MARKS, after=MARKS)
@pytest.mark.parametrize("office", ["file"], indirect=True)
def test_the_preview_counts_what_the_import_does(office, names, before, after) -> None:
    first = take(office, register(dict.fromkeys(names), before_of(names, before)))
    sheet = register(names, after)
    [seen] = look(office, sheet).registers
    done = take(office, sheet)
    assert done.value.people == len(seen.new_people)
    assert done.value.sessions == seen.sessions.count(None)
    told = (done.value.marks, done.value.same, done.value.kept)
    assert told == tuple(seen.marks.count(fate) for fate in (Fate.NEW, Fate.SAME, Fate.KEPT))
    office.replay(done.changes.reversed())
    office.replay(first.changes.reversed())


def before_of(names, marks):
    """Marks of a list in which every name stands once."""
    return [mark for mark in marks if mark[0] < len(set(names))]
