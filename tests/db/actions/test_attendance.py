# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks, and the session's state that follows them, on a file and on a server."""

from dataclasses import dataclass

import pytest

from db.actions.attendance import (
    clear_mark,
    fill_unmarked,
    set_head_count,
    set_mark,
    set_minutes,
    take_back_notice,
    tell_absence,
)
from db.actions.sessions import cancel_session, end_session
from db.errors import Conflict, Refused, Why
from db.models import Addition, GroupSession, Mark, Notice
from db.office import Office
from db.queries.roster import roster
from db.rules.words import AddedAs, MarkKind, SessionState
from tests.factories import Maker, at

P, L, N, A = MarkKind.PRESENT, MarkKind.LATE, MarkKind.NOTIFIED, MarkKind.ABSENT
AFTER = at(12, 30)


@dataclass
class Scene:
    """A session 10-12 with Aatu, Inka and Oona."""

    office: Office
    make: Maker
    session: int
    aatu: int
    inka: int
    oona: int

    def do(self, deed):
        return self.office.write(deed)

    def mark(self, person: int, kind: MarkKind, now=AFTER, **more):
        where = {"session_id": self.session, "participant_id": person}
        return self.do(set_mark(**where, mark=kind, now=now, **more))

    def row(self, person: int):
        return self.make.row(Mark, self.session, person)

    @property
    def state(self) -> SessionState:
        return self.make.row(GroupSession, self.session)["state"]

    @property
    def marks(self) -> list[MarkKind | None]:
        return [row.mark for row in self.office.read(roster(session_id=self.session)).rows]


@pytest.fixture
def scene(office: Office) -> Scene:
    make = Maker(office)
    group = make.group()
    people = [make.member(group, first, "Aalto") for first in ("Aatu", "Inka", "Oona")]
    return Scene(office, make, make.session(group), *people)


@pytest.mark.parametrize(
    ("kind", "minutes", "state"),
    [
        (P, 120, SessionState.HELD),
        (L, 120, SessionState.HELD),
        (N, 0, SessionState.PLANNED),
        (A, 0, SessionState.PLANNED),
    ],
)
def test_a_mark_has_minutes_and_somebody_here_makes_the_session_held(
    scene: Scene, kind, minutes, state
) -> None:
    scene.mark(scene.oona, kind)
    assert (scene.row(scene.oona)["mark"], scene.row(scene.oona)["minutes"]) == (kind, minutes)
    assert scene.state is state


def test_undo_takes_the_mark_and_the_state_back_and_redo_brings_both(scene: Scene) -> None:
    done = scene.mark(scene.oona, P)
    scene.office.replay(done.changes.reversed())
    assert (scene.row(scene.oona), scene.state) == (None, SessionState.PLANNED)
    scene.office.replay(done.changes)
    assert (scene.row(scene.oona)["mark"], scene.state) == (P, SessionState.HELD)


def test_somebody_late_arrives_by_the_clock_while_the_session_runs(scene: Scene) -> None:
    scene.mark(scene.oona, L, now=at(10, 15))
    row = scene.row(scene.oona)
    assert (row["late_minutes"], row["minutes"]) == (15, 105)


def test_nobody_invents_an_arrival_afterwards(scene: Scene) -> None:
    scene.mark(scene.oona, L)
    assert scene.row(scene.oona)["late_minutes"] is None
    scene.mark(scene.oona, L, late_minutes=30)
    assert scene.row(scene.oona)["minutes"] == 90


def test_a_changed_mark_forgets_the_minutes_of_the_one_before(scene: Scene) -> None:
    scene.mark(scene.oona, L, late_minutes=30)
    scene.mark(scene.oona, P)
    row = scene.row(scene.oona)
    assert (row["minutes"], row["late_minutes"], row["version"]) == (120, None, 2)


def test_the_last_one_here_who_was_not_here_makes_the_session_planned_again(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    scene.mark(scene.inka, P)
    scene.mark(scene.oona, A)
    assert scene.state is SessionState.HELD
    scene.do(clear_mark(session_id=scene.session, participant_id=scene.inka))
    assert scene.state is SessionState.PLANNED
    assert scene.row(scene.inka) is None


def test_a_head_count_alone_makes_the_session_held_and_goes_with_it(scene: Scene) -> None:
    """Jethro #1008: the head count was lost when nobody was marked by name."""
    scene.do(set_head_count(session_id=scene.session, count=14))
    assert scene.state is SessionState.HELD
    scene.do(set_head_count(session_id=scene.session, count=0))
    assert scene.state is SessionState.PLANNED
    scene.mark(scene.oona, P)
    scene.do(set_head_count(session_id=scene.session, count=0))
    assert scene.state is SessionState.HELD


@pytest.mark.parametrize("count", [-1, 10_000])
def test_a_head_count_has_limits(scene: Scene, count) -> None:
    with pytest.raises(Refused) as refused:
        scene.do(set_head_count(session_id=scene.session, count=count))
    assert refused.value.why is Why.NUMBER_OUT_OF_RANGE


def test_filling_leaves_every_mark_that_somebody_made(scene: Scene) -> None:
    """Moodle #405: a bulk fill overwrote deliberate marks; CoursesSystem #68: reopening did."""
    scene.mark(scene.inka, A)
    done = scene.do(fill_unmarked(session_id=scene.session, mark=P))
    assert scene.marks == [P, A, P]
    assert done.value == 2
    assert scene.do(fill_unmarked(session_id=scene.session, mark=A)).value == 0
    scene.office.replay(done.changes.reversed())
    assert scene.marks == [None, A, None]
    assert scene.state is SessionState.PLANNED


def test_nothing_is_present_before_somebody_says_so(scene: Scene) -> None:
    """ChurchCRM #4218: people were checked in by default."""
    assert scene.marks == [None, None, None]
    assert scene.state is SessionState.PLANNED


def test_an_apology_in_advance_is_no_mark_and_filling_respects_it(scene: Scene) -> None:
    """Moodle #300, Jethro #874 and #973 asked for apologies that wait for the session."""
    told = scene.do(tell_absence(session_id=scene.session, participant_id=scene.inka, now=at(8)))
    assert (scene.marks, scene.state) == ([None, None, None], SessionState.PLANNED)
    scene.do(fill_unmarked(session_id=scene.session, mark=P))
    assert scene.marks == [P, N, P]
    assert told.changes.people == {scene.inka}


def test_an_apology_may_be_taken_back(scene: Scene) -> None:
    scene.do(tell_absence(session_id=scene.session, participant_id=scene.inka, now=at(8)))
    scene.do(take_back_notice(session_id=scene.session, participant_id=scene.inka))
    assert scene.make.row(Notice, scene.session, scene.inka) is None


def test_marking_somebody_who_was_not_expected_adds_them_to_the_session(scene: Scene) -> None:
    ritva = scene.make.participant("Ritva", "Aho")
    done = scene.mark(ritva, P)
    assert scene.make.row(Addition, scene.session, ritva)["kind"] is AddedAs.WALK_IN
    scene.office.replay(done.changes.reversed())
    assert scene.make.row(Addition, scene.session, ritva) is None


def test_a_member_is_not_added_a_second_time(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    assert scene.make.row(Addition, scene.session, scene.oona) is None


@pytest.mark.parametrize(
    ("kind", "minutes", "late", "early"),
    [(P, 90, None, 30), (L, 90, 30, None), (P, 150, None, None), (L, 120, None, None)],
)
def test_minutes_by_hand_say_what_was_missed(scene: Scene, kind, minutes, late, early) -> None:
    scene.mark(scene.oona, kind, late_minutes=10 if kind is L else None)
    scene.do(set_minutes(session_id=scene.session, participant_id=scene.oona, minutes=minutes))
    row = scene.row(scene.oona)
    assert (row["minutes"], row["late_minutes"], row["early_minutes"]) == (minutes, late, early)


@pytest.mark.parametrize(("kind", "minutes"), [(A, 30), (None, 30), (P, -1), (P, 1441)])
def test_minutes_nobody_can_have_are_refused(scene: Scene, kind, minutes) -> None:
    if kind:
        scene.mark(scene.oona, kind)
    with pytest.raises(Refused) as refused:
        scene.do(set_minutes(session_id=scene.session, participant_id=scene.oona, minutes=minutes))
    assert refused.value.why is Why.NUMBER_OUT_OF_RANGE


def test_an_ended_session_takes_no_marks(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    scene.do(end_session(session_id=scene.session, now=AFTER))
    for deed in (
        set_mark(session_id=scene.session, participant_id=scene.oona, mark=A, now=AFTER),
        clear_mark(session_id=scene.session, participant_id=scene.oona),
        set_minutes(session_id=scene.session, participant_id=scene.oona, minutes=10),
        fill_unmarked(session_id=scene.session, mark=P),
        set_head_count(session_id=scene.session, count=3),
    ):
        with pytest.raises(Refused) as refused:
            scene.do(deed)
        assert refused.value.why is Why.SESSION_CLOSED
    assert scene.marks == [None, None, P]


def test_a_cancelled_session_takes_no_marks(scene: Scene) -> None:
    scene.do(cancel_session(session_id=scene.session, reason="weather", now=at(8)))
    with pytest.raises(Refused) as refused:
        scene.mark(scene.oona, P)
    assert refused.value.why is Why.SESSION_CANCELLED


def test_a_session_that_is_gone(scene: Scene) -> None:
    with pytest.raises(Conflict) as gone:
        scene.do(set_mark(session_id=9999, participant_id=scene.oona, mark=P, now=AFTER))
    assert gone.value.why is Why.GONE


def test_undo_refuses_to_overwrite_a_later_mark(scene: Scene) -> None:
    first = scene.mark(scene.oona, P)
    scene.mark(scene.oona, A)
    with pytest.raises(Conflict):
        scene.office.replay(first.changes.reversed())
    assert scene.row(scene.oona)["mark"] is A
