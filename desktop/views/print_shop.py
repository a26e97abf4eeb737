# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints pages and saves them as PDF. Each time the answer is read anew as that use, so that the log
tells who took which copy, and the paper what the office holds at that moment."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths

from db.errors import Refused
from db.log import Deed
from db.rules.words import Copy
from db.slots import write_result
from desktop.desk import Desk
from desktop.printing import Printers, SystemPrinters, print_pages
from desktop.views.printables import Printable
from desktop.worker import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

Use = Callable[[bytes, Progress], bool]
Told = Callable[[bool], None]


class PrintShop(QObject):
    """Lives with the page that it prints for; `over` is the window that the system's dialog covers."""

    def __init__(
        self,
        desk: Desk,
        page: "QWidget",
        printers: Printers | None = None,
        over: "QWidget | None" = None,
    ) -> None:
        super().__init__(page)
        self._desk, self._over = desk, over or page
        self._under_way = 0
        self._is_retired = False
        self.printers = printers or SystemPrinters()

    def retire(self) -> None:
        """Go when what is under way has ended."""
        self._is_retired = True
        if not self._under_way:
            self.deleteLater()

    def print_asking(
        self, printable: Printable, copy: Copy, suggested: str, name: str = ""
    ) -> bool:
        """Print after the system's dialog, and whether the person agreed; `suggested` is a file name
        for want of a printer, `name` the printer to begin with."""
        known = self.printers.names()
        if not known:
            return self._offer_file(printable, copy, suggested, missing=True)
        usual = name or self._desk.settings.printer
        name = usual if usual in known else known[0]
        printer = self.printers.ask(self._over, printable.title, name)
        if printer is not None:
            self.print_on(printer, printable, copy, suggested)
        return printer is not None

    def print_on(
        self, printer: "QPrinter", printable: Printable, copy: Copy, suggested: str
    ) -> None:
        """Print on a printer that has been chosen, and remember it."""
        self._remember(printer.printerName())
        printer.setDocName(printable.title)
        self._make(
            printable,
            copy,
            Deed.PRINT,
            lambda pdf, progress: print_pages(pdf, printer, progress),
            partial(self._printed, printable, copy, suggested),
        )

    def save(self, printable: Printable, copy: Copy, suggested: str) -> bool:
        """Ask where to, and save there, whole or not at all; whether the person told where."""
        words = self._desk.words
        start = self._folder() / suggested
        title = words._("Save PDF")
        path = self._desk.ask.save_file(title, start, [words._("PDF (*.pdf)")])
        if path is not None:
            write = partial(_write, path)
            self._make(printable, copy, Deed.EXPORT, write, lambda _ok: self._saved(path))
        return path is not None

    def _make(self, printable: Printable, copy: Copy, deed: Deed, use: Use, done: Told) -> None:
        worker = self._desk.worker

        def render(answer: Any) -> None:  # noqa: ANN401 - the answer of any question
            def job(progress: Progress) -> bool:
                return use(printable.pages(answer, copy), progress)

            worker.render(self, job, ended, failed=refused)

        def ended(outcome: bool) -> None:
            done(outcome)
            self._end()

        def refused(error: object) -> None:
            self._desk.trouble(error)
            self._end()

        self._under_way += 1
        worker.read(self, printable.asked_to(deed, copy), render, failed=refused)

    def _end(self) -> None:
        self._under_way -= 1
        if self._is_retired and not self._under_way:
            self.deleteLater()

    def _printed(self, printable: Printable, copy: Copy, suggested: str, taken: bool) -> None:
        words = self._desk.words
        if taken:
            told = words._("{document} was sent to the printer.").format(document=printable.title)
            self._desk.notice("ok", told)
        else:
            self._offer_file(printable, copy, suggested, missing=False)

    def _offer_file(
        self, printable: Printable, copy: Copy, suggested: str, *, missing: bool
    ) -> bool:
        words = self._desk.words
        told = (
            words._("This computer has no printer. Save a PDF and print it elsewhere?")
            if missing
            else words._("The printer did not answer. Save a PDF and print it elsewhere?")
        )
        title = words._("Printing did not work")
        agreed = self._desk.ask.confirm(title, told, words._("Save PDF"), words._("Cancel"))
        return agreed and self.save(printable, copy, suggested)

    def _saved(self, path: Path) -> None:
        words = self._desk.words
        try:
            self._desk.settings.export_folder = str(path.parent)
        except Refused as error:
            self._desk.trouble(error)
        told = words._("Saved: {file}").format(file=path.name)
        self._desk.notice("ok", told)

    def _remember(self, name: str) -> None:
        if not name or name == self._desk.settings.printer:
            return
        try:
            self._desk.settings.printer = name
        except Refused as error:
            self._desk.trouble(error)

    def _folder(self) -> Path:
        kept = self._desk.settings.export_folder
        if kept is not None and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())


def _write(path: Path, pdf: bytes, _progress: Progress) -> bool:
    write_result(path, pdf)
    return True
