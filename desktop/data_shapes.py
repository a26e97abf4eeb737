# SPDX-License-Identifier: GPL-3.0-or-later
"""What a code list, an operating model and a group template must hold; used by tests and imports only."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=48)]
Text = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]
Weeks = Annotated[int, Field(ge=1, le=104)]
Shape = TypeVar("Shape", bound="Strict")


class Strict(BaseModel):
    """No misspelt key passes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class InThree(Strict):
    """A text in every language of the program."""

    fi: Text
    sv: Text
    en: Text


class CodeEntry(InThree):
    """One code. Its key is stored in offices and never changes; a code no longer offered is retired."""

    help: InThree | None = None
    retired: bool = False
    dropout: bool = False
    maps_to: Annotated[str, Field(pattern=r"^[a-z_0-9]+\.[a-z_0-9]+$")] | None = None


class CodeList(Strict):
    """A file of resources/codes. `words_of` names the closed vocabulary in `db` that it spells out."""

    version: Annotated[int, Field(ge=1)]
    source: Text | None = None
    words_of: str | None = None
    name: InThree
    help: InThree
    codes: Annotated[dict[Code, CodeEntry], Field(min_length=2)]


class PhaseContents(Strict):
    """What is done in a phase, line by line."""

    fi: list[Text]
    sv: list[Text]
    en: list[Text]


class Phase(Strict):
    """A phase of a model; `code` comes from the list `phases`."""

    code: Code
    min_weeks: Weeks
    max_weeks: Weeks
    name: InThree
    contents: PhaseContents

    @model_validator(mode="after")
    def _in_order(self) -> "Phase":
        if self.min_weeks > self.max_weeks:
            raise ValueError("a phase is at least as long as its shortest")
        return self


class Element(InThree):
    """A core element (ydinelementti). `maps_to` are elements of the model in `maps_to_model`."""

    code: Code
    help: InThree | None = None
    maps_to: list[Code] = []


class OperatingModel(Strict):
    """A file of resources/operating_models: a model is data of a version, never code."""

    version: Text
    source: Text
    name: InThree
    help: InThree
    elements_of: Code | None = None
    maps_to_model: Code | None = None
    team: list[Code] = []
    phases: list[Phase] = []
    elements: list[Element] = []


class AgendaLine(Strict):
    """One part of a session as the template proposes it."""

    minutes: Annotated[int, Field(ge=5, le=480)]
    title: InThree
    method: Code


class GroupTemplate(Strict):
    """A file of resources/templates: what a new group starts from, all of it editable there."""

    version: Text
    source: Text
    name: InThree
    about: InThree
    aims: InThree
    target_group: InThree
    rules: InThree | None = None
    kind: Code
    openness: Literal["open", "closed"]
    counting: Literal["named", "head_count", "both"]
    minutes: Annotated[int, Field(ge=15, le=720)]
    weeks: Weeks | None = None
    min_size: Annotated[int, Field(ge=1)] | None = None
    max_size: Annotated[int, Field(ge=1)] | None = None
    age_from: int | None = None
    cost_cents: Annotated[int, Field(ge=0)] = 0
    operating_model: Code | None = None
    legal_basis: Code | None = None
    place_type: Code
    organiser: Code
    roles: Annotated[list[Code], Field(min_length=1)]
    themes: list[Code]
    skill_areas: list[Code]
    methods: list[Code]
    section_17_points: list[Code]
    agenda: Annotated[list[AgendaLine], Field(min_length=1)]
    materials: list[InThree] = []

    @model_validator(mode="after")
    def _fills_its_time(self) -> "GroupTemplate":
        if sum(line.minutes for line in self.agenda) != self.minutes:
            raise ValueError("the parts of the agenda fill the session")
        return self


def read(path: Path, shape: type[Shape]) -> Shape:
    """The file at `path`, checked; pydantic.ValidationError says what is wrong in it."""
    return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
