# SPDX-License-Identifier: GPL-3.0-or-later
"""Links: buttons that read as text and lead somewhere."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button


def link(
    theme: Theme,
    text: str,
    *,
    icon: str | None = None,
    chevron: bool = True,
    dense: bool = False,
    parent: QWidget | None = None,
) -> Button:
    """A link as wide as its text. `dense` is for lists where the whole row can be pressed too."""
    size = "s" if dense else "m"
    button = Button(
        theme, text, "link", size=size, icon=icon, chevron=chevron and icon is None, parent=parent
    )
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
