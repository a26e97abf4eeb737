# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads delimited text into a grid: which encoding, which delimiter, which cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from db.errors import Refused, Why
from desktop.exchange import limits
from desktop.exchange.grid import Grid, Place, Value

_DELIMITERS = ";,\t|"
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"\s*(<[!?a-z]|\{\\rtf|%PDF)", re.IGNORECASE)
_HINT = re.compile(r"sep=(.)\r?\n")  # Excel's own first line, which Excel does not show
_SAMPLE_LETTERS = 64_000
# A cell with more lines than this is a quotation mark that somebody forgot to close.
_LINES_IN_CELL = 20


def read_csv(data: bytes, file: str) -> Grid:
    """The one sheet of a csv file. Raises Refused when `data` is no text or too much of it."""
    if len(data) > limits.TEXT_BYTES:
        raise Refused(Why.FILE_TOO_BIG, file=file, limit=f"{limits.TEXT_BYTES >> 20} MB")
    text = _text(data).rstrip("\x1a")
    if _BINARY.search(text) or _MARKUP.match(text):
        raise Refused(Why.FILE_NOT_A_SHEET, file=file, reason="other_kind")
    hint = _HINT.match(text)
    text, delimiter = (text[hint.end() :], hint[1]) if hint else (text, _delimiter(text))
    try:
        return Grid("", _cells(text, delimiter, file))
    except csv.Error as problem:
        raise Refused(Why.FILE_NOT_A_SHEET, file=file, reason="damaged") from problem


def _text(data: bytes) -> str:
    """Excel writes Windows-1252 or UTF-16 with a mark, everybody else UTF-8.

    Bytes that are none of these become control characters, which the caller refuses.
    """
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return "\x00"


def _delimiter(text: str) -> str:
    """The sign that cuts most lines into the same, large number of parts."""
    sample = text[:_SAMPLE_LETTERS]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> float:
    """How many parts most lines have, times the share of the lines that have as many."""
    try:
        widths = Counter(len(row) for row in _rows(sample, delimiter) if any(map(str.strip, row)))
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, lines = max(widths.items(), key=lambda item: (item[0] - 1) * item[1])
    return (width - 1) * lines / widths.total()


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        skipinitialspace=True,
        quoting=csv.QUOTE_NONE if _quote_left_open(text, delimiter) else csv.QUOTE_MINIMAL,
    )


def _quote_left_open(text: str, delimiter: str) -> bool:
    if '"' not in text:
        return False
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    return any(cell.count("\n") > _LINES_IN_CELL for row in rows for cell in row)


def _cells(text: str, delimiter: str, file: str) -> dict[Place, Value]:
    cells: dict[Place, Value] = {}
    for row, values in enumerate(_rows(text, delimiter)):
        for column, value in enumerate(values):
            if kept := value.strip():
                cells[row, column] = kept
        if len(cells) > limits.FILLED_CELLS:
            raise Refused(Why.FILE_TOO_BIG, file=file)
    return cells
