# SPDX-License-Identifier: GPL-3.0-or-later
"""A day: its sessions, what waits, and the next day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from db.models import AgendaItem, Contact, Review, ServicePeriod, SessionLeader
from db.office import Office
from db.queries.today import Today, today
from db.rules.sessions import Phase
from db.rules.words import LeaderRole, MarkKind, ReviewKind, SessionState
from tests.conftest import Template
from tests.factories import TODAY, Maker, at, plans, statements

P, N, A = MarkKind.PRESENT, MarkKind.NOTIFIED, MarkKind.ABSENT
NOW = at(10, 26)


def ask(office: Office, day: date = TODAY, staff: int | None = None) -> Today:
    return office.read(today(day=day, now=NOW, staff_id=staff))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_the_days_sessions_stand_in_order_with_their_phase_and_numbers(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    oona, inka = make.member(group), make.member(group, "Inka", "Mäki")
    coming = make.session(group, hour=13)
    held = make.session(group, hour=8, minutes=30, state=SessionState.HELD, head_count=5)
    make.mark(held, oona, P)
    make.mark(held, inka, A)
    running = make.session(group, hour=10)
    late = make.session(group, hour=9, minutes=30)
    cancelled = make.session(group, hour=15, state=SessionState.CANCELLED)
    told = ask(office).sessions
    assert [(s.head.id, s.phase) for s in told] == [
        (held, Phase.RECORDED),
        (late, Phase.UNRECORDED),
        (running, Phase.RUNNING),
        (coming, Phase.COMING),
        (cancelled, Phase.CANCELLED),
    ]
    first = told[0]
    assert (first.expected, first.marked, first.here, first.unset, first.visits) == (2, 2, 1, 0, 6)
    assert told[1].unset == 2


def test_an_agenda_has_its_times(office: Office) -> None:
    make = Maker(office)
    session = make.session(make.group())
    for position, (title, minutes) in enumerate([("Suunnitelma", 40), ("Kuulumiset", 20)]):
        make.add(
            AgendaItem, session_id=session, position=2 - position, minutes=minutes, title=title
        )
    parts = ask(office).sessions[0].parts
    assert [(p.title, p.starts_at, p.ends_at) for p in parts] == [
        ("Kuulumiset", at(10), at(10, 20)),
        ("Suunnitelma", at(10, 20), at(11)),
    ]


def test_own_sessions_are_those_one_leads(office: Office) -> None:
    make = Maker(office)
    mikko = make.staff()
    mine, other = make.group("Oma"), make.group("Toisen")
    make.leader(mine, 1)
    make.leader(other, mikko)
    make.session(mine)
    make.session(other)
    swapped = make.session(other, hour=13)
    make.add(SessionLeader, session_id=swapped, staff_id=1, role=LeaderRole.LEADER)
    names = {
        staff: [s.head.group for s in ask(office, staff=staff).sessions]
        for staff in (1, mikko, None)
    }
    assert names == {1: ["Oma", "Toisen"], mikko: ["Toisen"], None: ["Oma", "Toisen", "Toisen"]}


def test_a_leader_of_the_past_leads_no_more(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    from db.models import GroupLeader

    make.add(GroupLeader, group_id=group, staff_id=1, role=LeaderRole.LEADER, ends_on=ago(1))
    make.session(group)
    assert ask(office, staff=1).sessions == ()


def test_what_was_not_recorded_waits_newest_first(office: Office) -> None:
    """Aam #2614: a session that nobody recorded was never missed by anybody."""
    make = Maker(office)
    group = make.group()
    make.session(group, ago(1), state=SessionState.HELD)
    make.session(group, ago(2), state=SessionState.CANCELLED)
    make.session(group, ago(90))
    yesterday, earlier = make.session(group, ago(1)), make.session(group, ago(20))
    morning = make.session(group, hour=8, minutes=30)
    make.session(group, hour=10)
    waiting = [head.id for head in ask(office).unrecorded]
    assert waiting == [morning, yesterday, earlier]
    assert [head.id for head in ask(office, TODAY + timedelta(days=30)).unrecorded] == waiting


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ([P, A, A], True),
        ([A, A, P], False),
        ([A, N, A], False),
        ([A], False),
        ([P, A], False),
    ],
)
def test_two_absences_in_a_row_without_a_word(office: Office, kinds, told) -> None:
    make = Maker(office)
    group = make.group()
    tuomo = make.member(group, "Tuomo", "Jokela")
    days = [ago(2 * back) for back in range(len(kinds), 0, -1)]
    for day, kind in zip(days, kinds, strict=True):
        make.mark(make.session(group, day, state=SessionState.HELD), tuomo, kind)
    absent = ask(office).absent
    assert [(a.name.text, a.group, a.days) for a in absent] == (
        [("Tuomo J.", "Arjen avaimet", (days[-2], days[-1]))] if told else []
    )


def away_twice(make: Maker, **member) -> int:
    group = make.group()
    tuomo = make.member(group, "Tuomo", "Jokela", **member)
    for back in (7, 5):
        make.mark(make.session(group, ago(back), state=SessionState.HELD), tuomo, A)
    return tuomo


def test_a_contact_since_then_settles_it(office: Office) -> None:
    make = Maker(office)
    tuomo = away_twice(make)
    make.add(Contact, participant_id=tuomo, date=ago(6), kind="call")
    assert len(ask(office).absent) == 1
    make.add(Contact, participant_id=tuomo, date=ago(5), kind="call")
    assert ask(office).absent == ()


def test_whoever_has_left_the_group_is_let_be(office: Office) -> None:
    away_twice(Maker(office), ends_on=ago(1))
    assert ask(office).absent == ()


def test_reviews_of_the_coming_week_and_overdue_ones(office: Office) -> None:
    make = Maker(office)
    oona = make.participant(own_worker_id=1)
    other = make.participant("Inka", "Mäki")

    def review(person: int, days: int, **more) -> None:
        period = make.add(ServicePeriod, participant_id=person, starts_on=ago(90))
        make.add(
            Review, period_id=period, participant_id=person, kind=ReviewKind.INTERIM,
            due_on=ago(-days), **more,
        )  # fmt: skip

    review(oona, 3)
    review(oona, 8)
    review(oona, -2)
    review(oona, 1, done_on=TODAY)
    review(other, 7)
    due = {
        staff: [(r.name.text, r.due_on) for r in ask(office, staff=staff).reviews]
        for staff in (None, 1)
    }
    assert due[None] == [("Oona H.", ago(2)), ("Oona H.", ago(-3)), ("Inka M.", ago(-7))]
    assert due[1] == [("Oona H.", ago(2)), ("Oona H.", ago(-3))]


def test_a_leader_answers_for_the_members_of_own_groups(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    make.leader(group, 1)
    oona = make.member(group)
    period = make.add(ServicePeriod, participant_id=oona, starts_on=ago(90))
    make.add(Review, period_id=period, participant_id=oona, kind=ReviewKind.FINAL, due_on=TODAY)
    assert len(ask(office, staff=1).reviews) == 1


def test_the_next_day_is_the_next_that_has_sessions(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    make.session(group, ago(-1), state=SessionState.CANCELLED)
    late, early = make.session(group, ago(-3), hour=13), make.session(group, ago(-3), hour=8)
    make.session(group, ago(-4))
    told = ask(office)
    assert (told.sessions, told.next_day) == ((), ago(-3))
    assert [head.id for head in told.next_sessions] == [early, late]


def test_an_office_without_any_sessions(office: Office) -> None:
    told = ask(office, staff=1)
    assert (told.sessions, told.unrecorded, told.absent, told.reviews, told.next_day) == (
        (),
        (),
        (),
        (),
        None,
    )


def test_a_day_is_few_statements_and_reads_no_whole_table(
    empty_template: Template, tmp_path: Path
) -> None:
    office = empty_template.open(tmp_path)
    make = Maker(office)
    away_twice(make)
    make.session(make.group())
    with statements(office) as told, plans(office) as steps:
        ask(office, staff=1)
    office.close()
    assert len(told) <= 5
    scans = {step.split()[1] for step in steps if step.startswith("SCAN")}
    assert not scans & {
        "marks",
        "group_sessions",
        "participants",
        "enrolments",
        "contacts",
        "reviews",
    }
