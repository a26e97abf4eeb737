# SPDX-License-Identifier: GPL-3.0-or-later
"""What the screen shows while marks are on their way, and after they could not be stored."""

import pytest

from db.queries.roster import Roster, RosterGoal, RosterRow
from db.queries.session_head import SessionHead
from db.rules.people import Called, Person
from db.rules.words import Counting, MarkKind, Openness, ParticipantKind, SessionState
from db.work import Do
from desktop.models.roster_state import (
    Change,
    RosterState,
    counted,
    filled,
    marked,
    taken_off,
    told_absent,
    with_minutes,
    worked,
)
from tests.factories import TODAY, at

P, L, N, A = MarkKind


def row(number: int, **values) -> RosterRow:
    goal = RosterGoal(7, "Soitan", "meri", False, False, None, -1)
    told = {
        "person": Person(number, ParticipantKind.NAMED, f"P{number}"), "name": Called(f"P{number}"),
        "mark": None, "minutes": None, "late_minutes": None, "remote": False, "added": None,
        "told": False, "earlier": (), "entries": 0, "goals": (goal,),
    }  # fmt: skip
    return RosterRow(**{**told, **values})


def roster(*rows: RosterRow) -> Roster:
    head = SessionHead(
        1, 1, "Arjen avaimet", "kuusi", Openness.CLOSED, Counting.BOTH, TODAY, at(10), at(12),
        SessionState.PLANNED, "", None, None, "Kammari", (),
    )  # fmt: skip
    return Roster(head, rows)


def change(paint, about="x") -> Change:
    return Change(about, "label", Do("deed", lambda _tx: None), paint)


@pytest.fixture
def state() -> RosterState:
    made = RosterState()
    made.read(roster(row(1), row(2)))
    return made


def marks(state: RosterState) -> list[MarkKind | None]:
    return [r.mark for r in state.shown.rows]


def test_nothing_is_shown_before_it_is_read() -> None:
    state = RosterState()
    state.begin(change(marked(1, P)))
    assert state.shown is None


def test_a_change_shows_at_once_and_stays_when_it_is_stored(state: RosterState) -> None:
    first, second = change(marked(1, P), 1), change(marked(2, A), 2)
    state.begin(first)
    state.begin(second)
    assert marks(state) == [P, A]
    state.saved(first)
    assert marks(state) == [P, A]


def test_a_reading_does_not_take_what_is_on_its_way_off_the_screen(state: RosterState) -> None:
    """Fast presses flickered in Aam PR #1204; the answer of an older question knows less."""
    state.begin(change(marked(1, P)))
    state.read(roster(row(1), row(2, mark=N)))
    assert marks(state) == [P, N]


def test_what_is_refused_leaves_the_screen_and_may_be_kept(state: RosterState) -> None:
    kept, gone = change(marked(1, P), 1), change(marked(2, P), 2)
    for each, keep in ((kept, True), (gone, False)):
        state.begin(each)
        state.refused(each, keep=keep)
    assert marks(state) == [None, None]
    assert list(state.unsaved) == [kept]
    assert list(state.take_unsaved()) == [kept]
    assert not state.unsaved


def test_a_newer_change_of_the_same_thing_takes_the_place_of_an_unsaved(state: RosterState) -> None:
    old, new = change(marked(1, P), 1), change(marked(1, A), 1)
    state.begin(old)
    state.refused(old, keep=True)
    state.begin(new)
    assert not state.unsaved
    state.saved(new)
    assert marks(state) == [A, None]


def test_an_old_refusal_does_not_come_back_over_a_newer_change(state: RosterState) -> None:
    old, new = change(marked(1, P), 1), change(marked(1, A), 1)
    state.begin(old)
    state.begin(new)
    state.refused(old, keep=True)
    assert not state.unsaved


def test_marks_are_painted_with_the_minutes_they_will_have() -> None:
    shown = marked(1, L, 15)(roster(row(1)))
    assert (shown.rows[0].minutes, shown.rows[0].late_minutes) == (105, 15)
    assert marked(1, None)(shown).rows[0].minutes is None
    assert with_minutes(1, 60)(shown).rows[0].minutes == 60


def test_filling_paints_the_unset_and_respects_an_apology() -> None:
    before = roster(row(1, mark=A, minutes=0), row(2), row(3, told=True))
    assert [(r.mark, r.minutes) for r in filled(P)(before).rows] == [(A, 0), (P, 120), (N, 0)]


def test_other_paints() -> None:
    before = roster(row(1), row(2))
    assert counted(3)(before).session.head_count == 3
    assert told_absent(2, True)(before).rows[1].told
    assert [r.participant_id for r in taken_off(1)(before).rows] == [2]
    goal = worked(1, 7, True, 0)(before).rows[0].goals[0]
    assert (goal.worked_on, goal.level) == (True, 0)
    assert not worked(1, 8, True, 0)(before).rows[0].goals[0].worked_on
