# SPDX-License-Identifier: GPL-3.0-or-later
"""Files out, against the bare library under each; and a series expanded, against adding sevens."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from db.queries.participation import Participation, participation
from db.rules.figures import COLUMNS, Breakdown
from db.rules.recurrence import expand, weekly
from db.rules.tables import Column, Holds, Table
from db.rules.words import Copy, MarkKind, SessionState
from desktop.documents.session_plan import session_plan_pdf
from desktop.documents.typeface import font
from desktop.exchange.csv_out import csv_bytes
from desktop.exchange.workbook_out import workbook_bytes
from desktop.words import Words
from tests.bench.figures import NOW, QUARTER
from tests.bench.harness import Case
from tests.bench.offices import Offices
from tests.bench.plans import BY, plan

MARKS = 41_000
LINES = 90
SERIES = 400
TEN_YEARS = (date(2024, 1, 1), date(2033, 12, 31))


def cases(offices: Offices) -> Iterator[Case]:
    """Written to memory."""
    yield _plan()
    yield _csv()
    yield _workbook(_summary(offices))
    yield _series()


def _plan() -> Case:
    words = Words("fi")

    def bare() -> None:
        canvas = Canvas(io.BytesIO(), pagesize=A4)
        canvas.setFont(font("IBMPlexSans", "Regular").fontName, 10)
        for line in range(LINES):
            canvas.drawString(40, 800 - line * 8, f"Kohta {line}, yhdessä ja pareittain")
            canvas.line(40, 798 - line * 8, 550, 798 - line * 8)
        canvas.save()

    def ours() -> None:
        session_plan_pdf(plan(), words, Copy.LEADER, BY)

    return Case("session plan as PDF, warm, against a bare canvas", bare, ours, 2.0, rounds=25)


def _csv() -> Case:
    holds = {
        "session_id": Holds.ID,
        "group": Holds.TEXT,
        "starts_at": Holds.MOMENT,
        "session_state": Holds.CODE,
        "participant_id": Holds.ID,
        "name": Holds.TEXT,
        "mark": Holds.CODE,
        "minutes": Holds.MINUTES,
        "remote": Holds.YES,
        "note": Holds.TEXT,
    }
    rows = [
        (
            n // 10, f"Ryhmä {n // 10 % 40}", "2027-01-04T10:00:00+02:00", SessionState.HELD, n % 600,
            f"Nimi{n % 600} Suku", MarkKind.PRESENT, 120, False, f"Kirjaus {n}",
        )
        for n in range(MARKS)
    ]  # fmt: skip
    made = Table(tuple(Column(key, held) for key, held in holds.items()), rows)

    def bare() -> None:
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow(made.keys)
        writer.writerows(rows)
        file.getvalue().encode()

    name = "CSV of 41 000 rows, guarded, against csv.writer"
    return Case(name, bare, lambda: csv_bytes(made), 1.3, rounds=9)


def _summary(offices: Offices) -> Participation:
    """By participant: the longest there is."""
    office = offices.largest().open()
    told = office.read(participation(by=Breakdown.PARTICIPANT, period=QUARTER, now=NOW))
    office.close()
    return told


def _workbook(summary: Participation) -> Case:
    words = Words("fi")
    wide = len(COLUMNS[Breakdown.PARTICIPANT]) + 3

    def bare() -> None:
        with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number in range(len(summary.rows)):
                sheet.write_string(number, 0, "Nimi Suku")
                for column in range(1, wide):
                    sheet.write_number(number, column, number)

    def ours() -> None:
        workbook_bytes(summary, words, BY)

    name = f"summary of {len(summary.rows)} rows as XLSX, against bare XlsxWriter"
    return Case(
        name, bare, ours, None, rounds=5, note="with formats, widths, a chart and the definitions"
    )


def _series() -> Case:
    first, last = TEN_YEARS
    rule = weekly([first.weekday()])

    def bare() -> None:
        for _ in range(SERIES):
            [first + timedelta(days=n) for n in range(0, (last - first).days + 1, 7)]

    def ours() -> None:
        for _ in range(SERIES):
            expand(rule, starts_on=first, ends_on=last)

    name = "400 weekly series over ten years, against adding sevens"
    return Case(
        name, bare, ours, None, rounds=1, note="done once, then stored; dateutil's own cost"
    )
