# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands for whole offices: demo, backup, restore, check."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli_support import (
    Language,
    OfficeArgument,
    OutOption,
    PasswordFile,
    User,
    password,
    progress,
    refusing,
    words_in,
)  # fmt: skip


class Size(StrEnum):
    """Volumes of the demonstration office."""

    S = "s"
    M = "m"
    L = "l"
    XL = "xl"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("demo")(demo)
    app.command("backup")(make_backup)
    app.command("restore")(bring_back)
    app.command("check")(check_office)


def demo(
    office: OfficeArgument,
    size: Annotated[
        Size, typer.Option(help="How large: one leader's, a unit's, an area's.")
    ] = Size.M,
    seed: Annotated[int, typer.Option(help="The same number gives the same office.")] = 7,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day the story stands at; 2027-05-04 if none."),
    ] = None,
    password_file: PasswordFile = None,
    lang: Language = None,
) -> None:
    """Make a demonstration office of invented people."""
    words = words_in(lang)
    with refusing(words):
        secret = password(password_file, new=True)
        from db.demo import make_demo
        from db.demo.frame import STORY_DAY

        day = today.date() if today else STORY_DAY
        with progress(words._("Making the office")) as step:
            make_demo(office, secret, size=size.value, seed=seed, today=day, progress=step)


def make_backup(
    office: OfficeArgument,
    output: OutOption,
    password_file: PasswordFile = None,
    user: User = None,  # noqa: ARG001 - one form for every command; the log of a copy is the copy
    lang: Language = None,
) -> None:
    """Copy an office into one encrypted file, opened again and compared."""
    with refusing(words_in(lang)):
        from db.backup import backup
        from db.opening import ring_of

        ring_of(office)
        backup(office, password(password_file), output)


def bring_back(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OFFICE", help="A new office.")],
    lang: Language = None,
) -> None:
    """Bring a backup back as a new office; never over one that is there."""
    with refusing(words_in(lang)):
        from db.backup import restore

        restore(file, output)


def check_office(
    office: OfficeArgument,
    password_file: PasswordFile = None,
    user: User = None,  # noqa: ARG001 - one form for every command
    lang: Language = None,
) -> None:
    """Verify every page, the structure, references and the log's chain."""
    words = words_in(lang)
    with refusing(words):
        from db.backup import check
        from db.errors import Refused, Why
        from db.opening import label_of, ring_of

        ring_of(office)
        findings = check(office, password(password_file))
        for finding in findings:
            print(f"{finding.fault}: {finding.where}")
        if findings:
            raise Refused(Why.OFFICE_DAMAGED, file=label_of(office))
    print(words._("The office is whole."))
