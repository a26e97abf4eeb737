# SPDX-License-Identifier: GPL-3.0-or-later
"""Keycaps: the key that does the same, shown where it works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.widgets.label import dress


def keycap(text: str, parent: QWidget | None = None) -> QLabel:
    """A small cap with the key's name ("P", "Ctrl Z"), as it is written on the keyboard."""
    cap = QLabel(parent)
    dress(cap, "keycap", "ink2")
    cap.setText(text)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap
