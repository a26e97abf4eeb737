# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview turns pages, zooms, keeps the old page while it waits, and says what went wrong."""

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from desktop.widgets.page_view import PageView


def _pdf(pages: int) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 300))
    for page in range(pages):
        canvas.rect(20 + 40 * page, 20, 30, 30, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class Later:
    """Keeps the rendering for when a test lets it go on, as another thread would."""

    def __init__(self):
        self.waiting = []

    def __call__(self, job, done):
        self.waiting.append(lambda: done(job()))


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def view(qtbot, theme, words):
    view = PageView(theme, words)
    qtbot.addWidget(view)
    view.resize(300, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def shown(view):
    shown = []
    view.page_shown.connect(lambda page, count: shown.append((page, count)))
    return shown


def test_pages_turn_and_stop_at_the_ends(qtbot, view, shown):
    view.show_pdf(_pdf(2))
    down, up = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
    for key in (up, down, down, up):
        qtbot.keyClick(view, key)
    assert shown == [(1, 2), (2, 2), (1, 2)]
    assert view.accessibleDescription() == "Sivu 1/2"


def test_a_shorter_document_shows_its_last_page(view, shown):
    view.show_pdf(_pdf(3))
    view.go_to(2)
    view.show_pdf(_pdf(2))
    assert shown[-1] == (2, 2)


@pytest.mark.parametrize(
    ("turns", "zoom"), [([120], 1.25), ([120, -120], 1.0), ([-120], 1.0), ([120] * 9, 3.0)]
)
def test_ctrl_and_the_wheel_zoom(view, turns, zoom):
    view.show_pdf(_pdf(1))
    for turn in turns:
        where = QPointF(100, 100)
        event = QWheelEvent(
            where,
            view.mapToGlobal(where),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert view.zoom() == zoom


def test_keys_zoom_and_the_large_page_scrolls(qtbot, view):
    view.show_pdf(_pdf(1))
    control = Qt.KeyboardModifier.ControlModifier
    assert view.verticalScrollBar().maximum() == 0
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view, key, control)
    assert view.zoom() == 1.25
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_0, control)
    assert view.zoom() == 1.0
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)


def test_the_page_fits_with_its_margins(view):
    view.show_pdf(_pdf(1))
    paper = view.widget().paper()
    assert view.viewport().rect().toRectF().contains(paper.adjusted(-15, -15, 15, 15))
    assert paper.width() / paper.height() == pytest.approx(2 / 3, abs=0.01)


def test_the_old_page_stays_until_the_new_one_is_ready(qtbot, theme, words, later):
    view = PageView(theme, words, later)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show_pdf(_pdf(2))
    later.waiting.pop()()
    first = view.grab().toImage()
    view.show_loading()
    view.show_pdf(_pdf(2))
    view.go_to(1)
    assert view.grab().toImage() == first
    overtaken, newest = later.waiting
    newest()
    second = view.grab().toImage()
    assert second != first
    overtaken()
    assert view.grab().toImage() == second


def test_waiting_for_the_first_page_looks_like_a_page(view):
    desk = view.grab().toImage()
    view.show_loading()
    assert view.grab().toImage() == desk
    view.show_pdf(_pdf(1))
    assert view.grab().toImage() != desk


def test_an_error_is_said_and_goes_with_the_next_page(view, shown):
    view.show_pdf(_pdf(1))
    view.show_error("Sivua ei voitu tehdä. Tallenna PDF.")
    failed = view.grab().toImage()
    assert view.accessibleDescription() == "Sivua ei voitu tehdä. Tallenna PDF."
    view.show_pdf(_pdf(1))
    assert shown == [(1, 1), (1, 1)]
    assert view.grab().toImage() != failed
