# SPDX-License-Identifier: GPL-3.0-or-later
"""`punos` and `punos OFFICE` open the window at once; every other command goes to the command line."""

import sys

READER_FLAG = "--read-sheets"  # a frozen program reads spreadsheets in a child of itself
COMMANDS = frozenset({"demo", "tour", "import", "export", "print", "backup", "restore", "check"})


def main() -> int:
    """The exit status of whatever was asked for."""
    arguments = sys.argv[1:]
    if arguments[:1] == [READER_FLAG]:
        from desktop.exchange.sheets_in_child import main as read_sheets

        read_sheets()
        return 0
    if opens_window(arguments):
        from desktop.app import run

        return run(arguments[0] if arguments else None)
    from desktop.cli import main as command_line

    return command_line()


def opens_window(arguments: list[str]) -> bool:
    """Whether this is `punos` or `punos OFFICE`: the command line's library would cost the first
    paint 100 ms."""
    if not arguments:
        return True
    alone = len(arguments) == 1
    return alone and arguments[0] not in COMMANDS and not arguments[0].startswith("-")


if __name__ == "__main__":
    sys.exit(main())
