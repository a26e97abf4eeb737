# SPDX-License-Identifier: GPL-3.0-or-later
"""The light theme's colours as paper and files use them, by role; read without Qt."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TOKENS = Path(__file__).resolve().parents[1] / "resources" / "tokens.toml"


@cache
def hex_of(role: str) -> str:
    """A colour as "#RRGGBB": of a role, or of a strand as "strand.kuusi"."""
    tokens = _tokens()
    if role.startswith("strand."):
        return str(tokens["strand"]["light"][role.removeprefix("strand.")]["line"])
    return str(tokens["colour"]["light"][role])


@cache
def _tokens() -> dict[str, Any]:
    return tomllib.loads(_TOKENS.read_text(encoding="utf-8"))
