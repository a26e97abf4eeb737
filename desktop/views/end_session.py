# SPDX-License-Identifier: GPL-3.0-or-later
"""The question at the end of a session: asked only when somebody would be left unrecorded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.rules.words import MarkKind
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.dialog import Dialog
from desktop.words import Words

_NAMED = 4


class EndSessionDialog(Dialog):
    """Go back, mark the rest absent, or leave them unrecorded. `chosen` carries the mark of the rest,
    or None."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, words: Words, unset: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            words._("End the session?"),
            _sentence(words, unset),
            safe=words._("Back to recording"),
            main=words._("Mark absent and end"),
            width=600,
            parent=parent,
        )
        self.leave = Button(theme, words._("End and leave them unrecorded"), "quiet")
        self.leave.setAutoDefault(False)
        verbs = self.findChildren(QHBoxLayout)[-1]
        verbs.insertWidget(2, self.leave)
        self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accepted.connect(lambda: self.chosen.emit(MarkKind.ABSENT))
        self.leave.clicked.connect(self._leave_them)

    def _leave_them(self) -> None:
        self.chosen.emit(None)
        self.reject()


def _sentence(words: Words, unset: Sequence[str]) -> str:
    """Tuomo J. ja Veikko R. ovat vielä kirjaamatta."""
    more = len(unset) - _NAMED
    told = list(unset)
    if more > 0:
        rest = words.n("{count} more", "{count} more", more + 1).format(count=more + 1)
        told = [*unset[: _NAMED - 1], rest]
    return words.n(
        "{names} is still unrecorded.", "{names} are still unrecorded.", len(unset)
    ).format(names=words.list(told))
