# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a session stands at a moment."""

import pytest

from db.rules.sessions import Phase, follows_marks, going_on, may_begin, phase, timed
from db.rules.words import SessionState
from tests.factories import at

PLANNED, HELD, CANCELLED = SessionState


@pytest.mark.parametrize(
    ("state", "hour", "closed", "told"),
    [
        (PLANNED, 9, False, Phase.COMING),
        (PLANNED, 10, False, Phase.RUNNING),
        (PLANNED, 12, False, Phase.UNRECORDED),
        (HELD, 11, False, Phase.RUNNING),
        (HELD, 12, False, Phase.RECORDED),
        (HELD, 11, True, Phase.RECORDED),
        (CANCELLED, 11, False, Phase.CANCELLED),
    ],
)
def test_not_recorded_follows_from_the_clock_and_is_never_stored(state, hour, closed, told) -> None:
    closed_at = at(11, 30) if closed else None
    assert phase(state, at(10), at(12), closed_at, at(hour)) is told


@pytest.mark.parametrize(
    ("closed", "here", "head_count", "state"),
    [
        (False, 0, None, PLANNED),
        (False, 0, 0, PLANNED),
        (False, 1, None, HELD),
        (False, 0, 3, HELD),
        (True, 0, None, HELD),
    ],
)
def test_somebody_who_came_or_an_ending_makes_a_session_held(
    closed, here, head_count, state
) -> None:
    """A head count alone is enough: Jethro #1008 lost it when nobody was marked by name."""
    assert follows_marks(closed=closed, here=here, head_count=head_count) is state


def test_an_agenda_runs_from_the_start_of_the_session() -> None:
    parts = timed(at(10), [("Kuulumiset", 20), ("Viikon suunnitelma", 40), ("Tauko", 0)])
    assert [(p.starts_at, p.ends_at) for p in parts] == [
        (at(10), at(10, 20)),
        (at(10, 20), at(11)),
        (at(11), at(11)),
    ]
    assert [part.done(at(10, 30)) for part in parts] == [1.0, 0.25, 0.0]
    assert [going_on(parts, at(*when)) for when in ((9, 59), (10, 20), (11, 0))] == [
        None,
        parts[1],
        None,
    ]


def test_a_session_may_have_no_agenda() -> None:
    assert timed(at(10), []) == ()


@pytest.mark.parametrize(("hour", "minute", "may"), [(8, 59, False), (9, 0, True), (15, 0, True)])
def test_marks_may_be_made_from_an_hour_before(hour, minute, may) -> None:
    assert may_begin(at(10), at(hour, minute)) is may
