# SPDX-License-Identifier: GPL-3.0-or-later
"""A printer whose paper is a PDF file, and computers with none or with a broken one."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from desktop.printing import SystemPrinters


class FilePrinters(SystemPrinters):
    """Every print goes to `paper`; `agrees` is what the person answers to the system's dialog."""

    def __init__(
        self, paper: Path, names=("Toimiston tulostin", "Kammari"), *, agrees=True
    ) -> None:
        self.paper, self.known, self.agrees = paper, list(names), agrees
        self.asked: list[tuple[str, str]] = []
        self.opened: list[str] = []

    def names(self) -> list[str]:
        return self.known

    def open(self, name: str) -> QPrinter:
        self.opened.append(name)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        printer.setResolution(72)
        return printer

    def ask(self, _parent, title: str, name: str) -> QPrinter | None:
        self.asked.append((title, name))
        return self.open(name) if self.agrees else None
