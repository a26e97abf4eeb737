# SPDX-License-Identifier: GPL-3.0-or-later
"""What was understood of a sheet, as plain text for tests to compare."""

from pathlib import Path

from desktop.exchange.csv_in import read_csv
from desktop.exchange.grid import Grid
from desktop.exchange.register_in import understand_grids
from desktop.exchange.register_shapes import Meaning, Understood


def of_text(
    text: str, file: str = "lista.csv", mapping: dict[str, Meaning] | None = None
) -> Understood:
    """What a csv text is understood to say; the default year is 2027."""
    return understand_grids([read_csv(text.encode(), file)], Path(file), mapping or {}, 2027)


def of_sheets(sheets: dict[str, str], file: str = "lista.xlsx") -> Understood:
    """The same of several sheets."""
    grids = [Grid(name, read_csv(text.encode(), file).cells) for name, text in sheets.items()]
    return understand_grids(grids, Path(file), {}, 2027)


def rows(understood: Understood) -> list[tuple[str, str, str, str, str]]:
    """(group, name, date, mark, minutes) as in the expected files: lateness as minus minutes, counts of "#"."""
    found = []
    for group in understood.groups:
        found += [
            (group.name, "#", str(session.date), "headcount", str(session.head_count))
            for session in group.dates
            if session.head_count is not None
        ]
        for mark in group.marks:
            minutes = -mark.late_minutes if mark.late_minutes else mark.minutes
            name, day = group.people[mark.person].name, group.dates[mark.session].date
            found.append(
                (
                    group.name,
                    name,
                    str(day),
                    mark.mark.value,
                    "" if minutes is None else str(minutes),
                )
            )
    return sorted(found)


def marks(understood: Understood) -> dict[str, str]:
    """The marks of each person by the first letters, in the order of the sessions: "Aatu" → "p-nl10"."""
    letters = {"present": "p", "absent": "a", "notified": "n", "late": "l"}
    return {
        person.name: "".join(
            letters.get(mark.mark.value, "") + str(mark.late_minutes or "") if mark else "."
            for mark in (
                next((m for m in group.marks if (m.person, m.session) == (who, when)), None)
                for when in range(len(group.dates))
            )
        )
        for group in understood.groups
        for who, person in enumerate(group.people)
    }


def problems(understood: Understood) -> dict[str, tuple[str, ...]]:
    """The cells of each kind of trouble."""
    return {problem.kind.value: problem.cells for problem in understood.problems}


def notes(understood: Understood) -> dict[str, tuple[str, ...]]:
    """The cells of each kind of note, those of one kind together."""
    found: dict[str, tuple[str, ...]] = {}
    for note in understood.ignored:
        found[note.kind.value] = found.get(note.kind.value, ()) + note.cells
    return found


def unknown(understood: Understood) -> dict[str, tuple[str, ...]]:
    """The cells of each unknown mark."""
    return {mark.text: mark.cells for mark in understood.unknown}


def days(understood: Understood, group: int = 0) -> list[str]:
    """The sessions of a group: "2027-01-04 10.00", "2027-01-11 cancelled"."""
    told = []
    for session in understood.groups[group].dates:
        start = f" {session.start_time:%H.%M}" if session.start_time else ""
        count = f" #{session.head_count}" if session.head_count is not None else ""
        told.append(f"{session.date}{start}{' cancelled' if session.cancelled else ''}{count}")
    return told
