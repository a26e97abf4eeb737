# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks through a zipped workbook before it is read: what really comes out of it, and how far its cells reach."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from desktop.exchange import limits
from desktop.exchange.grid import Place, Unread
from desktop.exchange.markup_scan import NotASheet, OdsScan, SheetScan, TooMuch
from desktop.exchange.workbook_parts import links_of, sheet_parts, workbook_part

_CHUNK = 1 << 16
_ROOT, _ODS = "_rels/.rels", "content.xml"
# Read by calamine besides the sheets themselves.
_TEXTS = ("xl/sharedStrings.xml", "xl/styles.xml", "META-INF/manifest.xml")


Gaps = dict[str, dict[Place, Unread]]


def inspect(data: bytes) -> Gaps:
    """The cells of each sheet whose formula or value cannot be read, by the name of the sheet.

    Raises NotASheet or TooMuch unless `data` is a workbook that can be read safely. Sizes that the
    file claims for itself are not believed: everything that will be read is unpacked and counted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_kind(packed)
            return _Unpacking(packed).gaps()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as problem:
        # zipfile raises ValueError where a file claims to begin before itself
        raise NotASheet("damaged") from problem


def _check_kind(packed: zipfile.ZipFile) -> None:
    files = packed.infolist()
    if len(files) > limits.PACKED_FILES:
        raise TooMuch
    if any(file.flag_bits & 1 for file in files):
        raise NotASheet("password")
    if not {file.filename for file in files} & {_ROOT, _ODS}:
        raise NotASheet("other_kind")


class _Unpacking:
    """Reads the parts of one file within one common allowance of bytes."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = set(packed.namelist())
        self._left = limits.UNPACKED_BYTES

    def gaps(self) -> Gaps:
        for name in _TEXTS:
            self._feed(name, lambda _chunk: None)
        workbook = workbook_part(self._whole(_ROOT)) if _ROOT in self._names else ""
        if workbook not in self._names:
            self._feed(_ODS, OdsScan().feed)
            return {}
        found: Gaps = {}
        for sheet, part in sheet_parts(
            workbook, self._whole(workbook), self._whole(links_of(workbook))
        ):
            cells = SheetScan()
            self._feed(part, cells.feed)
            found[sheet] = cells.gaps
        return found

    def _feed(self, name: str, taker: Callable[[bytes], None]) -> None:
        for chunk in self._chunks(name):
            taker(chunk)

    def _whole(self, name: str) -> bytes:
        return b"".join(self._chunks(name))

    def _chunks(self, name: str) -> Iterator[bytes]:
        if name not in self._names:
            return
        with self._packed.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise TooMuch
                yield chunk
