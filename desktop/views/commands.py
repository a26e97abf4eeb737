# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands as people read them: a QAction's name and key, for the command search and the key list."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from desktop.words import Words

_ARROWS = (("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"))


def name_of(action: QAction) -> str:
    """The action's text without mnemonic marks and dots."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_of(action: QAction, words: Words) -> str:
    """Its first shortcut as keyboards here have it, "Ctrl+K"; nothing where there is none."""
    return shown_keys(action.shortcut(), words)


def shown_keys(keys: QKeySequence, words: Words) -> str:
    """A key sequence in the names that stand on the keyboard."""
    told = keys.toString(QKeySequence.SequenceFormat.PortableText)
    for qt, ours in (("Ctrl", words._("Ctrl")), ("Return", words._("Enter")), *_ARROWS):
        told = told.replace(qt, ours)
    return told


def icon_of(action: QAction) -> str:
    """The name of its icon (the property "icon_name"), or a plain arrow."""
    return str(action.property("icon_name") or "chevron-right")


def offered(actions: Iterable[QAction]) -> list[QAction]:
    """Those a person may choose now, in their order."""
    return [
        a for a in actions if a.isEnabled() and a.isVisible() and not a.isSeparator() and a.text()
    ]
