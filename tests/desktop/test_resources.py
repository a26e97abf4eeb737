# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts and icons: unchanged since they were taken from their packages, all known, all with a licence."""

import ast
import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.icons import ICONS
from desktop.theme import RESOURCES

CODE = Path(__file__).parents[2] / "desktop"
ICON_CALLS = {"icon", "pixmap", "tinted", "icon_button"}


def sources(folder: str) -> dict[str, dict[str, object]]:
    with (RESOURCES / folder / "SOURCES.toml").open("rb") as file:
        found = tomllib.load(file)
    return {"icons": {**found["package"], "files": found["files"]}} if folder == "icons" else found


@pytest.mark.parametrize(("folder", "ending"), [("fonts", "ttf"), ("icons", "svg")])
def test_files_are_those_of_their_packages(folder, ending):
    named = {
        name: sha for source in sources(folder).values() for name, sha in source["files"].items()
    }
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (RESOURCES / folder).glob(f"*.{ending}")
    }
    assert found == named


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_every_source_has_its_licence_text(folder):
    for source in sources(folder).values():
        text = (RESOURCES / folder / source["licence_file"]).read_text(encoding="utf-8")
        assert {"OFL-1.1": "SIL OPEN FONT LICENSE", "ISC": "ISC License"}[source["licence"]] in text
        assert len(source["sha256"]) == 64


def strings() -> Iterator[str]:
    """Every text constant in the code of the windows."""
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def icons_asked_for() -> Iterator[tuple[str, str]]:
    """(file, icon) wherever a name is given plainly to something that draws icons."""
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            given = [word.value for word in node.keywords if word.arg == "icon"]
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ICON_CALLS:
                given += node.args[:2]
            for value in given:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield file.name, value.value


def test_every_icon_that_code_asks_for_is_there():
    missing = {
        (file, name) for file, name in icons_asked_for() if not (ICONS / f"{name}.svg").exists()
    }
    assert missing == set()


def test_only_the_icons_in_use_are_shipped():
    assert {file.stem for file in ICONS.glob("*.svg")} <= set(strings())
