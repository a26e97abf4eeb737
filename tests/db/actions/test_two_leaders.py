# SPDX-License-Identifier: GPL-3.0-or-later
"""Two leaders with one session open, on a server: both marks count, nothing is lost or refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from db.actions.attendance import fill_unmarked, set_mark
from db.models import GroupSession, Mark
from db.office import Office
from db.opening import open_with_key
from db.queries.roster import roster
from db.rules.words import MarkKind, SessionState
from db.tx import Tx
from tests.factories import Maker, at

P, L, N, A = MarkKind
NOW = at(12, 30)


@pytest.fixture
def two(server) -> Iterator[tuple[Office, Office]]:
    """The same office, opened by two."""
    one = server.open()
    other = open_with_key(one.address, server.key)
    yield one, other
    one.close()
    other.close()


def wait_until_it_waits(office: Office) -> None:
    """Until the other connection stands before a lock; asked of the server, bounded."""
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    for _ in range(20_000):
        with office._engine.connect() as conn:
            if conn.execute(waiting).scalar():
                return
    pytest.fail("nobody waited")


def at_the_same_time(one: Office, first, other: Office, second) -> None:
    """`first` is done but not yet stored when `second` begins."""
    with ThreadPoolExecutor(1) as pool:
        with one._engine.begin() as conn:
            first.run(Tx(conn, one.who))
            answer = pool.submit(other.write, second)
            wait_until_it_waits(one)
        answer.result(timeout=20)


def test_the_last_mark_of_one_person_stands(two) -> None:
    """Moodle's last write won as well; the one before is in the log and can be looked up."""
    one, other = two
    make = Maker(one)
    group = make.group()
    oona, session = make.member(group), make.session(group)
    where = {"session_id": session, "participant_id": oona, "now": NOW}
    at_the_same_time(one, set_mark(**where, mark=P), other, set_mark(**where, mark=A))
    assert make.row(Mark, session, oona)["mark"] is A
    assert make.row(GroupSession, session)["state"] is SessionState.PLANNED


def test_the_first_marks_of_two_people_both_make_the_session_held(two) -> None:
    one, other = two
    make = Maker(one)
    group = make.group()
    people = [make.member(group, "Aatu"), make.member(group, "Oona")]
    session = make.session(group)
    deeds = [set_mark(session_id=session, participant_id=p, mark=P, now=NOW) for p in people]
    at_the_same_time(one, deeds[0], other, deeds[1])
    assert [row.mark for row in one.read(roster(session_id=session)).rows] == [P, P]
    assert make.row(GroupSession, session)["state"] is SessionState.HELD


def test_two_who_fill_at_once_fill_once(two) -> None:
    one, other = two
    make = Maker(one)
    group = make.group()
    oona, session = make.member(group), make.session(group)
    fill = fill_unmarked(session_id=session, mark=P)
    at_the_same_time(one, fill, other, fill)
    assert make.row(Mark, session, oona)["version"] == 1
