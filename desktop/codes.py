# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of the codes that the office stores, from the versioned lists in resources/codes."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from db.rules.words import TagKind

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "codes"

TAG_LISTS = {
    TagKind.SKILL_AREA: "skill_areas",
    TagKind.SKILL: "skills",
    TagKind.THEME: "themes",
    TagKind.TARGET_GROUP: "target_groups",
    TagKind.METHOD: "methods",
    TagKind.SERVICE_AIM: "service_aims",
    TagKind.MECHANISM: "mechanisms",
    TagKind.SECTION_17: "section_17_points",
    TagKind.FACTOR: "factors",
}


class InLanguage(Protocol):
    """What a code needs of `Words`: the language to be named in."""

    @property
    def language(self) -> str: ...


class Codes:
    """Code lists in one language. A list is read from its file when it is first asked for."""

    def __init__(self, words: InLanguage, folder: Path = FOLDER) -> None:
        self._language = words.language
        self._folder = folder

    def name(self, list_name: str, code: str) -> str:
        """What people call `code`. A code that the list lacks is shown as it is stored: an office
        may hold codes of a later version."""
        found = self._entries(list_name).get(code)
        return str(found[self._language]) if found else code

    def help(self, list_name: str, code: str) -> str:
        """One sentence about `code`, or "" where its name says enough."""
        found = self._entries(list_name).get(code, {})
        return str(found.get("help", {}).get(self._language, ""))

    def choices(self, list_name: str) -> list[tuple[str, str]]:
        """(code, name) in the order of the file, without retired codes."""
        return [
            (code, entry[self._language])
            for code, entry in self._entries(list_name).items()
            if not entry.get("retired")
        ]

    def title(self, list_name: str) -> str:
        """What the whole list is called, for a field's label."""
        return str(self._read(list_name)["name"][self._language])

    def list_help(self, list_name: str) -> str:
        """What the list is for, in a sentence or two."""
        return str(self._read(list_name)["help"][self._language])

    def has(self, list_name: str, code: str, flag: str) -> bool:
        """Whether `code` carries a flag, such as end_reasons' "dropout"."""
        return bool(self._entries(list_name).get(code, {}).get(flag, False))

    def _entries(self, list_name: str) -> dict[str, dict[str, Any]]:
        entries: dict[str, dict[str, Any]] = self._read(list_name)["codes"]
        return entries

    def _read(self, list_name: str) -> dict[str, Any]:
        return read_list(self._folder / f"{list_name}.toml")


@cache
def read_list(path: Path) -> dict[str, Any]:
    """One list as its file has it. Kept: the files do not change while the program runs."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
