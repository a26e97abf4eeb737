# SPDX-License-Identifier: GPL-3.0-or-later
"""The key list (F1): what works on this page, and what works everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.dialog import Dialog
from desktop.widgets.keycap import keycap
from desktop.widgets.label import text_label
from desktop.words import Words

WIDTH = 840


@dataclass(frozen=True)
class KeyGroup:
    """Keys that belong together: (key, what it does)."""

    title: str
    keys: Sequence[tuple[str, str]]


def keys_help(
    theme: Theme, words: Words, groups: Sequence[KeyGroup], parent: QWidget | None = None
) -> Dialog:
    """A dialog with the first group at the left and the others at the right; groups without keys
    are left out."""
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(32))
    for part, share in ((groups[:1], 3), (groups[1:], 2)):
        column = QVBoxLayout()
        column.setSpacing(theme.px(20))
        for group in part:
            if group.keys:
                column.addLayout(_column(theme, group))
        column.addStretch(1)
        row.addLayout(column, share)
    return Dialog(
        theme,
        words._("Keys"),
        words._("Everything can be done from the keyboard."),
        safe=words._("Close"),
        body=body,
        width=WIDTH,
        parent=parent,
    )


def _column(theme: Theme, group: KeyGroup) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    column.addWidget(text_label(group.title, "small", "ink2", weight=600))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnStretch(1, 1)
    for number, (key, told) in enumerate(group.keys):
        does = text_label(told, "small", wrap=True)
        does.setAccessibleName(f"{key}: {told}")
        cap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(keycap(key), number, 0, cap)
        grid.addWidget(does, number, 1)
    column.addLayout(grid)
    return column
