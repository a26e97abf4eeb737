# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving the keyboard between the parts of a window with F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_pane(parts: Sequence[QWidget | None], focus: QWidget | None) -> QWidget | None:
    """The part after the one that has `focus`, of those on show; the first after the last.

    A part may hold panes of its own: widgets in it with the property "pane".
    """
    panes = [pane for part in parts if part is not None and part.isVisible() for pane in _of(part)]
    holding = [i for i, pane in enumerate(panes) if focus is not None and _holds(pane, focus)]
    if not panes:
        return None
    return panes[(holding[-1] + 1) % len(panes)] if holding else panes[0]


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget in a pane that Tab would stop at."""
    stops = [pane, *pane.findChildren(QWidget)]
    return next((stop for stop in stops if _takes_tab(stop)), None)


def _of(part: QWidget) -> list[QWidget]:
    own = [w for w in part.findChildren(QWidget) if w.property("pane") and w.isVisible()]
    return own or [part]


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value & widget.focusPolicy().value
    return bool(tab) and widget.isVisible() and widget.isEnabled()
