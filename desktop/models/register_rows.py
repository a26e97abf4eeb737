# SPDX-License-Identifier: GPL-3.0-or-later
"""A register on its way into the office, as the rows of its table: who, and what mark at which session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.queries.import_preview import Face, Fate
from db.rules.recognition import Match, Recognised
from desktop.exchange.import_amounts import Part
from desktop.exchange.register_out import Said, SaidOf
from desktop.exchange.register_shapes import UnderstoodGroup, UnknownMark
from desktop.names import full
from desktop.vocabulary import mark_name
from desktop.words import Words

HEAD_COUNTS = -1


class Sign(StrEnum):
    """What stands in a cell instead of a mark."""

    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    EMPTY = "empty"
    COUNT = "count"


@dataclass(frozen=True)
class CellShown:
    """A mark (a MarkKind) or a sign; `number` is minutes late or heads; `fate` what becomes of a mark."""

    sign: str
    number: int | None = None
    fate: Fate = Fate.NEW
    cell: str = ""


@dataclass(frozen=True)
class RowShown:
    """Somebody of the register, or its head counts (place HEAD_COUNTS). `tone` is that of `who`."""

    place: int
    first_name: str
    last_name: str
    who: str
    tone: str
    left_out: bool
    cells: tuple[CellShown, ...]


@dataclass(frozen=True)
class Choice:
    """Somebody whom a person may say it is."""

    said: SaidOf
    text: str


def rows_shown(
    words: Words,
    part: Part,
    faces: Mapping[int, Face],
    unknown: Sequence[UnknownMark],
    *,
    is_taken: bool,
) -> list[RowShown]:
    """The people of a register in its order, then its head counts if there are any."""
    cells = _cells(part, unknown)
    rows = []
    for place, person in enumerate(part.group.people):
        left_out = not is_taken or place in part.decision.left_out
        who, tone = _who(words, part.preview.people[place], faces, left_out=left_out)
        rows.append(
            RowShown(
                place, person.first_name, person.last_name, who, tone, left_out, tuple(cells[place])
            )
        )
    if any(session.head_count is not None for session in part.group.dates):
        counts = tuple(
            CellShown(
                Sign.COUNT if session.head_count is not None else Sign.EMPTY, session.head_count
            )
            for session in part.group.dates
        )
        rows.append(
            RowShown(HEAD_COUNTS, words._("Unnamed"), "", "", "plain", not is_taken, counts)
        )
    return rows


def choices(words: Words, found: Recognised, faces: Mapping[int, Face], name: str) -> list[Choice]:
    """Who somebody of that name may be, the likeliest first."""
    offered = [
        Choice(known, _face(words, faces[known], name, member=at < found.members))
        for at, known in enumerate(found.candidates)
        if known in faces
    ]
    return [
        *offered,
        Choice(Said.NEW, words._("New participant")),
        Choice(Said.LEFT_OUT, words._("Not imported")),
    ]


def cell_told(words: Words, cell: CellShown) -> str:
    """A cell in words, for a screen reader and the tooltip."""
    if cell.sign == Sign.COUNT:
        return words.number(cell.number)
    if cell.sign == Sign.EMPTY:
        return mark_name(words, None)
    if cell.sign == Sign.CANCELLED:
        return words.p("session", "Cancelled")
    if cell.sign == Sign.UNKNOWN:
        return words._("Unknown mark")
    told = mark_name(words, cell.sign)
    if cell.number:
        told = f"{told}, {words.minutes(cell.number)}"
    if cell.fate is Fate.SAME:
        return words._("{mark}, already in the office").format(mark=told)
    if cell.fate is Fate.KEPT:
        return words._("{mark}; the office has another mark, which is kept").format(mark=told)
    return told


def _cells(part: Part, unknown: Sequence[UnknownMark]) -> list[list[CellShown]]:
    empty = [
        CellShown(Sign.CANCELLED if session.cancelled else Sign.EMPTY)
        for session in part.group.dates
    ]
    cells = [list(empty) for _ in part.group.people]
    crossings = _crossings(part.group)
    for mark in unknown:
        for cell in mark.cells:
            if cell in crossings:
                person, session = crossings[cell]
                cells[person][session] = CellShown(Sign.UNKNOWN, cell=cell)
    for known, fate in zip(part.group.marks, part.preview.marks, strict=True):
        cells[known.person][known.session] = CellShown(
            known.mark, known.late_minutes, fate, known.cell
        )
    return cells


def _crossings(group: UnderstoodGroup) -> dict[str, tuple[int, int]]:
    """The cell where each person meets each session, whichever way the sheet lies."""
    people = [_taken_apart(person.cell) for person in group.people]
    sessions = [_taken_apart(session.cell) for session in group.dates]
    found = {}
    for place, (sheet, column, row) in enumerate(people):
        for at, (other, session_column, session_row) in enumerate(sessions):
            if sheet == other:
                found[f"{sheet}{session_column}{row}"] = (place, at)
                found[f"{sheet}{column}{session_row}"] = (place, at)
    return found


def _taken_apart(cell: str) -> tuple[str, str, str]:
    """ "Taul1!", "C" and "7" of "Taul1!C7"."""
    sheet, mark, place = cell.rpartition("!")
    column = place.rstrip("0123456789")
    return sheet + mark, column, place[len(column) :]


def _who(
    words: Words, found: Recognised, faces: Mapping[int, Face], *, left_out: bool
) -> tuple[str, str]:
    if left_out:
        return words._("Not imported"), "plain"
    if found.match is Match.UNSURE:
        return words._("Choose who it is"), "warn"
    if found.match is Match.MEMBER:
        return words._("In the group"), "ok"
    face = faces.get(found.participant_id or 0)
    if face is not None:
        return words._("Known: {groups}").format(groups=_detail(words, face)), "info"
    if found.members:
        return words._("New, or somebody known?"), "soft"
    return words._("New participant"), "plain"


def _face(words: Words, face: Face, name: str, *, member: bool) -> str:
    """Somebody in the list to choose from; their own name is told where the sheet writes another."""
    own, in_group = full(face.first_name, face.last_name), words._("In the group")
    if not member:
        told = words._("Known: {groups}").format(groups=_detail(words, face))
    elif face.birth_year:
        born = words._("born {year}").format(year=face.birth_year)
        told = f"{in_group}, {born}"
    else:
        told = in_group
    return told if own.casefold() == name.casefold() else f"{own} · {told}"


def _detail(words: Words, face: Face) -> str:
    parts = [face.groups or words._("no group now")]
    if face.birth_year:
        parts.append(words._("born {year}").format(year=face.birth_year))
    if face.archived:
        parts.append(words._("archived"))
    return ", ".join(parts)
