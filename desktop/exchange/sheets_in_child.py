# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that reads a packed workbook, apart from the program so that a hostile file takes only it down.

It takes the file on its standard input and gives one JSON document on its standard output, either
{"sheets": [{"name", "hidden", "cells": [[row, column, kind, value], ...]}, ...]} or {"refused", "reason"}.
Kinds are those of `_plain`. It never writes a file, and runs no macro and no formula.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop.exchange import limits
from desktop.exchange.grid import Place, Unread
from desktop.exchange.markup_scan import NotASheet, TooMuch
from desktop.exchange.zip_guard import Gaps, inspect

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
Plain = list[int | str | float | bool]


def main() -> None:
    """Read, answer, end. Anything unforeseen ends the process with a status other than 0."""
    _limit_memory()
    answer = answer_to(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode())


def answer_to(data: bytes) -> dict[str, object]:
    """The document for the file whose content is `data`."""
    try:
        return {"sheets": _sheets(data)}
    except (NotASheet, CalamineError) as problem:
        reason = str(problem) if isinstance(problem, NotASheet) else "damaged"
        locked = isinstance(problem, PasswordError)
        return {"refused": "file_not_a_sheet", "reason": "password" if locked else reason}
    except (TooMuch, MemoryError):
        return {"refused": "file_too_big", "reason": ""}


def _limit_memory() -> None:
    """Where the system can (not on Windows), let this process fail rather than take all memory."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.CHILD_MEMORY, limits.CHILD_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(data: bytes) -> list[dict[str, object]]:
    gaps: Gaps = {}
    if not data.startswith(_OLE):
        gaps = inspect(data)
    elif _ENCRYPTED in data:
        raise NotASheet("password")
    book = CalamineWorkbook.from_object(io.BytesIO(data))
    budget = _Budget()
    return [
        {
            "name": about.name,
            "hidden": about.visible is not SheetVisibleEnum.Visible,
            "cells": budget.spend(
                _cells(book.get_sheet_by_name(about.name), gaps.get(about.name, {}))
            ),
        }
        for about in book.sheets_metadata
        if about.typ is SheetTypeEnum.WorkSheet
    ]


class _Budget:
    """How many cells and letters may still be handed over, for all sheets together."""

    def __init__(self) -> None:
        self._cells, self._letters = limits.FILLED_CELLS, limits.LETTERS

    def spend(self, cells: Iterator[Plain]) -> list[Plain]:
        kept: list[Plain] = []
        for cell in cells:
            self._cells -= 1
            self._letters -= len(str(cell[3]))
            if self._cells < 0 or self._letters < 0:
                raise TooMuch
            kept.append(cell)
        return kept


def _cells(sheet: CalamineSheet, gaps: dict[Place, Unread]) -> Iterator[Plain]:
    """The cells with content. calamine gives rows from the first of the sheet, columns from the first used."""
    left = sheet.start[1] if sheet.start else 0
    for row, values in enumerate(sheet.iter_rows()):
        for column, value in enumerate(values, left):
            if value != "" and (row, column) not in gaps:
                kind, plain = _plain(value)
                if plain != "":
                    yield [row, column, kind, plain]
    for (row, column), gap in gaps.items():
        yield [row, column, "unread", gap.value]


def _plain(value: object) -> tuple[str, str | float | bool]:
    """A cell's value as JSON has it, with its kind."""
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, int | float):
        return "number", value
    if isinstance(value, datetime):
        return "datetime", value.isoformat()
    if isinstance(value, date):
        return "date", value.isoformat()
    if isinstance(value, time):
        return "time", value.isoformat()
    if isinstance(value, timedelta):
        return "number", value / timedelta(days=1)
    return "text", str(value).strip()


if __name__ == "__main__":
    main()
