# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos print`: any printed page as a PDF."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from db.rules.words import Copy
from desktop import cli_summary
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
    from desktop.documents.kit import Printed
    from desktop.words import Words

SessionOption = Annotated[int | None, typer.Option("--session", help="The session's number.")]
GroupOption = Annotated[str | None, typer.Option("--group", help="The group's name.")]
DayOption = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The session's day.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    pages = typer.Typer(help="Print a page as PDF.", no_args_is_help=True)
    pages.command("session-plan")(session_plan)
    pages.command("sign-in")(sign_in)
    cli_summary.register(pages)
    app.add_typer(pages, name="print")


def session_plan(
    office: OfficeOption,
    output: OutOption,
    session: SessionOption = None,
    group: GroupOption = None,
    date: DayOption = None,
    copy: Annotated[
        Copy, typer.Option(help="Whose copy: the wall's holds no names.")
    ] = Copy.LEADER,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """The plan of one session, named by its number, or by group and day."""

    def page(opened_office: "Office", number: int, words: "Words", printed: "Printed") -> bytes:
        from db.log import Deed, Purpose
        from db.queries.session_plan import session_plan as asked
        from desktop.documents.session_plan import session_plan_pdf

        ask = asked(session_id=number).as_use(Deed.PRINT, Purpose.PLANNING, copy.value)
        return session_plan_pdf(opened_office.read(ask), words, copy, printed)

    _print(page, office, output, (session, group, date), password_file, user, lang)


def sign_in(
    office: OfficeOption,
    output: OutOption,
    session: SessionOption = None,
    group: GroupOption = None,
    date: DayOption = None,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """The sign-in sheet of one session, named by its number, or by group and day."""

    def page(opened_office: "Office", number: int, words: "Words", printed: "Printed") -> bytes:
        from db.log import Deed, Purpose
        from db.queries.sign_in import sign_in_sheet
        from desktop.documents.sign_in import sign_in_pdf

        ask = sign_in_sheet(session_id=number).as_use(Deed.PRINT, Purpose.CARE)
        return sign_in_pdf(opened_office.read(ask), words, printed)

    _print(page, office, output, (session, group, date), password_file, user, lang)


Page = Callable[["Office", int, "Words", "Printed"], bytes]
Which = tuple[int | None, str | None, datetime | None]


def _print(
    page: Page,
    office: str,
    output: "OutOption",
    which: Which,
    password_file: "PasswordFile",
    user: str | None,
    lang: str | None,
) -> None:
    words = words_in(lang)
    with refusing(words), opened(office, password_file, user) as unlocked:
        from db.queries.find_session import find_session
        from desktop.clock import SystemClock
        from desktop.documents.kit import Printed

        number, group, day = which
        found = unlocked.read(
            find_session(session_id=number, group=group, on=day.date() if day else None)
        )
        printed = Printed(unlocked.who.name, SystemClock().now())
        write_file(output, page(unlocked, found, words, printed))
