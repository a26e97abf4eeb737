# SPDX-License-Identifier: GPL-3.0-or-later
"""The made-up office: the same for the same seed, its story to the day, and every edge case in it."""

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, exists, func, select, text

from db.demo import make_demo
from db.demo.edges import ATTENDANCE, NIGHT_ROUND, RECORDS
from db.demo.edges_people import PEOPLE, SAME_HOUR
from db.demo.frame import Frame, Span, last_clock_change, moment
from db.errors import Refused, Why
from db.keys import Attempts
from db.log import Deed, broken_links
from db.models import (
    Addition,
    AgendaItem,
    Base,
    Contact,
    Enrolment,
    Entry,
    FollowOn,
    Goal,
    GoalStep,
    GoalTag,
    GoalWording,
    Group,
    GroupSession,
    GroupTag,
    LogLine,
    Mark,
    Notice,
    Participant,
    Plan,
    Review,
    ServicePeriod,
    ServicePhase,
    SessionGoal,
    SessionTag,
    Staff,
    Unit,
)
from db.office import Office
from db.opening import open_office, open_with_key, ring_of
from db.queries.today import today
from db.rules.words import MarkKind, ParticipantKind, ReviewKind, SessionState, TagKind
from db.work import Ask, nobody
from tests.conftest import NOW, PASSWORD, Template
from tests.factories import Maker

TODAY = date(2027, 5, 4)
CODES = Path(__file__).resolve().parents[2] / "resources" / "codes"
PRIVATE = {"key_slots", "log_lines", "log_people"}
UNREPEATABLE = {"uid", "created_at"}


@pytest.fixture(scope="module")
def demo(demo_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A small office that the tests of this file only look at."""
    office = demo_template.open(tmp_path_factory.mktemp("looked-at"))
    yield office
    office.close()


def told(office: Office, statement) -> list:
    return office.read(Ask("look", lambda conn: list(conn.execute(statement).all()), nobody))


def digest(office: Office) -> str:
    def of(conn: Connection) -> str:
        found = hashlib.sha256()
        for table in Base.metadata.sorted_tables:
            if table.name not in PRIVATE:
                columns = [c for c in table.c if c.name not in UNREPEATABLE]
                for row in conn.execute(select(*columns).order_by(*table.primary_key)):
                    found.update(repr(tuple(row)).encode())
        return found.hexdigest()

    return office.read(Ask("digest", of, nobody))


def made(folder: Path, *, seed: int, day: date = TODAY, size: str = "s") -> Office:
    path = str(folder / f"{size}-{seed}.punos")
    make_demo(path, PASSWORD, size=size, seed=seed, today=day)
    return open_office(path, PASSWORD)


def person_id(office: Office, first: str) -> int:
    named = select(Participant.id).where(Participant.first_name == first)
    return told(office, named)[0].id


# ---- the same for the same seed -----------------------------------------------------------------


def test_a_seed_gives_the_same_rows_every_time(demo: Office, tmp_path: Path) -> None:
    again = made(tmp_path, seed=7)
    other = made(tmp_path, seed=8)
    assert digest(again) == digest(demo)
    assert digest(other) != digest(demo)
    again.close()
    other.close()


def test_a_server_holds_the_same_rows_and_numbers_on(demo: Office, server) -> None:
    address = server.cluster.url(server.cluster.make())
    make_demo(address, PASSWORD, size="s", seed=7)
    office = open_with_key(address, ring_of(address).open(PASSWORD, Attempts())[0])
    assert digest(office) == digest(demo)
    make = Maker(office)
    for model, add in ((Participant, make.participant), (Group, make.group), (Staff, make.staff)):
        last = told(office, select(func.max(model.id)))[0][0]
        assert add("Uusi") == last + 1
    office.close()


def test_every_reference_leads_somewhere(demo: Office) -> None:
    assert told(demo, text("PRAGMA foreign_key_check")) == []


def test_the_making_is_one_line_in_a_whole_log(demo_template: Template, tmp_path: Path) -> None:
    office = demo_template.open(tmp_path)
    lines = told(office, select(LogLine.deed, LogLine.what).order_by(LogLine.seq))
    assert lines[:2] == [(Deed.SIGN_IN, "sign_in"), (Deed.ADMIN, "make_demo")]
    key = office._log._key
    assert office.read(Ask("links", lambda conn: list(broken_links(conn, key)), nobody)) == []
    office.close()


def test_an_office_that_is_there_is_left_alone(demo_file: Path) -> None:
    before = demo_file.read_bytes()
    with pytest.raises(Refused) as refused:
        make_demo(str(demo_file), PASSWORD, size="s", seed=1)
    assert refused.value.why is Why.OFFICE_EXISTS
    assert demo_file.read_bytes() == before


@pytest.mark.parametrize(
    "day", [date(2027, 5, 8), date(2026, 7, 15), date(2026, 12, 26), date(2028, 2, 29)]
)
def test_any_day_will_do(day: date, tmp_path: Path) -> None:
    """A Saturday, a holiday month, Christmas, a leap day: nothing is held after the day itself."""
    office = made(tmp_path, seed=3, day=day)
    held = select(func.max(GroupSession.ends_at)).where(GroupSession.state == SessionState.HELD)
    assert told(office, held)[0][0] <= moment(day, 10 * 60 + 26)
    for column in (GoalStep.date, Entry.date, Review.done_on, Participant.died_on):
        assert told(office, select(func.max(column)))[0][0] <= day
    office.close()


# ---- the story ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [7, 1, 2])
def test_the_day_of_the_pictures(seed: int, tmp_path: Path) -> None:
    office = made(tmp_path, seed=seed)
    day = office.read(today(day=TODAY, now=NOW))
    assert [
        (f"{s.head.starts_at:%H.%M}", s.head.group, s.head.place, s.head.strand, s.expected)
        for s in day.sessions
    ] == [
        ("08.00", "Aamuverryttely", "Liikuntasali", "savi", 6),
        ("08.30", "Aamukahvila", "Tupa", "okra", day.sessions[1].expected),
        ("10.00", "Arjen avaimet", "Kammari", "kuusi", 9),
        ("13.00", "Rytmiryhmä", "Liikuntasali", "kanerva", 7),
        ("17.00", "Vertaispiiri", "Tupa", "puolukka", 6),
    ]
    assert [[leader.name for leader in s.head.leaders] for s in day.sessions] == [
        ["Elina K."], ["Aino R.", "Mikko S."], ["Elina K.", "Mikko S."], ["Jussi T."],
        ["Elina K.", "Raili P."],
    ]  # fmt: skip
    assert [s.phase for s in day.sessions] == [
        "unrecorded", "recorded", "running", "coming", "coming",
    ]  # fmt: skip
    cafe, avaimet = day.sessions[1], day.sessions[2]
    assert (cafe.visits, f"{cafe.head.closed_at:%H.%M}") == (14, "10.05")
    assert [(p.title, p.minutes) for p in avaimet.parts] == [
        ("Kuulumiskierros", 20),
        ("Viikon suunnitelma", 40),
        ("Kahvitauko", 15),
        ("Puhelun harjoittelu pareittain", 30),
        ("Lopetus ja tunnelmamittari", 15),
    ]
    assert avaimet.marked == 0
    assert [(h.group, h.date) for h in day.unrecorded] == [
        ("Aamuverryttely", TODAY),
        ("Kädentaidot", date(2027, 5, 3)),
    ]
    assert [(a.name.text, a.group, a.days) for a in day.absent] == [
        ("Tuomo J.", "Arjen avaimet", (date(2027, 4, 27), date(2027, 4, 29)))
    ]
    assert [(r.name.text, r.kind, r.due_on) for r in day.reviews] == [
        ("Oona H.", ReviewKind.INTERIM, date(2027, 5, 7))
    ]
    assert [(f"{h.starts_at:%-H.%M}", h.group, h.place) for h in day.next_sessions] == [
        ("8.30", "Aamukahvila", "Tupa"),
        ("10.00", "Kädentaidot", "Verstas"),
        ("13.00", "Luontoaskel", "Piha"),
    ]
    office.close()


@pytest.mark.parametrize(
    ("first", "signs"),
    [
        ("Aatu", "PPPIPPPP"),
        ("Inka", "PPMPPPXP"),
        ("Máret", "PMPPPPPM"),
        ("Oona", "XPPIPPPP"),
        ("Petteri", "PPPPPMPP"),
        ("Raili", "PPIPPPPI"),
        ("Sanna", "PPPPPPP"),
        ("Tuomo", "PPPMPPXX"),
        ("Veikko", "PPPIPP"),
        ("Ritva", "P"),
    ],
)
def test_the_last_eight_of_arjen_avaimet(demo: Office, first: str, signs: str) -> None:
    marks = (
        select(GroupSession.date, Mark.mark)
        .join_from(Mark, GroupSession)
        .join(Group)
        .join(Participant, Participant.id == Mark.participant_id)
        .where(Group.name == "Arjen avaimet", Participant.first_name == first)
        .order_by(GroupSession.date.desc())
        .limit(len(signs))
    )
    of = {MarkKind.PRESENT: "P", MarkKind.LATE: "M", MarkKind.NOTIFIED: "I", MarkKind.ABSENT: "X"}
    found = told(demo, marks)
    assert "".join(of[row.mark] for row in reversed(found)) == signs
    assert found[0].date == date(2027, 4, 29)


def test_oona_has_been_there_nineteen_times_of_thirty_one(demo: Office) -> None:
    marks = (
        select(Mark.mark)
        .join_from(Mark, GroupSession)
        .join(Group)
        .where(
            Mark.participant_id == person_id(demo, "Oona"),
            Group.name == "Arjen avaimet",
            GroupSession.state == SessionState.HELD,
        )
    )
    found = [row.mark for row in told(demo, marks)]
    assert (found.count(MarkKind.PRESENT), len(found)) == (19, 31)


def test_oonas_goals_stand_where_the_picture_has_them(demo: Office) -> None:
    who = person_id(demo, "Oona")
    newest = (
        select(GoalStep.level)
        .where(GoalStep.goal_id == Goal.id)
        .order_by(GoalStep.date.desc(), GoalStep.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    goals = select(Goal.title, Goal.strand, Goal.baseline, newest).where(Goal.participant_id == who)
    assert told(demo, goals.order_by(Goal.position)) == [
        ("Lähden kotoa kahdesti viikossa", "kuusi", -2, -1),
        ("Hoidan puhelut itse", "meri", -2, 1),
        ("Tutustun yhteen uuteen ihmiseen", "puolukka", -1, 0),
    ]
    plan = told(demo, select(Plan.main_goal).where(Plan.participant_id == who))
    assert plan[0].main_goal == "Haluan päästä taas ihmisten ilmoille ja hoitaa asiani itse."
    period = select(ServicePeriod.starts_on, ServicePeriod.planned_end_on)
    assert told(demo, period.where(ServicePeriod.participant_id == who)) == [
        (date(2027, 1, 12), date(2027, 6, 30))
    ]
    entry = select(Entry.date, Entry.text).where(Entry.participant_id == who)
    assert told(demo, entry.order_by(Entry.date.desc()).limit(1)) == [
        (date(2027, 4, 29), "Sopi kampaajan ajan ohjaajan tuella. Bussimatka sujui yksin.")
    ]


def test_oonas_own_worker_leads_her_group(demo: Office) -> None:
    worker = told(demo, select(Participant.own_worker_id).where(Participant.first_name == "Oona"))
    assert worker == [(demo.who.staff_id,)]


def test_the_first_quarter_of_arjen_avaimet_is_that_of_the_printed_page(demo: Office) -> None:
    held = (
        select(GroupSession.id)
        .join(Group)
        .where(
            Group.name == "Arjen avaimet",
            GroupSession.date <= date(2027, 3, 31),
            GroupSession.state == SessionState.HELD,
        )
    )
    here = Mark.mark.in_([MarkKind.PRESENT, MarkKind.LATE])
    figures = select(
        func.count(func.distinct(Mark.session_id)),
        func.count(func.distinct(Mark.participant_id)),
        func.count().filter(here),
    ).where(Mark.session_id.in_(held))
    assert told(demo, figures) == [(22, 11, 159)]


def test_two_sessions_share_the_workshop_on_monday(demo: Office) -> None:
    monday = (
        select(Group.name, GroupSession.room_id)
        .join_from(GroupSession, Group)
        .where(GroupSession.date == date(2027, 5, 3), Group.name.in_(SAME_HOUR))
    )
    rows = told(demo, monday)
    assert len(rows) == 2
    assert rows[0].room_id == rows[1].room_id


# ---- what is written ----------------------------------------------------------------------------


def test_no_entry_names_anybody(demo: Office) -> None:
    firsts = {row.first_name for row in told(demo, select(Participant.first_name))} - {""}
    for column in (Entry.text, Entry.next_step, Contact.note, GroupSession.shared_text):
        for row in told(demo, select(column)):
            assert not firsts & set(row[0].replace(".", " ").replace(",", " ").split()), row[0]


LISTED = {
    "group_kinds": Group.kind,
    "service_natures": Group.nature,
    "service_levels": Group.service_level,
    "organiser_types": Group.organiser,
    "funding": Group.funding,
    "legal_bases": ServicePeriod.legal_basis,
    "service_tasks": ServicePeriod.service_task,
    "staff_titles": Staff.title,
    "unit_kinds": Unit.kind,
    "area_types": Unit.area_type,
    "goal_domains": Goal.domain,
    "service_aims": Goal.service_aim,
    "goal_setters": Goal.set_by,
    "cancel_reasons": GroupSession.cancel_reason,
    "end_reasons": Enrolment.end_reason,
    "came_through": Participant.came_through,
    "contact_languages": Participant.contact_language,
    "contact_starters": Participant.first_contact_by,
    "segments": Participant.segment,
    "segment_coping": Participant.segment_coping,
    "segment_risks": Participant.segment_risk,
    "contact_kinds": Contact.kind,
    "contact_contents": Contact.content,
    "channels": Contact.channel,
    "place_types": GroupSession.place_type,
    "follow_on_paths": FollowOn.path,
    "phases": ServicePhase.phase,
    "notice_ways": Notice.told_how,
    "methods": AgendaItem.method,
}


@pytest.mark.parametrize("name", LISTED)
def test_codes_are_those_of_their_list(demo: Office, name: str) -> None:
    used = {row[0] for row in told(demo, select(LISTED[name]).distinct())} - {""}
    assert used
    assert used <= set(tomllib.loads((CODES / f"{name}.toml").read_text("utf-8"))["codes"])


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        (TagKind.SKILL_AREA, "skill_areas", GroupTag),
        (TagKind.THEME, "themes", GroupTag),
        (TagKind.SKILL_AREA, "skill_areas", SessionTag),
        (TagKind.FACTOR, "factors", GoalTag),
    ],
)
def test_tags_are_those_of_their_list(demo: Office, kind: TagKind, name: str, code) -> None:
    used = {row[0] for row in told(demo, select(code.code).where(code.kind == kind).distinct())}
    assert used
    assert used <= set(tomllib.loads((CODES / f"{name}.toml").read_text("utf-8"))["codes"])


# ---- edge cases ---------------------------------------------------------------------------------


def test_every_edge_case_says_what_it_is() -> None:
    cases = [*PEOPLE, *ATTENDANCE, *RECORDS]
    assert len(cases) == len({case.__name__ for case in cases}) == 20
    assert all(case.__doc__ for case in cases)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Aino-Maija", "Koivuluoma-Yli-Utuniemi"),
        ("Å", "Ö"),
        ("Aamu", "Pilviranta"),
        ("Ilta", "Usvalampi"),
        ("Toivo", "Poutamäki"),
        ("Veʹrǯǯ-Ǩeâđđ", "Ǩiuʹrrelʹpuʹǯǯ-Ǥaađʒ"),
    ],
)
def test_names_that_programs_stumble_on(demo: Office, first: str, last: str) -> None:
    named = (Participant.first_name == first, Participant.last_name == last)
    enrolled = exists().where(Enrolment.participant_id == Participant.id)
    assert len(told(demo, select(Participant.id).where(*named, enrolled))) == 1


def test_the_longest_name_still_fits_its_column(demo: Office) -> None:
    longest = told(demo, select(func.max(func.length(Participant.last_name))))[0][0]
    assert 55 < longest <= 120


def test_two_people_have_the_same_name(demo: Office) -> None:
    twins = (
        select(Participant.first_name, Participant.last_name)
        .where(Participant.merged_into_id.is_(None), Participant.kind == ParticipantKind.NAMED)
        .group_by(Participant.first_name, Participant.last_name)
        .having(func.count() > 1)
    )
    assert told(demo, twins) == [("Sari", "Tuuliniemi")]


def test_somebody_belongs_to_two_groups_at_the_same_hour(demo: Office) -> None:
    both = (
        select(Enrolment.participant_id)
        .join(Group)
        .where(Group.name.in_(SAME_HOUR), Enrolment.ends_on.is_(None))
        .group_by(Enrolment.participant_id)
        .having(func.count(func.distinct(Group.id)) == 2)
    )
    assert len(told(demo, both)) == 1


def test_a_group_is_without_participants(demo: Office) -> None:
    empty = select(Group.name).where(
        ~exists().where(Enrolment.group_id == Group.id),
        ~exists().where(GroupSession.group_id == Group.id),
    )
    assert told(demo, empty) == [("Syksyn uusi ryhmä",)]


def test_nights_over_midnight_and_over_the_change_of_clocks(demo: Office) -> None:
    zone = ZoneInfo("Europe/Helsinki")
    nights = (
        select(GroupSession.starts_at, GroupSession.ends_at)
        .join(Group)
        .where(Group.name == NIGHT_ROUND)
        .order_by(GroupSession.starts_at)
    )
    spans = [(a.astimezone(zone), b.astimezone(zone)) for a, b in told(demo, nights)]
    assert [(b.date() - a.date()).days for a, b in spans] == [1, 1]
    hours = [(b.astimezone(UTC) - a.astimezone(UTC)) for a, b in spans]
    assert hours == [timedelta(hours=4), timedelta(hours=5)]
    assert spans[1][0].utcoffset() != spans[1][1].utcoffset()


def test_nobody_came_to_a_session_that_was_held(demo: Office) -> None:
    away = ~exists().where(Mark.session_id == GroupSession.id, Mark.mark != MarkKind.ABSENT)
    marked = select(func.count()).where(Mark.session_id == GroupSession.id).scalar_subquery()
    empty = select(GroupSession.id).where(away, marked > 2, GroupSession.state == SessionState.HELD)
    assert len(told(demo, empty)) == 1


def test_a_visitor_was_identified_after_visits_without_a_name(demo: Office) -> None:
    known = select(Participant.id, Participant.identified_on).where(
        Participant.identified_on.is_not(None), Participant.kind == ParticipantKind.NAMED
    )
    (row,) = told(demo, known)
    earlier = (
        select(func.count())
        .select_from(Addition)
        .join(GroupSession)
        .where(Addition.participant_id == row.id, GroupSession.date < row.identified_on)
    )
    assert told(demo, earlier)[0][0] > 0


def test_somebody_died_and_nothing_follows(demo: Office) -> None:
    (row,) = told(
        demo,
        select(Participant.id, Participant.died_on).where(Participant.died_on.is_not(None)),
    )
    later = (
        select(func.count())
        .select_from(Mark)
        .join(GroupSession)
        .where(Mark.participant_id == row.id, GroupSession.date > row.died_on)
    )
    assert told(demo, later)[0][0] == 0
    reasons = select(Enrolment.end_reason).where(Enrolment.participant_id == row.id)
    assert ("died",) in told(demo, reasons)


def test_of_the_erased_only_counts_are_left(demo: Office) -> None:
    ((who,),) = told(demo, select(Participant.id).where(Participant.erased_at.is_not(None)))
    names = select(Participant.first_name, Participant.last_name, Participant.birth_year)
    assert told(demo, names.where(Participant.id == who)) == [("", "", None)]
    assert told(demo, select(func.count()).where(Mark.participant_id == who))[0][0] > 0
    gone = (Entry, Contact, Goal, GoalStep, SessionGoal, Plan, Review, ServicePeriod, Notice)
    for model in gone:
        assert told(demo, select(func.count()).where(model.participant_id == who)) == [(0,)]


def test_a_members_case_is_closed_while_the_group_goes_on(demo: Office) -> None:
    closed = (
        select(func.count())
        .select_from(Enrolment)
        .join(ServicePeriod, ServicePeriod.id == Enrolment.period_id)
        .where(ServicePeriod.case_closed_on.is_not(None))
        .where(
            exists().where(GroupSession.group_id == Enrolment.group_id, GroupSession.date > TODAY)
        )
    )
    assert told(demo, closed)[0][0] > 0


def test_records_that_are_odd_but_allowed(demo: Office) -> None:
    assert len(told(demo, select(GoalWording.id))) == 1
    assert len(told(demo, select(Participant.id).where(Participant.merged_into_id > 0))) == 1
    assert told(demo, select(Participant.id).where(Participant.non_disclosure))
    weightless = select(func.count(func.distinct(Goal.participant_id)))
    assert told(demo, weightless.where(Goal.importance == 0, Goal.difficulty == 0)) == [(1,)]
    empty = select(func.count()).where(~exists().where(Goal.plan_id == Plan.id))
    assert told(demo, empty.select_from(Plan)) == [(1,)]


# ---- its calendar -------------------------------------------------------------------------------


def test_a_wall_clock_past_midnight() -> None:
    assert moment(date(2027, 5, 4), 26 * 60) == datetime(2027, 5, 4, 23, tzinfo=UTC)
    spring = moment(date(2027, 3, 27), 29 * 60) - moment(date(2027, 3, 27), 23 * 60)
    assert spring == timedelta(hours=5)


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (date(2027, 5, 4), date(2027, 3, 28)),
        (date(2027, 3, 28), date(2026, 10, 25)),
        (date(2026, 11, 1), date(2026, 10, 25)),
    ],
)
def test_when_clocks_were_last_turned(before: date, change: date) -> None:
    assert last_clock_change(before) == change


def test_terms_leave_out_july_and_the_turn_of_the_year() -> None:
    terms = Span(date(2026, 6, 1), date(2027, 6, 30)).terms()
    assert [(term.first, term.last) for term in terms] == [
        (date(2026, 6, 1), date(2026, 6, 30)),
        (date(2026, 8, 1), date(2026, 12, 19)),
        (date(2027, 1, 7), date(2027, 6, 30)),
    ]


def test_the_story_moves_by_whole_weeks() -> None:
    assert Frame(date(2027, 5, 9)).day(TODAY) == TODAY
    assert Frame(date(2026, 11, 19)).day(TODAY) == date(2026, 11, 17)
