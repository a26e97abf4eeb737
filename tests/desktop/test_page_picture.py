# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages become pictures of the right size, on white, and never past the last page."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from pypdfium2 import PdfiumError
from reportlab.pdfgen.canvas import Canvas

from desktop.page_picture import render_page


@pytest.fixture
def pdf() -> bytes:
    """Two pages of 200 × 100 points; the second has a black square in its lower left corner."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 100))
    canvas.showPage()
    canvas.rect(0, 0, 50, 50, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_page_at_a_scale(pdf):
    picture = render_page(pdf, 0, 2.0)
    assert (picture.width, picture.height) == (400, 200)
    assert (picture.page, picture.count) == (0, 2)
    assert len(picture.pixels) == 400 * 200 * 4


def test_an_empty_page_is_white(pdf):
    picture = render_page(pdf, 0, 1.0)
    assert {picture.pixels[i : i + 3] for i in range(0, len(picture.pixels), 4)} == {b"\xff" * 3}


def test_what_is_printed_is_in_the_picture(pdf):
    picture = render_page(pdf, 1, 1.0)
    first_of_last_row = 4 * picture.width * (picture.height - 1)
    assert picture.pixels[:3] == b"\xff" * 3
    assert picture.pixels[first_of_last_row : first_of_last_row + 3] == b"\x00" * 3


@pytest.mark.parametrize(("room", "size"), [((400, 400), (400, 200)), ((1000, 100), (200, 100))])
def test_a_page_fitted_into_a_room(pdf, room, size):
    picture = render_page(pdf, 0, 1.0, room)
    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(("asked", "given"), [(-1, 0), (1, 1), (7, 1)])
def test_past_either_end_it_is_the_last_page(pdf, asked, given):
    assert render_page(pdf, asked, 1.0).page == given


def test_bytes_that_are_no_pdf():
    with pytest.raises(PdfiumError):
        render_page(b"not a page", 0, 1.0)


def test_many_threads_at_once(pdf):
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda n: render_page(pdf, n % 2, 1.0), range(8)))
    assert [picture.page for picture in pictures] == [0, 1] * 4
