# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers texts from the code and keeps the catalogues: python -m i18n.catalogues WHAT."""

import argparse
import io
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from babel.messages import Catalog, Message, extract, pofile

from desktop.catalogue import compile_catalogue

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("fi", "sv", "en")

# The three ways of asking Words for a text: alone, by number, and in a context.
KEYWORDS = {"_": None, "n": (1, 2), "p": ((1, "c"), 2)}

HEADER = """\
# SPDX-License-Identifier: GPL-3.0-or-later
# What Punos says. How to change it: i18n/README.md
#"""


def gathered(root: Path = ROOT) -> Catalog:
    """Every text that the code asks for, as Babel finds it."""
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    mappings = [(m["pattern"], m["method"]) for m in told["tool"]["babel"]["mappings"]]
    found = empty(None)
    for file, line, ids, notes, context in extract.extract_from_dir(
        root,
        method_map=mappings,
        keywords=KEYWORDS,
        comment_tags=["i18n:"],
        strip_comment_tags=True,
    ):
        found.add(ids, locations=[(file, line)], auto_comments=notes, context=context)
    return found


def empty(language: str | None) -> Catalog:
    """A catalogue with our header and nothing in it."""
    return Catalog(
        locale=language,
        header_comment=HEADER,
        project="Punos",
        version="1",
        msgid_bugs_address="Punos contributors",
        last_translator="Punos contributors",
        language_team="Punos contributors",
        fuzzy=False,
    )


def read(language: str, root: Path = ROOT) -> Catalog:
    """The catalogue of a language as it stands."""
    with path_of(language, root).open("rb") as file:
        return pofile.read_po(file, locale=language)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalogue if message.id)


def merged(found: Catalog, old: Catalog, *, forget: bool = False) -> Catalog:
    """`old` with the places and texts of `found`. Translations stay; those that the code no longer
    asks for go only when told to `forget`. English is its own translation."""
    english = old.locale is not None and old.locale.language == "en"
    new = empty(str(old.locale))
    new.creation_date = new.revision_date = old.creation_date
    for message in messages(found):
        known = old.get(key(message), message.context)
        new.add(
            message.id,
            string=_kept(message, known) or (message.id if english else None),
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
            flags=known.flags if known else (),
            context=message.context,
        )
    for message in messages(old):
        if not forget and new.get(key(message), message.context) is None:
            new.add(message.id, message.string, flags=message.flags, context=message.context)
    return new


def key(message: Message) -> str:
    """The text by which a message is looked up: of a plural, its singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


def strings(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """The forms of a text or a translation: one, those of a plural, or none."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def path_of(language: str, root: Path = ROOT) -> Path:
    """Where the catalogue of a language is kept."""
    return root / "i18n" / language / "LC_MESSAGES" / "punos.po"


def write(path: Path, catalogue: Catalog) -> None:
    """Put the catalogue in place whole, ordered by text so that a change shows as one line."""
    made: IO[bytes] = io.BytesIO()
    pofile.write_po(made, catalogue, sort_output=True, width=120, include_lineno=False)
    made.seek(0)
    part = path.with_suffix(".part")
    part.write_bytes(made.read())
    part.replace(path)


def compile_all(root: Path = ROOT) -> None:
    """Make the files that the program reads."""
    for language in LANGUAGES:
        source = path_of(language, root)
        source.with_suffix(".mo").write_bytes(compile_catalogue(source))


def update(root: Path = ROOT, *, forget: bool = False) -> None:
    """Bring new texts from the code to the template and to every language."""
    found = gathered(root)
    write(root / "i18n" / "punos.pot", _dated_as_before(found, root / "i18n" / "punos.pot"))
    for language in LANGUAGES:
        write(path_of(language, root), merged(found, read(language, root), forget=forget))
    compile_all(root)


def _dated_as_before(found: Catalog, template: Path) -> Catalog:
    """A new date alone would make every run a change to commit."""
    if template.exists():
        with template.open("rb") as file:
            found.creation_date = pofile.read_po(file).creation_date
    found.revision_date = found.creation_date
    return found


def _kept(message: Message, known: Message | None) -> str | tuple[str, ...] | None:
    """The old translation, unless the text has become a plural or ceased to be one."""
    if known is None or isinstance(known.id, str) != isinstance(message.id, str):
        return None
    return strings(known.string) if isinstance(known.string, list | tuple) else known.string


def main(arguments: list[str] | None = None) -> int:
    """Do one thing; the exit status of `check` is 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m i18n.catalogues", description=__doc__)
    parser.add_argument("what", choices=("extract", "update", "forget", "compile", "check"))
    what = parser.parse_args(arguments).what
    if what == "extract":
        template = ROOT / "i18n" / "punos.pot"
        write(template, _dated_as_before(gathered(), template))
    elif what in ("update", "forget"):
        update(forget=what == "forget")
    elif what == "compile":
        compile_all()
    else:
        from i18n.checks import complaints

        wrong = complaints()
        sys.stdout.writelines(f"{line}\n" for line in wrong)
        return 1 if wrong else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
