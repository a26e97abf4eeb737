# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in memory are found by Qt under the address given."""

from PySide6.QtCore import QFile

from desktop.memory_files import publish


def read(address: str) -> bytes:
    file = QFile(address)
    assert file.open(QFile.OpenModeFlag.ReadOnly)
    return file.readAll().data()


def test_every_file_is_found_with_its_own_content():
    files = {f"file-{number}.txt": f"content {number}".encode() for number in range(40)}
    folder = publish(files)
    assert {name: read(f"{folder}/{name}") for name in files} == files


def test_other_content_gets_another_address():
    one, other = publish({"a": b"1"}), publish({"a": b"2"})
    assert (read(f"{one}/a"), read(f"{other}/a")) == (b"1", b"2")


def test_the_same_files_are_published_once():
    assert publish({"same": b"x"}) == publish({"same": b"x"})
