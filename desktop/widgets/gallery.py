# SPDX-License-Identifier: GPL-3.0-or-later
"""Every standard part in every state on one sheet, to look at."""

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme, tokens
from desktop.widgets.avatar import Avatar
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField, TimeField
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import EmptyState
from desktop.widgets.field import Field
from desktop.widgets.flow import Flow
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.widgets.page_header import PageHeader
from desktop.widgets.segmented import Segmented
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.stepper import Stepper
from desktop.widgets.strands import strand_names
from desktop.widgets.toast import Toast
from desktop.widgets.toggle import Toggle

if TYPE_CHECKING:
    from desktop.words import Words


def build_gallery(theme: Theme, words: "Words") -> QWidget:
    """The sheet. Painted parts (marks, braid, ladder) are shown by their own modules."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(*[theme.space("page")] * 4)
    column.setSpacing(theme.px(20))
    header = PageHeader(theme, words._("Parts and states"), words._("For looking at and for tests"))
    header.add_beside(Chip(theme, words._("Running"), "soft", icon="circle-play"))
    header.add_action(_view_switch(theme, words))
    column.addWidget(header)
    for title, part in (
        (words._("Buttons"), _buttons(theme, words)),
        (words._("Fields"), _fields(theme, words)),
        (words._("Choices"), _choices(theme, words)),
        (words._("States"), _chips(theme, words)),
        (words._("Strand colours"), _strands(theme, words)),
        (words._("Type scale"), _type(theme)),
    ):
        column.addLayout(_section(theme, title, part))
    column.addLayout(_surfaces(theme, words))
    column.addStretch()
    return sheet


def _section(theme: Theme, title: str, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    column.addWidget(text_label(title, "small", "ink2", weight=600))
    column.addWidget(part)
    return column


def _flow(
    theme: Theme, parts: Sequence[QWidget], gap: int = 14, *, centred: bool = True
) -> QWidget:
    holder = QWidget()
    flow = Flow(theme.px(gap), holder, centred=centred)
    for part in parts:
        flow.addWidget(part)
    return holder


def _view_switch(theme: Theme, words: "Words") -> Segmented:
    choices = (("day", words._("Day")), ("week", words._("Week")), ("month", words._("Month")))
    return Segmented(theme, choices, words._("View"), value="week")


def _buttons(theme: Theme, words: "Words") -> QWidget:
    record = words._("Record attendance")
    off = Button(theme, record, "primary", icon="list-checks")
    off.setEnabled(False)
    busy = Button(theme, words._("Save"), "primary", icon="save")
    busy.set_busy(True)
    parts = [
        Button(theme, record, "primary", icon="list-checks"),
        off,
        busy,
        Button(theme, words._("Print"), icon="printer"),
        Button(theme, words._("Delete"), "danger", icon="trash-2"),
        Button(theme, words._("Cancel"), "quiet"),
        link(theme, words._("Show all")),
        icon_button(theme, "chevron-left", words._("Previous")),
        Button(theme, words._("Print"), size="s", icon="printer"),
        Button(theme, words._("Record attendance"), "primary", size="l", icon="list-checks"),
    ]
    return _flow(theme, parts)


def _fields(theme: Theme, words: "Words") -> QWidget:
    name = QLineEdit()
    name.setPlaceholderText(words._("Name of the group"))
    filled = QLineEdit(words._("Name of the group"))
    start = DateField(theme, words, date(2027, 4, 30))
    off = QLineEdit(words._("Not in use"))
    off.setEnabled(False)
    begins = TimeField(theme, words, time(10, 0))
    broken = Field(theme, words._("Starts"), start)
    broken.set_error(words._("April has 30 days."))
    rooms: list[tuple[object, str]] = [(1, words._("Room")), (2, words._("Week"))]
    fields = [
        Field(theme, words._("Group"), name, words._("Shown on printed pages")),
        Field(theme, words._("Group"), filled),
        Field(theme, words._("Room"), Combo(theme, rooms), words._("Shown on printed pages")),
        broken,
        Field(theme, words._("Not in use"), off),
        Field(theme, words._("Time"), begins),
        Field(theme, words._("Not in use"), _disabled_combo(words)),
        Field(theme, words._("Notes"), _notes(theme, words)),
    ]
    for field in fields:
        field.setFixedWidth(theme.px(200))
    return _flow(theme, fields, 24, centred=False)


def _disabled_combo(words: "Words") -> QComboBox:
    combo = QComboBox()
    combo.addItem(words._("Not in use"))
    combo.setEnabled(False)
    return combo


def _notes(theme: Theme, words: "Words") -> QPlainTextEdit:
    notes = QPlainTextEdit(words._("For looking at and for tests"))
    notes.setFixedHeight(theme.px(64))
    return notes


def _choices(theme: Theme, words: "Words") -> QWidget:
    toggles = [Toggle(theme, words._("Not in use")) for _ in range(4)]
    for number in (1, 3):
        toggles[number].setChecked(True)
    for number in (2, 3):
        toggles[number].setEnabled(False)
    ticked = QCheckBox(words._("Print the name list"))
    ticked.setChecked(True)
    mixed = QCheckBox(words._("Show cancelled"))
    mixed.setTristate(True)
    mixed.setCheckState(mixed.checkState().PartiallyChecked)
    off = QCheckBox(words._("Not in use"))
    off.setChecked(True)
    off.setEnabled(False)
    rings = [QRadioButton(words._("By group")), QRadioButton(words._("By month"))]
    rings[0].setChecked(True)
    at_limit = Stepper(theme, words._("Minutes"), maximum=5)
    plain = QCheckBox(words._("Show cancelled"))
    stepper = Stepper(theme, words._("Minutes"), maximum=240, value=20)
    return _flow(theme, [*toggles, ticked, plain, mixed, off, *rings, stepper, at_limit], 20)


def _chips(theme: Theme, words: "Words") -> QWidget:
    chips: list[QWidget] = [
        Chip(theme, words._("Done"), "ok", icon="circle-check"),
        Chip(theme, words._("Running"), "soft", icon="circle-play"),
        Chip(theme, words._("Coming"), "neu", icon="clock"),
        Chip(theme, words._("Attendance not recorded"), "warn", icon="triangle-alert"),
        Chip(theme, words._("Cancelled"), "bad", icon="calendar-x"),
        Chip(theme, words._("Review"), "info", icon="flag"),
        Chip(theme, words._("Group"), strand="kanerva"),
        keycap("P"),
        keycap(words._("Ctrl Z")),
        Avatar(theme, "EK"),
        Avatar(theme, "MS", 40, strand="okra"),
        Avatar(theme, "OH", 56, strong=True),
    ]
    return _flow(theme, chips, 10)


def _strands(theme: Theme, words: "Words") -> QWidget:
    names = strand_names(words)
    return _flow(theme, [Chip(theme, names[key], strand=key) for key in names], 8)


def _type(theme: Theme) -> QWidget:
    return _flow(theme, [text_label(f"{style} 0123", style) for style in tokens()["type"]], 20)


def _surfaces(theme: Theme, words: "Words") -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(16))
    tabs = QTabBar()
    tabs.setExpanding(False)
    for text in (words._("Overview"), words._("Participants"), words._("Sessions")):
        tabs.addTab(text)
    column.addWidget(tabs)
    column.addWidget(Banner(theme, "bad", words._("Not saved"), words._("Try again")))
    column.addWidget(Banner(theme, "warn", words._("Attendance not recorded")))
    row = QHBoxLayout()
    row.setSpacing(theme.px(24))
    empty = Card(theme)
    empty.body.addWidget(
        EmptyState(
            theme,
            None,
            words._("No sessions today"),
            words._("For looking at and for tests"),
            button=Button(theme, words._("New session"), icon="plus"),
        )
    )
    row.addWidget(empty, 1)
    loading = Card(theme, padding=0)
    loading.body.addWidget(Skeleton(theme, words._("Loading"), delay=0))
    row.addWidget(loading, 1)
    pane = Card(theme)
    pane.setMinimumSize(theme.px(440), theme.px(150))
    Toast(theme, words, pane).say(words._("Attendance not recorded"))
    row.addWidget(pane, 1)
    column.addLayout(row)
    column.addWidget(_dialog(theme, words))
    return column


def _dialog(theme: Theme, words: "Words") -> QWidget:
    dialog = Dialog(
        theme,
        words._("End the session?"),
        words._("Two participants have no mark yet."),
        safe=words._("Back to recording"),
        main=words._("Mark absent and end"),
    )
    # As a part of the sheet, not as a window of its own.
    dialog.setWindowFlags(dialog.windowFlags() & ~dialog.windowType())
    return dialog
