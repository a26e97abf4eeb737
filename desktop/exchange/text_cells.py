# SPDX-License-Identifier: GPL-3.0-or-later
"""How a cell is written in files without a language, and the guard that keeps text from becoming a
formula when a spreadsheet opens it."""

import re
from collections.abc import Sequence
from datetime import date

from db.rules.disclosure import Masked

PLACES = 4
YES = {True: "true", False: "false", None: ""}

# What spreadsheets read as the start of a formula, the full-width signs among them (OWASP, CSV
# injection); blanks and marks that show nothing may stand before it. A tab or a line's end at the
# start is as bad by itself.
_RISKY = "[\t\r\n]|[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212]"
_STARTS_SO = re.compile(_RISKY)
_ANY_STARTS_SO = re.compile(f"\0(?:{_RISKY})")


def guarded(text: str) -> str:
    """`text`, with an apostrophe before it when a spreadsheet could take it for a formula."""
    return f"'{text}" if _STARTS_SO.match(text) else text


def all_guarded(texts: Sequence[str | None]) -> Sequence[str | None]:
    """The same for a column: looked through as one text, as hardly any holds something to guard."""
    if not _ANY_STARTS_SO.search("\0".join(["", *filter(None, texts)])):
        return texts
    return [text and guarded(text) for text in texts]


def share(value: object) -> object:
    """A rate to four decimals."""
    return round(value, PLACES) if isinstance(value, float) else value


def plain(value: object) -> object:
    """A cell as JSON has it: masked ones as <5 or hidden, dates by ISO 8601."""
    if isinstance(value, Masked):
        return value.code
    return value.isoformat() if isinstance(value, date) else value
