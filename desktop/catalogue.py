# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the translations of a language: the compiled catalogue, or the readable one where that is newer."""

import io
from gettext import GNUTranslations
from pathlib import Path
from typing import IO

FOLDER = Path(__file__).resolve().parents[1] / "i18n"

# An installer may unpack the two files of one catalogue in either order, moments apart.
SLACK_SECONDS = 5


def load(language: str, folder: Path = FOLDER) -> GNUTranslations:
    """The catalogue of `language`.

    A fresh clone has no compiled catalogues, and a translator's change makes one stale: then the
    .po is compiled and kept beside it, or in memory where the folder cannot be written.
    """
    source = folder / language / "LC_MESSAGES" / "punos.po"
    compiled = source.with_suffix(".mo")
    if not is_stale(source, compiled):
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    data = compile_catalogue(source)
    keep(compiled, data)
    return GNUTranslations(io.BytesIO(data))


def is_stale(source: Path, compiled: Path) -> bool:
    """Whether the compiled catalogue is missing or older than what it was made from. An installed
    program may come without sources."""
    if not compiled.exists():
        return True
    if not source.exists():
        return False
    return source.stat().st_mtime > compiled.stat().st_mtime + SLACK_SECONDS


def compile_catalogue(source: Path) -> bytes:
    """The bytes of the .mo for a .po; Babel is loaded for this alone."""
    from babel.messages import mofile, pofile

    with source.open("rb") as file:
        catalogue = pofile.read_po(file)
    made: IO[bytes] = io.BytesIO()
    mofile.write_mo(made, catalogue)
    made.seek(0)
    return made.read()


def keep(compiled: Path, data: bytes) -> None:
    """Put the compiled catalogue in place whole; without the right to write, the next start
    compiles it again."""
    part = compiled.with_suffix(".mo.part")
    try:
        part.write_bytes(data)
        part.replace(compiled)
    except OSError:
        return
