# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program for tests of windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.programs import Running, Start


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """A function that starts the program: `start(office_file, language="sv")`."""
    started: list[Running] = []

    def go(office: Path | str | None = None, **choices: object) -> Running:
        started.append(Running(qapp, tmp_path, office, **choices))
        return started[-1]

    yield go
    for running in started:
        running.end()


@pytest.fixture
def seated(start: Start, office_file: Path) -> Running:
    """The program with Elina Kallio signed in."""
    running = start(office_file)
    running.sign_in()
    return running
