# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a register that was read: how much it holds, what was not understood, what was left out."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.exchange.register_shapes import Left, Note, Problem, Trouble
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.exchange.import_amounts import Amounts

MOST_CELLS = 8

# Taken, but worth a look; the other notes are of cells that were left out.
DOUBTS = frozenset(
    {
        Left.YEAR_ASSUMED,
        Left.WEEKDAY_DIFFERS,
        Left.FROM_ABOVE,
        Left.NO_MARKS,
        Left.SAME_DAY,
    }
)

_TROUBLES: dict[Trouble, Callable[[Words], str]] = {
    Trouble.BAD_DATE: lambda w: w._("The date cannot be read"),
    Trouble.WEEK_NUMBER: lambda w: w._("A week number is no date"),
    Trouble.NO_DATE: lambda w: w._("Marks without a date"),
    Trouble.NO_NAME: lambda w: w._("Marks without a name"),
    Trouble.SAME_NAME: lambda w: w._("Two of the same name, both are imported"),
    Trouble.TWO_MARKS: lambda w: w._("Two different marks of one person"),
    Trouble.MARKS_IN_CANCELLED: lambda w: w._("Somebody came to a cancelled session"),
    Trouble.BAD_COUNT: lambda w: w._("The head count is no number"),
    Trouble.UNCLEAR_COUNT: lambda w: w._("Does the count include those named?"),
    Trouble.NO_VALUE: lambda w: w._("A formula without a result"),
}

_LEFT: dict[Left, Callable[[Words], str]] = {
    Left.TOTALS: lambda w: w._("Totals"),
    Left.REMARKS: lambda w: w._("Remarks"),
    Left.DETAILS: lambda w: w._("Leaders, topics and other details"),
    Left.LEGEND: lambda w: w._("What the marks mean"),
    Left.TEXT: lambda w: w._("Other text"),
    Left.NOT_A_REGISTER: lambda w: w._("A sheet that is no register"),
    Left.HIDDEN_SHEET: lambda w: w._("A hidden sheet"),
    Left.CANCELLED_FILLER: lambda w: w._("Absences at a cancelled session"),
    Left.SAME_ROW: lambda w: w._("The same mark a second time"),
    Left.WEEKDAY_DIFFERS: lambda w: w._("The weekday does not fit the date"),
    Left.FROM_ABOVE: lambda w: w._("An empty cell, taken from the row above"),
    Left.NO_MARKS: lambda w: w._("On the list without a mark"),
    Left.SAME_DAY: lambda w: w._("Two sessions on one day, kept apart"),
}


def problem_told(words: Words, problem: Problem) -> str:
    """Why cells were not understood, with the heading they stand under."""
    return _with_text(words, _TROUBLES[problem.kind](words), problem.text)


def note_told(words: Words, note: Note) -> str:
    """Why cells were left out, or what is doubtful about them."""
    if note.kind is Left.YEAR_ASSUMED:
        told = words._("The year is not told in the file, {year} is assumed")
        return told.format(year=note.text)
    return _with_text(words, _LEFT[note.kind](words), note.text)


def cells_told(words: Words, cells: Sequence[str], most: int = MOST_CELLS) -> str:
    """ "C7, D9 ja 3 muuta" """
    more = len(cells) - most
    shown = [*cells[:most]]
    if more > 0:
        shown.append(words.n("{count} more", "{count} more", more).format(count=more))
    return words.list(shown)


def amounts_told(words: Words, sessions: int, people: int, marks: int) -> str:
    """ "12 tapaamista, 9 osallistujaa ja 106 merkintää" """
    return words.list(
        [
            words.n("{count} session", "{count} sessions", sessions).format(count=sessions),
            words.n("{count} participant", "{count} participants", people).format(count=people),
            words.n("{count} mark", "{count} marks", marks).format(count=marks),
        ]
    )


def added_told(words: Words, amounts: "Amounts") -> str:
    """What is added, without what is not: "12 tapaamista ja 106 merkintää"."""
    counted = [
        (amounts.sessions, words.n("{count} session", "{count} sessions", amounts.sessions)),
        (amounts.people, words.n("{count} participant", "{count} participants", amounts.people)),
        (amounts.marks, words.n("{count} mark", "{count} marks", amounts.marks)),
        (
            amounts.head_counts,
            words.n("{count} head count", "{count} head counts", amounts.head_counts),
        ),
    ]
    if not any(count for count, _ in counted):
        cancelled = words.n(
            "{count} cancelled session", "{count} cancelled sessions", amounts.cancelled
        )
        return cancelled.format(count=words.number(amounts.cancelled))
    return words.list(told.format(count=words.number(count)) for count, told in counted if count)


def kept_told(words: Words, amounts: "Amounts") -> list[str]:
    """Which marks stay as the office has them."""
    same = words.n(
        "{count} mark is in the office already",
        "{count} marks are in the office already",
        amounts.same,
    )
    kept = words.n(
        "{count} mark differs and stays as the office has it",
        "{count} marks differ and stay as the office has them",
        amounts.kept,
    )
    told = ((amounts.same, same), (amounts.kept, kept))
    return [text.format(count=words.number(count)) for count, text in told if count]


def lost_told(words: Words, cells: int) -> str:
    """ "3 solua ei tuoda" """
    return words.n("{count} cell is not imported", "{count} cells are not imported", cells).format(
        count=cells
    )


def _with_text(words: Words, told: str, text: str) -> str:
    return f"{told}: {words.quoted(text)}" if text else told
