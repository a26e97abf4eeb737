# SPDX-License-Identifier: GPL-3.0-or-later
"""An import in plain lines: what was read, what was added, what was not understood."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.exchange.register_out import unknown_in
from desktop.exchange.register_shapes import Understood
from desktop.import_told import (
    added_told,
    amounts_told,
    cells_told,
    kept_told,
    note_told,
    problem_told,
)
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.exchange.import_amounts import Amounts, Part


def report(
    words: Words,
    understood: Understood,
    parts: "Sequence[Part]",
    amounts: "Amounts",
    *,
    dry_run: bool,
) -> Iterator[str]:
    """The lines, for whoever runs the command."""
    for part in parts:
        yield from _group(words, part)
    for mark in unknown_in(understood, [part.group for part in parts]):
        told = words._("Unknown mark {mark}: {cells}")
        yield told.format(mark=words.quoted(mark.text), cells=cells_told(words, mark.cells))
    for problem in understood.problems:
        yield _line(words._("Not understood"), problem_told(words, problem), words, problem.cells)
    for note in understood.ignored:
        yield _line(words._("Note"), note_told(words, note), words, note.cells)
    yield outcome(words, amounts, dry_run=dry_run)


def outcome(words: Words, amounts: "Amounts", *, dry_run: bool) -> str:
    """One line: what was added, or would be, and which marks stayed as the office has them."""
    if amounts.nothing_new:
        told = words._("Nothing new: the office has all of this already.")
    else:
        added = added_told(words, amounts)
        told = (
            words._("Would be added: {amounts}.") if dry_run else words._("Added: {amounts}.")
        ).format(amounts=added)
    kept = words.list(kept_told(words, amounts))
    return f"{told} {kept}." if kept and not amounts.nothing_new else told


def _group(words: Words, part: "Part") -> Iterator[str]:
    group, preview = part.group, part.preview
    people = len(group.people) - len(part.decision.left_out)
    held = amounts_told(words, len(group.dates), people, part.fates().total())
    named = words._("{group} (new group)") if preview.group_id is None else "{group}"
    yield f"{named.format(group=part.decision.group)}: {held}"
    cancelled = [words.date(session.date) for session in group.dates if session.cancelled]
    if cancelled:
        yield words._("Cancelled: {dates}").format(dates=words.list(cancelled))
    unsure = [group.people[place].cell for place in part.unsure()]
    if unsure:
        told = words._("Several people have this name: {cells}")
        yield told.format(cells=cells_told(words, unsure))


def _line(about: str, told: str, words: Words, cells: Sequence[str]) -> str:
    return f"{about}: {told} ({cells_told(words, cells)})"
