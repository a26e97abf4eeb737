# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in is drawn before anything that it can do without is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "reportlab",
    "xlsxwriter",
    "holidays",
    "icalendar",
    "babel",
    "psycopg",
    "sqlcipher3",
    "argon2",
    "cryptography",
    "platformdirs",
    "pydantic",
    "typer",
    "zoneinfo",
    "concurrent",
}

SCRIPT = """
import sys
from desktop.entrance import Entrance
from desktop import __main__

def drawn(self):
    print("\\n".join(sys.modules), flush=True)
    self._house.app.quit()

Entrance._painted = drawn
sys.argv = ["punos", *sys.argv[1:]]
sys.exit(__main__.main())
"""


@pytest.mark.parametrize("known_office", [False, True])
def test_nothing_heavy_is_loaded_at_first_paint(
    office_file: Path, tmp_path: Path, known_office: bool
) -> None:
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, *([str(office_file)] if known_office else [])],
        env={**os.environ, "PUNOS_SETTINGS_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {module.split(".")[0] for module in told.stdout.split()}
    assert "desktop" in loaded
    assert not loaded & HEAVY
