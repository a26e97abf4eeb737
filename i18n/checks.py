# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be wrong with a text in the code or with its translation; one line a fault."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message

from i18n.catalogues import LANGUAGES, ROOT, gathered, key, messages, read, strings

# How the code names its Words, and how many arguments each of their three calls takes.
WORDS = {"w", "words", "_words"}
ARGUMENTS = {"_": 1, "n": 3, "p": 2}
TEXTS = {"_": slice(0, 1), "n": slice(0, 2), "p": slice(0, 2)}


def complaints(root: Path = ROOT) -> list[str]:
    """Everything wrong in the code's texts and in every catalogue; empty when all is well."""
    found = gathered(root)
    wrong = [
        f"{path.relative_to(root)}:{fault}"
        for path in sorted((root / "desktop").rglob("*.py"))
        for fault in code_faults(path.read_text(encoding="utf-8"), path.name)
    ]
    for language in LANGUAGES:
        catalogue = read(language, root)
        wrong += [f"{language}: {fault}" for fault in catalogue_faults(found, catalogue)]
    return wrong


def code_faults(source: str, name: str = "") -> Iterator[str]:
    """Calls whose texts Babel cannot read from the code: an f-string, a sum, a variable. Such a
    text is never translated, and no tool says so."""
    own = WORDS | {"self"} if name == "words.py" else WORDS
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _asks_words(node.func, own):
            yield from _call_faults(node)
        elif isinstance(node, ast.Call):
            yield from _format_faults(node, own)
        elif isinstance(node, ast.Attribute) and node.attr == "_" and id(node) not in called:
            yield f"{node.lineno} hands `_` on, so its texts cannot be found"


def catalogue_faults(found: Catalog, catalogue: Catalog) -> Iterator[str]:
    """Texts without a translation, translations without a text, and translations that do not fit."""
    for message in messages(found):
        known = catalogue.get(key(message), message.context)
        if known is None or not known.string or not all(strings(known.string)):
            yield f"not translated: {key(message)}"
        elif known.fuzzy:
            yield f"only guessed (fuzzy): {key(message)}"
        else:
            yield from message_faults(message, known, str(catalogue.locale))
    for message in messages(catalogue):
        if found.get(key(message), message.context) is None:
            yield f"no longer used: {key(message)}"


def message_faults(message: Message, known: Message, language: str) -> Iterator[str]:
    """What is wrong with one translation."""
    ids, told = strings(message.id), strings(known.string)
    if len(ids) != len(strings(known.id)):
        yield f"a plural in one place only: {key(message)}"
    if len({places(text) for text in (*ids, *told)}) > 1:
        yield f"places differ: {key(message)}"
    for text in told:
        for fault in typography(text, language):
            yield f"{fault}: {text}"
        if not _endings_fit(ids[-1], text):
            yield f"ends in another mark than its text: {text}"
    if language != "en" and told[0] == ids[0] and len(re.findall(r"[^\W\d_]{3,}", ids[0])) > 2:
        yield f"still in English: {key(message)}"


def typography(text: str, language: str) -> Iterator[str]:
    """Marks as they are set in print, not as they come from a keyboard."""
    if text != text.strip():
        yield "white space at an end"
    if "  " in text:
        yield "two spaces"
    if "..." in text:
        yield "three full stops for an ellipsis"
    if " - " in text:
        yield "a hyphen for a dash"
    if language == "en":
        return
    if re.search("[\"'“‘]", text):
        yield "quotation marks that are not ” or ’"
    if re.search(r"[\d}] ?%", text):
        yield "no non-breaking space before %"


def places(text: str) -> frozenset[str]:
    """The named places of a text: {"count"} for "{count} sessions"."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _asks_words(func: ast.expr, own: set[str]) -> bool:
    if not isinstance(func, ast.Attribute) or func.attr not in ARGUMENTS:
        return False
    receiver = func.value
    if func.attr == "_":
        return True
    if isinstance(receiver, ast.Name):
        return receiver.id in own
    return isinstance(receiver, ast.Attribute) and receiver.attr in WORDS


def _call_faults(node: ast.Call) -> Iterator[str]:
    kind = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if len(node.args) != ARGUMENTS[kind] or node.keywords:
        yield f"{node.lineno} `{kind}` takes {ARGUMENTS[kind]} arguments by place"
    for text in node.args[TEXTS[kind]]:
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            yield f"{node.lineno} `{kind}` takes texts as they are, not {type(text).__name__}"


def _format_faults(node: ast.Call, own: set[str]) -> Iterator[str]:
    """words._("{a}").format(b=1): the places filled are not those of the text."""
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr == "format"):
        return
    asked = func.value
    if not (isinstance(asked, ast.Call) and _asks_words(asked.func, own)):
        return
    texts = [
        a.value for a in asked.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
    ]
    given = {keyword.arg for keyword in node.keywords}
    if texts and None not in given and given != places(texts[-1]):
        yield f"{node.lineno} fills {sorted(map(str, given))}, the text has {sorted(places(texts[-1]))}"


def _endings_fit(text: str, translation: str) -> bool:
    """Sentences end alike; beside a word or two a full stop is an abbreviation's own."""
    marks = ":?!…" if len(text.split()) < 3 else ".:?!…"
    ends = [one[-1:] if one[-1:] in marks else "" for one in (text, translation)]
    return ends[0] == ends[1]
