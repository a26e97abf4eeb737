# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the markup inside a workbook, piece by piece, to learn how far its cells reach and which hold no value."""

import re
from abc import ABC, abstractmethod
from xml.parsers import expat

from desktop.exchange import limits
from desktop.exchange.grid import Place, Unread

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Attributes = dict[str, str]


class NotASheet(Exception):  # noqa: N818 - a finding, told on as a refusal
    """The packed file is none that can be read; the message is the reason in one word."""


class TooMuch(Exception):  # noqa: N818 - a finding, told on as a refusal
    """The packed file holds more than any register does."""


class Scan(ABC):
    """An expat parser that calls `opened` and `closed` with names free of prefixes."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._opened
        self._parser.EndElementHandler = self._closed
        self._parser.StartDoctypeDeclHandler = self._no_doctype
        self._plain: dict[str, str] = {}
        self._left = limits.ELEMENTS

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk)
        except expat.ExpatError as problem:
            raise NotASheet("damaged") from problem

    @abstractmethod
    def opened(self, name: str, given: Attributes) -> None: ...

    @abstractmethod
    def closed(self, name: str) -> None: ...

    def _opened(self, name: str, given: Attributes) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooMuch
        if name not in self._plain:
            self._plain[name] = name.rpartition(":")[2]
        self.opened(self._plain[name], given)

    def _closed(self, name: str) -> None:
        self.closed(self._plain[name])

    @staticmethod
    def _no_doctype(*_: object) -> None:
        """No spreadsheet program declares a document type; whoever does so means harm."""
        raise NotASheet("damaged")


class _Span:
    """The smallest rectangle around everything seen."""

    def __init__(self) -> None:
        self._top = self._left = 1 << 30
        self._bottom = self._right = -1

    def see(self, row: int, column: int) -> None:
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._left, self._right = min(self._left, column), max(self._right, column)
        if (self._bottom - self._top + 1) * (self._right - self._left + 1) > limits.SPAN_CELLS:
            raise TooMuch


class SheetScan(Scan):
    """A worksheet of an xlsx file. Places are Excel's own or, where it leaves them out, the next ones."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[Place, Unread] = {}
        self._span = _Span()
        self._row = self._column = -1
        self._address = ""
        self._formula = self._filled = self._error = False

    def opened(self, name: str, given: Attributes) -> None:
        if name == "c":
            self._address = given.get("r", "")
            self._column += 1
            self._formula = self._filled = False
            self._error = given.get("t") == "e"
        elif name == "row":
            number = given.get("r", "")
            self._row = int(number[:8]) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
        elif name == "f":
            self._formula = True
        elif name in {"v", "is"}:
            self._span.see(*self._place())
            self._parser.CharacterDataHandler = self._text

    def closed(self, name: str) -> None:
        if name in {"v", "is"}:
            self._parser.CharacterDataHandler = None
        elif name == "c" and self._error:
            self.gaps[self._place()] = Unread.ERROR
        elif name == "c" and self._formula and not self._filled:
            self.gaps[self._place()] = Unread.FORMULA
        if len(self.gaps) > limits.FILLED_CELLS:
            raise TooMuch

    def _text(self, text: str) -> None:
        self._filled = self._filled or not text.isspace()

    def _place(self) -> Place:
        if found := _ADDRESS.fullmatch(self._address):
            self._row, self._column = int(found[2]) - 1, _column_number(found[1])
        return self._row, self._column


class OdsScan(Scan):
    """The content of an ods file, where one element may stand for a million equal rows or cells."""

    def __init__(self) -> None:
        super().__init__()
        self._span = _Span()
        self._row = self._column = -1
        self._rows = 1

    def opened(self, name: str, given: Attributes) -> None:
        if name == "table":
            self._span = _Span()
            self._row, self._rows = -1, 1
        elif name == "table-row":
            self._rows = _repeated(given, "table:number-rows-repeated")
            self._row += self._rows
            self._column = -1
        elif name in {"table-cell", "covered-table-cell"}:
            columns = _repeated(given, "table:number-columns-repeated")
            self._column += columns
            if "office:value-type" in given:
                self._span.see(self._row, self._column)
                self._span.see(self._row - self._rows + 1, self._column - columns + 1)

    def closed(self, name: str) -> None:
        """Nothing ends anything here: a row ends where the next begins."""


def elements(markup: bytes, name: str) -> list[Attributes]:
    """The attributes of all elements of a name."""
    found: list[Attributes] = []

    class Collect(Scan):
        def opened(self, opened: str, given: Attributes) -> None:
            if opened == name:
                found.append(given)

        def closed(self, _name: str) -> None:
            pass

    Collect().feed(markup)
    return found


def _repeated(given: Attributes, key: str) -> int:
    number = given.get(key, "1")
    return min(int(number[:9]), 1 << 30) if number.isdecimal() else 1


def _column_number(letters: str) -> int:
    """The column of Excel's letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
