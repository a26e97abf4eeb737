# SPDX-License-Identifier: GPL-3.0-or-later
"""What this program is, what it is not, and the licences of everything in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from db.version import VERSION
from desktop.licences import Component, components
from desktop.theme import Theme
from desktop.widgets.card import Card
from desktop.widgets.dialog import Dialog
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.words import Words


class AboutCard(Card):
    """A card for the settings page."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._words = words
        self.body.addWidget(text_label(words._("About Punos"), "heading"))
        for told, tone in (
            (words._("Version {version}").format(version=VERSION), "ink"),
            (
                words._(
                    "Punos is not the client register. It keeps a working copy of goals and "
                    "attendance; what belongs to the client's record is recorded in the client "
                    "information system."
                ),
                "ink2",
            ),
            (
                words._(
                    "It sends nothing over the network. It cannot protect an unlocked office from "
                    "somebody at this computer, nor from malicious programs on it."
                ),
                "ink2",
            ),
        ):
            self.body.addWidget(text_label(told, "body", tone, wrap=True))
        self.licences = link(theme, words._("Licences"), icon="file-text", chevron=False)
        self.licences.clicked.connect(self._show_licences)
        self.body.addWidget(self.licences)

    def _show_licences(self) -> None:
        licences_dialog(self._theme, self._words, self).open()


def licences_dialog(theme: Theme, words: Words, parent: QWidget | None = None) -> Dialog:
    """Every component at the left, the text of the chosen one at the right."""
    found = components()
    names, text = QListWidget(), QPlainTextEdit()
    names.setAccessibleName(words._("Components"))
    names.addItems([f"{one.name}\n{one.licence}" for one in found])
    text.setReadOnly(True)
    text.setAccessibleName(words._("Licence text"))
    text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show(row: int) -> None:
        text.setPlainText(_told(found[row]))

    names.currentRowChanged.connect(show)
    names.setCurrentRow(0)
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    names.setFixedWidth(theme.px(260))
    row.addWidget(names)
    row.addWidget(text, 1)
    body.setMinimumHeight(theme.px(360))
    return Dialog(
        theme,
        words._("Licences"),
        words._("Punos is free software: you may use, study, share and change it."),
        safe=words._("Close"),
        body=body,
        width=820,
        parent=parent,
    )


def _told(component: Component) -> str:
    return component.text or component.licence
