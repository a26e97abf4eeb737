# SPDX-License-Identifier: GPL-3.0-or-later
"""A participation summary as a file, for the window and the command line alike; no Qt, no database.

Each form's library is loaded when it is first asked for.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from db.queries.participation import Participation
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.documents.kit import Printed


class Form(StrEnum):
    """What files there are; the value is the ending of their names."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PDF = "pdf"


def summary_file(form: str, summary: Participation, words: Words, printed: "Printed") -> bytes:
    """The whole file; ValueError for a form that is none of ours."""
    kind = Form(form)
    if kind is Form.XLSX:
        from desktop.exchange.workbook_out import workbook_bytes

        return workbook_bytes(summary, words, printed)
    if kind is Form.PDF:
        from desktop.documents.participation import participation_pdf

        return participation_pdf(summary, words, printed)
    from desktop.exchange.participation_table import participation_table

    table = participation_table(summary)
    if kind is Form.CSV:
        from desktop.exchange.csv_out import csv_bytes

        return csv_bytes(table)
    from desktop.exchange.json_out import json_bytes

    return json_bytes(table)
