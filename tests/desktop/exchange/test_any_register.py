# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers made at random, written in every layout, style and format, are read back as they were."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.csv_in import read_csv
from desktop.exchange.grid import Grid
from desktop.exchange.register_in import understand, understand_grids
from desktop.exchange.register_shapes import Understood
from tests.desktop.exchange.sheet_files import Rows, csv_bytes, write_ods, write_xlsx
from tests.desktop.exchange.telling import rows

PEOPLE = [
    "Laine Aatu",
    "Mäki Inka",
    "Hietala Oona",
    "Virta Petteri",
    "Čállu Máret",
    "Öst Åke",
    "Salo Raili",
    "von Essen Carl",
]
GROUPS = ["Arjen avaimet", "Aamukahvila", "Kvinnogruppen", "Talk group", "Keskiviikkoryhmä 2"]
MARKS = [
    {"present": "x", "late": "M", "notified": "ilm", "absent": "-"},
    {"present": "X", "late": "my", "notified": "Ilm.", "absent": "–"},
    {"present": "1", "late": "myöhässä", "notified": "I", "absent": "0"},
    {"present": "P", "late": "M", "notified": "ilmoitettu", "absent": "poissa"},
    {"present": "läsnä", "late": "myöh.", "notified": "poissa (ilm.)", "absent": "a"},
    {"present": "närvarande", "late": "sen", "notified": "anmäld", "absent": "frånvarande"},
    {"present": "present", "late": "late", "notified": "excused", "absent": "absent"},
]
WEEKDAYS = ["ma", "ti", "ke", "to", "pe", "la", "su"]
MONTHS = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()  # noqa: SIM905
MONTHS_SV = "jan feb mar apr maj jun jul aug sep okt nov dec".split()  # noqa: SIM905
DATES: list[Callable[[date], str]] = [
    lambda d: f"{d.day}.{d.month}.",
    lambda d: f"{d.day}.{d.month}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day}.{d.month}.",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day}.{d.month}.{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d.day}/{d.month}",
    lambda d: f"{d.day}. {MONTHS[d.month - 1]}kuuta",
    lambda d: f"{d.day} {MONTHS_SV[d.month - 1]}",
    lambda d: f"{d.day}.{d.month}. klo 17",
]
TITLES = [
    "{group} – läsnäolot {year}",
    "{group} {year}",
    "Läsnäololista: {group}, {year}",
    "Närvaro – {group} {year}",
]


@dataclass(frozen=True)
class Truth:
    """A register: a mark ("" where there is none) for each person and day; head counts and cancelled days."""

    group: str
    days: tuple[date, ...]
    people: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    late: int
    counts: tuple[int, ...]
    cancelled: frozenset[int]

    def expected(self) -> list[tuple[str, str, str, str, str]]:
        found = [
            (self.group, "#", str(day), "headcount", str(n))
            for day, n in zip(self.days, self.counts, strict=False)
        ]
        for person, line in zip(self.people, self.marks, strict=True):
            for day, mark in zip(self.days, line, strict=True):
                minutes = str(-self.late) if mark == "late" and self.late else ""
                found += [(self.group, person, str(day), mark, minutes)] if mark else []
        return sorted(found)

    @property
    def year(self) -> str:
        first, last = self.days[0].year, self.days[-1].year
        return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Style:
    """How a leader writes it down."""

    title: str
    words: dict[str, str]
    date: Callable[[date], object]
    blank: bool
    totals: bool
    remarks: bool
    turned: bool

    def mark(self, mark: str, late: int) -> str:
        if mark == "late" and late:
            return f"M{late}"
        return self.words[mark] if mark else ""


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    first = draw(st.dates(date(2025, 8, 1), date(2028, 5, 31)))
    days = tuple(first + timedelta(days=7 * at) for at in range(draw(st.integers(2, 9))))
    people = tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=6, unique=True)))
    cancelled = frozenset(draw(st.sets(st.integers(1, len(days) - 1), max_size=1)))
    mark = st.sampled_from(["present", "present", "present", "late", "notified", "absent", ""])
    lines = []
    for _ in people:
        line = draw(st.lists(mark, min_size=len(days), max_size=len(days)))
        # Everybody was there once; a sheet without a mark for somebody is a test of its own.
        lines.append(
            tuple(
                "" if at in cancelled else "present" if at == 0 else m for at, m in enumerate(line)
            )
        )
    # A count that always equals the people present would be a total.
    counts = (
        tuple(len(people) + 1 + at for at in range(len(days)))
        if draw(st.booleans()) and not cancelled
        else ()
    )
    return Truth(
        draw(st.sampled_from(GROUPS)),
        days,
        people,
        tuple(lines),
        draw(st.sampled_from([0, 10])),
        counts,
        cancelled,
    )


STYLES = st.builds(
    Style,
    st.sampled_from(TITLES),
    st.sampled_from(MARKS),
    st.sampled_from(DATES),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


def table(truth: Truth, style: Style) -> list[list[object]]:
    """The register as a sheet with its dates across, or down."""
    blank: list[list[object]] = [[]] if style.blank else []
    body: list[list[object]] = [["Nimi", *map(style.date, truth.days)]]
    for person, line in zip(truth.people, truth.marks, strict=True):
        body += [[person, *(style.mark(mark, truth.late) for mark in line)], *blank]
    if truth.cancelled:
        body += [
            ["", *("peruttu" if at in truth.cancelled else "" for at in range(len(truth.days)))]
        ]
    if truth.counts:
        body += [["Nimettömiä", *truth.counts]]
    if style.totals:
        body += [["Yhteensä", *(len(truth.people) for _ in truth.days)]]
    if style.remarks:
        body = [[*row, "" if at else "Huom."] for at, row in enumerate(body)]
        body[1][-1] = "tulee bussilla"
    if style.turned:
        width = max(map(len, body))
        body = [
            list(line)
            for line in zip(*([*row, *[""] * (width - len(row))] for row in body), strict=True)
        ]
    return [
        [style.title.format(group=truth.group, year=truth.year)],
        ["Ohjaajat: EK, MS"],
        *blank,
        *body,
    ]


def listing(truth: Truth, style: Style) -> list[list[object]]:
    """One row a mark."""
    body: list[list[object]] = [["Päivä", "Ryhmä", "Osallistuja", "Merkintä", "Lukumäärä"]]
    for at, day in enumerate(truth.days):
        for person, line in zip(truth.people, truth.marks, strict=True):
            if line[at]:
                body.append(
                    [style.date(day), truth.group, person, style.mark(line[at], truth.late), ""]
                )
        body += [
            [style.date(day), truth.group, "Nimettömiä", "", n] for n in truth.counts[at : at + 1]
        ]
    return [["Merkinnät " + truth.year], *body]


def from_csv(content: Rows, **how: str) -> Understood:
    return understand_grids([read_csv(csv_bytes(content, **how), "l.csv")], Path("l.csv"), {}, 1999)


def check(understood: Understood, truth: Truth) -> None:
    assert rows(understood) == truth.expected()
    assert not understood.problems
    assert not understood.unknown


@settings(max_examples=150, deadline=None)
@given(
    truths(),
    STYLES,
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_a_table_as_text(truth: Truth, style: Style, delimiter: str, encoding: str) -> None:
    content = table(truth, style)
    if encoding == "cp1252":
        content = [
            [value if "Č" not in str(value) else "Callu Maret" for value in row] for row in content
        ]
        truth = Truth(
            **{
                **vars(truth),
                "people": tuple("Callu Maret" if "Č" in p else p for p in truth.people),
            }
        )
    understood = from_csv(content, delimiter=delimiter, encoding=encoding)
    check(understood, truth)
    group = understood.groups[0]
    assert tuple(person.name for person in group.people) == truth.people
    assert tuple(session.date for session in group.dates) == truth.days
    assert {at for at, session in enumerate(group.dates) if session.cancelled} == truth.cancelled


@settings(max_examples=75, deadline=None)
@given(truths(), STYLES)
def test_a_list_as_text(truth: Truth, style: Style) -> None:
    check(from_csv(listing(truth, style)), truth)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(truths(), STYLES), min_size=1, max_size=3, unique_by=lambda pair: pair[0].group
    ),
    st.booleans(),
)
@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_a_workbook(
    tmp_path: Path,
    write: Callable[[Path, dict[str, Rows]], Path],
    registers: Sequence[tuple[Truth, Style]],
    real_dates: bool,
) -> None:
    sheets = {}
    for truth, style in registers:
        own = Style(**{**vars(style), "date": lambda d: d}) if real_dates else style
        sheets[truth.group] = table(truth, own)
    path = write(tmp_path / "kaikki.sheet", {**sheets, "Muuta": [["Kevään retki 3.6."]]})
    understood = understand(path)
    assert rows(understood) == sorted(row for truth, _ in registers for row in truth.expected())
    assert [group.sheet for group in understood.groups] == [truth.group for truth, _ in registers]


@settings(max_examples=100, deadline=None)
@given(truths(), STYLES, st.data())
def test_every_cell_is_accounted_for(truth: Truth, style: Style, data: st.DataObject) -> None:
    """A stray word anywhere is a mark, a note, a problem or a question: it never vanishes."""
    content = table(truth, style)
    row = data.draw(st.integers(0, len(content) - 1))
    column = data.draw(st.integers(0, 12))
    line = [*content[row], *[""] * (column + 1 - len(content[row]))]
    if line[column] == "":
        line[column] = "zzz"
        content[row] = line
        understood = from_csv(content)
        told = [*understood.problems, *understood.ignored, *understood.unknown]
        people = [person.cell for group in understood.groups for person in group.people]
        address = Grid("", {}).address((row, column))
        assert address in people or any(
            _covers(cell, row, column) for item in told for cell in item.cells
        )


def _covers(cells: str, row: int, column: int) -> bool:
    first, _, last = cells.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return top <= row <= bottom and left <= column <= right


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, ord(letters) - ord("A")
