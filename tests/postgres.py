# SPDX-License-Identifier: GPL-3.0-or-later
"""A throwaway PostgreSQL cluster from the system's binaries, as an ordinary user, on a socket."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def binaries() -> Path | None:
    """The folder of initdb and postgres, newest first; None where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: -int(p.parent.name))
    found = shutil.which("initdb")
    for folder in [*folders, *([Path(found).parent] if found else [])]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


class Cluster:
    """Started once a test process; a database is a copy of a template."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder
        self.root = Path(tempfile.mkdtemp(prefix="punos-pg-"))
        self.user: dict[str, object] = {}
        if os.geteuid() == 0:  # initdb refuses root
            shutil.chown(self.root, "nobody")
            self.user = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        self._run(
            "initdb",
            "-D",
            str(self.root / "data"),
            "-U",
            "punos",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
        )
        options = f"-k {self.root} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        self._run(
            "pg_ctl",
            "-D",
            str(self.root / "data"),
            "-w",
            "-l",
            str(self.root / "log"),
            "-o",
            options,
            "start",
        )
        self.made = 0

    def url(self, database: str) -> str:
        return f"postgresql://punos@/{database}?host={self.root}"

    def make(self, template: str | None = None) -> str:
        """A new database, empty or a copy of `template`; its name."""
        self.made += 1
        name = f"office_{self.made}"
        source = template or "template0"
        self._run(
            "psql",
            "-h",
            str(self.root),
            "-U",
            "punos",
            "-d",
            "postgres",
            "-qc",
            f"CREATE DATABASE {name} TEMPLATE {source}",
        )
        return name

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.root / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.root, ignore_errors=True)

    def _run(self, tool: str, *arguments: str) -> None:
        subprocess.run(
            [self.bin / tool, *arguments],
            check=True,
            cwd=self.root,
            timeout=60,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            **self.user,
        )
