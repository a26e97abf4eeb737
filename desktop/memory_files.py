# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files that live in memory under ":/", because a style sheet takes its pictures by address only.

The layout is that of Qt's compiled resources, version 1 (qtbase: src/corelib/io/qresource.cpp).
"""

import struct
import zlib
from functools import cache

from PySide6.QtCore import qRegisterResourceData

_FOLDER = 2
_LANGUAGE_C = 1


def _hash(name: str) -> int:
    """Qt's hash of a resource name (qt_hash in qhash.cpp): entries are found by halving on it."""
    value = 0
    for unit in struct.unpack(f"<{len(name.encode('utf-16-le')) // 2}H", name.encode("utf-16-le")):
        value = (value << 4) + unit
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value


def publish(files: dict[str, bytes]) -> str:
    """Make `files` (name to content) readable under the address returned, ":/..." without a slash."""
    ordered = tuple(sorted(files.items(), key=lambda file: _hash(file[0])))
    folder = f"{zlib.crc32(repr(ordered).encode()):08x}"
    _register(folder, ordered)
    return f":/{folder}"


@cache
def _register(folder: str, files: tuple[tuple[str, bytes], ...]) -> tuple[bytes, bytes, bytes]:
    """Hand Qt its three tables. It reads them in place, so the cache here keeps them alive."""
    names, content = bytearray(), bytearray()

    def named(name: str) -> int:
        start = len(names)
        names.extend(struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be"))
        return start

    tree = bytearray(struct.pack(">IHII", 0, _FOLDER, 1, 1))
    tree += struct.pack(">IHII", named(folder), _FOLDER, len(files), 2)
    for name, data in files:
        tree += struct.pack(">IHHHI", named(name), 0, 0, _LANGUAGE_C, len(content))
        content += struct.pack(">I", len(data)) + data
    tables = bytes(tree), bytes(names), bytes(content)
    qRegisterResourceData(1, *tables)
    return tables
