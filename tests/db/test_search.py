# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding by a piece of a name, on a file and on a server."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from db.log import Deed
from db.models import (
    Enrolment,
    Group,
    GroupSession,
    LogLine,
    LogPerson,
    Participant,
)
from db.office import Office
from db.queries.search import Hit, HitKind, search
from db.rules.words import (
    Counting,
    EnrolmentKind,
    Openness,
    ParticipantKind,
    SessionKind,
    SessionState,
)
from db.tx import Tx
from db.work import Ask, Do, nobody

TODAY = date(2027, 5, 4)


def _fill(tx: Tx) -> None:
    def person(first: str, last: str = "", **more: object) -> int:
        kind = ParticipantKind.NAMED if first else ParticipantKind.PSEUDONYMOUS
        return tx.add(Participant, kind=kind, first_name=first, last_name=last, **more)

    group = tx.add(
        Group, unit_id=1, name="Oodin kävelijät", kind="activity", openness=Openness.CLOSED,
        counting=Counting.NAMED,
    )  # fmt: skip
    oona = person("Oona", "Hakala")
    person("Máret", "Čáhppe")
    person("Petteri", "Mäkinen", nickname="Pete")
    person("", code="K-17")
    person("Oona", "Vanha", archived_on=date(2027, 1, 1))
    person("Simo", "Noonan")
    tx.add(
        Enrolment, group_id=group, participant_id=oona, kind=EnrolmentKind.MEMBER,
        starts_on=date(2027, 1, 4),
    )  # fmt: skip
    for day, state in (
        (4, SessionState.PLANNED),
        (4, SessionState.CANCELLED),
        (5, SessionState.PLANNED),
    ):
        at = datetime(2027, 5, day, 7, 0, tzinfo=UTC)
        tx.add(
            GroupSession, group_id=group, date=at.date(), starts_at=at, ends_at=at,
            kind=SessionKind.REGULAR, state=state,
        )  # fmt: skip


@pytest.fixture
def filled(office: Office) -> Office:
    office.write(Do("fill", _fill))
    return office


def _find(office: Office, text: str) -> list[Hit]:
    return office.read(search(text=text, today=TODAY))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("maret", "Máret Čáhppe"),
        ("MÁRET", "Máret Čáhppe"),
        ("cahp", "Máret Čáhppe"),
        ("makin", "Pete Mäkinen"),
        ("pete", "Pete Mäkinen"),
        ("petteri mä", "Pete Mäkinen"),
        ("k-17", "K-17"),
        ("oona hak", "Oona Hakala"),
    ],
)
def test_a_person_is_found_however_the_name_is_typed(filled: Office, text: str, title: str) -> None:
    assert [f"{hit.title} {hit.surname}".strip() for hit in _find(filled, text)] == [title]


def test_names_that_begin_so_come_first_and_kinds_stay_together(filled: Office) -> None:
    found = _find(filled, "oo")
    assert [(hit.kind, hit.title) for hit in found] == [
        (HitKind.PERSON, "Oona"),
        (HitKind.PERSON, "Simo"),
        (HitKind.GROUP, "Oodin kävelijät"),
        (HitKind.SESSION, "Oodin kävelijät"),
    ]


def test_namesakes_are_told_apart_by_group(filled: Office) -> None:
    assert _find(filled, "oona")[0].detail == "Oodin kävelijät"


def test_no_text_gives_the_sessions_of_the_day(filled: Office) -> None:
    assert [(hit.kind, hit.starts_at) for hit in _find(filled, " ")] == [
        (HitKind.SESSION, datetime(2027, 5, 4, 7, 0, tzinfo=UTC))
    ]


@pytest.mark.parametrize("text", ["(", ".*", "[a", "oona [", "\\"])
def test_signs_mean_themselves(filled: Office, text: str) -> None:
    assert _find(filled, text) == []


def test_a_search_and_the_people_it_showed_are_in_the_log(filled: Office) -> None:
    shown = {hit.id for hit in _find(filled, "oo") if hit.kind is HitKind.PERSON}
    lines = filled.read(
        Ask(
            "log",
            lambda conn: (
                conn.execute(select(LogLine.seq).where(LogLine.deed == Deed.SEARCH)).scalars().all()
            ),
            nobody,
        )
    )
    people = filled.read(
        Ask(
            "log",
            lambda conn: (
                conn.execute(select(LogPerson.participant_id).where(LogPerson.seq == lines[0]))
                .scalars()
                .all()
            ),
            nobody,
        )
    )
    assert len(lines) == 1
    assert set(people) == shown
