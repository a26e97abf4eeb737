# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test of db/ that asks for an office runs on an encrypted file and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.keys import Attempts
from db.office import Office
from db.opening import Founding, create, open_with_key, ring_of
from tests.conftest import PASSWORD, Template
from tests.postgres import Cluster, binaries


class Server:
    """A cluster with one office made in it as the template of all others."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.template = cluster.make()
        address = cluster.url(self.template)
        create(address, PASSWORD, Founding("Testitoimisto", "Keskusta", "Elina", "Kallio")).close()
        self.key = ring_of(address).open(PASSWORD, Attempts())[0]

    def open(self) -> Office:
        return open_with_key(self.cluster.url(self.cluster.make(self.template)), self.key)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = binaries()
    if folder is None:
        pytest.skip("no PostgreSQL server on this machine: apt install postgresql")
    cluster = Cluster(folder)
    yield Server(cluster)
    cluster.stop()


@pytest.fixture(params=["file", "server"])
def office(
    request: pytest.FixtureRequest, empty_template: Template, tmp_path: Path
) -> Iterator[Office]:
    """A fresh office, once on an encrypted file and once on PostgreSQL."""
    on_file = request.param == "file"
    opened = empty_template.open(tmp_path) if on_file else request.getfixturevalue("server").open()
    yield opened
    opened.close()
