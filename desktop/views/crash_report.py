# SPDX-License-Identifier: GPL-3.0-or-later
"""Shown at the next start after a crash: the report as it was written, to be kept or thrown away."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.theme import Theme
from desktop.widgets.dialog import Dialog
from desktop.words import Words


def crash_dialog(theme: Theme, words: Words, report: Path, parent: QWidget | None = None) -> Dialog:
    """The main verb saves a copy (connect `main_button`), the safe one throws the report away."""
    text = QPlainTextEdit(report.read_text("utf-8", "replace"))
    text.setReadOnly(True)
    text.setAccessibleName(words._("Crash report"))
    text.setMinimumHeight(theme.px(220))
    return Dialog(
        theme,
        words._("Punos closed because of a fault"),
        words._(
            "Nothing saved was lost. This report holds no names and has been sent nowhere. "
            "Save a copy if you want to show it to whoever looks after Punos."
        ),
        safe=words._("Throw away"),
        main=words._("Save a copy…"),
        body=text,
        width=640,
        parent=parent,
    )
