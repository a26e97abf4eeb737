# SPDX-License-Identifier: GPL-3.0-or-later
"""Choices are kept, checked, and never lost to a broken file."""

import json
import sys
from pathlib import Path

import pytest

from db.errors import Refused, Why
from desktop.settings import Place, Setting, Settings, settings_of_this_person


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "roaming", tmp_path / "local")


def again(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "roaming", tmp_path / "local")


def test_defaults_before_anything_is_chosen(settings: Settings, tmp_path: Path) -> None:
    assert (settings.language, settings.theme, settings.text_size) == (None, "system", 100)
    assert (settings.today_scope, settings.last_office, settings.report) == ("mine", None, {})
    assert list(tmp_path.iterdir()) == []


def test_a_choice_is_there_at_the_next_start(settings: Settings, tmp_path: Path) -> None:
    settings.language = "sv"
    settings.last_office = "/srv/ä.punos"
    settings.report = {"by": "group", "masked": True, "size": 12}
    later = again(tmp_path)
    assert (later.language, later.last_office) == ("sv", "/srv/ä.punos")
    assert later.report == {"by": "group", "masked": True, "size": 12}


def test_what_is_about_this_computer_stays_on_it(settings: Settings, tmp_path: Path) -> None:
    settings.theme = "dark"
    settings.window = "AdnQ"
    assert json.loads((tmp_path / "roaming" / "settings.json").read_bytes()) == {"theme": "dark"}
    assert json.loads((tmp_path / "local" / "this-computer.json").read_bytes()) == {
        "window": "AdnQ"
    }


def test_settings_of_another_version_are_kept(settings: Settings, tmp_path: Path) -> None:
    settings.theme = "dark"
    path = tmp_path / "roaming" / "settings.json"
    path.write_text('{"of_a_later_version": [1], "theme": "neon"}')
    later = again(tmp_path)
    assert later.theme == "system"
    later.text_size = 130
    assert json.loads(path.read_bytes()) == {
        "of_a_later_version": [1],
        "theme": "neon",
        "text_size": 130,
    }


def test_two_windows_do_not_undo_each_others_choices(settings: Settings, tmp_path: Path) -> None:
    other = again(tmp_path)
    settings.theme = "dark"
    other.text_size = 150
    later = again(tmp_path)
    assert (later.theme, later.text_size) == ("dark", 150)


@pytest.mark.parametrize("broken", [b"{", b"[]", b"\xff\xfe", b"", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(
    settings: Settings, tmp_path: Path, broken: bytes
) -> None:
    settings.theme = "dark"
    path = tmp_path / "roaming" / "settings.json"
    path.write_bytes(broken)
    later = again(tmp_path)
    assert later.theme == "system"
    assert [aside.name for aside in later.set_aside] == ["settings.broken-1.json"]
    assert later.set_aside[0].read_bytes() == broken
    assert not path.exists()


def test_what_does_not_fit_is_our_mistake(settings: Settings) -> None:
    with pytest.raises(ValueError, match="text_size"):
        settings.text_size = 117
    with pytest.raises(ValueError, match="language"):
        settings.language = "de"
    assert settings.text_size == 100


def test_a_truth_value_is_not_a_number(settings: Settings, tmp_path: Path) -> None:
    settings.theme = "dark"
    (tmp_path / "roaming" / "settings.json").write_text('{"text_size": true, "discreet": 1}')
    later = again(tmp_path)
    assert (later.text_size, later.discreet) == (100, False)


def test_a_file_that_cannot_be_reached_is_told_and_the_choice_holds(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path)
    assert settings.theme == "system"
    with pytest.raises(Refused) as told:
        settings.theme = "dark"
    assert (told.value.why, told.value.facts) == (Why.CANNOT_WRITE, {"file": "settings.json"})
    assert settings.theme == "dark"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings")
    with pytest.raises(Refused) as told:
        settings.theme = "dark"
    assert told.value.why is Why.CANNOT_WRITE


def test_every_setting_has_a_default_that_fits() -> None:
    declared = [value for value in vars(Settings).values() if isinstance(value, Setting)]
    assert len(declared) > 10
    assert all(setting.fits(setting.default) for setting in declared)
    assert {setting.place for setting in declared} == set(Place)


def test_tests_and_the_tour_choose_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUNOS_SETTINGS_DIR", str(tmp_path / "own"))
    settings_of_this_person().theme = "light"
    assert (tmp_path / "own" / "settings.json").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep settings elsewhere")
def test_otherwise_the_systems_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUNOS_SETTINGS_DIR", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = settings_of_this_person()
    settings.theme = "light"
    settings.window = "x"
    assert sorted(p.name for p in (tmp_path / "punos").iterdir()) == [
        "settings.json",
        "this-computer.json",
    ]
