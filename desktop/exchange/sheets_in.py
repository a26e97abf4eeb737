# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a spreadsheet file into grids: guarded, and by what the file holds rather than what it is called."""

import json
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from db.errors import Broken, Refused, Why
from desktop.exchange import limits
from desktop.exchange.csv_in import read_csv
from desktop.exchange.grid import Grid, Unread, Value

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A frozen program has no Python to start: it is called again with this, and runs sheets_in_child.main.
READER_FLAG = "--read-sheets"
_ROOT = Path(__file__).resolve().parents[2]

_FROM_PLAIN: dict[str, Callable[[Any], Value]] = {
    "text": str,
    "number": float,
    "bool": bool,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "unread": Unread,
}


def parse_sheets(path: Path) -> tuple[Grid, ...]:
    """The sheets of an xlsx, xlsm, ods, xls or delimited text file, in their order, hidden ones too.

    Raises Refused: CANNOT_READ, FILE_TOO_BIG, or FILE_NOT_A_SHEET with the fact `reason`, one of
    "empty", "password", "damaged" and "other_kind".
    """
    data = _content(path)
    if not data:
        raise Refused(Why.FILE_NOT_A_SHEET, file=path.name, reason="empty")
    if data.startswith((_ZIP, _OLE)):
        return tuple(_grid(sheet) for sheet in _read_apart(data, path.name))
    return (read_csv(data, path.name),)


def _content(path: Path) -> bytes:
    try:
        # A pipe or a device could keep the reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Why.CANNOT_READ, file=path.name)
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise Refused(Why.CANNOT_READ, file=path.name) from problem
    if len(data) > limits.FILE_BYTES:
        raise Refused(Why.FILE_TOO_BIG, file=path.name, limit=f"{limits.FILE_BYTES >> 20} MB")
    return data


def _read_apart(data: bytes, file: str) -> list[dict[str, Any]]:
    """Let another process read a packed file, with a limit on its time and memory."""
    frozen = bool(getattr(sys, "frozen", False))
    how = (
        [sys.executable, READER_FLAG]
        if frozen
        else [sys.executable, "-m", "desktop.exchange.sheets_in_child"]
    )
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            how,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.CHILD_SECONDS,
            cwd=None if frozen else _ROOT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise Refused(Why.FILE_TOO_BIG, file=file) from problem
    if done.returncode < 0:
        raise Refused(Why.FILE_TOO_BIG, file=file)
    if done.returncode:
        raise Refused(Why.FILE_NOT_A_SHEET, file=file, reason="damaged")
    return _sheets(json.loads(done.stdout), file)


def _sheets(answer: dict[str, Any], file: str) -> list[dict[str, Any]]:
    if why := answer.get("refused"):
        raise Refused(
            Why(why), file=file, **({"reason": answer["reason"]} if answer["reason"] else {})
        )
    sheets = answer.get("sheets")
    if not isinstance(sheets, list):
        raise Broken("the reader of spreadsheets gave no sheets")
    return sheets


def _grid(sheet: dict[str, Any]) -> Grid:
    cells = {(row, column): _FROM_PLAIN[kind](plain) for row, column, kind, plain in sheet["cells"]}
    return Grid(sheet["name"], cells, sheet["hidden"])
