# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test may ask for: a real encrypted office, and the objects that a window is given."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PUNOS_LANG", "fi")

import pytest

from db.keys import Attempts
from db.office import Office
from db.opening import Founding, create, open_with_key, ring_of
from db.slots import beside

PASSWORD = "salasana-1"
NOW = datetime(2027, 5, 4, 10, 26, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture(autouse=True, scope="session")
def _own_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the settings of the person at this machine."""
    os.environ["PUNOS_SETTINGS_DIR"] = str(tmp_path_factory.mktemp("settings"))


class Template:
    """An office made once; copies of it open in milliseconds, by its key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.key = ring_of(str(path)).open(PASSWORD, Attempts())[0]

    def copy(self, folder: Path) -> Path:
        target = folder / self.path.name
        for source in (self.path, *beside(self.path)):
            shutil.copy(source, folder / source.name)
        return target

    def open(self, folder: Path) -> Office:
        return open_with_key(str(self.copy(folder)), self.key)


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    path = tmp_path_factory.mktemp("empty") / "toimisto.punos"
    create(str(path), PASSWORD, Founding("Testitoimisto", "Keskusta", "Elina", "Kallio")).close()
    return Template(path)


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    from db.demo import make_demo

    path = tmp_path_factory.mktemp("demo") / "demo.punos"
    make_demo(str(path), PASSWORD, size="s", seed=7)
    return Template(path)


@pytest.fixture
def office_file(empty_template: Template, tmp_path: Path) -> Path:
    """The path of a fresh encrypted office; its password is PASSWORD."""
    return empty_template.copy(tmp_path)


@pytest.fixture
def demo_file(demo_template: Template, tmp_path: Path) -> Path:
    """The path of a demonstration office, size s; its password is PASSWORD."""
    return demo_template.copy(tmp_path)


@pytest.fixture
def demo_office(demo_template: Template, tmp_path: Path) -> Iterator[Office]:
    office = demo_template.open(tmp_path)
    yield office
    office.close()


OpenDesk = Callable[..., object]


@pytest.fixture
def open_desk(demo_template: Template, tmp_path: Path, qapp: object) -> Iterator[OpenDesk]:
    """A function that gives a signed-in Desk on a demonstration office: `open_desk(language="sv")`."""
    from tests.desks import Desks

    desks = Desks(qapp, demo_template, tmp_path)
    yield desks.open
    desks.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> object:
    """The usual one: Finnish, light, text at 100 %."""
    return open_desk()
