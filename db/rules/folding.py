# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding names however they were typed: without regard to case, accents or Sámi letters."""

import re
import unicodedata
from functools import cache

# Letters that Unicode does not take apart into a letter and an accent.
_WHOLE = str.maketrans("đðŋŧøłǥħıʒþ", "ddntolghizt")
_BLOCKS = (range(0xC0, 0x250), range(0x292, 0x293), range(0x1E00, 0x1F00))


def fold(text: str) -> str:
    """`text` in lower case and without accents: "Máret" and "maret" are one.

    Ä and ö fold too, so that "makinen" finds Mäkinen; what is found more, a person sees at once.
    """
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_WHOLE)


def pattern(text: str) -> str:
    """A regular expression for `text` in any case and with any accents, for re and PostgreSQL alike."""
    return "".join(_letters().get(letter, re.escape(letter)) for letter in fold(text))


@cache
def _letters() -> dict[str, str]:
    """For each folded letter a class of all letters that fold to it."""
    found: dict[str, str] = {}
    for number in (*range(ord("A"), ord("z") + 1), *(n for block in _BLOCKS for n in block)):
        folded = fold(chr(number))
        if len(folded) == 1 and folded.isalpha():
            found[folded] = found.get(folded, "") + chr(number)
    return {letter: f"[{same}]" for letter, same in found.items()}
