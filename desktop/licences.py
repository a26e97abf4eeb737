# SPDX-License-Identifier: GPL-3.0-or-later
"""What Punos is made of and under which licences, with the texts as their makers wrote them."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_QT_NAMES = {"pyside6-essentials"}
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TEXT = re.compile(r"\.dist-info/(licenses/.*|(licen[cs]e|copying)[^/]*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Component:
    """A part of the program: its name with version, licence, and the licence's whole text."""

    name: str
    licence: str
    text: str


def components() -> list[Component]:
    """The program itself, what is in resources/, Qt, then every package it depends on by name."""
    resources = ROOT / "resources"
    lesser = _read(resources / "licences" / "LGPL-3.0.txt")
    packages = [_of_package(name) for name in required()]
    return [
        Component("Punos", "GPL-3.0-or-later", _own_text()),
        Component("IBM Plex Sans", "OFL-1.1", _read(resources / "fonts" / "LICENSE-plex.txt")),
        Component("Inter", "OFL-1.1", _read(resources / "fonts" / "LICENSE-inter.txt")),
        Component("Lucide", "ISC", _read(resources / "icons" / "LICENSE-lucide.txt")),
        Component(f"Qt, Qt for Python {_version('PySide6-Essentials')}", "LGPL-3.0-only", lesser),
        *sorted((c for c in packages if c is not None), key=lambda c: c.name.casefold()),
    ]


def required() -> list[str]:
    """Names of the packages that the program asks for."""
    own = _distribution("punos")
    told = own.requires if own is not None else None
    names = [found[0] for line in told or () if (found := _NAME.match(line))]
    return [name for name in names if name.casefold().replace("_", "-") not in _QT_NAMES]


def _of_package(name: str) -> Component | None:
    found = _distribution(name)
    if found is None:
        return None
    told = found.metadata.json
    licence = str(told.get("license_expression") or told.get("license") or "").partition("\n")[0]
    files = [str(file) for file in found.files or () if _TEXT.search(str(file))]
    text = "\n\n".join(_read(Path(str(found.locate_file(file)))) for file in files)
    return Component(f"{told['name']} {found.version}", licence or text.partition("\n")[0], text)


def _own_text() -> str:
    """Beside the source, or where installing puts it."""
    if (ROOT / "LICENSE").exists():
        return _read(ROOT / "LICENSE")
    own = _distribution("punos")
    return (own.read_text("licenses/LICENSE") if own is not None else None) or ""


def _version(name: str) -> str:
    found = _distribution(name)
    return found.version if found is not None else ""


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")
