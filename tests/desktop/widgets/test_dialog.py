# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs: Enter is the main action, Esc the safe one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.dialog import Dialog


@pytest.fixture
def dialog(qtbot, theme):
    dialog = Dialog(
        theme,
        "Päätetäänkö tapaaminen?",
        "Tuomo J. ja Veikko R. ovat vielä kirjaamatta.",
        safe="Palaa kirjaamaan",
        main="Merkitse poissa ja päätä",
    )
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("key", "result"),
    [
        (Qt.Key.Key_Return, QDialog.DialogCode.Accepted),
        (Qt.Key.Key_Escape, QDialog.DialogCode.Rejected),
    ],
)
def test_keys(qtbot, dialog, key, result):
    with qtbot.waitSignal(dialog.finished) as told:
        qtbot.keyClick(dialog, key)
    assert told.args == [result.value]


def test_buttons_and_their_places(qtbot, dialog):
    assert dialog.safe_button.x() < dialog.main_button.x()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(dialog.safe_button, Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_title_and_sentence(dialog):
    assert dialog.accessibleName() == dialog.windowTitle() == "Päätetäänkö tapaaminen?"
    assert dialog.accessibleDescription().endswith("kirjaamatta.")


def test_danger_starts_on_the_safe_side(qtbot, theme):
    dialog = Dialog(theme, "Poistetaanko?", "", safe="Peru", main="Poista", main_kind="danger")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.focusWidget() is dialog.safe_button
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.safe_button, Qt.Key.Key_Return)


def test_a_checked_answer_closes_only_when_told(qtbot, theme):
    dialog = Dialog(theme, "Uusi", "", safe="Peru", main="Tallenna", closes=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    with qtbot.assertNotEmitted(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_form_starts_in_its_first_field_and_scrolls_when_it_is_long(qtbot, theme):
    form = QWidget()
    column = QVBoxLayout(form)
    fields = [QLineEdit() for _ in range(60)]
    for field in fields:
        column.addWidget(field)
    dialog = Dialog(theme, "Uusi ryhmä", "", safe="Peru", main="Tallenna", body=form)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert fields[0].hasFocus()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.main_button.geometry().bottom() < dialog.height()


def test_a_form_that_fits_the_screen_is_shown_whole(qtbot, theme):
    form, tall = QWidget(), QLineEdit()
    # Qt alone would stop at two thirds of the screen.
    tall.setMinimumHeight(form.screen().availableGeometry().height() - 200)
    QVBoxLayout(form).addWidget(tall)
    dialog = Dialog(theme, "Uusi", "", safe="Peru", main="Tallenna", body=form)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert form.visibleRegion().boundingRect() == form.rect()


def test_one_button_only(qtbot, theme):
    dialog = Dialog(theme, "Valmis", "Varmuuskopio on tehty.", safe="Sulje")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.main_button is None
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
