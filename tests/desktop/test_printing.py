# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages reach the paper in their size and number; a printer that fails says so."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from db.errors import Refused, Why
from desktop.page_picture import PagePicture, render_page
from desktop.printing import SystemPrinters, print_pages
from desktop.worker import Progress
from tests.desktop.documents.pages import card, item
from tests.desktop.printers import FilePrinters


@pytest.fixture(scope="module")
def pdf() -> bytes:
    from db.rules.words import Copy
    from desktop.documents.session_plan import session_plan_pdf
    from desktop.words import Words
    from tests.desktop.documents.pages import BY

    plan = card(items=tuple(item(n, f"Kohta {n}", 3) for n in range(40)))
    return session_plan_pdf(plan, Words("fi"), Copy.LEADER, BY)


@pytest.fixture
def paper(qapp, tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def going() -> Progress:
    return Progress(lambda _done, _total: None)


def ink(pixels: bytes) -> float:
    """The share of dots that are not white."""
    return sum(blue < 200 for blue in pixels[::4]) / (len(pixels) // 4)


def reach(picture: PagePicture) -> tuple[float, float]:
    """From where to where across the page there is ink, as shares of its width."""
    columns = {
        place // 4 % picture.width
        for place in range(0, len(picture.pixels), 4)
        if picture.pixels[place] < 200
    }
    return min(columns) / picture.width, max(columns) / picture.width


def test_every_page_is_printed_as_it_is_shown(paper: Path, pdf: bytes) -> None:
    assert print_pages(pdf, FilePrinters(paper).open(""), going())
    for page in range(3):
        shown, put = render_page(pdf, page, 1), render_page(paper.read_bytes(), page, 1)
        assert (put.page, put.count) == (page, 3)
        assert (put.width, put.height) == pytest.approx((shown.width, shown.height), abs=2)
        assert ink(put.pixels) == pytest.approx(ink(shown.pixels), rel=0.1)


def test_only_the_pages_a_person_chose_are_printed(paper: Path, pdf: bytes) -> None:
    printer = FilePrinters(paper).open("")
    printer.setFromTo(2, 2)
    assert print_pages(pdf, printer, going())
    assert render_page(paper.read_bytes(), 0, 0.1).count == 1


def test_smaller_paper_gets_the_whole_page_smaller(paper: Path, pdf: bytes) -> None:
    printer = FilePrinters(paper).open("")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert print_pages(pdf, printer, going())
    put = render_page(paper.read_bytes(), 0, 1)
    assert put.width == pytest.approx(420, abs=2)
    assert reach(put) == pytest.approx(reach(render_page(pdf, 0, 1)), abs=0.02)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_says_so(paper: Path, pdf: bytes) -> None:
    printer = FilePrinters(paper.parent / "missing" / "paper.pdf").open("")
    assert not print_pages(pdf, printer, going())


def test_a_print_can_be_stopped(paper: Path, pdf: bytes) -> None:
    progress = going()
    progress.stop.set()
    with pytest.raises(Refused) as told:
        print_pages(pdf, FilePrinters(paper).open(""), progress)
    assert told.value.why is Why.CANCELLED_BY_PERSON


def test_the_systems_printer_is_set_for_a4(qapp) -> None:
    printer = SystemPrinters().open("")
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert isinstance(printer, QPrinter)
