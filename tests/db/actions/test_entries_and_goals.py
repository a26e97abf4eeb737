# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's own text, and the thread of goals, at a session."""

import pytest
from sqlalchemy import select

from db.actions.attendance import set_mark
from db.actions.contacts import note_contact
from db.actions.entries import save_entry
from db.actions.goals import set_step, set_worked_on
from db.actions.sessions import end_session
from db.errors import Conflict, Refused, Why
from db.models import Contact, Entry, GoalStep, SessionGoal
from db.rules.words import MarkKind, Rater
from db.work import nobody, query
from tests.db.actions.test_attendance import AFTER, Scene, scene
from tests.factories import TODAY, at

__all__ = ["scene"]


def save(scene: Scene, text: str, **more):
    where = {"session_id": scene.session, "participant_id": scene.oona}
    return scene.do(save_entry(**where, text=text, now=AFTER, **more))


@query(whose=nobody)
def steps(conn) -> list[tuple[int, Rater]]:
    return [tuple(row) for row in conn.execute(select(GoalStep.level, GoalStep.rater))]


@query(whose=nobody)
def entries(conn) -> list[tuple[object, ...]]:
    columns = (
        Entry.participant_id,
        Entry.date,
        Entry.text,
        Entry.written_by,
        Entry.written_at,
        Entry.name_warning,
    )
    return [tuple(row) for row in conn.execute(select(*columns).order_by(Entry.id))]


def texts(scene: Scene) -> list[str]:
    return [row[2] for row in scene.office.read(entries())]


def test_an_entry_is_written_under_the_writers_name_and_the_sessions_date(scene: Scene) -> None:
    assert save(scene, "Soitti Kelaan itse.").value == 1
    assert scene.office.read(entries()) == [
        (scene.oona, TODAY, "Soitti Kelaan itse.", 1, AFTER, "")
    ]


def test_each_burst_of_typing_is_one_step_back(scene: Scene) -> None:
    first = save(scene, "Soitti")
    second = save(scene, "Soitti Kelaan", seen=first.value)
    scene.office.replay(second.changes.reversed())
    assert texts(scene) == ["Soitti"]
    scene.office.replay(first.changes.reversed())
    assert texts(scene) == []


def test_an_emptied_entry_is_taken_away_and_an_empty_one_never_made(scene: Scene) -> None:
    assert save(scene, "  \n").value is None
    seen = save(scene, "Soitti").value
    assert save(scene, " ", seen=seen).value is None
    assert texts(scene) == []


def test_two_windows_that_write_on_the_same_entry_do_not_overwrite_each_other(scene: Scene) -> None:
    seen = save(scene, "Soitti").value
    save(scene, "Soitti itse", seen=seen)
    for text in ("Toinen", ""):
        with pytest.raises(Conflict):
            save(scene, text, seen=seen)
    assert texts(scene) == ["Soitti itse"]


def test_what_a_colleague_wrote_is_left_alone(scene: Scene) -> None:
    mikko = scene.make.staff()
    own = {"participant_id": scene.oona, "session_id": scene.session, "date": TODAY}
    scene.make.add(Entry, **own, text="Mikon", written_by=mikko, written_at=AFTER)
    save(scene, "Oma")
    assert texts(scene) == ["Mikon", "Oma"]


def test_how_a_name_warning_was_answered_is_kept(scene: Scene) -> None:
    seen = save(scene, "Petterin kanssa", name_warning="ignored").value
    save(scene, "Petterin kanssa.", seen=seen)
    assert [row[-1] for row in scene.office.read(entries())] == ["ignored"]


def test_an_entry_and_a_goal_may_be_written_after_the_session_has_ended(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    scene.do(end_session(session_id=scene.session, now=AFTER))
    save(scene, "Soitti")
    work(scene, goal, True)
    assert texts(scene) == ["Soitti"]


def work(scene: Scene, goal: int, worked_on: bool, person: int | None = None):
    where = {"session_id": scene.session, "participant_id": person or scene.oona}
    return scene.do(set_worked_on(**where, goal_id=goal, worked_on=worked_on))


def step(scene: Scene, goal: int, level: int | None, person: int | None = None):
    where = {"session_id": scene.session, "participant_id": person or scene.oona}
    return scene.do(set_step(**where, goal_id=goal, level=level))


def test_worked_on_comes_and_goes_and_a_planned_goal_stays_planned(scene: Scene) -> None:
    goal, planned = scene.make.goal(scene.oona), scene.make.goal(scene.oona, "Lähden kotoa", 2)
    key = {"session_id": scene.session, "participant_id": scene.oona}
    scene.make.add(SessionGoal, **key, goal_id=planned, planned=True)
    for each in (goal, planned):
        work(scene, each, True)
        assert scene.make.row(SessionGoal, scene.session, each)["worked_on"]
        work(scene, each, False)
    assert scene.make.row(SessionGoal, scene.session, goal) is None
    left = scene.make.row(SessionGoal, scene.session, planned)
    assert (left["planned"], left["worked_on"]) == (True, False)


def test_a_level_says_that_the_goal_was_worked_on(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    done = step(scene, goal, 0)
    assert scene.make.row(SessionGoal, scene.session, goal)["worked_on"]
    assert scene.office.read(steps()) == [(0, Rater.WORKER)]
    scene.office.replay(done.changes.reversed())
    assert scene.make.row(SessionGoal, scene.session, goal) is None
    assert scene.office.read(steps()) == []


def test_a_session_has_one_level_of_a_goal_and_it_may_be_taken_back(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    for level in (-1, 1):
        step(scene, goal, level)
    assert scene.office.read(steps()) == [(1, Rater.WORKER)]
    step(scene, goal, None)
    assert scene.office.read(steps()) == []
    assert scene.make.row(SessionGoal, scene.session, goal)["worked_on"]


def test_no_level_is_left_of_a_goal_that_was_not_worked_on(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    step(scene, goal, 2)
    done = work(scene, goal, False)
    assert scene.office.read(steps()) == []
    scene.office.replay(done.changes.reversed())
    assert scene.office.read(steps()) == [(2, Rater.WORKER)]


@pytest.mark.parametrize("level", [-3, 3])
def test_the_scale_has_ends(scene: Scene, level) -> None:
    with pytest.raises(Refused) as refused:
        step(scene, scene.make.goal(scene.oona), level)
    assert refused.value.why is Why.NUMBER_OUT_OF_RANGE


def test_a_goal_belongs_to_one_person(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    for deed in (
        lambda: work(scene, goal, True, scene.inka),
        lambda: step(scene, goal, 0, scene.inka),
    ):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.why is Why.GOAL_OF_OTHER


def test_a_contact_is_noted_on_the_local_day_and_undone(scene: Scene) -> None:
    done = scene.do(
        note_contact(participant_id=scene.oona, kind="call", now=at(0, 30), about_absence=True)
    )
    row = scene.make.row(Contact, done.value)
    told = [row[n] for n in ("date", "kind", "staff_id", "about_absence", "reached")]
    assert told == [TODAY, "call", 1, True, True]
    scene.office.replay(done.changes.reversed())
    assert scene.make.row(Contact, done.value) is None


def test_marks_and_goals_are_logged_by_person(scene: Scene) -> None:
    goal = scene.make.goal(scene.oona)
    assert step(scene, goal, 0).changes.people == {scene.oona}
    where = {"session_id": scene.session, "participant_id": scene.inka}
    assert scene.do(set_mark(**where, mark=MarkKind.ABSENT, now=AFTER)).changes.people == {
        scene.inka
    }
