# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up office of a unit's size has the volumes and shares of the domain study, section 5.4."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import and_, exists, func, or_, select

from db.demo import make_demo
from db.demo.chance import Chance, Quota
from db.models import (
    Addition,
    Enrolment,
    Entry,
    Goal,
    GoalStep,
    Group,
    GroupSession,
    Mark,
    Participant,
    Review,
    ServicePeriod,
    ServicePhase,
    SessionGoal,
    SessionPlan,
    Staff,
)
from db.office import Office
from db.opening import open_office
from db.rules.closed_days import finnish
from db.rules.words import (
    Counting,
    MarkKind,
    Openness,
    ParticipantKind,
    ReviewKind,
    SessionState,
    StaffRole,
)
from tests.conftest import PASSWORD
from tests.db.test_demo import TODAY, told

RANGES = {"start": (2, 8), "middle": (6, 20), "end": (4, 8)}
DROPOUT = ("no_contact", "own_wish", "not_suitable", "health")
YEAR = timedelta(weeks=52)


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    path = str(tmp_path_factory.mktemp("unit") / "m.punos")
    heard: list[tuple[int, int]] = []
    make_demo(path, PASSWORD, size="m", seed=7, progress=lambda *step: heard.append(step))
    assert heard == [(1, 1)]
    office = open_office(path, PASSWORD)
    yield office
    office.close()


def count(office: Office, model, *where) -> int:
    return told(office, select(func.count()).select_from(model).where(*where))[0][0]


def shares(office: Office, column, *where) -> dict[object, float]:
    rows = told(office, select(column).where(*where))
    return {key: number / len(rows) for key, number in Counter(row[0] for row in rows).items()}


def near(found: dict, wanted: dict, within: float) -> bool:
    return all(abs(found.get(key, 0) - share) <= within for key, share in wanted.items())


def test_a_year_has_the_volumes_of_a_unit(unit: Office) -> None:
    past = and_(GroupSession.date <= TODAY, GroupSession.date > TODAY - YEAR)
    assert count(unit, Staff, Staff.role == StaffRole.LEADER) == 8
    assert 25 <= count(unit, Group) <= 35
    assert 225 <= count(unit, Participant) <= 300
    assert 1000 <= count(unit, GroupSession, past) <= 1300
    assert 7500 <= count(unit, Mark) <= 10000
    active = select(func.count(func.distinct(Enrolment.participant_id))).where(
        Enrolment.starts_on <= TODAY, or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= TODAY)
    )
    assert 80 <= told(unit, active)[0][0] <= 150


def test_marks_of_those_expected(unit: Office) -> None:
    added = exists().where(
        Addition.session_id == Mark.session_id, Addition.participant_id == Mark.participant_id
    )
    wanted = {"present": 0.66, "notified": 0.14, "absent": 0.16, "late": 0.04}
    assert near(shares(unit, Mark.mark, ~added), wanted, 0.03)


def test_minutes_follow_from_marks(unit: Office) -> None:
    away = Mark.mark.in_([MarkKind.NOTIFIED, MarkKind.ABSENT])
    assert count(unit, Mark, away, Mark.minutes != 0) == 0
    assert count(unit, Mark, ~away, Mark.minutes <= 0) == 0
    assert count(unit, Mark, Mark.mark == MarkKind.LATE, Mark.late_minutes.is_(None)) == 0


def test_one_session_in_twenty_is_cancelled_with_a_reason(unit: Office) -> None:
    over = GroupSession.date < TODAY
    found = shares(unit, GroupSession.state, over)
    assert 0.04 <= found[SessionState.CANCELLED] <= 0.06
    assert found[SessionState.PLANNED] < 0.01
    cancelled = GroupSession.state == SessionState.CANCELLED
    blank = or_(GroupSession.cancel_reason == "", GroupSession.cancelled_at.is_(None))
    assert count(unit, GroupSession, cancelled, blank) == 0


def test_one_member_in_five_drops_out_half_of_them_at_once(unit: Office) -> None:
    old = Enrolment.starts_on < TODAY - timedelta(days=90)
    rows = told(
        unit,
        select(
            Enrolment.group_id, Enrolment.starts_on, Enrolment.ends_on, Enrolment.end_reason
        ).where(old),
    )
    dropped = [row for row in rows if row.end_reason in DROPOUT]
    assert 0.13 <= len(dropped) / len(rows) <= 0.25
    early = 0
    for row in dropped:
        met = and_(
            GroupSession.group_id == row.group_id,
            GroupSession.date.between(row.starts_on, row.ends_on),
        )
        early += count(unit, GroupSession, met) <= 3
    assert 0.35 <= early / len(dropped) <= 0.65


def test_most_belong_to_one_group_some_to_two(unit: Office) -> None:
    groups = func.count(func.distinct(Enrolment.group_id))
    rows = told(unit, select(groups).group_by(Enrolment.participant_id))
    found = Counter(min(row[0], 3) for row in rows)
    assert near({k: v / len(rows) for k, v in found.items()}, {1: 0.65, 2: 0.27, 3: 0.08}, 0.08)


def test_goals_and_how_far_they_come(unit: Office) -> None:
    domains = {
        "life_management": 0.28, "social_relations": 0.26, "health_functioning": 0.16,
        "work_education": 0.12, "finances_housing": 0.11, "substances_addictions": 0.07,
    }  # fmt: skip
    assert near(shares(unit, Goal.domain), domains, 0.05)
    assert near(shares(unit, Goal.baseline), {-1: 0.60, -2: 0.40}, 0.05)
    final = exists().where(Review.id == GoalStep.review_id, Review.kind == ReviewKind.FINAL)
    levels = {-2: 0.08, -1: 0.22, 0: 0.42, 1: 0.21, 2: 0.07}
    assert near(shares(unit, GoalStep.level, final), levels, 0.06)
    a_plan = told(unit, select(func.count(Goal.id)).group_by(Goal.plan_id))
    assert {row[0] for row in a_plan} == {2, 3, 4}


def test_a_session_serves_one_to_three_goals_of_each_who_came(unit: Office) -> None:
    rows = told(
        unit,
        select(func.count(SessionGoal.goal_id))
        .where(SessionGoal.session_id.in_(select(GroupSession.id).where(GroupSession.date < TODAY)))
        .group_by(SessionGoal.session_id, SessionGoal.participant_id),
    )
    assert {row[0] for row in rows} == {1, 2, 3}
    assert count(unit, SessionGoal, ~SessionGoal.planned, ~SessionGoal.worked_on) == 0


def test_entries_and_plans_for_a_share(unit: Office) -> None:
    assert 0.10 <= count(unit, Entry) / count(unit, Mark) <= 0.25
    soon = GroupSession.date.between(TODAY, TODAY + timedelta(days=14))
    planned = exists().where(SessionPlan.session_id == GroupSession.id)
    assert count(unit, GroupSession, soon, planned) > 20


def test_phases_last_as_long_as_they_should_nine_times_in_ten(unit: Office) -> None:
    rows = told(
        unit,
        select(ServicePhase.phase, ServicePhase.starts_on, ServicePhase.ends_on)
        .join(ServicePeriod)
        .where(ServicePeriod.ended_on.is_(None)),
    )
    outside = 0
    for phase, first, last in rows:
        low, high = RANGES[phase]
        outside += not low <= round(((last - first).days + 1) / 7) <= high
    assert 0.06 <= outside / len(rows) <= 0.14


def test_people_are_of_all_ages_and_many_languages(unit: Office) -> None:
    named = Participant.kind == ParticipantKind.NAMED
    languages = shares(unit, Participant.contact_language, named)
    assert near(languages, {"fi": 0.84, "sv": 0.05}, 0.05)
    assert 0.06 <= 1 - languages["fi"] - languages["sv"] <= 0.17
    ages = [
        TODAY.year - row[0]
        for row in told(
            unit, select(Participant.birth_year).where(named, Participant.birth_year > 0)
        )
    ]
    young, old = sum(a < 30 for a in ages) / len(ages), sum(a >= 50 for a in ages) / len(ages)
    assert abs(young - 0.28) < 0.09
    assert abs(old - 0.27) < 0.09
    assert 0.004 <= shares(unit, Participant.non_disclosure)[True] <= 0.02


def test_six_in_ten_visitors_of_open_groups_are_not_named(unit: Office) -> None:
    both = select(Group.id).where(Group.counting == Counting.BOTH)
    heads = select(func.sum(GroupSession.head_count)).where(GroupSession.group_id.in_(both))
    named = select(func.count()).select_from(Mark).join(GroupSession)
    unnamed = told(unit, heads)[0][0]
    marks = told(unit, named.where(GroupSession.group_id.in_(both)))[0][0]
    assert abs(unnamed / (unnamed + marks) - 0.6) < 0.04
    closed = select(Group.id).where(Group.openness == Openness.CLOSED)
    assert (
        count(unit, GroupSession, GroupSession.group_id.in_(closed), GroupSession.head_count > 0)
        == 0
    )


def test_sessions_keep_to_hours_and_to_open_days(unit: Office) -> None:
    zone = ZoneInfo("Europe/Helsinki")
    found = Counter()
    for day, start, end in told(
        unit, select(GroupSession.date, GroupSession.starts_at, GroupSession.ends_at)
    ):
        opens = start.astimezone(zone).hour * 60 + start.astimezone(zone).minute
        closes = opens + (end - start).total_seconds() // 60
        kind = "evening" if opens >= 16 * 60 else "day"
        kind = "weekend" if day.weekday() > 4 else kind
        found["outside" if opens < 8 * 60 or closes > 20 * 60 else kind] += 1
    total = sum(found.values())
    wanted = {"day": 0.85, "evening": 0.12, "weekend": 0.03, "outside": 0.02}
    assert near({k: v / total for k, v in found.items()}, wanted, 0.05)
    assert found["outside"] > 0
    days = {row.date for row in told(unit, select(GroupSession.date).distinct())}
    assert not days & set(finnish(range(2026, 2028)))
    assert not {day for day in days if day.month == 7}


def test_a_draw_is_repeatable_and_a_quota_is_kept() -> None:
    assert (
        Chance(3).normal(5, 2, 2, 8) == Chance(3).normal(5, 2, 2, 8) != Chance(4).normal(5, 2, 2, 8)
    )
    quota = Quota(Chance(1), 0.05)
    hits = [quota.hit() for _ in range(200)]
    assert [sum(hits[start : start + 20]) for start in range(0, 200, 20)] == [1] * 10
