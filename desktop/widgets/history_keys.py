# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes Ctrl+Z and Ctrl+Y from a field that would keep them for its own letters."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class HistoryKeys(QObject):
    """One history for texts, numbers and everything else: the page is told, and not the field.

    The field claims the keys before the window's own commands of that name do, so that the page can
    save first what is being typed.
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        if not undoes and not event.matches(QKeySequence.StandardKey.Redo):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            (self.undo_asked if undoes else self.redo_asked).emit()
        return True
