# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the parts of an xlsx file by the links that its parts hold to each other (ECMA-376, part 2)."""

import posixpath
from collections.abc import Iterator

from desktop.exchange.markup_scan import elements

_WORKBOOK = "/officeDocument"


def workbook_part(links: bytes) -> str:
    """The name of the workbook's part in the packed file; "" where the file links to none."""
    targets = (
        given.get("Target", "")
        for given in elements(links, "Relationship")
        if given.get("Type", "").endswith(_WORKBOOK)
    )
    return next((_resolved("/", target) for target in targets), "")


def links_of(part: str) -> str:
    """The name of the part that holds the links of another."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def sheet_parts(workbook_name: str, workbook: bytes, links: bytes) -> Iterator[tuple[str, str]]:
    """(name of the sheet, name of the part with its cells) for the sheets of a workbook."""
    targets = {
        given.get("Id", ""): given.get("Target", "") for given in elements(links, "Relationship")
    }
    for given in elements(workbook, "sheet"):
        linked = next((value for key, value in given.items() if key.endswith(":id")), "")
        if target := targets.get(linked):
            yield given.get("name", ""), _resolved(f"/{posixpath.dirname(workbook_name)}", target)


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
