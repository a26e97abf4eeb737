# SPDX-License-Identifier: GPL-3.0-or-later
"""Labelled fields, their errors, and the inputs that go into them."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField, TimeField
from desktop.widgets.field import Field
from desktop.words import Words
from tests.desktop.looks import colours_in


def inputs(theme, words):
    return {
        "line": QLineEdit("Kädentaidot"),
        "notes": QPlainTextEdit("Kädentaidot"),
        "combo": Combo(theme, [("k", "Kammari"), ("t", "Tupa")]),
        "date": DateField(theme, words, date(2027, 5, 4)),
    }


@pytest.mark.parametrize("kind", ["line", "notes", "combo", "date"])
def test_an_error_is_said_drawn_and_taken_back(qtbot, theme, words, kind):
    control = inputs(theme, words)[kind]
    field = Field(theme, "Alkaa", control, "Näkyy tulosteissa")
    qtbot.addWidget(field)
    bad = theme.color("badF").name()
    assert field.error() == ""
    assert control.accessibleDescription() == "Näkyy tulosteissa"
    assert bad not in colours_in(control.grab())
    field.set_error("Huhtikuussa on 30 päivää.")
    assert field.error() == control.accessibleDescription() == "Huhtikuussa on 30 päivää."
    assert bad in colours_in(control.grab())
    field.clear_error()
    assert field.error() == ""
    assert control.accessibleDescription() == "Näkyy tulosteissa"
    assert bad not in colours_in(control.grab())


def test_an_edge_twice_as_thick_takes_no_more_room(qtbot, theme):
    control = QLineEdit()
    field = Field(theme, "Nimi", control)
    qtbot.addWidget(field)
    before = control.sizeHint()
    field.set_error("Kirjoita nimi.")
    assert control.sizeHint() == before


def test_help_changes_under_an_error_without_hiding_it(qtbot, theme):
    field = Field(theme, "Nimi", QLineEdit())
    qtbot.addWidget(field)
    field.set_error("Kirjoita nimi.")
    field.set_help("Esimerkiksi Arjen avaimet")
    assert field.error() == "Kirjoita nimi."
    field.clear_error()
    assert field.control.accessibleDescription() == "Esimerkiksi Arjen avaimet"


def test_the_label_names_and_leads_to_the_input(qtbot, theme):
    field = Field(theme, "Ryhmän nimi", QLineEdit())
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Ryhmän nimi"
    assert field.label.buddy() is field.control
    assert field.focusProxy() is field.control


def test_a_long_error_wraps(qtbot, theme):
    field = Field(theme, "Nimi", QLineEdit())
    qtbot.addWidget(field)
    field.setFixedWidth(200)
    field.set_error("Den här gruppen har redan en närvaroregistrering för samma dag och tid.")
    note = field._note
    assert (
        field.heightForWidth(200)
        >= field.control.sizeHint().height() + 3 * note.fontMetrics().height()
    )


def test_a_combo_box_keeps_its_choice_by_key(qtbot, theme):
    combo = Combo(theme, [("k", "Kammari"), ("t", "Tupa")])
    qtbot.addWidget(combo)
    combo.set_value("t")
    combo.set_choices([("t", "Tupa"), ("v", "Verstas")])
    assert combo.currentText() == "Tupa"
    combo.set_value("gone")
    assert combo.currentData() == "t"


def test_dates_and_times_are_read_and_written(qtbot, theme):
    day = DateField(theme, Words("sv"), date(2027, 5, 4))
    hour = TimeField(theme, Words("fi"), time(10, 5))
    for field in (day, hour):
        qtbot.addWidget(field)
    assert (day.text(), hour.text()) == ("4.5.2027", "10.05")
    day.set_value(date(2027, 12, 31))
    hour.set_value(time(8, 30))
    assert (day.value(), hour.value()) == (date(2027, 12, 31), time(8, 30))
    assert day.calendarWidget().firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_english_writes_times_with_a_colon(qtbot, theme):
    hour = TimeField(theme, Words("en"), time(10, 0))
    qtbot.addWidget(hour)
    assert hour.text() == "10:00"


def test_arrows_move_minutes_by_five(qtbot, theme, words):
    hour = TimeField(theme, words, time(10, 0))
    qtbot.addWidget(hour)
    hour.setCurrentSection(hour.Section.MinuteSection)
    qtbot.keyClick(hour, Qt.Key.Key_Up)
    assert hour.value() == time(10, 5)
    hour.setCurrentSection(hour.Section.HourSection)
    qtbot.keyClick(hour, Qt.Key.Key_Up)
    assert hour.value() == time(11, 5)


@pytest.mark.parametrize("kind", ["combo", "date", "time"])
def test_a_wheel_over_an_idle_input_belongs_to_the_page(qtbot, theme, words, qapp, kind):
    control = {**inputs(theme, words), "time": TimeField(theme, words, time(10, 0))}[kind]
    qtbot.addWidget(control)
    turn = QWheelEvent(
        QPointF(20, 20), QPointF(20, 20), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    qapp.sendEvent(control, turn)
    assert not turn.isAccepted()
