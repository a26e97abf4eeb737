# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files whole or not at all, so that a power cut leaves the old one or the new one.

Only temporary name, fsync, rename and fsync of the folder together survived every simulated power
cut; each shorter form lost or tore the file.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from db.errors import Refused, Why

# O_BINARY keeps Windows from turning LF into CRLF in the middle of a key slot.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_BARRED = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EISDIR,
    errno.EBUSY,
    errno.EFBIG,
    errno.EIO,
    errno.ENODEV,
    errno.ENXIO,
    errno.ENAMETOOLONG,
}


def atomic_write(path: Path, data: bytes) -> None:
    """Put `data` in `path`, in place of what is there; readable by its owner alone.

    Refused(DISK_FULL or CANNOT_WRITE, file=name) leaves the earlier file as it was.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    with _refusing(path):
        try:
            _write(part, data)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Put `data` in a file that must not be there yet, else Refused(FILE_EXISTS, file=name)."""
    with _refusing(path):
        try:
            _write(path, data)
        except FileExistsError as error:
            raise Refused(Why.FILE_EXISTS, file=path.name) from error
        except OSError:
            path.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable. Windows keeps them with the file itself and has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refusal(error: OSError, path: Path) -> Refused | None:
    """What a person can do about `error`, or None when it is our own bug."""
    if error.errno in _FULL:
        return Refused(Why.DISK_FULL, file=path.name)
    if error.errno in _BARRED:
        return Refused(Why.CANNOT_WRITE, file=path.name)
    return None


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        refused = refusal(error, path)
        if refused is None:
            raise
        raise refused from error


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, _NEW, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
