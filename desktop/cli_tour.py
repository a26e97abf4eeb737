# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos tour`: the real windows driven through the main jobs, with a picture of each."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli_support import Language, OfficeArgument, PasswordFile, password, refusing, words_in


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("tour")(tour)


def tour(
    office: OfficeArgument,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the results go.")],
    theme: Annotated[str, typer.Option(help="light or dark")] = "light",
    scale: Annotated[int, typer.Option(help="Size of text: 100, 115, 130 or 150.")] = 100,
    password_file: PasswordFile = None,
    lang: Language = None,
) -> None:
    """Drive the windows through the main jobs; leave pictures, PDFs and the workbook."""
    words = words_in(lang)
    if theme not in ("light", "dark") or scale not in (100, 115, 130, 150):
        raise typer.BadParameter("light, dark; 100, 115, 130, 150", param_hint="--theme, --scale")
    with refusing(words):
        secret = password(password_file)
        from db.files import refusal
        from db.opening import open_office
        from desktop.tour import take_tour

        open_office(office, secret).close()
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(error, out) or error from error
        for made in take_tour(
            office, secret, out, language=words.language, theme=theme, scale=scale
        ):
            print(made)
