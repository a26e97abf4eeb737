# SPDX-License-Identifier: GPL-3.0-or-later
"""The definitions of the figures on show, a key away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.figures import BY_KEY, Breakdown
from desktop.desk import Desk
from desktop.report_words import figure_heading, figure_help
from desktop.widgets.dialog import Dialog
from desktop.widgets.label import text_label


def show_definitions(desk: Desk, columns: Sequence[str], parent: QWidget) -> Dialog:
    """Open the dialog; it closes by itself with Esc."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.theme.px(2))
    for key in columns:
        if key in BY_KEY:
            heading = figure_heading(desk.words, key, Breakdown.GROUP)
            column.addWidget(text_label(heading, "body", weight=600))
            column.addWidget(text_label(figure_help(desk.words, key), "small", "ink2", wrap=True))
            column.addSpacing(desk.theme.px(8))
    dialog = Dialog(
        desk.theme,
        desk.words._("What the figures mean"),
        "",
        safe=desk.words._("Close"),
        body=body,
        width=560,
        parent=parent,
    )
    dialog.open()
    return dialog
