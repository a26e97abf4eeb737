# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet: complete, understood by Qt, and the same size for everything that is clicked."""

import re

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QFile
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import stylesheet
from tests.desktop.looks import look

STOCK = [
    "QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox", "QDateEdit", "QTimeEdit", "QCheckBox",
    "QRadioButton", "QPushButton", "QToolButton", "QTableWidget", "QListWidget", "QTreeWidget",
    "QTabWidget", "QGroupBox", "QProgressBar", "QScrollBar", "QSplitter", "QCalendarWidget",
    "QLabel", "QMenu", "QTextEdit", "QScrollArea",
]  # fmt: skip


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def theme(request, qapp):
    return look(qapp, dark=request.param)


def test_no_placeholder_is_left(theme):
    sheet = stylesheet.style_sheet(theme)
    assert "@" not in sheet
    assert not re.search(r"\d+dp", sheet)


def test_every_picture_is_used_and_can_be_read(theme):
    addresses = set(re.findall(r"url\((.*?)\)", stylesheet.style_sheet(theme)))
    assert all(QFile.exists(address) for address in addresses)
    assert len(addresses) == len(stylesheet._PICTURES)


def test_the_sheet_names_no_colour_of_its_own():
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?! *\{)", stylesheet._template().replace("#qt_", ""))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_qt_understands_the_sheet_on_every_stock_widget(qtbot, qapp, scale):
    """Qt warns of what it cannot parse when a sheet meets its first widget, and warnings fail."""
    look(qapp, scale=scale)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for name in STOCK:
        column.addWidget(getattr(QtWidgets, name)())
    assert not window.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize(
    "name", ["QLineEdit", "QComboBox", "QDateEdit", "QTimeEdit", "QPushButton"]
)
def test_controls_of_a_row_have_one_height(qtbot, qapp, name, scale):
    theme = look(qapp, scale=scale)
    widget = getattr(QtWidgets, name)()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == theme.height("control")


@pytest.mark.parametrize("name", ["QCheckBox", "QRadioButton"])
def test_small_controls_have_a_large_target(qtbot, qapp, name):
    theme = look(qapp)
    widget = getattr(QtWidgets, name)("Näytä perutut")
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() >= theme.height("target")
