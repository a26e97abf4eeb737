# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads one attendance mark as leaders write them; whatever may mean two things stays unknown."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from db.rules.words import MarkKind
from desktop.exchange.grid import Unread, Value
from desktop.exchange.phrases import phrases
from desktop.exchange.register_shapes import Meaning

_SAID = {
    MarkKind.PRESENT: phrases(
        """
        x, ×, 1, p, l, +, ✓, ✔, ☑, ok, läsnä, läs, paikalla, paik, oli paikalla, mukana, osallistui, kyllä, joo, tosi,
        när, närv, närvarande, på plats, deltog, ja, sant, present, pres, here, attended, yes, true
        """
    ),
    MarkKind.LATE: phrases(
        """
        m, my, myöh, myöhässä, myöhästyi, tuli myöhässä, sen, försenad, kom sent, sen ankomst, late
        """
    ),
    MarkKind.NOTIFIED: phrases(
        """
        i, ilm, ilmoitettu, ilmoitti, ilmoittanut, ilm poissa, ilm poissaolo, ilmoitettu poissaolo,
        ilmoitettu poissa, ilmoitti poissaolosta, ilmoittanut poissaolosta, poissa ilm, poissa ilmoitettu,
        poissa ilmoittanut, anm, anmäld, anmält, anm frånvaro, anmäld frånvaro, anmäld frånvarande,
        frånvaro anmäld, frånvarande anmäld, notified, notified absence, absent notified, excused, exc,
        excused absence, absent excused
        """
    ),
    MarkKind.ABSENT: phrases(
        """
        -, –, —, −, ‒, --, 0, a, abs, poissa, po, pois, poissaolo, ei, ei paikalla, ei läsnä, ei tullut, epätosi,
        ilmoittamatta, poissa ilmoittamatta, ilmoittamaton poissaolo, ei ilm, ei ilmoitettu, ei ilmoittanut,
        f, fr, frv, frånv, frånvarande, frånvaro, oanmäld, oanmäld frånvaro, inte närvarande, ej närvarande,
        ej på plats, nej, falskt, absent, not present, no, false, no show, no-show, unexcused,
        unexcused absence, absent unexcused
        """
    ),
}
_KNOWN = {phrase: kind for kind, those in _SAID.items() for phrase in those}
# What a legend's explanation hints at; never applied to a mark by itself.
_HINTS = re.compile(
    r"(?P<notified>sair|kipeä|loma|sjuk|ledig|semester|sick|\bill\b|holiday|ilmoit|anmäl|excused|notif|peru)|"
    r"(?P<late>myöh|förs|\bsen\b|late)|(?P<absent>poissa|ei tullut|frånv|absent)|"
    r"(?P<present>läsnä|paikalla|mukana|närv|present|etä|distans|remote)"
)
_NEGATED = re.compile(r"\b(ei ilmoit|ilmoittam|oanmäl|inte anmäl|unexcused|not notified)")
_MINUTES = re.compile(
    r"(?:x )?(?:m|my|myöh|myöhässä|myöhästyi|sen|försenad|late)\.? ?[(:,]? ?(?P<after>\d{1,3}) ?(?:min\w*|m|')?\)?"
    r"|(?:x )?(?P<before>\d{1,3}) ?(?:min\w*|m|') (?:myöh|myöhässä|sen|försenad|late)\.?"
)
_REMOTE = re.compile(
    r"\b(etä(nä|yhteydellä|osallistuja|osallistui)?|(på )?distans|remote|online|teams)\b"
)
_ZERO_OR_ONE = re.compile(r"[01][.,]0+")
_BETWEEN = re.compile(r"[(),.;:/]")
_LONGEST = 60
_EDGES = " \t.,;:!"


@dataclass(frozen=True)
class Read:
    """A mark without its place: minutes late, where told, and whether the person took part from afar."""

    kind: MarkKind
    late_minutes: int | None = None
    remote: bool = False


def token(value: Value) -> str:
    """A mark as it is compared and asked about: lower case, single spaces, no closing stop; 1.0 is "1"."""
    if isinstance(value, str):
        return _token_of_text(value)
    if isinstance(value, Unread):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value).casefold()


@lru_cache(maxsize=8192)
def _token_of_text(text: str) -> str:
    flat = " ".join(text.casefold().split())
    if _ZERO_OR_ONE.fullmatch(flat):
        return flat[0]
    return flat.strip(_EDGES) or flat


def read_mark(value: Value) -> Read | None:
    """The mark, or None when it has to be asked about."""
    return _read(token(value))


@lru_cache(maxsize=4096)
def _read(written: str) -> Read | None:
    if len(written) > _LONGEST:
        return None
    if kind := _KNOWN.get(written) or _KNOWN.get(_bare(written)):
        return Read(kind)
    if minutes := _MINUTES.fullmatch(written):
        late = int(minutes["after"] or minutes["before"])
        return Read(MarkKind.LATE, late) if late else None
    if _REMOTE.search(written):
        return _remote(_bare(_REMOTE.sub(" ", written)))
    return None


def _remote(rest: str) -> Read | None:
    """Somebody who took part from afar: the word alone, or beside a mark of being there."""
    read = _read(rest) if rest else Read(MarkKind.PRESENT)
    there = read is not None and read.kind in {MarkKind.PRESENT, MarkKind.LATE}
    return replace(read, remote=True) if read and there else None


def _bare(written: str) -> str:
    """Without the brackets, commas and stops between words: "poissa (ilm.)" is "poissa ilm".

    A mark wholly in brackets stays as it is: whoever writes (x) means something else than x.
    """
    return written if written.startswith("(") else " ".join(_BETWEEN.sub(" ", written).split())


def mapped(meaning: Meaning) -> Read | None:
    """The mark that a person has said to be meant; None for "skip"."""
    return None if meaning == "skip" else Read(MarkKind(meaning))


def hinted(explanation: str) -> MarkKind | None:
    """What an explanation in a legend seems to mean, as a proposal to the person who decides."""
    if read := read_mark(explanation):
        return read.kind
    words = explanation.casefold()
    if _NEGATED.search(words):
        return MarkKind.ABSENT
    found = _HINTS.search(words)
    return MarkKind(found.lastgroup) if found and found.lastgroup else None
