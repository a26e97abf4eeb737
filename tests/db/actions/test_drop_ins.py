# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes who was not expected."""

import pytest

from db.actions.drop_ins import add_new_visitor, add_visitor, take_visitor_off
from db.errors import Refused, Why
from db.models import Addition, Participant
from db.queries.roster import roster
from db.rules.words import AddedAs, MarkKind, ParticipantKind, SessionState
from tests.db.actions.test_attendance import AFTER, P, Scene, scene
from tests.factories import TODAY, at

__all__ = ["scene"]


def rows(scene: Scene, session: int | None = None):
    return {
        r.participant_id: r
        for r in scene.office.read(roster(session_id=session or scene.session)).rows
    }


def test_a_visitor_this_once_is_here_and_expected_only_here(scene: Scene) -> None:
    ritva = scene.make.participant("Ritva", "Aho")
    done = scene.do(add_visitor(session_id=scene.session, participant_id=ritva, now=AFTER))
    row = rows(scene)[ritva]
    assert (row.added, row.mark, scene.state) == (AddedAs.WALK_IN, P, SessionState.HELD)
    group = scene.make.session(scene.make.group(), hour=15)
    assert ritva not in rows(scene, group)
    scene.office.replay(done.changes.reversed())
    assert ritva not in rows(scene)


def test_a_visitor_who_stays_is_a_member_from_that_day(scene: Scene) -> None:
    """Rock adds a walk-in as an attendee or as a member; here the choice is the same one."""
    ritva = scene.make.participant("Ritva", "Aho")
    scene.do(add_visitor(session_id=scene.session, participant_id=ritva, now=AFTER, stays=True))
    assert (rows(scene)[ritva].added, rows(scene)[ritva].mark) == (None, P)
    assert scene.make.row(Addition, scene.session, ritva) is None


def test_before_the_session_a_visitor_is_expected_but_not_yet_here(scene: Scene) -> None:
    ritva = scene.make.participant("Ritva", "Aho")
    scene.do(add_visitor(session_id=scene.session, participant_id=ritva, now=at(9)))
    assert rows(scene)[ritva].mark is None
    assert scene.state is SessionState.PLANNED


def test_a_first_name_is_enough_for_somebody_new(scene: Scene) -> None:
    person = scene.do(
        add_new_visitor(session_id=scene.session, first_name=" Ritva ", now=AFTER)
    ).value
    row = scene.make.row(Participant, person)
    told = [row[n] for n in ("first_name", "last_name", "kind", "unit_id", "first_contact_on")]
    assert told == ["Ritva", "", ParticipantKind.NAMED, 1, TODAY]
    assert rows(scene)[person].name.text == "Ritva"


def test_somebody_new_needs_a_name(scene: Scene) -> None:
    with pytest.raises(Refused) as refused:
        scene.do(add_new_visitor(session_id=scene.session, first_name=" ", now=AFTER))
    assert refused.value.why is Why.NAME_MISSING
    assert len(rows(scene)) == 3


def test_a_member_who_is_added_again_keeps_the_mark(scene: Scene) -> None:
    scene.mark(scene.oona, MarkKind.ABSENT)
    scene.do(add_visitor(session_id=scene.session, participant_id=scene.oona, now=AFTER))
    assert (rows(scene)[scene.oona].mark, rows(scene)[scene.oona].added) == (MarkKind.ABSENT, None)


def test_a_visitor_added_by_mistake_is_taken_off_with_the_mark(scene: Scene) -> None:
    ritva = scene.make.participant("Ritva", "Aho")
    scene.do(add_visitor(session_id=scene.session, participant_id=ritva, now=AFTER))
    scene.do(take_visitor_off(session_id=scene.session, participant_id=ritva))
    assert ritva not in rows(scene)
    assert scene.state is SessionState.PLANNED
