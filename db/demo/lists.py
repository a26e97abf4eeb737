# SPDX-License-Identifier: GPL-3.0-or-later
"""The names, texts and the story that made-up offices are made of, from resources/demo."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"

Facts = dict[str, Any]


@dataclass(frozen=True)
class Lists:
    """Each file as it is; the keys are those of the file."""

    names: Facts
    goals: Facts
    texts: Facts
    groups: Facts
    story: Facts


@cache
def read_lists() -> Lists:
    """The lists, read once. Nobody may change what is in them."""
    return Lists(**{name: _read(name) for name in ("names", "goals", "texts", "groups", "story")})


def _read(name: str) -> Facts:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
