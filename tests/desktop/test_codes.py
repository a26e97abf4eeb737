# SPDX-License-Identifier: GPL-3.0-or-later
"""The code lists, operating models and templates are whole, and readable in three languages."""

import importlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import ValidationError

from db.rules.words import TagKind
from desktop import codes
from desktop.codes import Codes
from desktop.data_shapes import CodeList, GroupTemplate, OperatingModel, read
from i18n.checks import typography

RESOURCES = codes.FOLDER.parent
LISTS = sorted(path.stem for path in codes.FOLDER.glob("*.toml"))
MODELS = sorted(path.stem for path in (RESOURCES / "operating_models").glob("*.toml"))
TEMPLATES = sorted(path.stem for path in (RESOURCES / "templates").glob("*.toml"))


@dataclass(frozen=True)
class In:
    language: str


def code_list(name: str) -> CodeList:
    return read(codes.FOLDER / f"{name}.toml", CodeList)


def model(name: str) -> OperatingModel:
    return read(RESOURCES / "operating_models" / f"{name}.toml", OperatingModel)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_whole_and_its_names_tell_codes_apart(name: str) -> None:
    entries = code_list(name).codes.values()
    for language in ("fi", "sv", "en"):
        names = [getattr(entry, language) for entry in entries]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", [n for n in LISTS if code_list(n).words_of])
def test_a_closed_vocabulary_is_spelt_out_to_the_last_word(name: str) -> None:
    module, _, enum = str(code_list(name).words_of).rpartition(".")
    words = getattr(importlib.import_module(module), enum)
    assert list(code_list(name).codes) == [word.value for word in words]


@pytest.mark.parametrize("name", LISTS)
def test_what_a_code_maps_to_is_there(name: str) -> None:
    for entry in code_list(name).codes.values():
        if entry.maps_to:
            target, _, code = entry.maps_to.partition(".")
            assert code in code_list(target).codes


def test_every_kind_of_tag_has_its_list() -> None:
    assert set(codes.TAG_LISTS) == set(TagKind)
    assert set(codes.TAG_LISTS.values()) <= set(LISTS)


def test_the_two_sets_of_four_skills_are_kept_apart() -> None:
    assert not set(code_list("skill_areas").codes) & set(code_list("skills").codes)


def test_names_and_choices_in_the_words_language() -> None:
    swedish = Codes(In("sv"))
    assert swedish.name("leader_roles", "peer_leader") == "Kamratledare"
    assert swedish.choices("area_types") == [("urban", "Stad"), ("rural", "Landsbygd")]
    assert swedish.title("phases") == "Fas"
    assert "veckor" in swedish.help("phases", "start")
    assert swedish.help("area_types", "urban") == ""
    assert swedish.list_help("area_types").startswith("Stads-")


def test_an_unknown_code_is_shown_as_stored() -> None:
    assert Codes(In("fi")).name("end_reasons", "of_a_later_version") == "of_a_later_version"


def test_a_flag_of_a_code() -> None:
    finnish = Codes(In("fi"))
    assert finnish.has("end_reasons", "no_contact", "dropout")
    assert not finnish.has("end_reasons", "goals_reached", "dropout")
    assert not finnish.has("end_reasons", "of_a_later_version", "dropout")


def test_a_retired_code_keeps_its_name_but_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "shoes.toml").write_text(
        '[codes.boot]\nfi = "Saapas"\n[codes.clog]\nfi = "Puukenkä"\nretired = true\n', "utf-8"
    )
    shoes = Codes(In("fi"), tmp_path)
    assert shoes.choices("shoes") == [("boot", "Saapas")]
    assert shoes.name("shoes", "clog") == "Puukenkä"


def test_a_misspelt_key_does_not_pass() -> None:
    entry = {"fi": "a", "sv": "b", "en": "c"}
    good = {"version": 1, "name": entry, "help": entry, "codes": {"a": entry, "b": entry}}
    CodeList.model_validate(good)
    with pytest.raises(ValidationError):
        CodeList.model_validate({**good, "codes": {"a": entry, "b": {**entry, "nl": "d"}}})


def test_names_are_read_without_pydantic() -> None:
    """Checking is for tests and imports; the first screens do not pay for it."""
    code = "import sys, desktop.codes; print('pydantic' in sys.modules, 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("name", MODELS)
def test_a_model_refers_to_what_is_there(name: str) -> None:
    found = model(name)
    elements = [element.code for element in found.elements]
    assert len(set(elements)) == len(elements)
    assert {phase.code for phase in found.phases} <= set(code_list("phases").codes)
    assert set(found.team) <= set(code_list("staff_titles").codes)
    mapped = {code for element in found.elements for code in element.maps_to}
    assert (
        mapped <= {e.code for e in model(found.maps_to_model).elements}
        if found.maps_to_model
        else not mapped
    )
    assert found.elements_of is None or found.elements_of in MODELS


def test_the_noste_phases_and_their_weeks() -> None:
    phases = [(p.code, p.min_weeks, p.max_weeks) for p in model("noste").phases]
    assert phases == [("start", 2, 8), ("middle", 6, 20), ("end", 4, 8)]


def test_the_numbers_of_core_elements() -> None:
    counts = {name: len(model(name).elements) for name in MODELS}
    assert counts == {
        "noste": 0,
        "thl_low_threshold": 13,
        "thl_outreach": 10,
        "thl_social_rehabilitation": 10,
        "thl_social_rehabilitation_2023": 4,
    }


def test_every_element_of_2022_finds_a_place_in_2023() -> None:
    assert all(element.maps_to for element in model("thl_social_rehabilitation").elements)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_refers_to_what_is_there(name: str) -> None:
    found = read(RESOURCES / "templates" / f"{name}.toml", GroupTemplate)
    used = {
        "group_kinds": [found.kind],
        "legal_bases": [found.legal_basis],
        "place_types": [found.place_type],
        "organiser_types": [found.organiser],
        "leader_roles": found.roles,
        "themes": found.themes,
        "skill_areas": found.skill_areas,
        "methods": [*found.methods, *(line.method for line in found.agenda)],
        "section_17_points": found.section_17_points,
    }
    for list_name, used_codes in used.items():
        assert set(used_codes) <= set(code_list(list_name).codes), list_name
    assert found.operating_model in MODELS


def told(data: object, language: str = "") -> list[tuple[str, str]]:
    """Every text in a file, with its language."""
    if isinstance(data, dict):
        return [
            found
            for key, value in data.items()
            for found in told(value, key if key in ("fi", "sv", "en") else language)
        ]
    if isinstance(data, list):
        return [found for value in data for found in told(value, language)]
    return [(language, data)] if isinstance(data, str) and language else []


@pytest.mark.parametrize("folder", ["codes", "operating_models", "templates"])
def test_the_texts_are_set_as_in_print(folder: str) -> None:
    wrong = [
        (path.name, fault, text)
        for path in sorted((RESOURCES / folder).glob("*.toml"))
        for language, text in told(codes.read_list(path))
        for fault in typography(text, language)
    ]
    assert wrong == []
