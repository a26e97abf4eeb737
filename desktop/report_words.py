# SPDX-License-Identifier: GPL-3.0-or-later
"""What each participation figure is called, and its definition in words, for screen, paper and files."""

from collections.abc import Callable

from db.rules.figures import Breakdown
from db.rules.periods import Period, PeriodKind
from desktop.words import Words

Told = Callable[[Words], str]

_HEADINGS: dict[str, Told] = {
    "sessions_held": lambda w: w._("Sessions"),
    "sessions_cancelled": lambda w: w.p("sessions", "Cancelled"),
    "sessions_unrecorded": lambda w: w._("Sessions not recorded"),
    "sessions_planned": lambda w: w.p("sessions", "To come"),
    "expected": lambda w: w._("Expected"),
    "present": lambda w: w._("Present"),
    "late": lambda w: w._("Late"),
    "notified": lambda w: w._("Notified"),
    "absent": lambda w: w._("Absent"),
    "unrecorded": lambda w: w._("Unrecorded"),
    "outside": lambda w: w._("Outside enrolment"),
    "remote": lambda w: w._("Remotely"),
    "head_count": lambda w: w._("Head count"),
    "visits": lambda w: w._("Visits"),
    "anonymous_visits": lambda w: w._("Unnamed visits"),
    "participants": lambda w: w._("Participants"),
    "new_participants": lambda w: w._("New"),
    "minutes": lambda w: w._("Hours attended"),
    "leader_minutes": lambda w: w._("Leader hours"),
    "goals_worked": lambda w: w._("Goals worked on"),
    "rate": lambda w: w._("Attendance"),
    "rate_without_notified": lambda w: w._("Attendance, notified left out"),
}

_HELP: dict[str, Told] = {
    "sessions_held": lambda w: w._("Sessions that were held in the period."),
    "sessions_cancelled": lambda w: w._(
        "Sessions that were cancelled. They are in no other figure."
    ),
    "sessions_unrecorded": lambda w: w._(
        "Sessions that have ended and of which nothing is recorded. They are in no other figure."
    ),
    "sessions_planned": lambda w: w._("Sessions of the period that have not ended yet."),
    "expected": lambda w: w._(
        "Persons times held sessions inside their enrolment, and those added to one session."
    ),
    "present": lambda w: w._("Times somebody was marked present."),
    "late": lambda w: w._("Times somebody came late; late is also here."),
    "notified": lambda w: w._("Absences that were told of."),
    "absent": lambda w: w._("Absences that nobody told of."),
    "unrecorded": lambda w: w._(
        "Times somebody was expected and nothing was marked. Not in the attendance."
    ),
    "outside": lambda w: w._("Marks of persons who were not enrolled at the time. Counted apart."),
    "remote": lambda w: w._("Times somebody took part from afar."),
    "head_count": lambda w: w._("Visitors counted without a name; they belong to the session."),
    "visits": lambda w: w._("Present, late and unnamed visitors together."),
    "anonymous_visits": lambda w: w._(
        "Visits by people whom nobody tells apart. They are never counted as different people."
    ),
    "participants": lambda w: w._(
        "Different people who were here at least once; each counted once over all groups."
    ),
    "new_participants": lambda w: w._(
        "Those whose first visit ever to the group is in the period."
    ),
    "minutes": lambda w: w._("Time that participants were really here."),
    "leader_minutes": lambda w: w._("Length of the sessions times their leaders."),
    "goals_worked": lambda w: w._("How many goals were worked on at the sessions."),
    "rate": lambda w: w._("(present + late) / (present + late + notified + absent)"),
    "rate_without_notified": lambda w: w._("(present + late) / (present + late + absent)"),
}

_LABELS: dict[Breakdown, Told] = {
    Breakdown.GROUP: lambda w: w._("Group"),
    Breakdown.MONTH: lambda w: w._("Month"),
    Breakdown.UNIT: lambda w: w._("Unit"),
    Breakdown.PARTICIPANT: lambda w: w._("Participant"),
}


def figure_heading(words: Words, key: str, by: Breakdown) -> str:
    """A column's heading; "label" is what a row is about, "group" the group beside a participant."""
    if key == "label":
        return _LABELS[by](words)
    return words._("Group") if key == "group" else _HEADINGS[key](words)


def figure_help(words: Words, key: str) -> str:
    """A figure's definition, as the rule has it."""
    return _HELP[key](words)


def period_name(words: Words, period: Period) -> str:
    """tammikuu 2027 · tammi–maaliskuu 2027 · 2027 · 4.–10.5.2027"""
    first, last = period.first, period.last
    if period.kind is PeriodKind.MONTH:
        return words.month(first).capitalize()
    if period.kind is PeriodKind.YEAR:
        return str(first.year)
    if period.kind is PeriodKind.OWN:
        return words.date_range(first, last)
    told = words._("{first} to {last} {year}").format(
        first=words.month_name(first.month).removesuffix("kuu"),
        last=words.month_name(last.month),
        year=first.year,
    )
    return told[:1].upper() + told[1:]
