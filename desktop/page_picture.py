# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of PDF pages, for the preview and for the printer; made in any thread, one at a time."""

from dataclasses import dataclass
from threading import Lock

# PDFium is not thread-safe: "Incompatibility with Threading" in the readme of pypdfium2.
_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page on white: `pixels` are rows of blue, green, red and an unused byte, without padding.

    `page` counts from 0; `count` is how many pages the document has.
    """

    pixels: bytes
    width: int
    height: int
    page: int
    count: int


def render_page(
    pdf: bytes, page: int, scale: float, fit: tuple[float, float] | None = None
) -> PagePicture:
    """The page at `scale` pixels a point; with `fit`, `scale` times as large as fits that width and height.

    Past the end it is the last page. Bytes that are no PDF are a `pypdfium2.PdfiumError`: a bug, as the
    program wrote them itself.
    """
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(pdf)
        try:
            count = len(document)
            page = min(max(page, 0), count - 1)
            sheet = document[page]
            if fit is not None:
                width, height = sheet.get_size()
                scale *= min(fit[0] / width, fit[1] / height)
            bitmap = sheet.render(scale=scale, prefer_bgrx=True)
            return PagePicture(bytes(bitmap.buffer), bitmap.width, bitmap.height, page, count)
        finally:
            document.close()
