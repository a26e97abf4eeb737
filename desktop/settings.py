# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has chosen on this computer: each setting declared once, kept in two small files.

A roaming setting follows the person from computer to computer where Windows does that; a local one
is about this screen and these folders. No client's name belongs here.
"""

import json
import os
from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from db.files import atomic_write, refusal

T = TypeVar("T")


class Place(StrEnum):
    """Which file a setting is in."""

    ROAMING = "settings.json"
    LOCAL = "this-computer.json"


class Setting(Generic[T]):
    """One setting: its name in the file is its name in `Settings`. A value that does not pass
    `fits`, of an older version or another hand, counts as not chosen."""

    def __init__(self, default: T, fits: Callable[[object], bool], place: Place) -> None:
        self.default = default
        self.fits = fits
        self.place = place
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, owner: type) -> "Setting[T]": ...
    @overload
    def __get__(self, settings: "Settings", owner: type) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type) -> "T | Setting[T]":
        return self if settings is None else settings.value_of(self)

    def __set__(self, settings: "Settings", value: T) -> None:
        settings.choose(self, value)


def one_of(values: Collection[object]) -> Callable[[object], bool]:
    """Fits when it is one of these, and of the same type: True is no 1."""
    return lambda value: any(type(value) is type(v) and value == v for v in values)


def text(value: object) -> bool:
    """Fits a string."""
    return isinstance(value, str)


def text_or_none(value: object) -> bool:
    """Fits a string, or nothing chosen."""
    return value is None or isinstance(value, str)


def yes_or_no(value: object) -> bool:
    """Fits a truth value."""
    return isinstance(value, bool)


def table(value: object) -> bool:
    """Fits names with plain values."""
    return isinstance(value, dict) and all(
        isinstance(v, str | int | float | bool | None) for v in value.values()
    )


class Settings:
    """The settings of this person. Reading an attribute gives the chosen value or the default;
    assigning one saves it at once, whole or not at all.

    Assigning raises Refused(DISK_FULL or CANNOT_WRITE); the value holds until the program ends.
    """

    language = Setting[str | None](None, one_of((None, "fi", "sv", "en")), Place.ROAMING)
    theme = Setting("system", one_of(("system", "light", "dark")), Place.ROAMING)
    text_size = Setting(100, one_of((100, 115, 130, 150)), Place.ROAMING)
    discreet = Setting(False, yes_or_no, Place.ROAMING)
    today_scope = Setting("mine", one_of(("mine", "office")), Place.ROAMING)
    calendar_scope = Setting("office", one_of(("mine", "office")), Place.ROAMING)
    import_name_order = Setting("first_last", one_of(("first_last", "last_first")), Place.ROAMING)
    report = Setting[dict[str, Any]]({}, table, Place.ROAMING)
    last_user = Setting("", text, Place.ROAMING)
    lock_after = Setting(10, one_of((5, 10, 15, 30)), Place.ROAMING)

    last_office = Setting[str | None](None, text_or_none, Place.LOCAL)
    export_folder = Setting[str | None](None, text_or_none, Place.LOCAL)
    backup_folder = Setting[str | None](None, text_or_none, Place.LOCAL)
    window = Setting("", text, Place.LOCAL)
    printer = Setting("", text, Place.LOCAL)

    def __init__(self, roaming: Path, local: Path | None = None) -> None:
        self._paths = {
            Place.ROAMING: roaming / Place.ROAMING,
            Place.LOCAL: (local or roaming) / Place.LOCAL,
        }
        self.set_aside: list[Path] = []
        self._values = {place: self._read_if_possible(place) for place in Place}

    def value_of(self, setting: Setting[T]) -> T:
        """What is chosen, or the default."""
        value = self._values[setting.place].get(setting.name, setting.default)
        return value if setting.fits(value) else setting.default

    def choose(self, setting: Setting[T], value: T) -> None:
        """Keep and save `value`; ValueError for one that does not fit."""
        if not setting.fits(value):
            raise ValueError(setting.name)
        self._values[setting.place][setting.name] = value
        path = self._paths[setting.place]
        try:
            # Another window may have chosen something since: only this one value is ours to change.
            kept = self._read(setting.place)
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(error, path) or error from error
        kept[setting.name] = value
        atomic_write(path, json.dumps(kept, ensure_ascii=False, indent=2).encode())

    def _read_if_possible(self, place: Place) -> dict[str, Any]:
        """Nobody is kept out of the program by a settings file that may not be read."""
        try:
            return self._read(place)
        except OSError:
            return {}

    def _read(self, place: Place) -> dict[str, Any]:
        """Everything in the file, settings of other versions too. A broken file is set aside
        beside its place, and listed in `set_aside`, for the person to be told."""
        path = self._paths[place]
        try:
            values = json.loads(path.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        self.set_aside.append(path.replace(_free_name(path)))
        return {}


def settings_of_this_person() -> Settings:
    """From the folders where this system keeps settings, or from PUNOS_SETTINGS_DIR for both files."""
    told = os.environ.get("PUNOS_SETTINGS_DIR")
    if told:
        return Settings(Path(told), Path(told))
    from platformdirs import user_config_path

    return Settings(
        user_config_path("punos", appauthor=False, roaming=True),
        user_config_path("punos", appauthor=False),
    )


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    return aside
