# SPDX-License-Identifier: GPL-3.0-or-later
"""A page before it is printed: whose copy, which printer, Enter prints, a PDF in its stead."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.log import Deed
from desktop.views.print_dialog import PrintDialog, open_plan, open_sign_in
from tests.desktop.documents.pages import Read
from tests.desktop.printers import FilePrinters
from tests.desktop.views.plans import close, session_of, uses


@pytest.fixture
def show(qtbot, open_desk, tmp_path: Path) -> Iterator[Callable[..., PrintDialog]]:
    """A function that opens a dialog over a window: `show(open_sign_in, names=[])`."""
    windows: list[QWidget] = []

    def shown(opener=open_plan, *, names=("Toimiston tulostin", "Kammari"), **options):
        desk = open_desk(**options)
        window = QWidget()
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        printers = FilePrinters(tmp_path / "paper.pdf", names)
        dialog = opener(desk, session_of(desk, "Arjen avaimet"), window, printers)
        desk.desks.idle()
        desk.desks.idle()
        return dialog

    yield shown
    for window in windows:
        close(window)


def done(dialog: PrintDialog, desk) -> None:
    for _ in range(3):
        desk.desks.idle()


def test_enter_prints_on_the_usual_printer(qtbot, show) -> None:
    dialog = show()
    desk, printers = dialog._desk, dialog.shop.printers
    assert dialog.print_button.hasFocus()
    assert dialog._holds.text().startswith("Sisältää osallistujien nimiä ja tavoitteita.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    done(dialog, desk)
    assert printers.opened == ["Toimiston tulostin"]
    assert printers.paper.exists()
    assert [detail for detail, _ in uses(desk, Deed.PRINT)] == [
        f"session plan {session_of(desk, 'Arjen avaimet')}, leader copy"
    ]
    assert desk.desks.notices == [("ok", "Tapaamisen suunnitelma lähetettiin tulostimelle.")]
    assert QApplication.activeModalWidget() is None


def test_keys_are_not_lost_while_the_office_has_not_answered(qtbot, open_desk, tmp_path) -> None:
    desk = open_desk()
    session = session_of(desk, "Arjen avaimet")
    window = QWidget()
    window.show()
    printers = FilePrinters(tmp_path / "paper.pdf")
    dialog = open_plan(desk, session, window, printers)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert printers.opened == []
    done(dialog, desk)
    assert printers.opened == ["Toimiston tulostin"]
    close(window)


def test_the_printer_chosen_is_remembered(qtbot, show) -> None:
    dialog = show()
    desk = dialog._desk
    dialog.printer.set_value("Kammari")
    dialog.print_button.click()
    assert dialog.shop.printers.opened == ["Kammari"]
    done(dialog, desk)


def test_the_copy_for_the_wall_is_printed_and_logged_without_anybody(show) -> None:
    dialog = show()
    desk = dialog._desk
    dialog.copies.button("wall").click()
    done(dialog, desk)
    assert dialog._holds.text() == "Ei sisällä nimiä."
    assert "Oona" not in Read(dialog.pane.view._pdf).text
    dialog.print_button.click()
    done(dialog, desk)
    detail, people = uses(desk, Deed.PRINT)[0]
    assert detail.endswith("wall copy")
    assert people == 0


def test_without_a_printer_enter_saves_a_pdf(qtbot, show, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    dialog = show(open_sign_in, names=[], answers=[path])
    desk = dialog._desk
    assert not dialog.print_button.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    done(dialog, desk)
    assert desk.ask.asked[0].path.name == "Nimilista_arjen-avaimet_2027-05-04.pdf"
    assert "Oona H." in Read(path.read_bytes()).text
    assert [people for _, people in uses(desk, Deed.EXPORT)] == [9]


def test_going_back_from_the_files_leaves_the_dialog_open(show) -> None:
    dialog = show(answers=[None])
    dialog.save_button.click()
    assert dialog.isVisible()
    assert uses(dialog._desk, Deed.EXPORT) == []


def test_the_systems_own_dialog_begins_with_the_printer_chosen(show) -> None:
    dialog = show()
    desk, printers = dialog._desk, dialog.shop.printers
    dialog.printer.set_value("Kammari")
    dialog.settings_button.click()
    assert printers.asked == [("Tapaamisen suunnitelma", "Kammari")]
    done(dialog, desk)
    assert printers.paper.exists()


def test_pages_turn_and_zoom_from_anywhere(qtbot, show) -> None:
    dialog = show(open_sign_in)
    view = dialog.pane.view
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == 1.25
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == 1.0
    assert dialog.pane.label.text() == "Sivu 1/1"
    done(dialog, dialog._desk)


def test_a_session_that_has_gone_is_told_in_the_pages_place(open_desk, tmp_path) -> None:
    desk = open_desk()
    window = QWidget()
    window.show()
    dialog = open_plan(desk, 999_999, window, FilePrinters(tmp_path / "paper.pdf"))
    done(dialog, desk)
    assert not dialog.print_button.isEnabled()
    assert dialog.pane.view.accessibleDescription().startswith("Tätä ei enää ole")
    close(window)
