# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands share: the password, opening an office, refusals as one line, progress."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from db.errors import Broken, Refused, Why
from desktop.sentences import sentence
from desktop.words import LANGUAGES, Words, system_language

if TYPE_CHECKING:
    from db.office import Office

OfficeOption = Annotated[
    str, typer.Option("--office", metavar="OFFICE", help="A file, or a postgresql:// address.")
]
OfficeArgument = Annotated[
    str, typer.Argument(metavar="OFFICE", help="A file, or a postgresql:// address.")
]
OutOption = Annotated[
    Path, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")
]
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", help="A file whose first line is the password."),
]
User = Annotated[str | None, typer.Option("--user", help="Who signs in, where there are several.")]
Language = Annotated[
    str | None, typer.Option("--lang", metavar="fi|sv|en", help="The language of words and sheets.")
]

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def words_in(language: str | None) -> Words:
    """The words of a language; wrong usage when it is none of ours."""
    if language is not None and language not in LANGUAGES:
        raise typer.BadParameter(f"{language}: fi, sv, en", param_hint="--lang")
    return Words(language or system_language())


@contextmanager
def refusing(words: Words) -> Iterator[None]:
    """Tell a refusal as one line on standard error and leave with status 1; nothing is half done."""
    try:
        yield
    except Refused as refused:
        _say(sentence(words, refused))
        raise typer.Exit(REFUSED) from None
    except Broken as broken:
        _say(words._("Punos met a fault of its own: {fault}").format(fault=broken))
        raise typer.Exit(REFUSED) from None


@contextmanager
def opened(address: str, password_file: Path | None, user: str | None) -> "Iterator[Office]":
    """An unlocked office, closed at the end."""
    from db.opening import open_office, ring_of

    ring_of(address)  # tell what is wrong with the office before asking for its password
    office = open_office(address, password(password_file), user=user)
    try:
        yield office
    finally:
        office.close()


def password(file: Path | None, *, new: bool = False) -> str:
    """From --password-file, PUNOS_PASSWORD or a prompt; Refused(PASSWORD_MISSING) without any."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, IndexError, UnicodeDecodeError) as error:
            raise Refused(Why.CANNOT_READ, file=file.name) from error
    if found := os.environ.get("PUNOS_PASSWORD"):
        return found
    if not sys.stdin.isatty():
        raise Refused(Why.PASSWORD_MISSING)
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=new, err=True))


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error while something long runs; silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def write_file(path: Path, data: bytes) -> None:
    """Write a result whole or not at all. A script that runs on a schedule replaces its last one, but
    never an office."""
    from db.slots import write_result

    if not path.parent.is_dir():
        raise Refused(Why.CANNOT_WRITE, file=path.name)
    write_result(path, data)


def _say(line: str) -> None:
    print(" ".join(line.split()), file=sys.stderr)
