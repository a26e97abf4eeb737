# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts a register whose people belong to several groups, told by a column of its own."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.exchange import limits
from desktop.exchange.register_draft import Draft
from desktop.exchange.register_shapes import Trouble


def by_group(draft: Draft) -> Iterator[Draft]:
    """A draft for each group, which has the sessions at which one of its people has a mark.

    None where there are more groups than anybody leads: the column tells something else.
    """
    groups = list(dict.fromkeys(person.group for person in draft.people))
    if len(groups) > limits.REGISTERS:
        return
    if len(groups) < 2:
        yield replace(draft, group=groups[0] if groups else "")
        return
    if counted := [session.place for session in draft.sessions if session.head_count is not None]:
        draft.trouble(Trouble.UNCLEAR_COUNT, counted)
    for at, group in enumerate(groups):
        part = _part(draft, group)
        yield part if at == 0 else replace(part, problems=[], notes=[])


def _part(draft: Draft, group: str) -> Draft:
    people = {
        at: n for n, at in enumerate(at for at, p in enumerate(draft.people) if p.group == group)
    }
    marks = [mark for mark in draft.marks if mark.person in people]
    asked = [asked for asked in draft.unknown if asked.person in people]
    met = {mark.session for mark in marks} | {unknown.session for unknown in asked}
    kept = [at for at, session in enumerate(draft.sessions) if at in met or session.cancelled]
    sessions = {at: n for n, at in enumerate(kept)}
    return replace(
        draft,
        group=group,
        people=[draft.people[at] for at in people],
        sessions=[replace(draft.sessions[at], head_count=None) for at in sessions],
        marks=[replace(m, person=people[m.person], session=sessions[m.session]) for m in marks],
        unknown=[replace(u, person=people[u.person], session=sessions[u.session]) for u in asked],
        read=len(marks),
    )
