# SPDX-License-Identifier: GPL-3.0-or-later
"""What a summary says of itself on paper and in workbooks: title, days, whose it is, what is masked."""

from db.queries.participation import Participation, Row
from db.rules.disclosure import Cell, Masked, Reason
from db.rules.figures import BY_KEY, Measure
from db.rules.people import Person
from db.rules.periods import Period, PeriodKind
from db.rules.words import Audience
from desktop.names import full
from desktop.report_words import period_name
from desktop.words import Words


def title(words: Words, summary: Participation) -> str:
    """The group's name where there is one group, or what the summary is."""
    return summary.groups[0].name if len(summary.groups) == 1 else words._("Participation")


def period(words: Words, summary: Participation) -> str:
    """Tammi–maaliskuu 2027 (1.1.–31.3.2027)"""
    span = summary.period
    told = words.date_range(span.first, span.last)
    return told if span.kind is PeriodKind.OWN else f"{period_name(words, span)} ({told})"


def units(words: Words, summary: Participation) -> str:
    """The units whose groups these are."""
    return words.list(sorted({group.unit for group in summary.groups}))


def audience(words: Words, summary: Participation) -> str:
    """Who this is made for."""
    if summary.audience is Audience.OUTSIDE:
        return words._("May leave the unit: small counts are masked")
    return words._("For the unit's own use: small counts are shown")


def masking(words: Words, summary: Participation) -> str:
    """What masked cells are, where the audience is outside."""
    return words._(
        "Counts of fewer than {count} are shown as <{count}, so that nobody can be recognised. A "
        "figure that would give one away is hidden. Totals are of the figures shown; a participant "
        "is counted once."
    ).format(count=summary.mask_below)


def definitions(words: Words) -> str:
    """How the attendance rate is made, in one breath."""
    return words._(
        "Attendance = present or late / all that were marked. Unrecorded is not in it. Cancelled "
        "sessions are in no other figure."
    )


def chart_title(words: Words, summary: Participation) -> str:
    """What the chart shows."""
    return words._("Visits by week") if summary.charts_weeks else words._("Visits by month")


def part(words: Words, summary: Participation, days: Period) -> str:
    """A part of the chart: vk 9, or a month."""
    return words.week(days.first) if summary.charts_weeks else words.month(days.first)


def label(words: Words, row: Row) -> str:
    """What a row is about, beside a participant's group."""
    if row.person is not None:
        return person_name(words, row.person)
    if row.group is not None:
        return row.group.name
    return row.unit or words.month(row.period.first).capitalize()


def person_name(words: Words, person: Person) -> str:
    """The whole name, the code, or a word for somebody without either."""
    name = full(person.first_name, person.last_name) or person.code or person.nickname
    return name or words._("Without a name")


def cell(words: Words, key: str, told: Cell) -> str:
    """A cell as people read it."""
    if isinstance(told, Masked):
        return f"<{told.below}" if told.why is Reason.SMALL else words._("masked")
    measure = BY_KEY[key].measure
    if measure is Measure.SHARE:
        return words.percent(told)
    if measure is Measure.MINUTES and told is not None:
        return words.hours(int(told))
    return words.number(told)
