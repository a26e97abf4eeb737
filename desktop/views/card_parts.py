# SPDX-License-Identifier: GPL-3.0-or-later
"""Small parts that the cards of detail pages are put together from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.label import text_label
from desktop.widgets.link import link

_ROW_PAD = 8


def titled_card(theme: Theme, title: str, beside: str = "") -> Card:
    """A card with its title and, at the right, a figure or a state in words."""
    card = Card(theme)
    card.body.setSpacing(theme.px(4))
    head = QHBoxLayout()
    head.setSpacing(theme.px(12))
    head.addWidget(text_label(title, "heading"))
    head.addStretch(1)
    if beside:
        head.addWidget(text_label(beside, "small", "ink2"))
    card.body.addLayout(head)
    return card


def rows_card(theme: Theme, title: str, beside: str = "") -> Card:
    """A card for rows that are pressed: their ground reaches further out than their text, which
    stands under the title. Anything else goes in by `inset`."""
    card = Card(theme, padding=_ROW_PAD)
    card.body.setSpacing(0)
    head = inset(theme, text_label(title, "heading"))
    head.setContentsMargins(theme.px(_ROW_PAD), theme.px(8), theme.px(_ROW_PAD), theme.px(2))
    head.addStretch(1)
    if beside:
        head.addWidget(text_label(beside, "small", "ink2"))
    card.body.addLayout(head)
    return card


def inset(theme: Theme, *parts: QWidget) -> QHBoxLayout:
    """Parts side by side, in line with the text of the rows of a `rows_card`."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(_ROW_PAD), 0, theme.px(_ROW_PAD), 0)
    row.setSpacing(theme.px(12))
    for part in parts:
        row.addWidget(part)
    if isinstance(parts[-1], Button):
        row.addStretch(1)
    return row


def wrapped(
    text: str,
    kind: str = "body",
    tone: str = "ink2",
    *,
    weight: int | None = None,
    italic: bool = False,
) -> QLabel:
    """Text that goes on below where the line is full, and can be copied with the mouse."""
    label = text_label(text, kind, tone, weight=weight, italic=italic, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def fact(card: Card, label: str, text: str) -> None:
    """A quiet heading and what it tells; nothing where there is nothing to tell."""
    if text:
        card.body.addWidget(text_label(label, "caption", "ink3"))
        card.body.addWidget(wrapped(text))


def switch(theme: Theme, name: str, text: str, run: Callable[[], Any]) -> Button:
    """A link that shows more or less of a list; by its `name` the keyboard finds it again."""
    shown = link(theme, text, chevron=False)
    shown.setObjectName(name)
    shown.clicked.connect(run)
    return shown


def stacked(*parts: QWidget, gap: int) -> QWidget:
    """Parts below each other, at the top."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
