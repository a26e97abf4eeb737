# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON: one document, a list with an object for each row, its names those of the CSV header."""

import json
from collections.abc import Iterator

from db.rules.tables import Holds, Table
from desktop.exchange.text_cells import plain, share


def json_bytes(table: Table) -> bytes:
    """The whole document, a row a line."""
    lines = ",\n".join(
        json.dumps(row, ensure_ascii=False, default=_told) for row in _objects(table)
    )
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def _objects(table: Table) -> Iterator[dict[str, object]]:
    shares = {column.key for column in table.columns if column.holds is Holds.SHARE}
    yes = {column.key for column in table.columns if column.holds is Holds.YES}
    for row in table.rows:
        told = dict(zip(table.keys, row, strict=True))
        for key in shares:
            told[key] = share(told[key])
        for key in yes:
            told[key] = None if told[key] is None else bool(told[key])
        yield told


def _told(value: object) -> object:
    told = plain(value)
    if told is value:
        raise TypeError(type(value).__name__)
    return told
