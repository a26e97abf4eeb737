# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes spreadsheets for the tests: rows of values as xlsx, ods or csv, and raw xlsx markup for hostile ones."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_ODS = (
    f'<office:document-content xmlns:office="{_OFFICE}" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    "{}</office:spreadsheet></office:body></office:document-content>"
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    f'manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/></manifest:manifest>'
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def write_xlsx(path: Path, sheets: dict[str, Rows]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
    book.save(path)
    return path


def write_ods(path: Path, sheets: dict[str, Rows]) -> Path:
    tables = (
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_ods_row, rows))}</table:table>"
        for name, rows in sheets.items()
    )
    write_ods_content(path, "".join(tables))
    return path


def write_ods_content(path: Path, tables: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _ODS_TYPE)
        packed.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        packed.writestr("content.xml", _ODS.replace("{}", tables))


def csv_bytes(rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def write_raw_xlsx(
    path: Path, sheet: Iterable[str], *, doctype: str = "", more: dict[str, bytes] | None = None
) -> Path:
    """An xlsx file with one sheet "Taul1", whose rows are given as markup."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships {_RELATIONS}><Relationship Id="rId1" Type="{_RELATION}officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook {_MAIN} {_LINKS}><sheets><sheet name="Taul1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships {_RELATIONS}><Relationship Id="rId1" Type="{_RELATION}worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        for name, content in (more or {}).items():
            packed.writestr(name, content)
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f"{doctype}<worksheet {_MAIN}><sheetData>".encode())
            for piece in sheet:
                part.write(piece.encode())
            part.write(b"</sheetData></worksheet>")
    return path


def raw_row(number: int, *texts: str) -> str:
    """A row of texts in xlsx markup; `number` counts from 1."""
    cells = (
        f'<c r="{chr(ord("A") + at)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        for at, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _ods_row(row: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: object) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if isinstance(value, datetime | date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'
