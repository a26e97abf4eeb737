# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos export`: the participation summary and the raw rows, for people, scripts and for leaving.

What an export revealed is in the office's log before the file is written.
"""

import sys
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from db.rules.figures import Breakdown
from db.rules.words import Audience
from desktop.cli_support import (
    REFUSED,
    Language,
    OfficeOption,
    OutOption,
    PasswordFile,
    User,
    opened,
    progress,
    refusing,
    words_in,
    write_file,
)  # fmt: skip
from desktop.summary_files import Form
from desktop.words import Words

if TYPE_CHECKING:
    from db.office import Office
    from db.queries.participation import Participation
    from db.rules.periods import Period

DAYS = ["%Y-%m-%d"]
First = Annotated[
    datetime, typer.Option("--from", metavar="DATE", formats=DAYS, help="The first day.")
]
Last = Annotated[
    datetime, typer.Option("--to", metavar="DATE", formats=DAYS, help="The last day, included.")
]
GroupName = Annotated[
    str | None, typer.Option("--group", metavar="NAME", help="One group alone, by its whole name.")
]


class Rows(StrEnum):
    """The kinds of raw rows; the same words as db.queries.records.What, known without loading it."""

    PARTICIPANTS = "participants"
    GROUPS = "groups"
    ENROLMENTS = "enrolments"
    SESSIONS = "sessions"
    MARKS = "marks"
    GOALS = "goals"
    GOAL_STEPS = "goal-steps"


class RowForm(StrEnum):
    """What files raw rows come in."""

    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    exports = typer.Typer(help="Write figures or rows to a file.", no_args_is_help=True)
    exports.command("participation")(participation)
    exports.command("records")(records)
    app.add_typer(exports, name="export")


def participation(
    office: OfficeOption,
    from_: First,
    to: Last,
    output: OutOption,
    form: Annotated[Form, typer.Option("--format", help="The file's form.")],
    by: Annotated[
        Breakdown, typer.Option(help="What a row is: a participant has one for each group.")
    ] = Breakdown.GROUP,
    group: GroupName = None,
    audience: Annotated[
        Audience,
        typer.Option(help="Outside the unit, counts under five and what reveals them are masked."),
    ] = Audience.UNIT,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """The participation summary of a period."""
    words = words_in(lang)
    with refusing(words):
        if by is Breakdown.PARTICIPANT and audience is Audience.OUTSIDE:
            refuse_persons(words)
        from db.rules.periods import own

        period = own(from_.date(), to.date())
        with opened(office, password_file, user) as unlocked:
            summary = summed_up(unlocked, period, by, audience, group, form.value)
            who = unlocked.who.name
        with progress(words._("Writing the file")):
            from desktop.clock import SystemClock
            from desktop.documents.kit import Printed
            from desktop.summary_files import summary_file

            printed = Printed(who, SystemClock().now())
            write_file(output, summary_file(form.value, summary, words, printed))


def records(
    office: OfficeOption,
    what: Annotated[Rows, typer.Option(help="Which rows.")],
    form: Annotated[RowForm, typer.Option("--format", help="The file's form.")],
    output: OutOption,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """The raw rows of an office: for checking figures by other means, and for leaving."""
    words = words_in(lang)
    with refusing(words), opened(office, password_file, user) as unlocked:
        from db.log import Deed, Purpose
        from db.queries.records import What
        from db.queries.records import records as asked
        from desktop.exchange.csv_out import csv_bytes
        from desktop.exchange.json_out import json_bytes

        ask = asked(what=What(what.value))
        told = unlocked.read(ask.as_use(Deed.EXPORT, Purpose.MAINTENANCE, f"{form}, {what}"))
        with progress(words._("Writing the file")):
            make = csv_bytes if form is RowForm.CSV else json_bytes
            write_file(output, make(told.table))


def summed_up(
    office: "Office",
    period: "Period",
    by: Breakdown,
    audience: Audience,
    group: str | None,
    form: str,
) -> "Participation":
    """The figures, read as an export; Refused(UNKNOWN_GROUP) for a name that no group has."""
    from db.log import Deed, Purpose
    from db.queries.participation import groups_named
    from db.queries.participation import participation as asked
    from desktop.clock import SystemClock

    groups = None if group is None else office.read(groups_named(name=group))
    ask = asked(
        by=by,
        period=period,
        now=SystemClock().now(),
        groups=groups,
        audience=audience,
        chart=form in (Form.XLSX, Form.PDF),
    )
    detail = f"{form}, {by}, {period.code}, {audience}"
    return office.read(ask.as_use(Deed.EXPORT, Purpose.STATISTICS, detail))


def refuse_persons(words: Words) -> None:
    """Rows about persons stay in the unit, whoever asks."""
    told = words._(
        "Rows about persons do not leave the unit. Choose group, month or unit, or --audience unit."
    )
    print(told, file=sys.stderr)
    raise typer.Exit(REFUSED)
