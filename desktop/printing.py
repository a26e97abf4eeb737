# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts PDF pages on a printer; QtPrintSupport is loaded with the first print.

The pages are printed as the preview shows them, rendered by PDFium at the printer's resolution: one
PDF for preview, printer and file.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.page_picture import PagePicture, render_page
from desktop.worker import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# A page at 600 dots an inch is 140 MB while it is painted; more shows on no office printer.
MOST_DPI = 600


class Printers(ABC):
    """The printers of this computer; tests give one that prints into a file."""

    @abstractmethod
    def names(self) -> Sequence[str]:
        """What may be printed on, the usual one first; empty where there is no printer."""

    @abstractmethod
    def open(self, name: str) -> "QPrinter":
        """A printer by its name, set for an A4 page."""

    @abstractmethod
    def ask(self, parent: QWidget, title: str, name: str) -> "QPrinter | None":
        """Let the person choose the printer and its settings; None when they went back."""


class SystemPrinters(Printers):
    """What the operating system knows, and its own dialog."""

    def names(self) -> Sequence[str]:
        """Every printer by the name it has in the system."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual)

    def open(self, name: str) -> "QPrinter":
        """The printer of this name; one that has gone turns out when it is printed on."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return printer

    def ask(self, parent: QWidget, title: str, name: str) -> "QPrinter | None":
        """The system's print dialog."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.open(name)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if agreed else None


def print_pages(pdf: bytes, printer: "QPrinter", progress: Progress) -> bool:
    """Print the pages the person chose, all unless told otherwise; whether the printer took them.

    May run in any thread while nobody else uses `printer`. Refused(CANCELLED_BY_PERSON) between
    two pages.
    """
    from PySide6.QtPrintSupport import QPrinter

    scale = min(printer.resolution(), MOST_DPI) / 72
    printer.setFullPage(True)
    first = max(printer.fromPage(), 1) - 1
    picture = render_page(pdf, first, scale)
    last = min(printer.toPage() or picture.count, picture.count) - 1
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for page in range(first, last + 1):
            progress.step(page - first, last + 1 - first)
            if page > first:
                picture = render_page(pdf, page, scale)
                if not printer.newPage():
                    return False
            painter.drawImage(_place(printer, picture, scale), _image(picture))
    finally:
        painter.end()
    return printer.printerState() is not QPrinter.PrinterState.Error


def _place(printer: "QPrinter", picture: PagePicture, scale: float) -> QRectF:
    """Where the page goes on the paper: in its own size, or smaller in the middle of smaller paper."""
    from PySide6.QtPrintSupport import QPrinter

    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / 72 / scale
    size = QSizeF(picture.width * dots, picture.height * dots)
    # Rounding to whole dots makes a page of the same size a dot larger than the paper.
    if size.width() > paper.width() + dots or size.height() > paper.height() + dots:
        size.scale(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = max((paper.width() - size.width()) / 2, 0)
    top = max((paper.height() - size.height()) / 2, 0)
    return QRectF(left, top, size.width(), size.height())


def _image(picture: PagePicture) -> QImage:
    return QImage(
        picture.pixels,
        picture.width,
        picture.height,
        4 * picture.width,
        QImage.Format.Format_RGB32,
    )
