# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be told only when all rows of a register are read: cancelled sessions, and what the counts count."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.words import HERE
from desktop.exchange.grid import Place, Unread, Value
from desktop.exchange.register_draft import Draft, DraftUnknown
from desktop.exchange.register_marks import token
from desktop.exchange.register_phrases import Heading
from desktop.exchange.register_shapes import Left, Trouble
from desktop.exchange.register_words import counts_participants, headings, is_cancelled

_COUNT = re.compile(
    r"(?:n\.? ?)?(\d{1,4})(?:[.,]0+)?(?: ?(?:kpl|hlö[ä]?|henkilöä|pers\.?|st|personer|people))?"
)
_FIGURE = re.compile(r"\d+([.,]\d+)?(e[+-]?\d+)? ?%?")
_NOBODY_COUNTED = {"-", "–", "—"}


@dataclass(frozen=True)
class Counted:
    """A row of counts: its label, and the value and place of each session's."""

    label: str
    values: Mapping[int, tuple[Value, Place]]


def count_in(value: Value) -> int | None:
    """The number of people that a cell tells: 6, "6 hlö"."""
    found = _COUNT.fullmatch(token(value)) if isinstance(value, str | float) else None
    return int(found[1]) if found else None


def is_figure(value: Value) -> bool:
    """Whether a cell holds a number or a share, as totals do, or a formula without a value."""
    return isinstance(value, Unread) or bool(_FIGURE.fullmatch(token(value)))


def settle(draft: Draft, said_cancelled: Iterable[DraftUnknown], counts: Iterable[Counted]) -> None:
    """Bring a register's marks, counts and cancellations into agreement; report what does not agree."""
    _heed_words_in_cells(draft, said_cancelled)
    for counted in counts:
        _settle_count(draft, counted)
    clear_cancelled(draft)
    _note_silent(draft)


def _heed_words_in_cells(draft: Draft, said_cancelled: Iterable[DraftUnknown]) -> None:
    """ "Peruttu" in people's own cells cancels the session if nobody has a mark; else it is asked about."""
    marked = {mark.session for mark in draft.marks}
    for said in said_cancelled:
        session = draft.sessions[said.session]
        if said.session in marked and not session.cancelled:
            draft.unknown.append(said)
        else:
            session.cancelled = True


def _settle_count(draft: Draft, counted: Counted) -> None:
    """Counts that everywhere equal the people marked present are totals, unless they say otherwise."""
    sure = Heading.HEAD_COUNT in headings(counted.label)
    here = [0] * len(draft.sessions)
    for mark in draft.marks:
        here[mark.session] += mark.read.kind in HERE
    places = [place for _, place in counted.values.values()]
    if (
        not sure
        and any(here)
        and all(count_in(value) == here[at] for at, (value, _) in counted.values.items())
    ):
        draft.note(Left.TOTALS, places, counted.label)
    elif not sure and draft.people and counts_participants(counted.label):
        draft.trouble(Trouble.UNCLEAR_COUNT, places, counted.label)
    else:
        _add_head_counts(draft, counted)


def _add_head_counts(draft: Draft, counted: Counted) -> None:
    for at, (value, place) in counted.values.items():
        session, count = draft.sessions[at], count_in(value)
        draft.take({place})
        if count is not None:
            session.head_count = (session.head_count or 0) + count
        elif isinstance(value, str) and is_cancelled(value):
            session.cancelled = True
        elif value not in _NOBODY_COUNTED:
            kind = Trouble.NO_VALUE if isinstance(value, Unread) else Trouble.BAD_COUNT
            draft.trouble(kind, {place}, counted.label)


def clear_cancelled(draft: Draft) -> None:
    """Nobody is marked at a cancelled session; who seems to have come is reported."""
    cancelled = {at for at, session in enumerate(draft.sessions) if session.cancelled}
    gone = [mark for mark in draft.marks if mark.session in cancelled]
    came = {mark.place for mark in gone if mark.read.kind in HERE}
    came |= {draft.sessions[at].place for at in cancelled if draft.sessions[at].head_count}
    filler = {mark.place for mark in gone} | {
        asked.place for asked in draft.unknown if asked.session in cancelled
    }
    if came:
        draft.trouble(Trouble.MARKS_IN_CANCELLED, came)
    if filler - came:
        draft.note(Left.CANCELLED_FILLER, filler - came)
    for at in cancelled:
        draft.sessions[at].head_count = None
    draft.marks = [mark for mark in draft.marks if mark.session not in cancelled]
    draft.unknown = [asked for asked in draft.unknown if asked.session not in cancelled]


def _note_silent(draft: Draft) -> None:
    """Tell of people without a mark, where others have some."""
    heard = {mark.person for mark in draft.marks} | {asked.person for asked in draft.unknown}
    silent = {person.place for at, person in enumerate(draft.people) if at not in heard}
    if silent and draft.marks:
        draft.note(Left.NO_MARKS, silent)
