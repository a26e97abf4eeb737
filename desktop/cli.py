# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: the same program for scripts, tests and offices that export on a schedule.

Exit status: 0 done, 1 refused (one line on standard error says why and what to do), 2 wrong usage.
"""

import io
import sys
from importlib import import_module

import typer

from desktop.cli_support import DONE, REFUSED

MODULES = ("cli_office", "cli_export", "cli_import", "cli_print", "cli_tour")


def build() -> typer.Typer:
    """The whole command tree; each module adds its own commands by `register(app)`."""
    app = typer.Typer(
        name="punos",
        help="Groups, attendance and goals of social rehabilitation. `punos OFFICE` opens the window.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for module in MODULES:
        import_module(f"desktop.{module}").register(app)
    return app


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a pipe that knows no Č must not stop an import
    try:
        build()(arguments, prog_name="punos")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else REFUSED
    return DONE
