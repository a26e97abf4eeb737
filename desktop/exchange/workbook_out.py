# SPDX-License-Identifier: GPL-3.0-or-later
"""A participation summary as a workbook that looks as if a person had made it: one sheet with the
table and a chart, one with the definitions, one with the figures of the chart.

Text is always written as text: nothing a person typed becomes a formula.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import xlsxwriter

from db.queries.participation import Participation, Row
from db.rules.disclosure import Cell, Masked
from db.rules.figures import BY_KEY, COLUMNS, Breakdown, Measure
from desktop import summary_words as told
from desktop.ink import hex_of
from desktop.report_words import figure_heading, figure_help
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.documents.kit import Printed

Part: TypeAlias = Any
"""A workbook, sheet, chart or format: XlsxWriter has no types."""

SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
HEADER_ROW = 5
WIDEST, NARROWEST = 40, 9
INK = hex_of("ink")
GREEN, LINE, QUIET = hex_of("pri"), hex_of("line2"), hex_of("ink3")
FONT = "Calibri"
NUMBERS = {
    Measure.SESSIONS: "#,##0",
    Measure.PEOPLE: "#,##0",
    Measure.TIMES: "#,##0",
    Measure.MINUTES: "#,##0.0",
    Measure.SHARE: "0 %",
}


def workbook_bytes(summary: Participation, words: Words, printed: "Printed") -> bytes:
    """The workbook as an xlsx file."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        book.set_properties(
            {
                "title": f"{told.title(words, summary)}, {told.period(words, summary)}",
                "author": printed.by,
                "company": "Punos",
                "created": printed.at.replace(tzinfo=None),
            }
        )
        _Book(book, summary, words, printed).write()
    return file.getvalue()


@dataclass
class _Column:
    """A column on the first sheet: heading, format, and how wide its text is so far."""

    key: str
    heading: str
    form: str
    width: int = NARROWEST


class _Book:
    def __init__(
        self,
        book: Part,
        summary: Participation,
        words: Words,
        printed: "Printed",
    ) -> None:
        self.book, self.summary, self.w, self.printed = book, summary, words, printed
        self.shown = summary.published()
        self.forms: dict[tuple[str, bool], Part] = {}
        self.columns = [*self._about(), *self._figures(), *self._days()]

    def write(self) -> None:
        w = self.w
        table = self.book.add_worksheet(_sheet_name(w._("Participation")))
        meanings = self.book.add_worksheet(_sheet_name(w._("Definitions")))
        end = self._table(table)
        self._meanings(meanings)
        if (summary := self.summary).chart:
            parts = self.book.add_worksheet(_sheet_name(told.chart_title(w, summary)))
            self._parts(parts)
            table.insert_chart(end + 2, 0, self._chart(parts), {"object_position": 2})

    def _about(self) -> list[_Column]:
        by, w = self.summary.by, self.w
        found = [_Column("label", figure_heading(w, "label", by), "text")]
        if by is Breakdown.PARTICIPANT:
            found.append(_Column("group", figure_heading(w, "group", by), "text"))
        if by in (Breakdown.PARTICIPANT, Breakdown.GROUP):
            found.append(_Column("unit", w._("Unit"), "text"))
        return found

    def _figures(self) -> list[_Column]:
        by = self.summary.by
        return [
            _Column(key, figure_heading(self.w, key, by), NUMBERS[BY_KEY[key].measure])
            for key in COLUMNS[by]
        ]

    def _days(self) -> list[_Column]:
        w = self.w
        return [
            _Column("period_from", w.p("period", "From"), "d.m.yyyy"),
            _Column("period_to", w.p("period", "To"), "d.m.yyyy"),
        ]

    def _table(self, sheet: Part) -> int:
        """Head, rows, total and notes; the number of the last row."""
        w, summary = self.w, self.summary
        sheet.write_string(0, 0, told.title(w, summary), self._plain(bold=True, size=16))
        lines = (told.period(w, summary), told.units(w, summary), told.audience(w, summary))
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, 0, line, self._plain(colour=QUIET))
        head = self._head()
        for place, column in enumerate(self.columns):
            sheet.write_string(HEADER_ROW, place, column.heading, head)
            column.width = max(column.width, -(-len(column.heading) // 2) + 3)
        first = HEADER_ROW + 1
        for row, (about, cells) in enumerate(
            zip(summary.rows, self.shown.rows, strict=True), first
        ):
            self._row(sheet, row, about, dict(cells), total=False)
        last = first + len(summary.rows)
        self._row(sheet, last, None, dict(self.shown.total), total=True)
        self._arrange(sheet, last)
        return self._notes(sheet, last + 2)

    def _row(
        self,
        sheet: Part,
        row: int,
        about: Row | None,
        cells: dict[str, Cell],
        *,
        total: bool,
    ) -> None:
        w, period = self.w, about.period if about else self.summary.period
        texts = {
            "label": told.label(w, about) if about else w._("Total"),
            "group": about.group.name if about and about.group else "",
            "unit": about.unit if about else "",
        }
        dates = {"period_from": period.first, "period_to": period.last}
        for place, column in enumerate(self.columns):
            form = self._form(column.form, total=total)
            if column.key in texts:
                text = texts[column.key]
                sheet.write_string(row, place, text, form)
                column.width = max(column.width, len(text) + 2)
            elif column.key in dates:
                sheet.write_datetime(row, place, dates[column.key], form)
            else:
                self._number(sheet, row, place, column, cells.get(column.key), total=total)

    def _number(
        self,
        sheet: Part,
        row: int,
        place: int,
        column: _Column,
        cell: Cell,
        *,
        total: bool,
    ) -> None:
        if isinstance(cell, Masked):
            text = told.cell(self.w, column.key, cell)
            sheet.write_string(row, place, text, self._form("masked", total=total))
            return
        form = self._form(column.form, total=total)
        if cell is None:
            sheet.write_blank(row, place, None, form)
        elif BY_KEY[column.key].measure is Measure.MINUTES:
            sheet.write_number(row, place, round(cell / 60, 2), form)
        else:
            sheet.write_number(row, place, cell, form)

    def _arrange(self, sheet: Part, last: int) -> None:
        """As somebody who prints it would want it: head and names stay, one page wide, lying."""
        sheet.set_row(HEADER_ROW, 45)
        sheet.freeze_panes(HEADER_ROW + 1, 1)
        if self.summary.rows:
            sheet.autofilter(HEADER_ROW, 0, last - 1, len(self.columns) - 1)
        for place, column in enumerate(self.columns):
            sheet.set_column(place, place, min(column.width, WIDEST))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        w = self.w
        foot = w._("Printed {date} by {name}").format(
            date=w.date(self.printed.at), name=self.printed.by
        )
        sheet.set_footer(f"&L{foot.replace('&', '&&')}&R&P/&N")

    def _notes(self, sheet: Part, row: int) -> int:
        w = self.w
        notes = [told.definitions(w)]
        if self.shown.hides_something:
            notes.append(told.masking(w, self.summary))
        for line in notes:
            sheet.write_string(row, 0, line, self._plain(colour=QUIET))
            row += 1
        return row - 1

    def _meanings(self, sheet: Part) -> None:
        """Every column of the first sheet, in words and as a formula."""
        w, head = self.w, self._head()
        for place, (heading, width) in enumerate(
            ((w._("Column"), 30), (w._("What it means"), 90), (w._("Column in CSV"), 26))
        ):
            sheet.write_string(0, place, heading, head)
            sheet.set_column(place, place, width)
        wrapping = self._plain(wrap=True)
        figures = [column for column in self.columns if column.key in BY_KEY]
        for row, column in enumerate(figures, 1):
            sheet.write_string(row, 0, column.heading, wrapping)
            sheet.write_string(row, 1, figure_help(w, column.key), wrapping)
            sheet.write_string(row, 2, column.key, wrapping)
        last = len(figures) + 2
        sheet.write_string(last, 1, told.definitions(w), wrapping)
        sheet.write_string(last + 1, 1, told.masking(w, self.summary), wrapping)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _parts(self, sheet: Part) -> None:
        w, head = self.w, self._head()
        headings = (w._("Part"), w.p("period", "From"), w.p("period", "To"), w._("Visits"))
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, head)
        date, count = self._form("d.m.yyyy", total=False), self._form("#,##0", total=False)
        for row, ((part, _), cell) in enumerate(
            zip(self.summary.chart, self.shown.chart, strict=True), 1
        ):
            sheet.write_string(row, 0, told.part(w, self.summary, part), self._plain())
            sheet.write_datetime(row, 1, part.first, date)
            sheet.write_datetime(row, 2, part.last, date)
            if isinstance(cell, Masked):
                text = told.cell(w, "visits", cell)
                sheet.write_string(row, 3, text, self._form("masked", total=False))
            else:
                sheet.write_number(row, 3, cell, count)
        sheet.set_column(0, 3, 14)
        sheet.freeze_panes(1, 0)

    def _chart(self, sheet: Part) -> Part:
        chart = self.book.add_chart({"type": "column"})
        last, name = len(self.summary.chart), sheet.get_name()
        chart.add_series(
            {
                "name": self.w._("Visits"),
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, 3, last, 3],
                "fill": {"color": hex_of("strand.kuusi")},
                "gap": 60,
            }
        )
        chart.set_title({"name": self.w._("Visits"), "name_font": {"size": 12, "name": FONT}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": LINE}}, "min": 0})
        chart.set_size({"width": 900, "height": 300})
        return chart

    def _form(self, form: str, *, total: bool) -> Part:
        if (form, total) not in self.forms:
            made: dict[str, Any] = {
                "font_name": FONT,
                "bold": total,
                "bottom": 1,
                "bottom_color": LINE,
            }
            if total:
                made["top"] = 1
            if form == "masked":
                made |= {"align": "right", "font_color": QUIET, "italic": True}
            elif form != "text":
                made |= {"num_format": form, "align": "right"}
            self.forms[form, total] = self.book.add_format(made)
        return self.forms[form, total]

    def _head(self) -> Part:
        return self.book.add_format(
            {
                "font_name": FONT, "bold": True, "font_color": hex_of("onpri"), "bg_color": GREEN,
                "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": LINE,
            }
        )  # fmt: skip

    def _plain(
        self, *, bold: bool = False, size: int = 11, colour: str = INK, wrap: bool = False
    ) -> Part:
        return self.book.add_format(
            {
                "font_name": FONT, "bold": bold, "font_size": size, "font_color": colour,
                "text_wrap": wrap, "valign": "top",
            }
        )  # fmt: skip


def _sheet_name(text: str) -> str:
    """What Excel takes for a sheet: 31 letters, none of its own signs."""
    return "".join(sign for sign in text if sign not in "[]:*?/\\'")[:31]
