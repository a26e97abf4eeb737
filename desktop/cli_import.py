# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos import`: attendance spreadsheets into an office."""

import json
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, cast, get_args

import typer

from db.errors import Refused, Why
from desktop.cli_support import (
    REFUSED,
    Language,
    OfficeOption,
    PasswordFile,
    User,
    opened,
    refusing,
    words_in,
)

if TYPE_CHECKING:
    from db.office import Office
    from desktop.exchange.import_amounts import Amounts, Part
    from desktop.exchange.register_out import Decision, SaidOf
    from desktop.exchange.register_shapes import Meaning, Understood, UnderstoodGroup
    from desktop.words import Words

# After `register`: the `import` command, to which other files that come in add theirs.
imports = typer.Typer(help="Bring files in: attendance spreadsheets.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `import` to the commands."""
    app.add_typer(imports, name="import")


@imports.command()
def attendance(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="xlsx, ods, xls or csv.")],
    office: OfficeOption,
    group: Annotated[
        str | None,
        typer.Option(
            help="The group to bring the register into; of several registers, the one to take."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be done.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    marks: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="MARK=MEANING",
            help="What a mark means: present, late, notified, absent or skip. Repeat for each.",
        ),
    ] = None,
    people: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            metavar="CELL=WHO",
            help="Who stands in a cell: a participant's id, new or skip. Repeat for each.",
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1900, max=2200, help="The year, where the file tells none.")
    ] = None,
    flip_names: Annotated[
        bool, typer.Option("--flip-names", help="Read first and last names the other way round.")
    ] = False,
    password_file: PasswordFile = None,
    user: User = None,
    lang: Language = None,
) -> None:
    """Read an attendance spreadsheet as leaders keep it, and bring it into an office."""
    from desktop.exchange.register_reading import Corrections, read

    words = words_in(lang)
    now = datetime.now(UTC)
    corrections = Corrections(_meanings(marks or ()), year, flip_names)
    with refusing(words):
        understood = read(file).understood(corrections, now.year)
        chosen = _choose(words, understood, group)
        decided = _decide(chosen, people or ())
        if not dry_run:
            _need_no_meanings(words, file, understood, chosen)
        with opened(office, password_file, user) as here:
            parts = _look(here, decided)
            amounts = _expect(parts) if dry_run else _take(words, here, parts)
    if as_json:
        from desktop.exchange.import_document import document

        # Escaped, so that it arrives whole through any encoding of a pipe.
        print(
            json.dumps(document(file.name, understood, parts, amounts, dry_run=dry_run), indent=1)
        )
    else:
        from desktop.import_report import report

        print("\n".join(report(words, understood, parts, amounts, dry_run=dry_run)))


def _meanings(given: Iterable[str]) -> "Mapping[str, Meaning]":
    """MARK=MEANING by mark; wrong usage for any other meaning."""
    from desktop.exchange.register_shapes import Meaning

    meanings: dict[str, Meaning] = {}
    for text in given:
        mark, _, meaning = text.rpartition("=")
        if not mark or meaning not in get_args(Meaning):
            told = ", ".join(get_args(Meaning))
            raise typer.BadParameter(f"{text}: MARK=({told})", param_hint="--map")
        meanings[mark] = cast("Meaning", meaning)
    return meanings


def _choose(
    words: "Words", understood: "Understood", wanted: str | None
) -> "list[tuple[UnderstoodGroup, str]]":
    """The registers to take, each with the name of its group in the office."""
    groups = understood.groups
    if wanted is None:
        return [(group, group.name) for group in groups]
    if len(groups) == 1:
        return [(groups[0], wanted)]
    named = [
        group
        for group in groups
        if wanted.casefold() in {group.name.casefold(), group.sheet.casefold()}
    ]
    if not named:
        names = words.list(words.quoted(group.name) for group in groups)
        told = words._("The file has several groups: {groups}. Choose one of them with --group.")
        _refuse(told.format(groups=names))
    return [(group, group.name) for group in named]


def _decide(
    chosen: "Iterable[tuple[UnderstoodGroup, str]]", given: Iterable[str]
) -> "list[tuple[UnderstoodGroup, Decision]]":
    """What is said of each register and, by CELL=WHO, of its people."""
    from desktop.exchange.register_out import Decision

    groups = list(chosen)
    people: list[dict[int, SaidOf]] = [{} for _ in groups]
    for text in given:
        cell, _, who = text.rpartition("=")
        places = [
            (at, place)
            for at, (group, _) in enumerate(groups)
            for place, person in enumerate(group.people)
            if cell in {person.cell, person.cell.rpartition("!")[2]}
        ]
        if len(places) != 1:
            raise typer.BadParameter(f"{text}: CELL=(ID, new, skip)", param_hint="--person")
        at, place = places[0]
        people[at][place] = _who(text, who)
    return [
        (group, Decision(name, said)) for (group, name), said in zip(groups, people, strict=True)
    ]


def _who(text: str, who: str) -> "SaidOf":
    from desktop.exchange.register_out import Said

    if who.isdecimal():
        return int(who)
    try:
        return {"new": Said.NEW, "skip": Said.LEFT_OUT}[who]
    except KeyError:
        raise typer.BadParameter(f"{text}: CELL=(ID, new, skip)", param_hint="--person") from None


def _need_no_meanings(
    words: "Words",
    file: Path,
    understood: "Understood",
    chosen: "Iterable[tuple[UnderstoodGroup, str]]",
) -> None:
    """Refuse marks that nobody has given a meaning, with their cells and the way to give it."""
    from desktop.exchange.register_out import unknown_in
    from desktop.import_told import cells_told
    from desktop.sentences import sentence

    unknown = unknown_in(understood, [group for group, _ in chosen])
    if not unknown:
        return
    marks = [f"{words.quoted(mark.text)} ({cells_told(words, mark.cells)})" for mark in unknown]
    refused = Refused(Why.UNKNOWN_MARKS, file=file.name, cells=marks)
    example = shlex.quote(f"{unknown[0].text}={unknown[0].suggestion or 'skip'}")
    told = words._("For example: --map {example} (present, late, notified, absent or skip).")
    _refuse(f"{sentence(words, refused)} {told.format(example=example)}")


def _look(office: "Office", decided: "Sequence[tuple[UnderstoodGroup, Decision]]") -> "list[Part]":
    """The registers beside the office."""
    from db.queries.import_preview import import_preview
    from desktop.exchange.import_amounts import Part
    from desktop.exchange.register_out import whole_register_of

    registers = [whole_register_of(group, decision) for group, decision in decided]
    today = datetime.now(UTC).date()
    previews = office.read(import_preview(registers=registers, on=today)).registers
    return [
        Part(group, decision, preview)
        for (group, decision), preview in zip(decided, previews, strict=True)
    ]


def _expect(parts: "Sequence[Part]") -> "Amounts":
    from desktop.exchange.import_amounts import amounts_of

    return amounts_of(parts)


def _take(words: "Words", office: "Office", parts: "Sequence[Part]") -> "Amounts":
    """Bring the registers in, if nobody in them has to be asked about."""
    from db.actions.imports import import_attendance
    from db.log import Deed
    from desktop.exchange.import_amounts import Amounts
    from desktop.exchange.register_out import register_of
    from desktop.import_told import cells_told

    unsure = [part.group.people[place].cell for part in parts for place in part.unsure()]
    if unsure:
        told = words._(
            "Several people have the name in {cells}. Tell who it is: --person {cell}=ID, or "
            "--person {cell}=new. Nothing was imported."
        )
        _refuse(told.format(cells=cells_told(words, unsure), cell=unsure[0].rpartition("!")[2]))
    registers = [register_of(part.group, part.decision) for part in parts]
    deed = replace(import_attendance(registers=registers), deed=Deed.IMPORT)
    return Amounts(**asdict(office.write(deed).value))


def _refuse(line: str) -> NoReturn:
    """One line on standard error, and out."""
    print(" ".join(line.split()), file=sys.stderr)
    raise typer.Exit(REFUSED)
