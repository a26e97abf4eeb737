# SPDX-License-Identifier: GPL-3.0-or-later
"""What the roster's cells say, to eyes and to screen readers."""

from typing import TYPE_CHECKING

from db.rules.words import AddedAs, MarkKind
from desktop.models.rows import CENTRED, Column
from desktop.vocabulary import mark_name, not_expected
from desktop.widgets.braid_strip import strip_sentence
from desktop.words import Words

if TYPE_CHECKING:
    from db.queries.roster import RosterRow

NAME, MARK, EARLIER, MINUTES, ENTRY = range(5)


def name_of(words: Words, row: "RosterRow") -> str:
    """What the person is called on the screen."""
    return row.name.said(words._("Anonymous {number}"))


def columns(words: Words) -> list[Column["RosterRow"]]:
    """The columns of the roster, in the order of their numbers above."""

    def name(row: "RosterRow") -> str:
        return name_of(words, row)

    def spoken_name(row: "RosterRow") -> str:
        return ", ".join([name(row), *(text for text, _ in remarks(words, row))])

    def spoken_mark(row: "RosterRow") -> str:
        parts = [name(row), mark_name(words, row.mark).lower()]
        if row.minutes:
            parts.append(spoken_minutes(words, row.minutes))
        return ", ".join(parts)

    return [
        Column(words._("Participant"), name, spoken_name),
        Column(words._("Mark"), lambda row: mark_name(words, row.mark), spoken_mark),
        Column(words._("Last 8 times"), lambda row: _strip(words, row), align=CENTRED),
        Column(
            words._("Min"), minutes_text, lambda row: _minutes_or_none(words, row), align=CENTRED
        ),
        Column(
            words._("Entry"), lambda row: str(row.entries or ""), lambda row: _entries(words, row)
        ),
    ]


def minutes_text(row: "RosterRow") -> str:
    """120, 0 for somebody away, a dash while unrecorded."""
    return "–" if row.minutes is None else str(row.minutes)


def spoken_minutes(words: Words, minutes: int) -> str:
    """120 minuuttia"""
    return words.n("{count} minute", "{count} minutes", minutes).format(count=minutes)


def remarks(words: Words, row: "RosterRow") -> list[tuple[str, str]]:
    """What stands after the name, each with a tone: absences in a row, a visit, an apology."""
    told = []
    if row.absences >= 2:
        text = words._("{count} unexplained absences in a row").format(count=row.absences)
        told.append((text, "bad"))
    if row.added is not None:
        told.append((added_name(words, row.added), "neu"))
    if row.told and row.mark is None:
        told.append((words._("told of absence"), "info"))
    return told


def added_name(words: Words, added: AddedAs) -> str:
    """kertakäynti"""
    return words._("trial visit") if added is AddedAs.TRIAL else words._("single visit")


def _strip(words: Words, row: "RosterRow") -> str:
    if not row.earlier:
        return words._("No earlier sessions")
    names = {mark: mark_name(words, mark).lower() for mark in (*MarkKind, None)}
    names["not_expected"] = not_expected(words).lower()
    return strip_sentence(row.earlier, names, words._("Last 8 times"))


def _minutes_or_none(words: Words, row: "RosterRow") -> str:
    return words._("no minutes") if row.minutes is None else spoken_minutes(words, row.minutes)


def _entries(words: Words, row: "RosterRow") -> str:
    if not row.entries:
        return words._("no entry")
    return words.n("{count} entry", "{count} entries", row.entries).format(count=row.entries)
