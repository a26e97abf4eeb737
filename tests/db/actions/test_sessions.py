# SPDX-License-Identifier: GPL-3.0-or-later
"""Ending and reopening; nobody came, did not meet and not recorded are three things."""

import pytest

from db.actions.attendance import set_head_count, tell_absence
from db.actions.sessions import (
    cancel_session,
    did_not_meet,
    end_session,
    nobody_came,
    reopen_session,
    reset_session,
)
from db.errors import Conflict, Refused, Why
from db.models import GroupSession, Mark
from db.queries.roster import roster
from db.rules.sessions import Phase, phase
from db.rules.words import MarkKind, SessionState
from tests.db.actions.test_attendance import AFTER, A, N, P, Scene, scene
from tests.factories import at

__all__ = ["scene"]


def stored(scene: Scene):
    return scene.make.row(GroupSession, scene.session)


def phase_of(scene: Scene) -> Phase:
    row = stored(scene)
    return phase(row["state"], row["starts_at"], row["ends_at"], row["closed_at"], AFTER)


def test_nobody_came_did_not_meet_and_not_recorded_are_told_apart(scene: Scene) -> None:
    """Gibbon could not store a session that nobody came to; Aam #2614 never missed one."""
    assert phase_of(scene) is Phase.UNRECORDED
    scene.do(nobody_came(session_id=scene.session, now=AFTER))
    assert (phase_of(scene), scene.marks) == (Phase.RECORDED, [A, A, A])
    scene.do(reset_session(session_id=scene.session))
    assert (phase_of(scene), scene.marks) == (Phase.UNRECORDED, [None, None, None])
    scene.do(did_not_meet(session_id=scene.session, reason="too_few", now=AFTER))
    assert (phase_of(scene), scene.marks) == (Phase.CANCELLED, [None, None, None])


def test_nobody_came_takes_marks_and_head_count_back_but_not_what_was_told(scene: Scene) -> None:
    scene.do(tell_absence(session_id=scene.session, participant_id=scene.inka, now=at(8)))
    scene.mark(scene.oona, P)
    scene.do(set_head_count(session_id=scene.session, count=3))
    done = scene.do(nobody_came(session_id=scene.session, now=AFTER))
    assert (scene.marks, stored(scene)["head_count"]) == ([A, N, A], 0)
    scene.office.replay(done.changes.reversed())
    assert (scene.marks, stored(scene)["head_count"]) == ([None, None, P], 3)


def test_ending_locks_and_tells_who_and_when(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    scene.do(end_session(session_id=scene.session, now=AFTER))
    row = stored(scene)
    assert (row["state"], row["closed_at"], row["closed_by"]) == (SessionState.HELD, AFTER, 1)
    assert scene.marks == [None, None, P]


def test_ending_may_mark_the_rest_absent_in_the_same_step(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    done = scene.do(end_session(session_id=scene.session, now=AFTER, rest=A))
    assert scene.marks == [A, A, P]
    scene.office.replay(done.changes.reversed())
    assert (scene.marks, stored(scene)["closed_at"]) == ([None, None, P], None)


def test_a_session_ends_once(scene: Scene) -> None:
    scene.do(end_session(session_id=scene.session, now=AFTER))
    with pytest.raises(Refused) as refused:
        scene.do(end_session(session_id=scene.session, now=AFTER))
    assert refused.value.why is Why.SESSION_CLOSED


def test_reopening_lets_marks_be_corrected_and_keeps_them(scene: Scene) -> None:
    """CoursesSystem #68: reopening a register set everybody to attended."""
    scene.mark(scene.oona, P)
    scene.do(end_session(session_id=scene.session, now=AFTER, rest=A))
    scene.do(reopen_session(session_id=scene.session))
    assert scene.marks == [A, A, P]
    scene.mark(scene.inka, P)
    assert scene.marks == [A, P, P]


def test_only_an_ended_session_is_reopened(scene: Scene) -> None:
    with pytest.raises(Conflict):
        scene.do(reopen_session(session_id=scene.session))


def test_cancelling_keeps_why_who_and_when(scene: Scene) -> None:
    scene.mark(scene.oona, P)
    cancelled = cancel_session(
        session_id=scene.session,
        reason="leader_ill",
        now=at(8),
        note=" Elina ",
        told="Tekstiviesti",
    )
    done = scene.do(cancelled)
    row = stored(scene)
    told = [row[n] for n in ("state", "cancel_reason", "cancel_note", "cancelled_at", "told")]
    assert told == [SessionState.CANCELLED, "leader_ill", "Elina", at(8), "Tekstiviesti"]
    assert scene.row(scene.oona) is None
    scene.office.replay(done.changes.reversed())
    assert (scene.row(scene.oona)["mark"], scene.state) == (P, SessionState.HELD)


def test_marks_stay_when_somebody_leaves_the_group_or_is_put_away(scene: Scene) -> None:
    """Gibbon PR #262 dropped leavers from the totals; Nextcloud attendance #213 and Aam #4071
    lost their marks."""
    from datetime import date

    from db.actions.people import archive_participant, end_enrolment
    from db.queries.groups import group

    scene.mark(scene.oona, P)
    scene.mark(scene.inka, MarkKind.ABSENT)
    before = scene.office.read(roster(session_id=scene.session)).totals
    group_id = stored(scene)["group_id"]
    scene.do(archive_participant(participant_id=scene.inka, on=date(2027, 5, 5)))
    members = scene.office.read(group(group_id=group_id, around=date(2027, 5, 5))).members
    enrolment = next(m.enrolment_id for m in members if m.participant_id == scene.oona)
    scene.do(end_enrolment(enrolment_id=enrolment, last_day=date(2027, 5, 3)))
    after = scene.office.read(roster(session_id=scene.session)).totals
    assert (after.present, after.absent) == (before.present, before.absent)
    assert scene.make.row(Mark, scene.session, scene.oona)["mark"] is P
