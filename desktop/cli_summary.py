# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos print group-summary` and `own-summary`: a group's figures of a period, and a participant's
own page in plain language."""

from typing import TYPE_CHECKING, Annotated

import typer

from db.rules.figures import Breakdown
from db.rules.words import Audience
from desktop.cli_export import First, Last, summed_up
from desktop.cli_support import (
    Language,
    OfficeOption,
    OutOption,
    PasswordFile,
    User,
    opened,
    refusing,
    words_in,
    write_file,
)  # fmt: skip

if TYPE_CHECKING:
    from db.office import Office
    from db.queries.participation import Participation
    from desktop.documents.participation import Area
    from desktop.words import Words


def register(pages: typer.Typer) -> None:
    """Add the commands to those of `print`."""
    pages.command("group-summary")(group_summary)
    pages.command("own-summary")(own_summary)


def group_summary(
    office: OfficeOption,
    group: Annotated[str, typer.Option("--group", metavar="NAME", help="The group's whole name.")],
    from_: First,
    to: Last,
    output: OutOption,
    audience: Annotated[
        Audience, typer.Option(help="A printed page leaves the unit, unless you say otherwise.")
    ] = Audience.OUTSIDE,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """A group's participation in a period, month by month, without names."""
    words = words_in(lang)
    with refusing(words):
        from db.rules.periods import own

        period = own(from_.date(), to.date())
        with opened(office, password_file, user) as unlocked:
            summary = summed_up(unlocked, period, Breakdown.MONTH, audience, group, "pdf")
            areas = _areas(unlocked, summary, words)
            who = unlocked.who.name
        from desktop.clock import SystemClock
        from desktop.documents.kit import Printed
        from desktop.documents.participation import participation_pdf

        printed = Printed(who, SystemClock().now())
        write_file(output, participation_pdf(summary, words, printed, areas))


def own_summary(
    office: OfficeOption,
    participant: Annotated[int, typer.Option("--participant", help="The participant's number.")],
    output: OutOption,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """A participant's own summary, in plain language, for the participant."""
    words = words_in(lang)
    with refusing(words), opened(office, password_file, user) as unlocked:
        from db.log import Deed, Purpose
        from db.queries.people import person
        from desktop.clock import SystemClock
        from desktop.documents.kit import Printed
        from desktop.documents.own_summary import own_summary_pdf

        ask = person(participant_id=participant).as_use(Deed.PRINT, Purpose.CARE, "own summary")
        printed = Printed(unlocked.who.name, SystemClock().now())
        write_file(output, own_summary_pdf(unlocked.read(ask), words, printed))


def _areas(office: "Office", summary: "Participation", words: "Words") -> "list[Area]":
    """Skill areas, where the group is not so small that even they stay inside."""
    from db.queries.skill_areas import skill_areas
    from desktop.codes import Codes

    codes = Codes(words)
    return [
        (codes.name("skill_areas", area.code), area.sessions)
        for group in summary.groups
        for area in office.read(skill_areas(group_id=group.id, period=summary.period))
    ]
